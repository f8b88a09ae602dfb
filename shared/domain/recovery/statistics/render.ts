import { localMinute, percent } from '../../digest/formats.ts';
import { type Layout, layoutFor } from '../../digest/layout.ts';
import { footnotes, mailPage, masthead } from '../../digest/page.ts';
import type { RenderedDigest } from '../../digest/render.ts';
import { wordsOf } from '../../digest/words.ts';
import { type Fragment, type Html, html } from '../../html.ts';
import type { Language } from '../../language.ts';
import type { Names } from './names.ts';
import type { CaseStatistics } from './report.ts';
import { type Line, type Section, sectionsOf } from './sections.ts';
import { monthInWords, statisticsWordsOf } from './words.ts';

export interface StatisticsMail {
  readonly statistics: CaseStatistics;
  readonly names: Names;
  readonly language: Language;
  readonly brandName: string;
}

/** The monthly case statistics as a mail in its language (R9); HTML and text say the same. */
export function renderStatistics(mail: StatisticsMail): RenderedDigest {
  const { statistics, language, brandName } = mail;
  const words = statisticsWordsOf(language);
  const month = monthInWords(statistics.month, language);
  const { total } = statistics;
  const sections = sectionsOf({ ...mail, words });
  const parts: Parts = {
    brandName,
    name: words.name,
    month,
    headline: words.headline(total.closed, total.inTimeRatio === undefined ? undefined : percent(total.inTimeRatio.value)),
    lead: leadOf(mail),
    sections,
    methodTitle: words.methodTitle,
    method: words.method(statistics.timeZone, wordsOf(language).dateTime(localMinute(statistics.at, statistics.timeZone))),
  };
  const subject = `${words.subject(total.closed, month)} · ${brandName}`.replaceAll(/\p{Cc}+/gu, ' ');
  return { subject, html: htmlOf(parts, words.lang, layoutFor(language)), text: textOf(parts) };
}

interface Parts {
  readonly brandName: string;
  readonly name: string;
  readonly month: string;
  readonly headline: string;
  readonly lead: string;
  readonly sections: readonly Section[];
  readonly methodTitle: string;
  readonly method: readonly string[];
}

function leadOf({ statistics: { total, overdue, isCut }, language }: StatisticsMail): string {
  const words = statisticsWordsOf(language);
  const late = overdue.reduce((sum, { cases }) => sum + cases, 0);
  const sentences = [
    total.closed > 0 && words.verdicts(total.founded, total.partlyFounded, total.unfounded, total.undecided),
    total.closed > 0 && words.reopened(total.reopened),
    words.overdueNow(late),
    isCut && words.isCut,
  ];
  return sentences.filter((sentence) => typeof sentence === 'string').join(words.sentenceSpace);
}

function htmlOf(parts: Parts, lang: string, layout: Layout): string {
  const { row, cell, heading } = layout;
  const block = (content: Fragment, above: number) => row(cell({ padding: `${above}px 32px 0` }, content));
  const rows = [
    masthead(layout, [parts.brandName, parts.name, parts.month]),
    block(heading(1, parts.headline), 28),
    row(cell({ padding: '8px 32px 0', size: 15 }, parts.lead)),
    parts.sections.map(({ title, note, lines }) => [
      block(heading(2, title), 32),
      note !== undefined && row(cell({ padding: '2px 32px 0', size: 13, colour: 'muted' }, note)),
      lines.length > 0 && block(table(title, lines, layout), 10),
    ]),
    footnotes(layout, parts.methodTitle, parts.method),
  ];
  return mailPage(layout, { lang, title: parts.headline, preview: parts.lead, rows });
}

/** Longer values may go over several lines: sums of money in several currencies. */
const MAX_UNBROKEN = 12;

/** Two columns, so that it is read on a phone too: the name and the value, and below them the details over the whole width. */
const table = (title: string, lines: readonly Line[], layout: Layout): Html =>
  layout.dataTable(
    title,
    lines.map((line) => tableRows(line, layout)),
  );

function tableRows({ name, value, details, isBad = false }: Line, { row, cell, rowHead }: Layout): Html {
  const colour = isBad ? 'bad' : 'ink';
  const below = details.length === 0 ? '7px' : '0';
  const isAlone = value === undefined;
  return html`${row(
    rowHead({ padding: `7px 10px ${below} 0`, hasLine: true, colour, ...(isAlone ? { columns: 2 } : {}) }, breakable(name)),
    !isAlone &&
      cell(
        { padding: `7px 0 ${below}`, hasLine: true, align: 'right', isBold: true, isNoWrap: value.length <= MAX_UNBROKEN, colour },
        value,
      ),
  )}${
    details.length > 0 &&
    row(
      cell(
        { padding: '0 0 7px', size: 13, colour: 'muted', columns: 2 },
        details.map((detail, n) => [n > 0 && html`<br>`, breakable(detail)]),
      ),
    )
  }`;
}

/** What people entered may be one word without an end, wider than a phone. */
const breakable = (text: string): Html => html`<span style="overflow-wrap:anywhere">${text}</span>`;

function textOf({ brandName, name, month, headline, lead, sections, methodTitle, method }: Parts): string {
  const blocks = sections.map(({ title, note, lines }) =>
    [title, note, ...lines.flatMap(textLines)].filter((line) => line !== undefined && line !== '').join('\n'),
  );
  return `${[`${brandName}\n${name}\n${month}`, headline, lead, ...blocks, [methodTitle, ...method].join('\n')].join('\n\n')}\n`;
}

const textLines = ({ name, value, details }: Line) => [
  value === undefined ? name : `${name}  ${value}`,
  ...details.map((one) => `  ${one}`),
];
