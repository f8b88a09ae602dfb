import { type Fragment, type Html, html } from '../html.ts';
import type { DigestModel } from './digest.ts';
import { localMinute } from './formats.ts';
import { headlineOf, leadOf } from './headline.ts';
import { caseNumbers, commentBlock, overdueTable } from './html-cases.ts';
import { breakdown, recommendationBars, satisfactionBars, scoreCards } from './html-scores.ts';
import { COLOURS, type Layout, layoutFor } from './layout.ts';
import type { DigestWords } from './words.ts';

/** The mail as HTML: tables and inline styles only, 600 px, no pictures, nothing fetched. */
export function htmlDigest(model: DigestModel, words: DigestWords): string {
  const layout = layoutFor(model.language);
  const headline = headlineOf(model, words);
  const lead = leadOf(model, words);
  const card = layout.sheet([
    masthead(model, words, layout),
    layout.row(layout.cell({ padding: '28px 32px 0' }, layout.heading(1, headline))),
    layout.row(layout.cell({ padding: '8px 32px 0', size: 15 }, lead)),
    sections(model, words, layout),
    footer(model, words, layout),
  ]);
  return document(words.lang, headline, lead, layout.frame(layout.row(pageCell(layout, card)))).text;
}

/** Everything between the headline and the notes. */
function sections(model: DigestModel, words: DigestWords, layout: Layout): Fragment {
  const { row, cell, heading } = layout;
  const of = { model, words, layout };
  const hasScores = model.figures.csat.n + model.figures.nps.n > 0;
  const { negative, neutral, positive, n: read } = model.figures.sentiment;
  const block = (content: Fragment, above = 20) => row(cell({ padding: `${above}px 32px 0` }, content));
  const titled = (title: string, content: Html | undefined, note?: string) =>
    content && [
      block(heading(2, title), 32),
      note !== undefined && row(cell({ padding: '2px 32px 0', size: 13, colour: 'muted' }, note)),
      block(content, 10),
    ];
  return [
    hasScores && block(scoreCards(of)),
    titled(words.distribution, satisfactionBars(of)),
    titled(words.npsDistribution, recommendationBars(of)),
    read > 0 && block(words.moods(negative, neutral, positive), 16),
    titled(words.byBranch, breakdown(of, words.branchHeading, model.branches)),
    titled(words.byTopic, breakdown(of, words.topicHeading, model.topics)),
    titled(words.casesTitle, caseNumbers(of)),
    model.overdue.length > 0 && block(overdueTable(of), 16),
    model.comments.length > 0 &&
      titled(
        words.commentsTitle(model.comments.length, model.commentsRead),
        html`${model.comments.map((comment, i) => [i > 0 && html`<div style="font-size:1px;line-height:10px;height:10px">&nbsp;</div>`, commentBlock(of, comment)])}`,
        words.commentsRule(
          model.comments.some(({ isBest }) => isBest),
          model.isFeedbackCut,
          model.commentsRead,
        ),
      ),
  ];
}

function masthead({ brandName, period, isRunning }: DigestModel, words: DigestWords, { frame, row, cell }: Layout): Html {
  const line = { background: 'accent', colour: 'white' } as const;
  return row(
    cell(
      { ...line, padding: '18px 32px' },
      frame([
        row(cell({ ...line, size: 13 }, brandName)),
        row(cell({ ...line, size: 16, isBold: true }, words.reportName(period.kind, isRunning))),
        row(cell({ ...line, size: 13 }, words.periodName(period.from, period.to))),
      ]),
    ),
  );
}

function footer({ timeZone, at }: DigestModel, words: DigestWords, { frame, row, cell }: Layout): Html {
  const notes = words.method(timeZone, words.dateTime(localMinute(at, timeZone)));
  const note = { background: 'tint', colour: 'muted', size: 12 } as const;
  return html`${row(cell({ size: 1, padding: '32px 0 0' }, html`&nbsp;`))}${row(
    cell(
      { background: 'tint', padding: '18px 32px' },
      frame([
        row(cell({ ...note, isBold: true }, words.methodTitle)),
        notes.map((text) => row(cell({ ...note, padding: '3px 0 0' }, text))),
      ]),
    ),
  )}`;
}

const pageCell = ({ cell }: Layout, card: Html) => cell({ background: 'page', align: 'center', padding: '24px 12px' }, card);

/** What mail programs show beside the subject is the lead, hidden at the top. */
const document = (lang: string, title: string, preview: string, body: Html): Html => html`<!DOCTYPE html>
<html lang="${lang}" dir="ltr">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="supported-color-schemes" content="light dark">
<meta name="format-detection" content="telephone=no,date=no,address=no,email=no">
<title>${title}</title>
</head>
<body bgcolor="${COLOURS.page}" style="margin:0;padding:0;background-color:${COLOURS.page};color:${COLOURS.ink}">
<div style="display:none;max-height:0;overflow:hidden;mso-hide:all" aria-hidden="true">${preview}</div>
<main>
${body}
</main>
</body>
</html>
`;
