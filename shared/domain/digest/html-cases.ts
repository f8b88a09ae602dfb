import { type Fragment, type Html, html } from '../html.ts';
import { severityWords, topicWords } from '../words.ts';
import type { DigestComment } from './comments.ts';
import type { DigestModel } from './digest.ts';
import { deskLink, momentText } from './formats.ts';
import { COLOURS, type Layout } from './layout.ts';
import { riseTexts, type Said } from './sayings.ts';
import type { DigestWords } from './words.ts';

interface Section extends Said {
  readonly model: DigestModel;
  readonly layout: Layout;
}

/** Overdue cases that are listed, and serious ones; how many more there are is told. */
export const MAX_OVERDUE = 10;
export const MAX_SERIOUS = 5;

const linked = (text: string, url: string | undefined): Fragment =>
  url === undefined ? text : html`<a href="${url}" style="color:${COLOURS.accent}">${text}</a>`;

export function overdueTable({ model, words, layout }: Section): Html | undefined {
  const { overdue } = model.attention;
  if (overdue.length === 0) return undefined;
  const { dataTable, row, rowHead, columnHead, cell } = layout;
  const head = { colour: 'muted', size: 12, padding: '0 8px 4px 0' } as const;
  const line = { size: 13, hasLine: true, padding: '7px 8px 7px 0' } as const;
  const rest = overdue.length - MAX_OVERDUE;
  return dataTable(words.overdueTitle, [
    row(
      columnHead({ ...head, width: '17%' }, words.caseHeading),
      columnHead({ ...head, width: '14%' }, words.severityHeading),
      columnHead({ ...head, width: '22%' }, words.ownerHeading),
      columnHead({ ...head, width: '47%' }, words.overdueHeading),
    ),
    ...overdue
      .slice(0, MAX_OVERDUE)
      .map((item) =>
        row(
          rowHead({ ...line, isBold: true, isNoWrap: true }, linked(item.number, deskLink(model, 'cases', item.number))),
          cell(
            { ...line, isBold: item.severity >= 3, colour: item.severity >= 3 ? 'bad' : 'ink' },
            severityWords[item.severity][model.language],
          ),
          cell(line, ownerOf(model, item.owner)),
          cell(
            { ...line, padding: '7px 0' },
            words.missed(item.missed, words.duration(item.minutesOver), momentText(item.dueAt, model, words)),
          ),
        ),
      ),
    rest > 0 && row(cell({ size: 13, colour: 'muted', hasLine: true, padding: '7px 0', columns: 4 }, words.moreCases(rest))),
  ]);
}

export const ownerOf = ({ ownerNames }: DigestModel, id: string) => ownerNames.get(id) ?? id;

/** Serious cases that are not late, and topics that rose; a line each. */
export function otherAttention(section: Section): Html | undefined {
  const { model, words, report, layout } = section;
  const { serious } = model.attention;
  const { frame, row, cell } = layout;
  const rest = serious.length - MAX_SERIOUS;
  const lines: Fragment[] = [
    ...serious
      .slice(0, MAX_SERIOUS)
      .map((item) => [
        html`<b>${linked(item.number, deskLink(model, 'cases', item.number))}</b>${words.separator}`,
        [
          report.serious(momentText(item.openedAt, model, words)),
          severityWords[item.severity][model.language],
          ownerOf(model, item.owner),
        ].join(words.separator),
      ]),
    ...(rest > 0 ? [report.moreSerious(rest)] : []),
    ...riseTexts(model, section),
  ];
  if (lines.length === 0) return undefined;
  return frame(lines.map((line) => row(cell({ size: 13, hasLine: true, padding: '7px 0' }, line))));
}

/** What is needed of a house to show a comment. */
export type CommentHouse = Pick<DigestModel, 'language' | 'branchNames'> & Partial<Pick<DigestModel, 'deskUrl'>>;

/** What is known beside the words: rating, topics, branch, severity, case. */
export function commentFacts(comment: DigestComment, { language, branchNames }: CommentHouse, words: DigestWords): string {
  const { csat, nps, topics, branch, severity, caseNumber } = comment;
  const facts = [
    csat && words.rating(csat.value, csat.max),
    csat === undefined && nps !== undefined && words.npsRating(nps),
    ...topics.slice(0, 3).map((topic) => topicWords[topic][language]),
    branch !== undefined && (branchNames.get(branch) ?? branch),
    severity >= 3 && `${words.severityHeading}${words.colon}${severityWords[severity][language]}`,
    caseNumber !== undefined && words.caseLabel(caseNumber),
  ];
  return facts.filter((fact) => typeof fact === 'string').join(words.separator);
}

/** The colour repeats what stands in words: the best one, and what is serious. */
function edgeOf({ isBest, severity }: DigestComment) {
  if (isBest) return 'good';
  return severity >= 3 ? 'bad' : 'neutral';
}

/** A comment with a coloured edge, and as it was written below its translation; `source` says where to read on. */
export function commentBlock(
  { model, words, layout, original }: Pick<Section, 'words' | 'layout'> & { readonly model: CommentHouse; readonly original?: string },
  comment: DigestComment,
  source?: string,
): Html {
  const { frame, row, cell } = layout;
  const tint = { background: 'tint' } as const;
  const small = { ...tint, colour: 'muted', size: 12 } as const;
  const lang = comment.language === 'und' ? undefined : html` lang="${comment.language}"`;
  const facts = commentFacts(comment, model, words);
  const url = deskLink(model, 'feedback', comment.id);
  const written = html`<span${lang} dir="auto" style="overflow-wrap:anywhere">${comment.text}</span>`;
  const { translation } = comment;
  return frame(
    row(
      cell({ width: '4', size: 1, background: edgeOf(comment) }, html`&nbsp;`),
      cell(
        { ...tint, padding: '10px 14px' },
        frame([
          comment.isBest && row(cell({ ...tint, colour: 'good', size: 12, isBold: true }, words.best)),
          translation === undefined
            ? row(cell({ ...tint, size: 15 }, written))
            : [
                row(cell({ ...tint, size: 15 }, html`<span style="overflow-wrap:anywhere">${translation}</span>`)),
                row(cell(small, `${original ?? ''}${words.colon}`, written)),
              ],
          facts !== '' && row(cell({ ...small, padding: '4px 0 0' }, linked(facts, url))),
          source !== undefined && row(cell(small, source)),
        ]),
      ),
    ),
  );
}
