import { Interval } from '../charts/interval.tsx';
import type { View } from '../figures.ts';
import { answeredTo, SCORES, type Score } from '../measures.ts';
import { MarkLink } from '../parts/mark-link.tsx';
import { Panel } from '../parts/panel.tsx';
import { markIn, useSight } from '../parts/sight.ts';
import { Verdict } from '../parts/verdict.tsx';
import { say, speech } from '../words.ts';
import { scoresTable } from './scores-table.ts';

/** CSAT, NPS and CES: value, interval, n, and whether they changed. */
export function Scores({ view }: { readonly view: View }) {
  const mark = markIn(useSight());
  return (
    <Panel id="scores" title={say('scores')} lead={say('scoresLead')} table={scoresTable(view, mark, speech)}>
      <div class="cards">
        {SCORES.map((score) => (
          <Card key={score.id} score={score} view={view} />
        ))}
      </div>
    </Panel>
  );
}

function Card({ score, view }: { readonly score: Score; readonly view: View }) {
  const mark = { ...markIn(useSight()), ...answeredTo(score.id) };
  const { figures, previous, changes, suppressedBelow } = view;
  const n = figures === undefined ? 0 : score.n(figures);
  const estimate = figures && score.estimate(figures);
  const before = previous && score.estimate(previous.figures)?.value;
  const { unit, min, max } = score;
  return (
    <div class="card">
      <h3>{say('scoreName', { id: score.id })}</h3>
      <p class="soft">{say('scoreMeaning', { id: score.id })}</p>
      {estimate ? (
        <>
          <p class="value">
            <b>{speech.text(estimate.value, unit)}</b>{' '}
            <span class="soft">{say('interval95', { range: speech.range(estimate.low, estimate.high, unit) })}</span>
          </p>
          <Interval estimate={estimate} unit={unit} min={min} max={max} mark={before} />
        </>
      ) : (
        <p class="remark">{n === 0 ? say('noneAnswered') : say('fewerThan', { count: suppressedBelow })}</p>
      )}
      <p>{n === 0 ? say('nOf', { n }) : <MarkLink mark={mark}>{say('nOf', { n })}</MarkLink>}</p>
      {n > 0 && <Verdict change={changes?.[score.change]} unit={unit} />}
    </div>
  );
}
