import { describe, expect, it } from 'vitest';
import { overdueCases } from '../../../shared/domain/digest/overdue.ts';
import { aCase } from '../../samples.ts';

const AT = '2026-11-24T00:00:00.000Z';
const acknowledged = { state: 'acknowledged', acknowledgedAt: '2026-11-23T02:00:00.000Z', isAcknowledgedInTime: true } as const;

describe('overdueCases', () => {
  it('tells what is late and by how much', () => {
    const list = [
      aCase({ number: '2611-0001', acknowledgeDueAt: '2026-11-23T22:30:00.000Z' }),
      aCase({ number: '2611-0002', ...acknowledged, resolveDueAt: '2026-11-22T00:00:00.000Z' }),
    ];
    expect(overdueCases(list, AT)).toMatchObject([
      { number: '2611-0002', missed: 'resolution', minutesOver: 2880 },
      { number: '2611-0001', missed: 'acknowledgement', minutesOver: 90 },
    ]);
  });

  it('leaves out what is in time, at the very deadline, or resolved', () => {
    const list = [
      aCase({ acknowledgeDueAt: AT }),
      aCase({ ...acknowledged, acknowledgeDueAt: '2026-11-23T03:00:00.000Z', resolveDueAt: '2026-11-25T00:00:00.000Z' }),
      aCase({ ...acknowledged, state: 'resolved', resolvedAt: '2026-11-23T05:00:00.000Z', resolveDueAt: '2026-11-23T04:00:00.000Z' }),
    ];
    expect(overdueCases(list, AT)).toEqual([]);
  });

  it('puts the most severe first, then the longest overdue', () => {
    const late = (number: string, severity: 1 | 2 | 3 | 4, hour: string) =>
      aCase({ number, severity, acknowledgeDueAt: `2026-11-23T${hour}:00:00.000Z` });
    const list = [late('2611-0001', 2, '01'), late('2611-0002', 4, '23'), late('2611-0003', 4, '20')];
    expect(overdueCases(list, AT).map(({ number }) => number)).toEqual(['2611-0003', '2611-0002', '2611-0001']);
  });
});
