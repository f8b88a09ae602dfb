import { changeOf, type Figures, npsEstimate, type Verdict } from './figures.ts';
import type { Estimate } from './interval.ts';
import { MIN_REPORTABLE } from './reportable.ts';

/** Figures that are compared with an earlier period. */
export type ChangeKey =
  | 'satisfied'
  | 'csatMean'
  | 'nps'
  | 'easy'
  | 'cesMean'
  | 'rating'
  | 'fcr'
  | 'responseRate'
  | 'complaintRate'
  | 'acknowledgedInTime'
  | 'answeredInTime'
  | 'solvedInTime'
  | 'satisfiedAfter';

/** Of complaints fewer are better, of all others more. */
const betterWhen = (key: ChangeKey): Verdict => (key === 'complaintRate' ? 'clearly-down' : 'clearly-up');

export type Judgement = 'better' | 'worse' | 'no-clear-change';

/** What a verdict means for the house: one rule for digests and dashboard. */
export function judgementOf(key: ChangeKey, verdict: Verdict): Judgement {
  if (verdict === 'no-clear-change') return 'no-clear-change';
  return verdict === betterWhen(key) ? 'better' : 'worse';
}

/** Now less before, in the figure’s own unit, with its 95 % interval; or on which side there are too few answers to tell. */
export type JudgedChange =
  | (Estimate & { readonly verdict: Judgement })
  | { readonly verdict: 'too-few'; readonly n: number; readonly nBefore: number; readonly needed: number };

interface Compared {
  /** Answers, cases or invitations behind it. */
  readonly n: number;
  readonly estimate: Estimate | undefined;
}

const COMPARED: Readonly<Record<ChangeKey, (figures: Figures) => Compared>> = {
  satisfied: ({ csat }) => ({ n: csat.n, estimate: csat.topTwoBox }),
  csatMean: ({ csat }) => ({ n: csat.n, estimate: csat.mean }),
  nps: ({ nps }) => ({ n: nps.n, estimate: npsEstimate(nps) }),
  easy: ({ ces }) => ({ n: ces.n, estimate: ces.easy }),
  cesMean: ({ ces }) => ({ n: ces.n, estimate: ces.mean }),
  rating: ({ rating }) => ({ n: rating.n, estimate: rating.mean }),
  fcr: ({ fcr }) => ({ n: fcr.n, estimate: fcr.share }),
  responseRate: ({ invitations }) => ({ n: invitations.sent, estimate: invitations.responseRate }),
  complaintRate: ({ n, cases }) => ({ n, estimate: cases.complaintRate }),
  acknowledgedInTime: ({ service }) => keptIn(service.acknowledged),
  answeredInTime: ({ service }) => keptIn(service.answered),
  solvedInTime: ({ service }) => keptIn(service.solved),
  satisfiedAfter: ({ after }) => ({ n: after.told, estimate: after.share }),
};

const keptIn = ({ inTime, late, share }: Figures['service']['answered']): Compared => ({ n: inTime + late, estimate: share });

/**
 * Every figure against the same of the period before, by the rule of the digests: a change is clear only where the 95 % interval of the difference
 * leaves out "no change" (`difference` in `interval.ts`), and nothing is said where either side has fewer than ten.
 */
export function changesOf(now: Figures, before: Figures): Readonly<Record<ChangeKey, JudgedChange>> {
  const judged = (key: ChangeKey): JudgedChange => {
    const [latest, earlier] = [COMPARED[key](now), COMPARED[key](before)];
    const change = changeOf(latest.estimate, earlier.estimate);
    if (change === undefined) return { verdict: 'too-few', n: latest.n, nBefore: earlier.n, needed: MIN_REPORTABLE };
    return { ...change, verdict: judgementOf(key, change.verdict) };
  };
  return {
    satisfied: judged('satisfied'),
    csatMean: judged('csatMean'),
    nps: judged('nps'),
    easy: judged('easy'),
    cesMean: judged('cesMean'),
    rating: judged('rating'),
    fcr: judged('fcr'),
    responseRate: judged('responseRate'),
    complaintRate: judged('complaintRate'),
    acknowledgedInTime: judged('acknowledgedInTime'),
    answeredInTime: judged('answeredInTime'),
    solvedInTime: judged('solvedInTime'),
    satisfiedAfter: judged('satisfiedAfter'),
  };
}
