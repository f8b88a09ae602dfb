import type { Localized } from '../../../language.ts';
import { type AnswerFigures, answerFiguresOf, npsEstimate } from '../../../metrics/figures.ts';
import type { Estimate } from '../../../metrics/interval.ts';
import { ratingDeltas } from '../../../metrics/rating.ts';
import { MIN_REPORTABLE } from '../../../metrics/reportable.ts';
import { sentimentDeltas } from '../../../metrics/sentiment.ts';
import { isWhole, type Span, spansOf } from '../../../metrics/spans.ts';
import { addDeltas, type Deltas, tallyOf } from '../../../metrics/tally.ts';
import { SentimentLabel } from '../../../understand/understanding.ts';
import { SENTIMENT_ROW } from '../../columns.ts';
import { decimal } from '../../number-words.ts';
import type { PivotedRow } from '../../pivot.ts';
import { SMALL_GROUP } from '../../sample.ts';
import type { Analysed } from '../analysed.ts';
import type { FiguresRequest } from '../request.ts';
import { isAsked } from '../table.ts';
import { INTERVAL, intervalCell, N, text } from '../words.ts';

/** Figures of a period; nothing is shown of a group that is too small. */
interface ShownPeriod extends Span {
  /** It is cut by the days asked for, or still runs. */
  readonly isPartial: boolean;
  readonly isSuppressed: boolean;
  readonly figures?: AnswerFigures | undefined;
}

/** What `figures` comes to. */
export interface FiguresResult {
  readonly kind: 'figures';
  readonly suppressedBelow: { readonly score: number; readonly group: number };
  readonly isSuppressed: boolean;
  /** Responses; absent where there are too few to be told of. */
  readonly n?: number | undefined;
  readonly figures?: AnswerFigures | undefined;
  readonly series?: readonly ShownPeriod[] | undefined;
}

/**
 * CSAT, NPS, effort, ratings and sentiment of responses, counted as buckets count them (`ratingDeltas`): without a filter, or with one, both come to the
 * same. Groups of fewer than five are not shown, nor can one be worked out from the others of a series (R20).
 * @param rows as they hold, in the order in which they were answered
 * @param today the day that still runs, of the brand's zone
 */
export function figures(
  rows: readonly PivotedRow[],
  request: FiguresRequest,
  today: string,
): Analysed & { readonly result: FiguresResult } {
  const responses = responsesOf(rows);
  const whole = totalOf(responses);
  const isSuppressed = isSmall(whole.n);
  const series = request.per === undefined || isSuppressed ? undefined : seriesOf(responses, request.per, request, today);
  const result: FiguresResult = {
    kind: 'figures',
    suppressedBelow: { score: MIN_REPORTABLE, group: SMALL_GROUP },
    isSuppressed,
    ...(isSuppressed ? {} : { n: whole.n, figures: whole }),
    ...(series === undefined ? {} : { series }),
  };
  return { result, report: reportOf(isSuppressed ? undefined : whole) };
}

interface Response {
  readonly day: string;
  readonly deltas: Deltas;
}

function responsesOf(rows: readonly PivotedRow[]): Response[] {
  const own = new Map<string, PivotedRow[]>();
  for (const row of rows) {
    const known = own.get(row.feedbackId);
    if (known === undefined) own.set(row.feedbackId, [row]);
    else known.push(row);
  }
  return [...own.values()].map((of) => ({ day: of[0]?.day ?? '', deltas: deltasOf(of) }));
}

function deltasOf(rows: readonly PivotedRow[]): Deltas {
  const answers = rows.flatMap(({ question, metric, value, min, max }) =>
    !isAsked(question) || metric === null || value === null || min === null || max === null ? [] : [{ metric, value, min, max }],
  );
  const mood = rows.find(({ question }) => question === SENTIMENT_ROW);
  const { data: label } = SentimentLabel.safeParse(mood?.choice);
  return { n: 1, ...ratingDeltas(answers), ...(label === undefined ? {} : sentimentDeltas({ label, score: mood?.value ?? 0 })) };
}

const totalOf = (responses: readonly Response[]): AnswerFigures =>
  answerFiguresOf(tallyOf(responses.reduce((sum: Deltas, { deltas }) => addDeltas(sum, deltas), {})));

const isSmall = (n: number) => n > 0 && n < SMALL_GROUP;

function seriesOf(responses: readonly Response[], per: NonNullable<FiguresRequest['per']>, asked: Span, today: string): ShownPeriod[] {
  const periods = spansOf(per, asked).map((span) => ({
    ...span,
    isPartial: !isWhole(per, span, today),
    figures: totalOf(responses.filter(({ day }) => day >= span.from && day <= span.to)),
  }));
  const hidden = hiddenOf(periods.map(({ figures: { n } }) => n));
  return periods.map(({ figures: of, ...period }, i) =>
    hidden.has(i) ? { ...period, isSuppressed: true } : { ...period, isSuppressed: false, figures: of },
  );
}

/**
 * Places of the periods that are not shown: those of too few and, since the whole less all others would tell them, as many of the next smallest as it
 * takes for two to be hidden that are five responses together.
 */
function hiddenOf(counts: readonly number[]): Set<number> {
  const bySize = counts.map((n, i) => ({ n, i })).filter(({ n }) => n > 0);
  const hidden = bySize.filter(({ n }) => isSmall(n));
  if (hidden.length === 0) return new Set();
  const others = bySize.filter(({ n }) => !isSmall(n)).sort((a, b) => a.n - b.n);
  const total = () => hidden.reduce((sum, { n }) => sum + n, 0);
  for (const next of others) {
    if (hidden.length >= 2 && total() >= SMALL_GROUP) break;
    hidden.push(next);
  }
  return new Set(hidden.map(({ i }) => i));
}

function reportOf(shown: AnswerFigures | undefined): Analysed['report'] {
  const rows = shown === undefined ? [] : linesOf(shown);
  const said =
    shown === undefined ? text('There are too few responses to show anything of them.', '答卷太少，不予显示。') : sentenceOf(shown);
  return {
    title: text('Figures', '指标'),
    sentences: [said],
    sections:
      rows.length === 0
        ? []
        : [
            {
              heading: text('Figures', '指标'),
              head: [text('Figure', '指标'), text('Value', '数值'), INTERVAL, N],
              rows: rows.map(({ name, n, estimate, digits }) => [
                name,
                decimal(estimate.value, digits),
                intervalCell(estimate, digits),
                String(n),
              ]),
              notes: [],
            },
          ],
    method: [
      text(
        'Counted as the dashboard counts: of each person the first answer to each measure. A score needs ten answers; groups of fewer than five responses are not shown.',
        '计数方法与看板一致：每人每项指标取第一个回答。少于 10 个回答不计算指标；少于 5 份答卷的分组不予显示。',
      ),
    ],
  };
}

const sentenceOf = ({ n, csat: { topTwoBox } }: AnswerFigures): Localized =>
  topTwoBox === undefined
    ? text(`${n} ${n === 1 ? 'response' : 'responses'}; too few ratings for a score.`, `共 ${n} 份答卷；评分太少，无法得出指标。`)
    : text(`${percent(topTwoBox.value)} satisfied, of ${n} responses.`, `共 ${n} 份答卷，${percent(topTwoBox.value)} 的客户满意。`);

const percent = (share: number) => `${Math.round(share * 100)}%`;

interface Line {
  readonly name: Localized;
  readonly n: number;
  readonly estimate: Estimate;
  readonly digits: number;
}

function linesOf({ csat, nps, ces, rating, fcr }: AnswerFigures): Line[] {
  const line = (name: Localized, n: number, estimate: Estimate | undefined, digits: number): Line[] =>
    estimate === undefined ? [] : [{ name, n, estimate, digits }];
  return [
    ...line(text('Satisfied (share)', '满意占比'), csat.n, csat.topTwoBox, 2),
    ...line(text('Satisfaction (0–100)', '满意度（0–100）'), csat.n, csat.mean, 1),
    ...line(text('Net Promoter Score', '净推荐值（NPS）'), nps.n, npsEstimate(nps), 0),
    ...line(text('Easy (share)', '省力占比'), ces.n, ces.easy, 2),
    ...line(text('Other ratings (0–100)', '其他评分（0–100）'), rating.n, rating.mean, 1),
    ...line(text('Solved at first contact (share)', '首次联系即解决占比'), fcr.n, fcr.share, 2),
  ];
}
