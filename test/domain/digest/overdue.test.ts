import { describe, expect, it } from 'vitest';
import { overdueCases } from '../../../shared/domain/digest/overdue.ts';
import { aCase, aDeadline, aMetDeadline } from '../../samples.ts';

const AT = '2026-11-24T00:00:00.000Z';
const TAKEN_UP_AT = '2026-11-23T02:00:00.000Z';
const acknowledged = { state: 'acknowledged', acknowledgedAt: TAKEN_UP_AT, isAcknowledgedInTime: true } as const;
const takenUp = aMetDeadline('acknowledge', '2026-11-23T03:00:00.000Z', TAKEN_UP_AT);
/** One that stood still when so much of its time had run. */
const standing = (dueAt: string) => {
  const { since: _, ...still } = aDeadline('solution', dueAt, { ranMs: 3_600_000 });
  return still;
};

describe('overdueCases', () => {
  it('tells what is late and by how much', () => {
    const list = [
      aCase({ number: '2611-0001', deadlines: [aDeadline('acknowledge', '2026-11-23T22:30:00.000Z')] }),
      aCase({ number: '2611-0002', ...acknowledged, deadlines: [takenUp, aDeadline('solution', '2026-11-22T00:00:00.000Z')] }),
    ];
    expect(overdueCases(list, AT)).toMatchObject([
      { number: '2611-0002', missed: 'solution', minutesOver: 2880 },
      { number: '2611-0001', missed: 'acknowledge', minutesOver: 90 },
    ]);
  });

  it('tells of several late things the one that has been late for the longest, of the round that counts', () => {
    const late = aDeadline('acknowledge', '2026-11-23T09:00:00.000Z');
    const [first] = overdueCases([aCase({ deadlines: [aDeadline('solution', '2026-11-23T10:00:00.000Z'), late] })], AT);
    expect(first).toMatchObject({ missed: 'acknowledge', dueAt: late.dueAt });
    const again = [
      takenUp,
      aDeadline('solution', '2026-11-20T00:00:00.000Z', { outcome: 'breached', endedAt: TAKEN_UP_AT }),
      aDeadline('solution', '2026-11-23T23:00:00.000Z', { round: 2 }),
    ];
    expect(overdueCases([aCase({ ...acknowledged, round: 2, deadlines: again })], AT)).toMatchObject([
      { missed: 'solution', minutesOver: 60 },
    ]);
  });

  it.each(['first-answer', 'finding', 'offer', 'approval', 'report', 'follow-up'] as const)('tells a late %s', (kind) => {
    const list = [aCase({ ...acknowledged, deadlines: [takenUp, aDeadline(kind, '2026-11-23T23:00:00.000Z')] })];
    expect(overdueCases(list, AT)).toMatchObject([{ missed: kind, minutesOver: 60 }]);
  });

  it('leaves out what is in time, at the very deadline, done, or over', () => {
    const solved = { ...acknowledged, solvedAt: '2026-11-23T05:00:00.000Z' } as const;
    const unsolved = aDeadline('solution', '2026-11-23T04:00:00.000Z');
    const list = [
      aCase({ deadlines: [aDeadline('acknowledge', AT)] }),
      aCase({ ...acknowledged, deadlines: [takenUp, aDeadline('solution', '2026-11-25T00:00:00.000Z')] }),
      aCase({
        ...solved,
        state: 'remedied',
        deadlines: [takenUp, aMetDeadline('solution', '2026-11-23T06:00:00.000Z', solved.solvedAt)],
      }),
      aCase({ ...solved, state: 'closed', deadlines: [takenUp, unsolved] }),
      aCase({ state: 'merged', deadlines: [unsolved] }),
      aCase({ deadlines: [] }),
    ];
    expect(overdueCases(list, AT)).toEqual([]);
  });

  it('leaves out what waits for the customer, but not a time by the calendar, which nobody stops', () => {
    const waiting = { ...acknowledged, pause: { since: '2026-11-23T03:00:00.000Z' } } as const;
    const late = standing('2026-11-23T10:00:00.000Z');
    expect(overdueCases([aCase({ ...waiting, deadlines: [takenUp, late] })], AT)).toEqual([]);
    const statute = aDeadline('report', '2026-11-23T23:00:00.000Z', { counts: 'calendar' });
    expect(overdueCases([aCase({ ...waiting, deadlines: [takenUp, late, statute] })], AT)).toMatchObject([{ missed: 'report' }]);
  });

  it('puts the most severe first, then the longest overdue', () => {
    const late = (number: string, severity: 1 | 2 | 3 | 4, hour: string) =>
      aCase({ number, severity, deadlines: [aDeadline('acknowledge', `2026-11-23T${hour}:00:00.000Z`)] });
    const list = [late('2611-0001', 2, '01'), late('2611-0002', 4, '23'), late('2611-0003', 4, '20')];
    expect(overdueCases(list, AT).map(({ number }) => number)).toEqual(['2611-0003', '2611-0002', '2611-0001']);
  });
});
