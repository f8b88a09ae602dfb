import { describe, expect, it } from 'vitest';
import type { CaseMail } from '../../../shared/domain/recovery/action.ts';
import type { Heard } from '../../../shared/domain/recovery/command.ts';
import type { CaseEvent } from '../../../shared/domain/recovery/event.ts';
import { timelineOf } from '../../../web/desk/case/timeline.ts';
import { newsSince } from '../../../web/desk/commands/news.ts';
import { viewAt } from '../../../web/desk/places.ts';
import { aFeedback } from '../../samples.ts';
import { sampleCase } from '../sheet/sample-case.ts';

const { history, feedback } = sampleCase();
const mail: CaseMail = {
  ...{ id: '2611-0042:offer:9', kind: 'mail', caseNumber: '2611-0042', template: 'offer', to: 'customer', event: 9, state: 'done' },
  ...{ dueAt: '2026-11-23T07:00:00.000Z', endedAt: '2026-11-23T07:00:02.000Z', attempts: 1 },
};

describe('the timeline of a case', () => {
  it('has every event and every mail once, the newest first (R1)', () => {
    const all = timelineOf({ history: [...history], feedback: [...feedback], actions: [mail] });
    expect(all.filter(({ kind }) => kind === 'event')).toHaveLength(history.length);
    expect(all.filter(({ kind }) => kind === 'mail')).toHaveLength(1);
    expect(all.map(({ at }) => at)).toEqual(
      all
        .map(({ at }) => at)
        .toSorted()
        .toReversed(),
    );
  });

  it('shows what joined: with the event that heard it, and by itself where none did (R3)', () => {
    const heard = aFeedback({ id: 'a'.repeat(26), receivedAt: '2026-11-24T01:00:00.000Z' });
    const takenIn = aFeedback({ id: 'b'.repeat(26), receivedAt: '2026-11-22T01:00:00.000Z' });
    const of: Heard = { feedbackId: heard.id, severity: 2, flags: [], topics: [], isUnhappy: true, isReply: true };
    const event: CaseEvent = { type: 'CustomerHeard', at: '2026-11-24T01:00:01.000Z', by: 'customer', heard: of };
    const all = timelineOf({ history: [...history, event], feedback: [...feedback, heard, takenIn], actions: [] });
    expect(all.find((one) => one.kind === 'event' && one.event === event)).toMatchObject({ said: heard });
    expect(all.filter(({ kind }) => kind === 'feedback')).toEqual([{ kind: 'feedback', at: takenIn.receivedAt, feedback: takenIn }]);
  });
});

it('news since a version is what colleagues and the customer did, not one’s own doings nor the clock’s', () => {
  const news = newsSince([...history], 1, 'agent:lin');
  expect(new Set(news.map(({ by }) => by))).toEqual(new Set(['agent:chen', 'customer']));
  expect(newsSince([...history], history.length, 'agent:lin')).toEqual([]);
});

it.each([
  ['/desk/', { view: 'inbox' }],
  ['/desk', { view: 'inbox' }],
  ['/desk/cases/2611-0042', { view: 'case', number: '2611-0042' }],
  ['/desk/cases/nonsense', { view: 'nowhere' }],
  ['/desk/customers/abcdefgh', { view: 'customer', key: 'abcdefgh' }],
  ['/desk/customers/..%2f..', { view: 'nowhere' }],
  ['/desk/quarantine', { view: 'quarantine' }],
  ['/desk/quarantine/1', { view: 'nowhere' }],
  ['/desk/cases/2611-0042/more', { view: 'nowhere' }],
])('the address %s leads to its view', (path, view) => {
  expect(viewAt(path)).toEqual(view);
});
