import { useCallback, useEffect, useMemo, useState } from 'preact/hooks';
import { Busy, Fault, Nothing } from '../../browser/parts/states.tsx';
import { usePlace } from '../../browser/route.ts';
import { CasePage } from '../case/case-page.tsx';
import { onOutbox } from '../commands/outbox.ts';
import { TOPIC_IDS } from '../topics.ts';
import { say } from '../words.ts';
import { Bulk } from './bulk.tsx';
import { ClearFilters, FilterBar } from './filter-bar.tsx';
import { FILTERS, queryOf } from './filters.ts';
import { List } from './list.tsx';
import { SearchBox } from './search-box.tsx';
import { useCases } from './use-cases.ts';

function useChosen() {
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const toggle = useCallback((number: string) => {
    setChosen((was) => {
      const next = new Set(was);
      if (!next.delete(number)) next.add(number);
      return next;
    });
  }, []);
  const drop = (number: string) => setChosen((was) => new Set([...was].filter((one) => one !== number)));
  return { chosen, toggle, drop, clear: () => setChosen(new Set()) };
}

/** The part of the address that brings the list back as it is. */
function searchOf(query: URLSearchParams): string {
  const kept = new URLSearchParams(FILTERS.flatMap((name) => (query.get(name) ? [[name, query.get(name) ?? '']] : [])));
  return kept.size === 0 ? '' : `?${kept}`;
}

/** The list on one side and the case that is open on the other; on a phone one of them. */
export function Inbox({ number }: { readonly number: string | undefined }) {
  const { query } = usePlace();
  const search = searchOf(query);
  const asked = useMemo(() => queryOf(new URLSearchParams(search), TOPIC_IDS), [search]);
  const { cases, readOn, retry, renew } = useCases(asked);
  const { chosen, toggle, drop, clear } = useChosen();
  useEffect(() => onOutbox(() => undefined, renew), [renew]);
  const { items, isLoading, fault, cursor } = cases;
  return (
    <div class={`panes${number === undefined ? '' : ' with-case'}`}>
      <section class="inbox" aria-label={say('inbox')}>
        {number === undefined && <h1 class="unseen">{say('inbox')}</h1>}
        <SearchBox />
        <FilterBar />
        <Bulk chosen={items.filter((item) => chosen.has(item.number))} onDone={drop} onClear={clear} onEnd={renew} />
        {items.length > 0 && (
          <>
            <p class="soft count" role="status">
              {say(cursor === undefined ? 'count' : 'countSoFar', { n: items.length })}
            </p>
            <List {...{ items, search, chosen }} openNumber={number} isAll={cursor === undefined} onChoose={toggle} onEnd={readOn} />
          </>
        )}
        {fault !== undefined && <Fault fault={fault} onRetry={retry} />}
        {isLoading && items.length === 0 && <Busy />}
        {!isLoading && items.length === 0 && fault === undefined && <NoCases isFiltered={search !== ''} />}
      </section>
      {number !== undefined && (
        <section class="opened" aria-label={say('case', { number })}>
          <a class="back" href={`/desk/${search}`}>
            {say('backToList')}
          </a>
          <CasePage key={number} number={number} />
        </section>
      )}
    </div>
  );
}

const NoCases = ({ isFiltered }: { readonly isFiltered: boolean }) => (
  <Nothing>
    <p>{say(isFiltered ? 'noneForFilter' : 'noneYet')}</p>
    {isFiltered ? <ClearFilters /> : <p class="soft">{say('noneYetHow')}</p>}
  </Nothing>
);
