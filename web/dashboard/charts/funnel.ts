import type { CaseFigures } from '../figures.ts';
import type { Mark } from '../marks/mark.ts';
import type { Speech } from '../speech.ts';
import type { Table } from '../table.ts';
import type { Bar } from './bars.tsx';

type Funnel = CaseFigures['funnel'];

/** In the order in which a recovery goes. Steps but the first are of complaints alone. */
export const STEPS = ['unhappy', 'complaints', 'answered', 'offered', 'accepted', 'solved', 'satisfied'] as const;

/** What `GET /api/feedback` can list of a step: the unhappy, and those that have a case. */
const behind = (step: (typeof STEPS)[number]): Pick<Mark, 'unhappy' | 'hasCase'> =>
  step === 'unhappy' ? { unhappy: 'true' } : { hasCase: 'true' };

/** A bar for each step, as long as its part of the widest; in words its part of all complaints. */
export function funnelBars(funnel: Funnel, within: Mark, { say, text }: Speech): Bar[] {
  const widest = Math.max(1, funnel.unhappy, funnel.complaints);
  return STEPS.map((step) => {
    const n = funnel[step];
    const hasShare = step !== 'unhappy' && step !== 'complaints' && funnel.complaints > 0;
    return {
      ...{ key: step, label: say('funnelStep', { step }), length: n / widest, tone: 'plain' },
      amount: hasShare ? say('countAndShare', { n, share: text(n / funnel.complaints, 'share') }) : say('countAlone', { n }),
      mark: n === 0 ? undefined : { ...within, ...behind(step) },
    };
  });
}

/** The same with what was reached whatever came before. */
export const funnelTable = (funnel: Funnel, within: Mark, { say }: Speech): Table => ({
  columns: [
    { label: say('step') },
    { label: say('number'), unit: 'count' },
    { label: say('ofComplaints'), unit: 'share' },
    { label: say('anyway'), unit: 'count' },
  ],
  rows: STEPS.map((step) => {
    const isLater = step !== 'unhappy' && step !== 'complaints';
    const hasAnyway = step === 'offered' || step === 'accepted' || step === 'solved' || step === 'satisfied';
    return {
      cells: [
        say('funnelStep', { step }),
        funnel[step],
        isLater && funnel.complaints > 0 ? funnel[step] / funnel.complaints : undefined,
        hasAnyway ? funnel.anyway[step] : undefined,
      ],
      mark: funnel[step] === 0 ? undefined : { ...within, ...behind(step) },
    };
  }),
});
