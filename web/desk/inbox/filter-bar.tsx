import { severityWords, tierWords, topicWords } from '../../../shared/domain/words.ts';
import { serverNow } from '../../browser/clock.ts';
import { go, usePlace, withQuery } from '../../browser/route.ts';
import { useSeat } from '../seat.ts';
import { language, say } from '../words.ts';
import { type Chosen, FILTERS, type Filter, NO_FILTERS } from './filters.ts';

interface Option {
  readonly id: string;
  readonly name: string;
}

const MONTHS = 12;

/** The months in which cases may have been closed, this one first: `2026-11`. */
function months(now: number): string[] {
  const date = new Date(now);
  return Array.from({ length: MONTHS }, (_, i) =>
    new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() - i, 1)).toISOString().slice(0, 7),
  );
}

const monthWords = (month: string) =>
  new Intl.DateTimeFormat(language === 'en' ? 'en-GB' : 'zh-CN', { year: 'numeric', month: 'long', timeZone: 'UTC' }).format(
    new Date(`${month}-01`),
  );

const set = (name: Chosen, value: string) =>
  go(withQuery({ [name]: value }, { path: '/desk/', query: new URLSearchParams(location.search) }));

function Choice({ name, options, value }: { readonly name: Chosen; readonly options: readonly Option[]; readonly value: string }) {
  return (
    <label class="filter">
      <span>{say(`filter-${name}`)}</span>
      <select name={name} value={value} onChange={(event) => set(name, event.currentTarget.value)}>
        <option value="">{say(`any-${name}`)}</option>
        {options.map(({ id, name: text }) => (
          <option key={id} value={id} selected={id === value}>
            {text}
          </option>
        ))}
      </select>
    </label>
  );
}

/** What narrows the list; it stands in the address, so that it can be kept, sent on, and gone back to. */
export function FilterBar() {
  const { query } = usePlace();
  const { house, names } = useSeat();
  const value = (name: Filter) => query.get(name) ?? '';
  const words = (of: Readonly<Record<string, { readonly en: string; readonly 'zh-Hans': string }>>) =>
    Object.entries(of).map(([id, name]) => ({ id, name: name[language] }));
  const named = (list: typeof names.agents) => list.map(({ id, name }) => ({ id, name: name[language] }));
  const owners = [{ id: 'me', name: say('mine') }, ...named(names.agents)];
  const waiting = (['true', 'false'] as const).map((id) => ({ id, name: say(`waiting-${id}`) }));
  const overdue = (['true', 'false'] as const).map((id) => ({ id, name: say(`overdue-${id}`) }));
  const options: readonly (readonly [Chosen, readonly Option[]])[] = [
    ['owner', owners],
    ['severity', words(severityWords).toReversed()],
    ['topic', words(topicWords)],
    ['branch', named(house.branches)],
    ['tier', words(tierWords)],
    ['overdue', overdue],
    ['waiting', waiting],
    ['month', months(serverNow()).map((id) => ({ id, name: monthWords(id) }))],
  ];
  const count = FILTERS.filter((name) => value(name) !== '').length;
  return (
    <details class="filters" open={count > 0 && matchMedia('(min-width: 60rem)').matches}>
      <summary>{say('filters', { n: count })}</summary>
      <div class="choices">
        {options.map(([name, list]) => (
          <Choice key={name} name={name} options={list} value={value(name)} />
        ))}
        {count > 0 && <ClearFilters />}
      </div>
    </details>
  );
}

export const ClearFilters = () => (
  <button type="button" onClick={() => go(withQuery(NO_FILTERS, { path: '/desk/', query: new URLSearchParams(location.search) }))}>
    {say('clearFilters')}
  </button>
);
