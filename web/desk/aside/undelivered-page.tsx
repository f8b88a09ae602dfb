import { useState } from 'preact/hooks';
import { api, ask } from '../../browser/api/client.ts';
import type { Paths } from '../../browser/api/paths.ts';
import { useLoading } from '../../browser/loading.ts';
import { notify } from '../../browser/parts/notices.tsx';
import { Busy, Fault } from '../../browser/parts/states.tsx';
import { Moment } from '../time.tsx';
import { LIST_COMMA, say } from '../words.ts';
import { Listing } from './listing.tsx';
import { useAction } from './use-action.ts';

type Queue = Paths['/api/dead-letters']['get']['responses'][200]['content']['application/json']['items'][number];

/** What could not be worked after several tries, by queue, for admins: what lies there, and to try it again. */
export function UndeliveredPage() {
  const [loading, reload] = useLoading('dead letters', (signal) => ask(api.GET('/api/dead-letters', { signal })));
  const items = loading.data?.items ?? [];
  const isClear = items.length > 0 && items.every(({ waiting }) => waiting === 0);
  return (
    <Listing
      title={say('title-undelivered')}
      about={say('about-undelivered')}
      none={say('none-undelivered')}
      loading={loading}
      isEmpty={items.length === 0}
      onRetry={reload}
    >
      {isClear && <p class="good">{say('none-undelivered')}</p>}
      <ul class="sheets">
        {items.map((item) => (
          <Item key={item.queue} item={item} reload={reload} />
        ))}
      </ul>
    </Listing>
  );
}

/** The API moves a hundred a call. */
async function redriveAll(queue: string): Promise<number> {
  let moved = 0;
  for (;;) {
    const answer = await ask(api.POST('/api/dead-letters/{queue}/redrive', { params: { path: { queue } }, body: {} }));
    moved += answer.moved;
    if (answer.waiting === 0 || answer.moved === 0) return moved;
  }
}

function Item({
  item: { queue, errorImpact, waiting, canRedrive, oldestAt },
  reload,
}: {
  readonly item: Queue;
  readonly reload: () => void;
}) {
  const [isOpen, setOpen] = useState(false);
  const { run, isBusy, issue } = useAction();
  const redrive = async () => {
    const n = await redriveAll(queue);
    notify({ kind: 'done', text: say('redriven', { n }), lastsMs: 6000 });
    reload();
  };
  return (
    <li>
      <p class="facts">
        <strong>{queue}</strong>
        <span class={`badge ${waiting > 0 ? 'breached' : 'on-track'}`}>{say('letters', { n: waiting })}</span>
        {oldestAt !== undefined && (
          <span>
            {say('oldest')} <Moment at={oldestAt} />
          </span>
        )}
      </p>
      <p class="soft">{errorImpact}</p>
      {waiting > 0 && (
        <div class="buttons">
          <button type="button" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
            {say('showLetters')}
          </button>
          {canRedrive && (
            <button type="button" class="main" disabled={isBusy} onClick={() => void run(redrive)}>
              {say('redrive')}
            </button>
          )}
        </div>
      )}
      {issue}
      {isOpen && <Letters queue={queue} />}
    </li>
  );
}

/** A sample: when each was sent, how often it was tried, and the ids that lead to what it is about. Never its words. */
function Letters({ queue }: { readonly queue: string }) {
  const [loading, retry] = useLoading(`dead letters ${queue}`, (signal) =>
    ask(api.GET('/api/dead-letters/{queue}', { params: { path: { queue } }, signal })),
  );
  if (loading.data === undefined) return loading.state === 'failed' ? <Fault fault={loading.fault} onRetry={retry} /> : <Busy />;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached by the keyboard (axe: scrollable-region-focusable).
    <section class="scroll" tabIndex={0} aria-label={say('showLetters')}>
      <table>
        <thead>
          <tr>
            {(['sent', 'tries', 'bytes', 'about'] as const).map((name) => (
              <th key={name} scope="col">
                {say(`letter-${name}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {loading.data.messages.map(({ id, sentAt, receives, bytes, ids, shape }) => (
            <tr key={id}>
              <td>
                <Moment at={sentAt} />
              </td>
              <td class="number">{receives}</td>
              <td class="number">{bytes}</td>
              <td>{[...Object.entries(ids).map(([name, value]) => `${name} ${value}`), ...shape].slice(0, 8).join(LIST_COMMA)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
