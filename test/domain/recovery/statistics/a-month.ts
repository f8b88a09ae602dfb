import type { Case, Decision, Offer } from '../../../../shared/domain/recovery/case.ts';
import type { House } from '../../../../shared/domain/recovery/statistics/names.ts';
import { caseStatistics } from '../../../../shared/domain/recovery/statistics/statistics.ts';
import { aCase, aDeadline, aMetDeadline } from '../../../samples.ts';

const HOUR_MS = 3_600_000;
const number = (n: number) => `2610-${String(n).padStart(4, '0')}`;

export const HOUSE: House = {
  departments: [
    { id: 'logistics', name: { en: 'Logistics', 'zh-Hans': '物流部' } },
    { id: 'production', name: { en: 'Production', 'zh-Hans': '生产部' } },
  ],
  causes: [
    { id: 'late-delivery', name: { en: 'Late delivery', 'zh-Hans': '配送延误' } },
    { id: 'defect', name: { en: 'Defect of the product', 'zh-Hans': '产品缺陷' } },
  ],
  agents: [
    { id: 'lin', name: { en: 'Lin Yue', 'zh-Hans': '林悦' } },
    { id: 'morgan', name: { en: 'Morgan Reed', 'zh-Hans': '摩根·里德' } },
  ],
  teams: [{ id: 'care', name: { en: 'Customer care', 'zh-Hans': '客户关怀组' } }],
};

export const aDecision = (overrides: Partial<Decision> = {}): Decision => ({
  at: '2026-10-06T02:00:00.000Z',
  by: 'agent:lin',
  round: 1,
  verdict: 'founded',
  department: 'logistics',
  cause: 'late-delivery',
  dispute: 'service',
  responsibility: 'company',
  explanation: 'The parcel stood in the wrong depot.',
  ...overrides,
});

export const anOffer = (amount: number, state: Offer['state'] = 'accepted', currency = 'CNY'): Offer => ({
  id: 'o1',
  round: 1,
  remedy: 'voucher',
  kind: 'voucher',
  money: { amount, currency },
  state,
  at: '2026-10-06T03:00:00.000Z',
  by: 'agent:lin',
  budgetMonth: '2026-10',
});

/** A case that was opened on 5 October and solved and closed within the month; the clock of its solution ran `hours`. */
export function aClosedCase(n: number, overrides: Partial<Case> = {}, hours = 10): Case {
  const solvedAt = '2026-10-08T06:00:00.000Z';
  return aCase({
    number: number(n),
    state: 'closed',
    openedAt: '2026-10-05T01:00:00.000Z',
    deadlines: [
      aMetDeadline('acknowledge', '2026-10-05T09:00:00.000Z', '2026-10-05T03:00:00.000Z'),
      { ...aMetDeadline('solution', '2026-10-12T09:00:00.000Z', solvedAt), ranMs: hours * HOUR_MS },
    ],
    commitments: [],
    decision: aDecision(),
    solvedAt,
    satisfactionBefore: 20,
    satisfactionAfter: 70,
    closedAt: '2026-10-16T01:00:00.000Z',
    closedIn: '2026-10',
    closingReason: 'followed-up',
    ...overrides,
  });
}

/** October of a house: twenty late parcels, eight defects, two withdrawn; one overdue; measures of all kinds. */
export function aMonth() {
  const late = Array.from({ length: 20 }, (_, n) =>
    aClosedCase(
      n + 1,
      {
        facts: { product: n % 2 === 0 ? 'Kettle' : '=HYPERLINK("http://example.com")' },
        offers: n < 4 ? [anOffer(5000)] : [],
        decision: aDecision({ verdict: n < 15 ? 'founded' : 'unfounded' }),
        satisfactionAfter: 60 + n,
      },
      n + 1,
    ),
  );
  const defects = Array.from({ length: 8 }, (_, n) =>
    aClosedCase(n + 21, {
      owner: 'morgan',
      round: n < 2 ? 2 : 1,
      decision: aDecision({ department: 'production', cause: 'defect', verdict: 'partly-founded' }),
      offers: [anOffer(1999, n === 0 ? 'refused' : 'accepted', n === 1 ? 'EUR' : 'CNY')],
    }),
  );
  const withdrawn = [29, 30].map((n) => {
    const { decision: _, solvedAt: _solved, satisfactionAfter: _after, ...rest } = aClosedCase(n);
    return { ...rest, closingReason: 'withdrawn-by-customer', deadlines: [] } satisfies Case;
  });
  const measured = late.map((item, n) =>
    n === 0
      ? {
          ...item,
          measures: [
            {
              id: 'm1',
              what: 'A second courier for the old town',
              owner: 'lin',
              dueOn: '2026-11-30',
              dueAt: '2026-11-30T09:00:00.000Z',
              at: '2026-10-06T03:00:00.000Z',
              by: 'agent:lin',
            },
          ],
        }
      : item,
  );
  return {
    month: '2026-10',
    timeZone: 'Asia/Shanghai',
    at: '2026-11-05T00:00:00.000Z',
    closed: [...measured, ...defects, ...withdrawn],
    others: earlier(),
    open: [
      aCase({
        number: '2610-0099',
        openedAt: '2026-10-20T01:00:00.000Z',
        decision: aDecision({ department: 'production', cause: 'defect' }),
        deadlines: [lateSolution],
      }),
    ],
    isCut: false,
  };
}

const lateSolution = aDeadline('solution', '2026-11-01T09:00:00.000Z', { startedAt: '2026-10-20T01:00:00.000Z' });

/** Forty defects from April to July, when a measure against them was done. */
function earlier(): Case[] {
  return Array.from({ length: 40 }, (_, n) =>
    aClosedCase(100 + n, {
      number: `2605-${String(n + 1).padStart(4, '0')}`,
      openedAt: new Date(Date.UTC(2026, 4, 1) + n * 2 * 86_400_000).toISOString(),
      closedIn: '2026-07',
      closedAt: '2026-07-28T01:00:00.000Z',
      decision: aDecision({ department: 'production', cause: 'defect' }),
      measures:
        n === 0
          ? [
              {
                id: 'm1',
                what: 'Every kettle is boiled once before it is packed',
                owner: 'morgan',
                dueOn: '2026-07-31',
                dueAt: '2026-07-31T09:00:00.000Z',
                at: '2026-06-01T03:00:00.000Z',
                by: 'agent:morgan',
                doneAt: '2026-07-30T03:00:00.000Z',
                checkedAt: '2026-08-30T03:00:00.000Z',
                isEffective: true,
              },
            ]
          : [],
    }),
  );
}

export const statisticsOfAMonth = () => caseStatistics(aMonth());
