import { useEffect, useRef, useState } from 'preact/hooks';
import { api, ask } from '../../browser/api/client.ts';
import { ApiFault } from '../../browser/api/fault.ts';
import { sentenceOf } from '../../browser/common-words.ts';
import { go, usePlace, withQuery } from '../../browser/route.ts';
import type { CustomerFile } from '../api-types.ts';
import { useShortcuts } from '../shortcuts.ts';
import { say } from '../words.ts';
import { soughtBy } from './filters.ts';

type Found = readonly CustomerFile[] | 'none' | ApiFault;

/** Addresses stand in the body of the request and never in an address of a page: those are kept in histories and logs. */
async function find(by: { email: string } | { phone: string }): Promise<Found> {
  try {
    const { items } = await ask(api.POST('/api/customers/find', { body: by }));
    return items.length === 0 ? 'none' : items;
  } catch (error) {
    return error instanceof ApiFault ? error : new ApiFault('broken', { cause: error });
  }
}

/** Case number, customer's address or telephone, or words. */
export function SearchBox() {
  const { query } = usePlace();
  const text = query.get('text') ?? '';
  const [typed, setTyped] = useState(text);
  const [found, setFound] = useState<Found>();
  const box = useRef<HTMLInputElement>(null);
  useEffect(() => setTyped(text), [text]);
  useShortcuts({ '/': () => box.current?.focus() });

  const search = async () => {
    setFound(undefined);
    const sought = soughtBy(typed);
    if (sought.kind === 'case') go(`/desk/cases/${sought.number}`);
    else if (sought.kind !== 'customer') {
      go(
        withQuery(
          { text: sought.kind === 'text' ? sought.text : undefined },
          { path: '/desk/', query: new URLSearchParams(location.search) },
        ),
      );
    } else {
      const result = await find(sought.by);
      if (Array.isArray(result) && result.length === 1) go(`/desk/customers/${result[0].customerKey}`);
      else setFound(result);
    }
  };
  return (
    <search>
      <form
        class="search"
        onSubmit={(event) => {
          event.preventDefault();
          void search();
        }}
      >
        <label class="unseen" for="search">
          {say('search')}
        </label>
        <input
          id="search"
          type="search"
          ref={box}
          dir="auto"
          autocomplete="off"
          placeholder={say('searchHint')}
          maxLength={200}
          value={typed}
          onInput={(event) => setTyped(event.currentTarget.value)}
        />
        <button type="submit">{say('search')}</button>
        <div role="status">{found !== undefined && <Results found={found} />}</div>
      </form>
    </search>
  );
}

function Results({ found }: { readonly found: Found }) {
  if (found === 'none') return <p class="soft">{say('nobodyFound')}</p>;
  if (found instanceof ApiFault) return <p class="issue">{sentenceOf(found)}</p>;
  return (
    <ul>
      {found.map(({ customerKey, name, email, phone }) => (
        <li key={customerKey}>
          <a href={`/desk/customers/${customerKey}`}>
            {[name, email, phone].map((part) => part !== undefined && <bdi key={part}>{part} </bdi>)}
          </a>
        </li>
      ))}
    </ul>
  );
}
