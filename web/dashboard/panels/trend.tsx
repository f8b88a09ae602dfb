import { go, withQuery } from '../../browser/route.ts';
import { TrendChart } from '../charts/trend-chart.tsx';
import { axisOf, trendPoints } from '../charts/trend-points.ts';
import type { View } from '../figures.ts';
import { oneOf } from '../filters.ts';
import { answeredTo } from '../measures.ts';
import { openMark } from '../parts/mark-link.tsx';
import { Panel } from '../parts/panel.tsx';
import { markIn, useSight } from '../parts/sight.ts';
import { persOf } from '../range.ts';
import { MEASURES, type Measure, type Settings } from '../settings.ts';
import { say, speech } from '../words.ts';
import { trendTable } from './trend-table.ts';

/** A score over time, with its interval as a band. */
export function Trend({ view }: { readonly view: View }) {
  const sight = useSight();
  const { measure } = sight.settings;
  const mark = { ...markIn(sight), ...answeredTo(measure) };
  const points = trendPoints(view.steps, measure);
  const table = trendTable({ points, measure, mark, suppressedBelow: view.suppressedBelow }, speech);
  const hasPartial = points.some(({ isPartial }) => isPartial);
  const isSparse = measure !== 'n' && points.filter(({ value }) => value === undefined).length * 2 > points.length;
  const title = say('trendOf', { measure: say('measureName', { measure }) });
  return (
    <Panel id="trend" title={title} lead={measure === 'n' ? undefined : say('trendLead')} table={table}>
      <div class="choices">
        <MeasureChoice measure={measure} />
        <StepChoice settings={sight.settings} />
      </div>
      {points.every(({ value }) => value === undefined) ? (
        <p class="remark">{say('noTrend', { count: view.suppressedBelow })}</p>
      ) : (
        <TrendChart
          points={points}
          axis={axisOf(measure, points)}
          label={say('trendLabel', { title, days: speech.days(view.days) })}
          onPick={({ from, to, n }) => n !== undefined && n > 0 && openMark({ ...mark, from, to })}
        />
      )}
      {isSparse && <Sparser settings={sight.settings} below={view.suppressedBelow} />}
      {hasPartial && <p class="remark">{say('partialPoints')}</p>}
    </Panel>
  );
}

/** What the trend and the branches are compared by; in the address, as all choices are. */
const MeasureChoice = ({ measure }: { readonly measure: Measure }) => (
  <fieldset class="choice">
    <legend class="unseen">{say('measure')}</legend>
    {MEASURES.map((one) => (
      <label key={one}>
        <input
          type="radio"
          name="measure"
          value={one}
          checked={one === measure}
          onChange={({ currentTarget: { value } }) => go(withQuery({ measure: measureChange(value) }), 'replace')}
        />
        {say('measureName', { measure: one })}
      </label>
    ))}
  </fieldset>
);

const measureChange = (value: string) => (value === 'csat' ? undefined : oneOf(MEASURES, value));

/** Finer steps show more, but fewer of them have answers enough for a score. */
function StepChoice({ settings: { days, per } }: { readonly settings: Settings }) {
  const pers = persOf(days);
  if (pers.length < 2) return null;
  return (
    <label class="step">
      {say('per')}
      <select
        value={per}
        onChange={({ currentTarget: { value } }) => go(withQuery({ per: value === pers[0] ? undefined : value }), 'replace')}
      >
        {pers.map((one) => (
          <option key={one} value={one}>
            {say('perName', { per: one })}
          </option>
        ))}
      </select>
    </label>
  );
}

/** Where most points have too few answers, longer steps may have enough. */
function Sparser({ settings: { days, per }, below }: { readonly settings: Settings; readonly below: number }) {
  const pers = persOf(days);
  const coarser = per === undefined ? undefined : pers[pers.indexOf(per) + 1];
  if (coarser === undefined) return null;
  return (
    <p class="remark">
      {say('sparse', { count: below })}{' '}
      <button type="button" onClick={() => go(withQuery({ per: coarser }), 'replace')}>
        {say('showPer', { per: coarser })}
      </button>
    </p>
  );
}
