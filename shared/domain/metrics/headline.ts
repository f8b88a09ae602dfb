import type { Language } from '../language.ts';
import type { JudgedChange } from './changes.ts';
import type { Verdict } from './figures.ts';
import { type Headline, type HeadlineKind, type HeadlineWords, headlineWords } from './headline-words.ts';

/** What headlines are made of; nothing else of the figures is looked at. */
interface Told {
  /** Feedback. */
  readonly n: number;
  readonly csat: { readonly n: number; readonly topTwoBox?: { readonly value: number } | undefined };
  readonly nps: { readonly n: number; readonly value?: number | undefined };
}

type Moved = { readonly verdict: Verdict; readonly value: number } | undefined;

const MINUS = '−';
const percent = (share: number) => `${Math.round(share * 100)}%`;
const signed = (value: number) => {
  const rounded = Math.round(value);
  if (rounded === 0) return '0';
  return rounded > 0 ? `+${rounded}` : `${MINUS}${-rounded}`;
};

const inPoints = (moved: Moved, unit: number): Headline['change'] =>
  moved && { verdict: moved.verdict, points: Math.abs(Math.round(moved.value * unit)) };

/** The one sentence to read if nothing else is: satisfaction, or the NPS where that has too few answers, or how much came in. */
export function headlineSentence(
  { n, csat, nps }: Told,
  changes: { readonly satisfied?: Moved; readonly nps?: Moved },
  kind: HeadlineKind,
  words: HeadlineWords,
): string {
  if (csat.topTwoBox !== undefined) {
    return words.satisfaction({ score: percent(csat.topTwoBox.value), n: csat.n, kind, change: inPoints(changes.satisfied, 100) });
  }
  if (nps.value !== undefined) return words.nps({ score: signed(nps.value), n: nps.n, kind, change: inPoints(changes.nps, 1) });
  return n === 0 ? words.quiet(kind) : words.few(Math.max(csat.n, nps.n));
}

/** What the dashboard knows, as `GET /api/metrics` gives it. */
export interface Overview {
  readonly figures: Told;
  readonly changes?: { readonly satisfied: JudgedChange; readonly nps: JudgedChange } | undefined;
  /** Feedback in the period before; absent where nothing is compared. */
  readonly nBefore?: number | undefined;
  /** Cases past a deadline now; absent where they are not known. */
  readonly overdue?: number | undefined;
  readonly isPartial: boolean;
}

/** The dashboard in words: a headline without a full stop, and what came in and waits besides. The digests' own sentences. */
export function dashboardHeadline(
  { figures, changes, nBefore, overdue, isPartial }: Overview,
  language: Language,
): { readonly headline: string; readonly lead: string } {
  const words = headlineWords[language];
  const moved = { satisfied: movedBy(changes?.satisfied), nps: movedBy(changes?.nps) };
  const came = nBefore === undefined ? words.feedbackAlone(figures.n, isPartial) : words.feedback(figures.n, nBefore, 'days', isPartial);
  const lead = [figures.n + (nBefore ?? 0) === 0 ? '' : came, overdue === undefined ? '' : words.overdue(overdue)];
  return {
    headline: headlineSentence(figures, moved, 'days', words),
    lead: lead.filter((sentence) => sentence !== '').join(words.space),
  };
}

/** Of both scores more is better. */
const VERDICTS = { better: 'clearly-up', worse: 'clearly-down', 'no-clear-change': 'no-clear-change' } as const;

const movedBy = (change: JudgedChange | undefined): Moved =>
  change === undefined || change.verdict === 'too-few' ? undefined : { verdict: VERDICTS[change.verdict], value: change.value };
