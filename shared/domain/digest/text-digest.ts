import { severityWords } from '../words.ts';
import type { DigestModel, DigestRow } from './digest.ts';
import { changeText, countText, localMinute, npsBand, percent, signed } from './formats.ts';
import { headlineOf, leadOf } from './headline.ts';
import { commentFacts, dueText, MAX_OVERDUE, takenUpText } from './html-cases.ts';
import type { DigestWords } from './words.ts';

const BAR_LENGTH = 24;

/** The mail as plain text: everything that the HTML says, for those who read without it. */
export function textDigest(model: DigestModel, words: DigestWords): string {
  const { period, isRunning, brandName, timeZone } = model;
  const blocks = [
    [brandName, words.reportName(period.kind, isRunning), words.periodName(period.from, period.to)],
    [headlineOf(model, words), leadOf(model, words)],
    satisfactionLines(model, words),
    recommendationLines(model, words),
    moodLines(model, words),
    breakdownLines(words.byBranch, model.branches, words),
    breakdownLines(words.byTopic, model.topics, words),
    caseLines(model, words),
    commentLines(model, words),
    ['-- ', words.methodTitle, ...words.method(timeZone, words.dateTime(localMinute(model.at, timeZone)))],
  ];
  return `${blocks
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.join('\n'))
    .join('\n\n')}\n`;
}

const titled = (title: string, lines: readonly (string | undefined | false)[]) => {
  const present = lines.filter((line) => typeof line === 'string');
  return present.length === 0 ? [] : [`## ${title}`, ...present];
};

function satisfactionLines(model: DigestModel, words: DigestWords): string[] {
  const { n, topTwoBox, histogram } = model.figures.csat;
  if (n === 0) return [];
  const score = topTwoBox
    ? [
        `${percent(topTwoBox.value)}${words.separator}${words.basedOn(n)}${words.separator}${words.interval(words.range(percent(topTwoBox.low), percent(topTwoBox.high)))}`,
        changeText(model.satisfiedChange, 'share', model, words),
      ]
    : [words.tooFew(n)];
  return titled(words.satisfied, [
    ...score,
    ...[...histogram].reverse().map((count, i) => barLine(words.csatAnswers[i] ?? '', count, n, words)),
  ]);
}

function recommendationLines(model: DigestModel, words: DigestWords): string[] {
  const { n, promoters, passives, detractors } = model.figures.nps;
  if (n === 0) return [];
  const score = model.nps
    ? [
        `${signed(model.nps.value)} (${words.npsBand(npsBand(model.nps.value))})${words.separator}${words.basedOn(n)}${words.separator}${words.interval(words.range(signed(model.nps.low), signed(model.nps.high)))}`,
        changeText(model.npsChange, 'score', model, words),
      ]
    : [words.tooFew(n)];
  const { npsGroups } = words;
  return titled(words.nps, [
    ...score,
    barLine(npsGroups.promoters, promoters, n, words),
    barLine(npsGroups.passives, passives, n, words),
    barLine(npsGroups.detractors, detractors, n, words),
  ]);
}

const moodLines = ({ figures: { sentiment } }: DigestModel, words: DigestWords): string[] =>
  sentiment.n === 0 ? [] : [words.moods(sentiment.negative, sentiment.neutral, sentiment.positive)];

/** The bar stands after the numbers, so that lines of any script begin alike. */
const barLine = (label: string, count: number, n: number, words: DigestWords) =>
  `${label}${words.colon}${countText(count, n)} ${'#'.repeat(Math.round((count / n) * BAR_LENGTH))}`.trimEnd();

const breakdownLines = (title: string, rows: readonly DigestRow[], words: DigestWords) =>
  titled(
    title,
    rows.map(({ name, n, satisfied, change }) => {
      if (satisfied === undefined) return `- ${name}${words.colon}${words.tooFew(n)}`;
      const range = words.range(percent(satisfied.low), percent(satisfied.high));
      const parts = [percent(satisfied.value), range, words.basedOn(n)];
      if (change !== undefined) parts.push(`${signed(change.value * 100)} ${words.verdict(change.verdict)}`);
      return `- ${name}${words.colon}${parts.join(words.separator)}`;
    }),
  );

function caseLines(model: DigestModel, words: DigestWords): string[] {
  const { overdue, language, figures } = model;
  return titled(words.casesTitle, [
    `${words.opened}${words.colon}${figures.cases.opened}`,
    `${words.takenUpInTime}${words.colon}${takenUpText(model, words)}`,
    `${words.overdueNow}${words.colon}${overdue.length}`,
    ...overdue
      .slice(0, MAX_OVERDUE)
      .map(
        (item) =>
          `- ${[item.number, severityWords[item.severity][language], item.ownerName].join(words.separator)}${words.separator}${words.missed(item.missed, words.duration(item.minutesOver), dueText(model, item.dueAt, words))}`,
      ),
    overdue.length > MAX_OVERDUE && words.moreCases(overdue.length - MAX_OVERDUE),
  ]);
}

function commentLines(model: DigestModel, words: DigestWords): string[] {
  const { comments, commentsRead, isFeedbackCut } = model;
  if (comments.length === 0) return [];
  const hasBest = comments.some(({ isBest }) => isBest);
  return titled(words.commentsTitle(comments.length, commentsRead), [
    words.commentsRule(hasBest, isFeedbackCut, commentsRead),
    ...comments.flatMap((comment) => {
      const facts = [comment.isBest && words.best, commentFacts(comment, model, words)].filter(
        (fact) => typeof fact === 'string' && fact !== '',
      );
      return ['', `> ${comment.text}`, facts.join(words.separator)];
    }),
  ]);
}
