import { severityWords, topicWords } from '../words.ts';
import type { DigestModel } from './digest.ts';
import type { Driver } from './drivers.ts';
import { changeText, deskLink, momentText, percent, signed } from './formats.ts';
import { headlineOf, leadOf } from './headline.ts';
import { commentFacts, MAX_OVERDUE, MAX_SERIOUS, ownerOf } from './html-cases.ts';
import { nameOf, periodOf } from './html-digest.ts';
import { tooFewIn } from './html-tables.ts';
import type { MailParts } from './render.ts';
import {
  basisOf,
  branchNotes,
  driverNotes,
  methodNotes,
  movedText,
  riseTexts,
  type Said,
  serviceText,
  shownValue,
  standardLine,
  trendAlt,
  trendNotes,
  whyNoValue,
} from './sayings.ts';

type Lines = readonly (string | undefined | false)[];

/** The mail as plain text: everything that the HTML says, for those who read without it. */
export function textDigest(model: DigestModel, said: Said, { stop }: MailParts): string {
  const { words, report } = said;
  const { kind } = model.period;
  const blocks = [
    [nameOf(model, said), words.reportName(kind, model.isRunning), periodOf(model, said)],
    [headlineOf(model), leadOf(model)],
    numberLines(model, said),
    titled(report.trendTitle(model.trend.length, kind), [trendAlt(model, said), ...trendNotes(model, said, false)]),
    titled(report.driversTitle, driverLines(model, said)),
    commentLines(model, said),
    titled(report.attentionTitle, attentionLines(model, said)),
    standardLines(model, said),
    titled(words.byBranch, branchLines(model, said)),
    ['-- ', report.methodTitle, ...methodNotes(model, said)],
    stop === undefined ? [] : [report.stop(stop.address), `${report.stopLink}${words.colon}${stop.url}`],
  ];
  return `${blocks
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.join('\n'))
    .join('\n\n')}\n`;
}

function titled(title: string, lines: Lines): string[] {
  const present = lines.filter((line) => typeof line === 'string');
  return present.length === 0 ? [] : [`## ${title}`, ...present];
}

function numberLines(model: DigestModel, said: Said): string[] {
  const { words, report } = said;
  return model.numbers.flatMap((number) => {
    const value = shownValue(number);
    const label = `${report.numbers[number.key]}${words.colon}`;
    if (value === undefined) return [`${label}${whyNoValue(number, said)}`];
    const change = changeText(number, model, words);
    return [`${label}${[value, ...basisOf(number, said)].join(words.separator)}`, ...(change === undefined ? [] : [`  ${change}`])];
  });
}

function driverLines(model: DigestModel, said: Said): Lines {
  const { words, report } = said;
  const line = (label: string) => (driver: Driver) => {
    const satisfied = `${percent(driver.satisfied.value)}${words.separator}${words.basedOn(driver.n)}`;
    return `- ${topicWords[driver.topic][model.language]}${words.colon}${satisfied}${words.separator}${label}${words.colon}${movedText(driver, model, said)}`;
  };
  const { down, up } = model.drivers;
  return [...down.map(line(report.downLabel)), ...up.map(line(report.upLabel)), ...driverNotes(model, said)];
}

function attentionLines(model: DigestModel, said: Said): Lines {
  const { words, report } = said;
  const { overdue, serious, alarms } = model.attention;
  if (overdue.length + serious.length + alarms.length === 0) return [report.nothing];
  const about = (item: (typeof serious)[number] | (typeof overdue)[number], what: string) =>
    `- ${[item.number, severityWords[item.severity][model.language], ownerOf(model, item.owner), what].join(words.separator)}${linkLine(model, item.number)}`;
  const restOverdue = overdue.length - MAX_OVERDUE;
  const restSerious = serious.length - MAX_SERIOUS;
  return [
    ...overdue
      .slice(0, MAX_OVERDUE)
      .map((item) => about(item, words.missed(item.missed, words.duration(item.minutesOver), momentText(item.dueAt, model, words)))),
    restOverdue > 0 && words.moreCases(restOverdue),
    ...serious.slice(0, MAX_SERIOUS).map((item) => about(item, report.serious(momentText(item.openedAt, model, words)))),
    restSerious > 0 && report.moreSerious(restSerious),
    ...riseTexts(model, said).map((rise) => `- ${rise}`),
  ];
}

function linkLine(model: DigestModel, caseNumber: string): string {
  const url = deskLink(model, 'cases', caseNumber);
  return url === undefined ? '' : `\n  ${url}`;
}

function standardLines(model: DigestModel, said: Said): string[] {
  const { words, report } = said;
  if (model.supervision === undefined) return [];
  const rows = model.supervision.standards.map((row) => {
    const { name, target, reached, verdict } = standardLine(row, said);
    return `- ${name}${words.colon}${verdict}${words.separator}${target}${words.separator}${report.reachedHeading}${words.colon}${reached}`;
  });
  return titled(report.standardsTitle(model.period.kind), [...rows, serviceText(model, said)]);
}

function branchLines(model: DigestModel, said: Said): Lines {
  const { words, report } = said;
  const rows = model.branches.map((branch) => {
    const { name, n, satisfied, change, standing } = branch;
    if (satisfied === undefined) return `- ${name}${words.colon}${tooFewIn(branch, words)}`;
    const parts = [
      percent(satisfied.value),
      words.range(percent(satisfied.low), percent(satisfied.high)),
      words.basedOn(n ?? 0),
      standing !== undefined && standing !== 'like-others' && report.standings[standing],
      change !== undefined && `${signed(change.value * 100)} ${words.verdict(change.verdict)}`,
    ].filter((part) => typeof part === 'string');
    return `- ${name}${words.colon}${parts.join(words.separator)}`;
  });
  return [...rows, ...branchNotes(model, said)];
}

function commentLines(model: DigestModel, { words, report }: Said): string[] {
  const { comments, commentsRead, isFeedbackCut } = model;
  if (comments.length === 0) return [];
  const hasBest = comments.some(({ isBest }) => isBest);
  return titled(words.commentsTitle(comments.length, commentsRead), [
    words.commentsRule(hasBest, isFeedbackCut, commentsRead),
    ...comments.flatMap((comment) => {
      const { translation, text, isBest } = comment;
      const facts = [isBest && words.best, commentFacts(comment, model, words)].filter((fact) => typeof fact === 'string' && fact !== '');
      const written = translation === undefined ? [`> ${text}`] : [`> ${translation}`, `> ${report.original}${words.colon}${text}`];
      return ['', ...written, facts.join(words.separator)];
    }),
  ]);
}
