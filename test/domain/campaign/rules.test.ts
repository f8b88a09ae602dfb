import { describe, expect, it } from 'vitest';
import { contactRefusal, metricsOf, withContact } from '../../../shared/domain/campaign/contact-rules.ts';
import { nextReminder } from '../../../shared/domain/campaign/invitation-mails.ts';
import { decideInvitation, type Invitee, isWithinPeriod } from '../../../shared/domain/campaign/invite.ts';
import { answered, begun, notReached, sent } from '../../../shared/domain/campaign/progress.ts';
import { ratingRow } from '../../../shared/domain/campaign/rating-row.ts';
import { responseOf } from '../../../shared/domain/campaign/response.ts';
import { isInSample, shareOf } from '../../../shared/domain/campaign/sampling.ts';
import { settings } from '../recovery/mail-view-journey.ts';
import { aCampaign, anInvitation, aSurvey, someRules } from './a-campaign.ts';

const NOW = '2026-11-23T02:00:00.000Z';
const DAY_MS = 86_400_000;
const at = (days: number) => new Date(Date.parse(NOW) + days * DAY_MS).toISOString();
const contact = (days: number, metrics: ('csat' | 'nps')[] = ['csat']) => ({ at: at(days), campaign: 'other', invitation: 'x', metrics });

const house = { timeZone: 'Asia/Shanghai', calendar: settings.calendar, contactRules: someRules() };
const inviting = { campaign: aCampaign(), survey: aSurvey(), share: 1, now: NOW };
const invitee = (set: Partial<Invitee> = {}): Invitee => ({
  id: 'a'.repeat(26),
  customerKey: 'customer-1',
  language: 'en',
  place: 0.4,
  addressee: { email: 'ada@example.com' },
  contacts: [],
  ...set,
});
const refusalOf = (set: Partial<Invitee>, overrides: Partial<typeof inviting> = {}) =>
  decideInvitation(invitee(set), { ...inviting, ...overrides }, house).invitation.reason;

describe('who is asked (R10)', () => {
  it('an invitation with its mail and the contact that counts', () => {
    const { invitation, contact: made, action } = decideInvitation(invitee({ branch: 'east', cause: 'order-1' }), inviting, house);
    expect(invitation).toMatchObject({ state: 'waiting', branch: 'east', cause: 'order-1', expiresAt: at(30), answers: 0, reminders: 0 });
    expect(made).toEqual({ at: NOW, campaign: 'autumn', invitation: invitation.id, metrics: ['csat'] });
    expect(action).toMatchObject({ id: `invitation:${invitation.id}:0`, dueAt: NOW, state: 'due' });
  });

  it.each([
    ['no-address', { addressee: undefined }],
    ['no-address', { addressee: { email: undefined } }],
    ['no-address', { addressee: { email: 'a@example.com', erasedAt: NOW } }],
    ['suppressed', { addressee: { email: 'a@example.com', isSuppressed: true } }],
    [
      'no-consent',
      { addressee: { email: 'a@example.com', consent: { contact: false, care: false, at: NOW, by: 'customer', source: 'mail' as const } } },
    ],
    ['open-case', { addressee: { email: 'a@example.com', openCases: ['2611-0001'] } }],
    ['too-many-contacts', { contacts: [contact(-29)] }],
    ['too-many-contacts', { contacts: [contact(29)] }],
  ])('withheld for %s', (reason, set) => {
    expect(refusalOf(set)).toBe(reason);
    const { contact: made, action } = decideInvitation(invitee(set), inviting, house);
    expect([made, action]).toEqual([undefined, undefined]);
  });

  it('withheld outside of the period, by days of the house’s zone', () => {
    const campaign = aCampaign({ period: { from: '2026-11-24', to: '2026-11-24' } });
    expect(isWithinPeriod(campaign, '2026-11-23T15:59:59.999Z', 'Asia/Shanghai')).toBe(false);
    expect(isWithinPeriod(campaign, '2026-11-23T16:00:00.000Z', 'Asia/Shanghai')).toBe(true);
    expect(isWithinPeriod(campaign, '2026-11-24T16:00:00.000Z', 'Asia/Shanghai')).toBe(false);
    expect(refusalOf({}, { campaign })).toBe('outside-period');
  });

  it('withheld where they are not in the sample', () => {
    expect(refusalOf({ place: 0.25 }, { share: 0.25 })).toBe('not-sampled');
    expect(refusalOf({ place: 0.2499 }, { share: 0.25 })).toBeUndefined();
  });

  it('without a mail where staff ask, who need no address', () => {
    const { invitation, action } = decideInvitation(
      invitee({ addressee: { email: undefined } }),
      { ...inviting, campaign: aCampaign({ channel: 'telephone', reminders: [] }) },
      house,
    );
    expect([invitation.state, action]).toEqual(['waiting', undefined]);
  });

  it('also during an open case where the house says so', () => {
    const during = { ...house, contactRules: someRules({ notDuringOpenCase: false }) };
    const { invitation } = decideInvitation(invitee({ addressee: { email: 'a@example.com', openCases: ['2611-0001'] } }), inviting, during);
    expect(invitation.state).toBe('waiting');
  });
});

describe('contact rules (R10)', () => {
  const rules = someRules({ perPerson: [{ invitations: 2, days: 30 }], perMetric: { nps: { days: 90 } } });

  it('let somebody be asked again when the days have passed, to the moment', () => {
    expect(contactRefusal([contact(-30), contact(-1)], ['csat'], rules, NOW)).toBeUndefined();
    const almost = { ...contact(-30), at: new Date(Date.parse(at(-30)) + 1).toISOString() };
    expect(contactRefusal([almost, contact(-1)], ['csat'], rules, NOW)).toBe('too-many-contacts');
  });

  it('do not ask for the same measure again before its days have passed', () => {
    expect(contactRefusal([contact(-89, ['nps'])], ['csat', 'nps'], rules, NOW)).toBe('metric-asked-lately');
    expect(contactRefusal([contact(-90, ['nps'])], ['csat', 'nps'], rules, NOW)).toBeUndefined();
    expect(contactRefusal([contact(-1, ['csat'])], ['csat'], rules, NOW)).toBeUndefined();
  });

  it('keep a ledger in the order of time and forget what no rule looks at', () => {
    const ledger = { customerKey: 'a', version: 3, contacts: [contact(-800), contact(5)] };
    expect(withContact(ledger, contact(0))).toEqual({ customerKey: 'a', version: 4, contacts: [contact(0), contact(5)] });
  });

  it('know what a survey measures, pairs included', () => {
    expect(metricsOf(aSurvey())).toEqual(['csat']);
  });
});

describe('samples (R10)', () => {
  it('are a share, or a size of an audience that is known', () => {
    expect([shareOf(undefined, undefined), shareOf({ share: 0.2 }, undefined)]).toEqual([1, 0.2]);
    expect([shareOf({ size: 100 }, 400), shareOf({ size: 100 }, 50), shareOf({ size: 100 }, undefined)]).toEqual([0.25, 1, undefined]);
  });

  it('take nobody for a place at the share', () => {
    expect([isInSample(0, 0.1), isInSample(0.1, 0.1), isInSample(0.999, 1)]).toEqual([true, false, true]);
  });
});

describe('the course of an invitation (R10)', () => {
  it('goes forward only: a mail that comes back late does not undo an answer', () => {
    const reached = sent(anInvitation(), 0, NOW);
    const done = answered(begun(reached, { satisfaction: ['4'] }, at(1)), { satisfaction: ['4'] }, at(2));
    expect(done).toMatchObject({ state: 'answered', begunAt: at(1), answeredAt: at(2), answers: 1, version: 4 });
    expect(notReached(done, 'bounce')).toBeUndefined();
    expect(sent(done, 1, at(3))).toMatchObject({ state: 'answered', reminders: 1 });
    expect(begun(done, {}, at(4)).state).toBe('answered');
  });

  it('keeps that a mail came back, whatever is told of it afterwards', () => {
    const back = notReached(anInvitation(), 'bounce');
    expect(back).toMatchObject({ state: 'not-reached', reason: 'bounce' });
    if (back !== undefined) expect(sent(back, 0, NOW)).toMatchObject({ state: 'not-reached', reason: 'bounce' });
  });

  it('is reminded of so long after it was sent, and not where it cannot be answered any more', () => {
    const reached = sent(anInvitation(), 0, NOW);
    const campaign = aCampaign({ reminders: ['3d', '29d', '31d'] });
    const due = (n: number) => nextReminder(reached, campaign, n, settings.calendar, NOW)?.dueAt;
    expect([due(0), due(1), due(2), due(3)]).toEqual([at(3), at(29), undefined, undefined]);
  });
});

describe('the response rate (R10)', () => {
  it('is answered by reached, and by all invited, with its interval', () => {
    const { invited, reached, responseRate, answeredOfInvited } = responseOf({
      considered: 120,
      withheld: 20,
      notReached: 10,
      sent: 90,
      begun: 50,
      answered: 45,
    });
    expect([invited, reached]).toEqual([100, 90]);
    // Wilson for 45 of 90 and 45 of 100.
    expect(responseRate).toEqual({ value: 0.5, low: expect.closeTo(0.3988, 4), high: expect.closeTo(0.6012, 4) });
    expect(answeredOfInvited).toEqual({ value: 0.45, low: expect.closeTo(0.3561, 4), high: expect.closeTo(0.5476, 4) });
  });

  it('is absent where nobody was reached', () => {
    const nobody = responseOf({ considered: 5, withheld: 5, notReached: 0, sent: 0, begun: 0, answered: 0 });
    expect([nobody.responseRate, nobody.answeredOfInvited]).toEqual([undefined, undefined]);
  });
});

describe('the boxes of a mail (R10)', () => {
  it('are the first scale that everybody is asked, in the reader’s language', () => {
    expect(ratingRow(aSurvey(), 'zh-Hans', 'https://example.com/a/t')).toEqual({
      question: '您有多满意？',
      ratingLabels: ['1', '2', '3', '4', '5'],
      ratingLinks: [1, 2, 3, 4, 5].map((value) => `https://example.com/a/t?satisfaction=${value}`),
      lowLabel: '非常不满意',
      highLabel: '非常满意',
    });
  });

  it('are none where the survey has no scale', () => {
    const { questions } = aSurvey();
    expect(ratingRow({ questions: questions.filter(({ kind }) => kind !== 'scale') }, 'en', 'https://example.com/a/t').ratingLinks).toEqual(
      [],
    );
  });
});
