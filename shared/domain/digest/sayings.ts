import { topicWords } from '../words.ts';
import type { DigestModel } from './digest.ts';
import type { Driver } from './drivers.ts';
import { finePercent, momentText, percent, pointsText, rangeText, signed, valueText } from './formats.ts';
import type { DigestNumber } from './numbers.ts';
import { scaleOf } from './picture.ts';
import type { ReportWords } from './report-words.ts';
import type { StandardRow } from './standards.ts';
import type { DigestWords } from './words.ts';

/** Both sets of words that a digest is written with. */
export interface Said {
  readonly words: DigestWords;
  readonly report: ReportWords;
}

/** What HTML and text both say of the model, in words. */

/** `n = 143`, `18 of 20`; with the interval where there is one. */
export function basisOf({ key, n, count, estimate }: DigestNumber, { words, report }: Said): string[] {
  const basis = count === undefined ? words.basedOn(n) : report.countOf(count, n);
  return estimate === undefined ? [basis] : [basis, words.interval(rangeText(key, estimate, words))];
}

/** Undefined where no value may be shown. */
export const shownValue = ({ key, estimate }: DigestNumber): string | undefined =>
  estimate === undefined ? undefined : valueText(key, estimate.value);

/** Why there is no value. */
export function whyNoValue({ key, n, count = 0 }: DigestNumber, { words, report }: Said): string {
  if (key === 'takenUp') return n === 0 ? report.noneDue : report.countOf(count, n);
  return words.tooFew(n);
}

export const trendAlt = ({ trend, period }: DigestModel, { report }: Said): string =>
  report.trendAlt(
    trend.map(({ satisfied }) => (satisfied === undefined ? report.tooFewShort : percent(satisfied.value))),
    period.kind,
  );

export function trendNotes({ trend, trendVerdict, period }: DigestModel, { report }: Said, hasPicture: boolean): string[] {
  const scale = scaleOf(trend);
  const drawn = hasPicture && scale !== undefined ? [report.trendScale(percent(scale.from), percent(scale.to))] : [];
  return [report.trendVerdict(trendVerdict, period.kind), ...drawn];
}

/** What moved, or why nothing is named. */
export function driverNotes({ drivers, areTopicsRead, period, language }: DigestModel, { words, report }: Said): string[] {
  if (!areTopicsRead) return [report.topicsNotRead];
  const { up, down, weighing, comparedWithBefore } = drivers;
  const isQuiet = up.length + down.length === 0;
  const moved =
    isQuiet && (comparedWithBefore === 0 ? report.tooFewTopics(period.kind) : report.noneMoved(comparedWithBefore, period.kind));
  const weighs = weighing.map(({ topic, pull, satisfied, n }) =>
    report.weighs(topicWords[topic][language], signed(pull.value * 100), percent(satisfied.value), n),
  );
  const sentences = [moved, weighs.length > 0 && report.weighing(weighs.join(words.listComma))];
  return sentences.filter((sentence) => typeof sentence === 'string');
}

export function movedText(driver: Driver, { period }: DigestModel, { words, report }: Said): string {
  const [points, range] = pointsText(driver.change ?? driver.pull, words);
  return report.moved(points, range, period.kind);
}

export const riseTexts = (model: DigestModel, { words, report }: Said): string[] =>
  model.attention.alarms.map(({ topic, count, expected, at }) =>
    report.rise(topicWords[topic][model.language], count, expected.toFixed(1), momentText(at, model, words)),
  );

export function branchNotes({ branches }: DigestModel, { report }: Said): string[] {
  const compared = branches.filter(({ standing }) => standing !== undefined);
  if (compared.length === 0) return [];
  const differ = compared.some(({ standing }) => standing !== 'like-others');
  return [differ ? report.branchesDiffer(compared.length) : report.branchesAlike(compared.length)];
}

export interface StandardLine {
  readonly name: string;
  readonly target: string;
  readonly reached: string;
  readonly verdict: string;
}

export function standardLine(row: StandardRow, { words, report }: Said): StandardLine {
  const { key, target, isAtLeast, actual, interval, n, count, verdict } = row;
  const value = (amount: number) =>
    key === 'firstAnswerHours'
      ? report.hours(String(Number(amount.toFixed(1))))
      : key === 'complaints'
        ? finePercent(amount)
        : percent(amount);
  const basis = () => {
    if (interval !== undefined) return `${words.range(percent(interval.low), percent(interval.high))}${words.separator}${words.basedOn(n)}`;
    if (count === undefined) return words.basedOn(n);
    return key === 'complaints' ? report.served(count, n) : report.countOf(count, n);
  };
  return {
    name: report.standards[key],
    target: report.target(value(target), isAtLeast),
    reached: actual === undefined ? report.notKnown(key) : `${value(actual)}${words.separator}${basis()}`,
    verdict: report.verdicts[verdict],
  };
}

export function serviceText({ figures, supervision }: DigestModel, { words, report }: Said): string | undefined {
  if (supervision === undefined) return undefined;
  const { service, areCasesCut } = supervision;
  const due = ({ met, missed }: { met: number; missed: number }) => ({ met, of: met + missed });
  const done = report.serviceDone({
    opened: figures.cases.opened,
    closed: service.closed,
    justified: service.justified,
    firstAnswers: due(service.firstAnswers),
    solutions: due(service.solutions),
  });
  return areCasesCut ? `${done}${words.sentenceSpace}${report.casesCut}` : done;
}

/** Sample, period, method and owner, as ISO 10004 asks them to be stated. */
export function methodNotes(model: DigestModel, { words, report }: Said): string[] {
  const { figures, period, responsible } = model;
  const { sent, answered, responseRate } = figures.invitations;
  const rate = responseRate && {
    value: percent(responseRate.value),
    range: words.range(percent(responseRate.low), percent(responseRate.high)),
  };
  return [
    report.sample({
      scope: model.branchName,
      responses: figures.n,
      csat: figures.csat.n,
      nps: figures.nps.n,
      isInvitingKnown: model.branchName === undefined,
      invited: sent === 0 ? undefined : { sent, answered, rate },
    }),
    report.period(words.periodName(period.from, period.to), model.dayZone, period.kind),
    ...report.method(period.kind),
    responsible === undefined ? report.noOwner : report.owner(responsible),
    report.asOf(momentText(model.at, model, words), model.timeZone),
  ];
}
