import { api, ask } from '../../browser/api/client.ts';
import type { Paths } from '../../browser/api/paths.ts';
import { useLoading } from '../../browser/loading.ts';
import { notify } from '../../browser/parts/notices.tsx';
import { go, usePlace, withQuery } from '../../browser/route.ts';
import { Moment } from '../time.tsx';
import { say } from '../words.ts';
import { Listing } from './listing.tsx';
import { useAction } from './use-action.ts';
import { usePages } from './use-pages.ts';

type Endpoint = Paths['/api/endpoints']['get']['responses'][200]['content']['application/json']['items'][number];
type Delivery = Paths['/api/deliveries']['get']['responses'][200]['content']['application/json']['items'][number];

/** What went out to systems of others, and how it fared there. */
export function DeliveriesPage() {
  const [loading, retry] = useLoading('endpoints', (signal) => ask(api.GET('/api/endpoints', { signal })));
  const { query } = usePlace();
  const items = loading.data?.items ?? [];
  const open = items.find(({ id }) => id === query.get('endpoint'));
  return (
    <Listing
      title={say('title-deliveries')}
      about={say('about-deliveries')}
      none={say('none-endpoints')}
      loading={loading}
      isEmpty={items.length === 0}
      onRetry={retry}
    >
      <ul class="sheets">
        {items.map((item) => (
          <li key={item.id}>
            <EndpointHead item={item} reload={retry} />
            <button
              type="button"
              aria-expanded={item === open}
              onClick={() => go(withQuery({ endpoint: item === open ? undefined : item.id }))}
            >
              {say('showDeliveries')}
            </button>
            {item === open && <Deliveries endpoint={item.id} />}
          </li>
        ))}
      </ul>
    </Listing>
  );
}

function EndpointHead({ item: { id, kind, host, isEnabled, health }, reload }: { readonly item: Endpoint; readonly reload: () => void }) {
  const { run, isBusy, issue } = useAction();
  const isRunning = isEnabled && !health.isDisabled;
  const enable = async () => {
    await ask(api.POST('/api/endpoints/{id}/enable', { params: { path: { id } } }));
    reload();
  };
  return (
    <>
      <p class="facts">
        <strong>{id}</strong>
        <span>{kind}</span>
        {host !== undefined && <span>{host}</span>}
        <span class={`badge ${isRunning ? 'on-track' : 'breached'}`}>{say(isRunning ? 'endpointOn' : 'endpointOff')}</span>
      </p>
      {isEnabled && health.isDisabled && (
        <button type="button" disabled={isBusy} onClick={() => void run(enable)}>
          {say('enable')}
        </button>
      )}
      {issue}
    </>
  );
}

function Deliveries({ endpoint }: { readonly endpoint: string }) {
  const pages = usePages(`deliveries ${endpoint}`, (cursor, signal) =>
    ask(api.GET('/api/deliveries', { params: { query: { endpoint, limit: 25, ...(cursor !== undefined && { cursor }) } }, signal })),
  );
  return (
    <>
      {pages.items.length === 0 && pages.loading.state === 'here' && <p class="soft">{say('none-deliveries')}</p>}
      <ul class="news">
        {pages.items.map((one) => (
          <DeliveryLine key={one.id} one={one} renew={pages.renew} />
        ))}
      </ul>
      {pages.more !== undefined && (
        <button type="button" onClick={pages.more}>
          {say('showMore')}
        </button>
      )}
    </>
  );
}

function DeliveryLine({
  one: { id, eventType, state, createdAt, attempts, reason },
  renew,
}: {
  readonly one: Delivery;
  readonly renew: () => void;
}) {
  const { run, isBusy, issue } = useAction();
  const replay = async () => {
    await ask(api.POST('/api/deliveries/{id}/replay', { params: { path: { id } } }));
    notify({ kind: 'done', text: say('replayed'), lastsMs: 5000 });
    renew();
  };
  return (
    <li>
      <p class="facts">
        <Moment at={createdAt} />
        <span>{eventType}</span>
        <span class={`badge ${state === 'delivered' ? 'on-track' : state === 'failed' ? 'breached' : ''}`}>{say(`delivery-${state}`)}</span>
        <span>{say('attempts', { n: attempts })}</span>
        {reason !== undefined && <span>{reason}</span>}
        <button type="button" class="small" disabled={isBusy} onClick={() => void run(replay)}>
          {say('replay')}
        </button>
      </p>
      {issue}
    </li>
  );
}
