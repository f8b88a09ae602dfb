import { describe, expect, it } from 'vitest';
import { INVITATION_STATES } from '../../../shared/domain/campaign/invitation.ts';
import { contributions, contributionsOfChange } from '../../../shared/domain/metrics/contributions.ts';
import { figuresOf } from '../../../shared/domain/metrics/figures.ts';
import { proportion } from '../../../shared/domain/metrics/interval.ts';
import { addTallies, emptyTally, tallyOf } from '../../../shared/domain/metrics/tally.ts';
import { aFeedback } from '../../samples.ts';

const image = (state: (typeof INVITATION_STATES)[number]) => ({
  type: 'invitation',
  campaign: 'after-delivery',
  invitedAt: '2026-11-22T17:00:00.000Z',
  state,
});

describe('invitations in the figures', () => {
  it('are counted on the day of the invitation, by campaign and in all, by days alone (R10)', () => {
    expect(contributions(image('sent'), 'Asia/Shanghai')).toEqual([
      { granularity: 'day', dimension: 'all', start: '2026-11-23', deltas: { invited: 1, invitationsSent: 1 } },
      { granularity: 'day', dimension: 'campaign#after-delivery', start: '2026-11-23', deltas: { invited: 1, invitationsSent: 1 } },
    ]);
  });

  it('give the response rate of those sent, with who was withheld and who not reached (R10)', () => {
    const states = [...INVITATION_STATES, ...Array.from({ length: 15 }, () => 'sent' as const), 'answered', 'begun'] as const;
    const tally = states.map((state) => tallyOf(contributions(image(state), 'UTC')[0]?.deltas ?? {})).reduce(addTallies, emptyTally);
    expect(figuresOf(tally).invitations).toEqual({
      invited: 23,
      withheld: 1,
      notReached: 1,
      sent: 20,
      begun: 4,
      answered: 2,
      responseRate: proportion(2, 20),
    });
  });

  it('move when one goes on, and are none the more for a reminder', () => {
    expect(contributionsOfChange({ old: image('sent'), new: image('answered') }, 'UTC')[0]?.deltas).toEqual({
      invitationsBegun: 1,
      invitationsAnswered: 1,
    });
    expect(contributionsOfChange({ old: image('sent'), new: { ...image('sent'), reminders: 1 } }, 'UTC')).toEqual([]);
  });

  it('have what was answered to their campaign counted under it', () => {
    const dimensions = contributions({ ...aFeedback({ campaign: 'after-delivery' }), type: 'feedback' }, 'UTC').map((one) => one.dimension);
    expect(dimensions).toContain('campaign#after-delivery');
  });
});
