import { useEffect } from 'preact/hooks';
import { api, ask } from '../../browser/api/client.ts';
import { useLoading } from '../../browser/loading.ts';
import { Busy, Fault } from '../../browser/parts/states.tsx';
import type { Feedback } from '../api-types.ts';
import { say } from '../words.ts';

/** A scan takes seconds; whoever waits for it sees the photo without loading the page anew. */
const ASK_AGAIN_MS = 5000;

/** The customer's photos, each once it has been scanned. Every look at them is recorded. */
export function Photos({ feedback: { id, photos } }: { readonly feedback: Pick<Feedback, 'id' | 'photos'> }) {
  return photos === undefined || photos.length === 0 ? null : <Scanned id={id} />;
}

function Scanned({ id }: { readonly id: string }) {
  const [loading, reload] = useLoading(`photos ${id}`, (signal) =>
    ask(api.GET('/api/feedback/{id}/photos', { params: { path: { id } }, signal })),
  );
  const { data } = loading;
  useEffect(() => {
    if (data?.items.some(({ state }) => state === 'waiting') !== true) return;
    const timer = setTimeout(reload, ASK_AGAIN_MS);
    return () => clearTimeout(timer);
  }, [data, reload]);
  if (data === undefined) return loading.state === 'failed' ? <Fault fault={loading.fault} onRetry={reload} /> : <Busy />;
  return (
    <ul class="photos">
      {data.items.map(({ n, state, url }) => (
        <li key={n}>
          {url === undefined ? (
            <p class="soft">{say(`photo-${state}`, { n })}</p>
          ) : (
            <a href={url} target="_blank" rel="noreferrer">
              <img src={url} alt={say('photo', { n })} loading="lazy" />
            </a>
          )}
        </li>
      ))}
    </ul>
  );
}
