import { Temporal } from 'temporal-polyfill';
import type { Language, Localized } from '../../language.ts';
import type { NoticeLine } from './line.ts';
import { plainName } from './plain.ts';
import { noticeWords } from './words.ts';

/** One message in words: a title, and a line for each event. */
export interface NoticeText {
  readonly title: string;
  readonly lines: readonly string[];
}

/** What the words need of the config. */
export interface NoticeHouse {
  readonly timeZone: string;
  readonly branches: readonly { readonly id: string; readonly name: Localized }[];
}

/** The first `shown` lines in words; how many more there are is the last one. */
export function noticeText(lines: readonly NoticeLine[], shown: number, language: Language, house: NoticeHouse): NoticeText {
  const words = noticeWords[language];
  const told = lines.slice(0, shown).map((line) => lineInWords(line, language, house));
  const rest = lines.length - told.length;
  return { title: words.title(lines.length), lines: rest === 0 ? told : [...told, words.more(rest)] };
}

/** `2611-0042 New case · critical · East · due 2026-11-24 09:10` */
export function lineInWords(line: NoticeLine, language: Language, house: NoticeHouse): string {
  const words = noticeWords[language];
  const branch = house.branches.find(({ id }) => id === line.branch)?.name[language] ?? line.branch;
  const parts = [
    happening(line, language),
    line.isSerious === true && words.serious,
    line.severity !== undefined && words.severity[line.severity],
    branch !== undefined && plainName(branch),
    line.dueAt !== undefined && words.due(localMinute(line.dueAt, house.timeZone)),
  ].filter((part) => typeof part === 'string');
  return [line.caseNumber, parts.join(' · ')].filter((part) => part !== undefined).join(' ');
}

function happening({ eventType, deadline, percent }: NoticeLine, language: Language): string {
  const words = noticeWords[language];
  if (percent !== undefined) return words.deadline(deadline, percent >= 100);
  return Object.hasOwn(words.events, eventType) ? (words.events[eventType] ?? '') : plainName(eventType);
}

const localMinute = (instant: string, timeZone: string) =>
  Temporal.Instant.from(instant).toZonedDateTimeISO(timeZone).toPlainDateTime().toString({ smallestUnit: 'minute' }).replace('T', ' ');
