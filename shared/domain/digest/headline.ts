import type { Change } from '../metrics/figures.ts';
import type { DigestModel } from './digest.ts';
import { percent, signed } from './formats.ts';
import type { DigestWords } from './words.ts';

const inPoints = (change: Change | undefined, unit: number) =>
  change === undefined ? undefined : { verdict: change.verdict, points: Math.abs(Math.round(change.value * unit)) };

/** The one sentence to read if nothing else is: satisfaction, or the NPS where that has too few answers, or how much came in. */
export function headlineOf(model: DigestModel, words: DigestWords): string {
  const { figures, nps, period } = model;
  const { topTwoBox, n } = figures.csat;
  if (topTwoBox !== undefined) {
    const change = inPoints(model.satisfiedChange, 100);
    return words.satisfactionHeadline({ score: percent(topTwoBox.value), n, kind: period.kind, change });
  }
  if (nps !== undefined) {
    const change = inPoints(model.npsChange, 1);
    return words.npsHeadline({ score: signed(nps.value), n: figures.nps.n, kind: period.kind, change });
  }
  return figures.n === 0 ? words.quietHeadline(period.kind) : words.fewRatingsHeadline(Math.max(n, figures.nps.n));
}

/** The same in short, what is overdue, and which period: read in a list of mails. Holds nothing a customer wrote. */
export function subjectOf(model: DigestModel, words: DigestWords): string {
  const { figures, nps, period, brandName, branchName } = model;
  const { overdue } = model.attention;
  const { topTwoBox, n } = figures.csat;
  const score =
    topTwoBox !== undefined
      ? words.subjectSatisfaction(percent(topTwoBox.value), n, model.satisfiedChange?.verdict)
      : nps !== undefined
        ? words.subjectNps(signed(nps.value), figures.nps.n, model.npsChange?.verdict)
        : words.subjectFew(figures.n);
  const parts = [
    score,
    ...(overdue.length > 0 ? [words.subjectOverdue(overdue.length)] : []),
    `${brandName}${branchName === undefined ? '' : ` ${branchName}`} ${words.periodNameShort(period.from, period.to)}`,
  ];
  return parts.join(words.separator).replaceAll(/\p{Cc}+/gu, ' ');
}

/** How much came in, and what waits: the two things to know beside the headline. */
export function leadOf({ figures, nBefore, period, isRunning, attention: { overdue } }: DigestModel, words: DigestWords): string {
  const feedback = figures.n + nBefore > 0 ? words.feedbackLead(figures.n, nBefore, period.kind, isRunning) : '';
  return [feedback, words.overdueLead(overdue.length)].filter((sentence) => sentence !== '').join(words.sentenceSpace);
}
