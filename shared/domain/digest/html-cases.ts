import { type Html, html } from '../html.ts';
import { isReportable } from '../metrics/figures.ts';
import { severityWords, topicWords } from '../words.ts';
import type { DigestComment } from './comments.ts';
import type { DigestModel } from './digest.ts';
import { localMinute, percent } from './formats.ts';
import type { Layout } from './layout.ts';
import type { DigestWords } from './words.ts';

interface Section {
  readonly model: DigestModel;
  readonly words: DigestWords;
  readonly layout: Layout;
}

/** Overdue cases that are listed; how many more there are is told. */
export const MAX_OVERDUE = 10;

export function takenUpText({ takenUp }: DigestModel, words: DigestWords): string {
  const { inTime, of } = takenUp;
  if (of === 0) return words.noneDue;
  return words.takenUp(inTime, of, isReportable(of) ? percent(inTime / of) : undefined);
}

/** Opened, taken up in time, overdue now. */
export function caseNumbers({ model, words, layout }: Section): Html {
  const { frame, row, cell } = layout;
  const figure = (value: string, label: string, isBad: boolean) =>
    cell(
      { width: '33%', padding: '0 8px 0 0' },
      frame([row(cell({ size: 20, isBold: true, colour: isBad ? 'bad' : 'ink' }, value)), row(cell({ size: 13, colour: 'muted' }, label))]),
    );
  return frame(
    row(
      figure(String(model.figures.cases.opened), words.opened, false),
      figure(takenUpText(model, words), words.takenUpInTime, false),
      figure(String(model.overdue.length), words.overdueNow, model.overdue.length > 0),
    ),
  );
}

export function overdueTable({ model, words, layout }: Section): Html | undefined {
  if (model.overdue.length === 0) return undefined;
  const { dataTable, row, rowHead, columnHead, cell } = layout;
  const head = { colour: 'muted', size: 12, padding: '0 8px 4px 0' } as const;
  const line = { size: 13, hasLine: true, padding: '7px 8px 7px 0' } as const;
  const rest = model.overdue.length - MAX_OVERDUE;
  return dataTable(words.overdueTitle, [
    row(
      columnHead({ ...head, width: '17%' }, words.caseHeading),
      columnHead({ ...head, width: '14%' }, words.severityHeading),
      columnHead({ ...head, width: '22%' }, words.ownerHeading),
      columnHead({ ...head, width: '47%' }, words.overdueHeading),
    ),
    ...model.overdue
      .slice(0, MAX_OVERDUE)
      .map((item) =>
        row(
          rowHead({ ...line, isBold: true, isNoWrap: true }, item.number),
          cell(
            { ...line, isBold: item.severity >= 3, colour: item.severity >= 3 ? 'bad' : 'ink' },
            severityWords[item.severity][model.language],
          ),
          cell(line, item.ownerName),
          cell(
            { ...line, padding: '7px 0' },
            words.missed(item.missed, words.duration(item.minutesOver), dueText(model, item.dueAt, words)),
          ),
        ),
      ),
    rest > 0 && row(cell({ size: 13, colour: 'muted', hasLine: true, padding: '7px 0', columns: 4 }, words.moreCases(rest))),
  ]);
}

export const dueText = ({ timeZone }: DigestModel, dueAt: string, words: DigestWords) => words.dateTime(localMinute(dueAt, timeZone));

/** What is needed of a house to show a comment. */
export type CommentHouse = Pick<DigestModel, 'language' | 'branchNames'>;

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

/** A comment with a coloured edge; `source` says where to read on. */
export function commentBlock(
  { model, words, layout }: Pick<Section, 'words' | 'layout'> & { readonly model: CommentHouse },
  comment: DigestComment,
  source?: string,
): Html {
  const { frame, row, cell } = layout;
  const lang = comment.language === 'und' ? undefined : html` lang="${comment.language}"`;
  const facts = commentFacts(comment, model, words);
  return frame(
    row(
      cell({ width: '4', size: 1, background: edgeOf(comment) }, html`&nbsp;`),
      cell(
        { background: 'tint', padding: '10px 14px' },
        frame([
          comment.isBest && row(cell({ background: 'tint', colour: 'good', size: 12, isBold: true }, words.best)),
          row(cell({ background: 'tint', size: 15 }, html`<span${lang} dir="auto" style="overflow-wrap:anywhere">${comment.text}</span>`)),
          facts !== '' && row(cell({ background: 'tint', colour: 'muted', size: 12, padding: '4px 0 0' }, facts)),
          source !== undefined && row(cell({ background: 'tint', colour: 'muted', size: 12 }, source)),
        ]),
      ),
    ),
  );
}
