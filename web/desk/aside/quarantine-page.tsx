import { useState } from 'preact/hooks';
import { api, ask } from '../../browser/api/client.ts';
import type { QuarantinedItem } from '../../browser/api/paths.ts';
import { go, usePlace, withQuery } from '../../browser/route.ts';
import { CHANNELS } from '../../sheet/words.ts';
import { LongText } from '../long-text.tsx';
import { useSeat } from '../seat.ts';
import { Moment } from '../time.tsx';
import { language, say } from '../words.ts';
import { Listing } from './listing.tsx';
import { useAction } from './use-action.ts';
import { usePages } from './use-pages.ts';

const STATES = ['waiting', 'judged'] as const;

/** What was kept aside because it looked like spam, a machine or a virus: an admin releases or discards it. */
export function QuarantinePage() {
  const { query } = usePlace();
  const state = STATES.find((one) => one === query.get('state')) ?? 'waiting';
  const pages = usePages(`quarantine ${state}`, (cursor, signal) =>
    ask(api.GET('/api/quarantine', { params: { query: { state, limit: 25, ...(cursor !== undefined && { cursor }) } }, signal })),
  );
  const tabs = (
    <div class="buttons">
      {STATES.map((one) => (
        <button
          key={one}
          type="button"
          aria-pressed={one === state}
          onClick={() => go(withQuery({ state: one === 'waiting' ? undefined : one }))}
        >
          {say(`quarantine-${one}`)}
        </button>
      ))}
    </div>
  );
  return (
    <Listing
      title={say('title-quarantine')}
      about={say('about-quarantine')}
      none={say('none-quarantine')}
      above={tabs}
      loading={pages.loading}
      isEmpty={pages.items.length === 0}
      onRetry={pages.retry}
      onMore={pages.more}
    >
      <ul class="sheets">
        {pages.items.map((item) => (
          <Item key={item.id} item={item} />
        ))}
      </ul>
    </Listing>
  );
}

function Item({ item: first }: { readonly item: QuarantinedItem }) {
  const { told } = useSeat();
  const [item, setItem] = useState(first);
  const { at, quarantine, received, judgement } = item;
  const { customer, subject, comment, channel } = received;
  return (
    <li>
      <p class="facts">
        <Moment at={at} />
        <span class="badge at-risk">{quarantine.reason}</span>
        <span>{CHANNELS[channel]?.[language] ?? channel}</span>
        {customer?.name !== undefined && <bdi>{customer.name}</bdi>}
        {customer?.email !== undefined && <bdi>{customer.email}</bdi>}
      </p>
      {quarantine.detail !== undefined && <p class="soft">{quarantine.detail}</p>}
      {subject !== undefined && (
        <p class="subject" dir="auto">
          {subject}
        </p>
      )}
      {comment !== undefined && <LongText text={comment} isQuote={true} />}
      {judgement === undefined ? (
        <Judge id={item.id} onJudged={setItem} />
      ) : (
        <p>
          {say(`judged-${judgement.verdict}`, { who: told.who(judgement.by), at: told.time(judgement.at) })}{' '}
          <span dir="auto">{judgement.reason}</span>
        </p>
      )}
    </li>
  );
}

function Judge({ id, onJudged }: { readonly id: string; readonly onJudged: (item: QuarantinedItem) => void }) {
  const { me } = useSeat();
  const [reason, setReason] = useState('');
  const { run, isBusy, issue } = useAction();
  if (me.role !== 'admin') return <p class="soft">{say('adminsJudge')}</p>;
  const path = { params: { path: { id } } };
  return (
    <form
      class="judge"
      onSubmit={(event) => {
        event.preventDefault();
        void run(async () => onJudged(await ask(api.POST('/api/quarantine/{id}/discard', { ...path, body: { reason } }))));
      }}
    >
      <button
        type="button"
        disabled={isBusy}
        onClick={() => void run(async () => onJudged(await ask(api.POST('/api/quarantine/{id}/release', { ...path, body: {} }))))}
      >
        {say('release')}
      </button>
      <label>
        <span class="unseen">{say('discardWhy')}</span>
        <input
          type="text"
          dir="auto"
          required={true}
          maxLength={200}
          placeholder={say('discardWhy')}
          value={reason}
          onInput={(event) => setReason(event.currentTarget.value)}
        />
      </label>
      <button type="submit" disabled={isBusy}>
        {say('discardIt')}
      </button>
      {issue}
    </form>
  );
}
