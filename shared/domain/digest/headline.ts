import { headlineSentence } from '../metrics/headline.ts';
import { headlineWords } from '../metrics/headline-words.ts';
import type { DigestModel } from './digest.ts';
import { percent, signed } from './formats.ts';
import type { DigestWords } from './words.ts';

/** The one sentence to read if nothing else is, see `headlineSentence`. */
export const headlineOf = ({ figures, satisfiedChange, npsChange, period, language }: DigestModel): string =>
  headlineSentence(figures, { satisfied: satisfiedChange, nps: npsChange }, period.kind, headlineWords[language]);

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
export function leadOf({ figures, nBefore, period, isRunning, attention: { overdue }, language }: DigestModel): string {
  const words = headlineWords[language];
  const feedback = figures.n + nBefore > 0 ? words.feedback(figures.n, nBefore, period.kind, isRunning) : '';
  return [feedback, words.overdue(overdue.length)].filter((sentence) => sentence !== '').join(words.space);
}
