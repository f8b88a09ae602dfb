import { type Fragment, type Html, html } from '../html.ts';
import type { DigestModel } from './digest.ts';
import { localMinute } from './formats.ts';
import { headlineOf, leadOf } from './headline.ts';
import { caseNumbers, commentBlock, overdueTable } from './html-cases.ts';
import { breakdown, recommendationBars, satisfactionBars, scoreCards } from './html-scores.ts';
import { type Layout, layoutFor } from './layout.ts';
import { footnotes, mailPage, masthead } from './page.ts';
import type { DigestWords } from './words.ts';

/** The mail as HTML. */
export function htmlDigest(model: DigestModel, words: DigestWords): string {
  const layout = layoutFor(model.language);
  const headline = headlineOf(model, words);
  const lead = leadOf(model, words);
  const rows = [
    masthead(layout, [
      model.brandName,
      words.reportName(model.period.kind, model.isRunning),
      words.periodName(model.period.from, model.period.to),
    ]),
    layout.row(layout.cell({ padding: '28px 32px 0' }, layout.heading(1, headline))),
    layout.row(layout.cell({ padding: '8px 32px 0', size: 15 }, lead)),
    sections(model, words, layout),
    footnotes(layout, words.methodTitle, words.method(model.timeZone, words.dateTime(localMinute(model.at, model.timeZone)))),
  ];
  return mailPage(layout, { lang: words.lang, title: headline, preview: lead, rows });
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
