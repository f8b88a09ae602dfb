import { useEffect, useState } from 'preact/hooks';
import { go, withQuery } from '../browser/route.ts';
import { isDay } from './days.ts';
import { chosenIn, DIMENSIONS, type Dimension, oneOf, valuesOf } from './filters.ts';
import { nameOf } from './names.ts';
import { useSight } from './parts/sight.ts';
import { RANGES, USUAL_RANGE } from './range.ts';
import { noFilters, rangeChange } from './settings.ts';
import { say, speech } from './words.ts';

/** Which days, and of whom: each choice is in the address. */
export function Toolbar() {
  const { settings } = useSight();
  const { range, days, filters, fault } = settings;
  return (
    <search class="toolbar" aria-label={say('choose')}>
      <label>
        {say('days')}
        <select
          name="range"
          value={range}
          onChange={({ currentTarget: { value } }) => go(withQuery(rangeChange(oneOf(RANGES, value) ?? USUAL_RANGE, days)))}
        >
          {RANGES.map((name) => (
            <option key={name} value={name}>
              {say(`range.${name}`)}
            </option>
          ))}
        </select>
      </label>
      {range === 'own' && <OwnDays />}
      {DIMENSIONS.map((dimension) => (
        <Filter key={dimension} dimension={dimension} />
      ))}
      {chosenIn(filters).length > 0 && (
        <button type="button" class="plain clear" onClick={() => go(withQuery(noFilters()))}>
          {say('clearFilters')}
        </button>
      )}
      {fault && (
        <p class="wrong" role="alert" id="days-fault">
          {say('rangeFault', { fault })}
        </p>
      )}
    </search>
  );
}

function Filter({ dimension }: { readonly dimension: Dimension }) {
  const { house, settings } = useSight();
  return (
    <label>
      {say('dimensionName', { dimension })}
      <select
        name={dimension}
        value={settings.filters[dimension] ?? ''}
        onChange={({ currentTarget: { value } }) => go(withQuery({ [dimension]: value }))}
      >
        <option value="">{say('all')}</option>
        {valuesOf(dimension, house).map((value) => (
          <option key={value} value={value}>
            {nameOf(dimension, value, house, speech)}
          </option>
        ))}
      </select>
    </label>
  );
}

/** Two days of the reader's choice; taken when both are chosen, so that typing a year does not ask for each of its digits. */
function OwnDays() {
  const { settings, today } = useSight();
  const { days, fault } = settings;
  const [{ from, to }, setDays] = useState(days);
  useEffect(() => setDays(days), [days.from, days.to]);
  const choose = (event: Event) => {
    event.preventDefault();
    if (isDay(from) && isDay(to)) go(withQuery(rangeChange('own', { from, to })));
  };
  const also = { max: today, required: true, 'aria-invalid': fault !== undefined, 'aria-describedby': fault && 'days-fault' };
  return (
    <form class="own" onSubmit={choose}>
      <label>
        {say('firstDay')}
        <input type="date" value={from} {...also} onInput={({ currentTarget: { value } }) => setDays({ from: value, to })} />
      </label>
      <label>
        {say('lastDay')}
        <input type="date" value={to} {...also} onInput={({ currentTarget: { value } }) => setDays({ from, to: value })} />
      </label>
      <button type="submit">{say('show')}</button>
    </form>
  );
}
