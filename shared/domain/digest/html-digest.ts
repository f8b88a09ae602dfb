import { type Fragment, type Html, html } from '../html.ts';
import type { DigestModel } from './digest.ts';
import { headlineOf, leadOf } from './headline.ts';
import { commentBlock, otherAttention, overdueTable } from './html-cases.ts';
import { numberCards } from './html-numbers.ts';
import { branchTable, driverTable, standardTable } from './html-tables.ts';
import { COLOURS, type Layout, layoutFor } from './layout.ts';
import { footnotes, mailPage, masthead } from './page.ts';
import { PICTURE } from './picture.ts';
import type { MailParts } from './render.ts';
import { branchNotes, driverNotes, methodNotes, type Said, serviceText, trendAlt, trendNotes } from './sayings.ts';

/** The mail as HTML: what matters most first, and read without pictures. */
export function htmlDigest(model: DigestModel, said: Said, parts: MailParts): string {
  const layout = layoutFor(model.language);
  const { words, report } = said;
  const { row, cell, heading } = layout;
  const headline = headlineOf(model);
  const lead = leadOf(model);
  const rows = [
    masthead(layout, [nameOf(model, said), words.reportName(model.period.kind, model.isRunning), periodOf(model, said)]),
    row(cell({ padding: '28px 32px 0' }, heading(1, headline))),
    row(cell({ padding: '8px 32px 0', size: 15 }, lead)),
    sections({ ...said, model, layout }, parts),
    footnotes(layout, report.methodTitle, methodNotes(model, said), stopNote(said, parts)),
  ];
  return mailPage(layout, { lang: words.lang, title: headline, preview: lead, rows });
}

/** Whose figures these are: the brand's, and of which branch. */
export const nameOf = ({ brandName, branchName }: DigestModel, { words }: Said) =>
  branchName === undefined ? brandName : `${brandName}${words.separator}${branchName}`;

export const periodOf = ({ period: { from, to } }: DigestModel, { words }: Said) => words.periodName(from, to);

interface Section extends Said {
  readonly model: DigestModel;
  readonly layout: Layout;
}

/** Everything between the headline and the notes, in the order in which it is needed. */
function sections(of: Section, { picture }: MailParts): Fragment {
  const { model, words, report, layout } = of;
  const { row, cell, heading } = layout;
  const { kind } = model.period;
  const block = (content: Fragment, above = 20) => row(cell({ padding: `${above}px 32px 0` }, content));
  const note = (text: string | undefined) => text !== undefined && row(cell({ padding: '4px 32px 0', size: 13, colour: 'muted' }, text));
  const titled = (title: string, content: Fragment, notes: readonly (string | undefined)[] = []) => [
    block(heading(2, title), 32),
    content && block(content, 10),
    notes.map(note),
  ];
  const attention = [overdueTable(of), otherAttention(of)].filter((part) => part !== undefined);
  const standards = model.supervision && titled(report.standardsTitle(kind), standardTable(of), [serviceText(model, of)]);
  return [
    block(numberCards(of)),
    titled(report.trendTitle(model.trend.length, kind), trendPicture(of, picture), trendNotes(model, of, picture !== undefined)),
    titled(report.driversTitle, driverTable(of), driverNotes(model, of)),
    comments(of, titled),
    titled(
      report.attentionTitle,
      attention.map((part) => html`${part}`),
      attention.length === 0 ? [report.nothing] : [],
    ),
    standards,
    model.branches.length > 0 && titled(words.byBranch, branchTable(of), branchNotes(model, of)),
  ];
}

/** Where pictures are not shown, what it shows is read in its place. */
function trendPicture({ model, ...said }: Section, picture: string | undefined): Fragment {
  const alt = trendAlt(model, said);
  if (picture === undefined) return alt;
  const style = `display:block;width:100%;max-width:${PICTURE.width}px;height:auto;border:0;font-size:13px;line-height:20px;color:${COLOURS.ink}`;
  return html`<img src="${picture}" width="${PICTURE.width}" height="${PICTURE.height}" alt="${alt}" style="${style}">`;
}

function comments(of: Section, titled: (title: string, content: Html, notes: readonly string[]) => Fragment): Fragment {
  const { model, words, report } = of;
  if (model.comments.length === 0) return undefined;
  const gap = html`<div style="font-size:1px;line-height:10px;height:10px">&nbsp;</div>`;
  const hasBest = model.comments.some(({ isBest }) => isBest);
  return titled(
    words.commentsTitle(model.comments.length, model.commentsRead),
    html`${model.comments.map((comment, i) => [i > 0 && gap, commentBlock({ ...of, original: report.original }, comment)])}`,
    [words.commentsRule(hasBest, model.isFeedbackCut, model.commentsRead)],
  );
}

const stopNote = ({ report, words }: Said, { stop }: MailParts): Fragment =>
  stop &&
  html`${report.stop(stop.address)}${words.sentenceSpace}<a href="${stop.url}" style="color:${COLOURS.accent}">${report.stopLink}</a>`;
