import { useEffect, useState } from 'preact/hooks';
import { notify } from '../../browser/parts/notices.tsx';
import { go } from '../../browser/route.ts';
import { say } from '../words.ts';
import { dropDraft } from './drafts.ts';
import { refusalWords } from './faults.ts';
import { type Held, held, onOutbox, sendNow, takeBack } from './outbox.ts';
import type { Order, Outcome } from './send.ts';

const formOf = ({ number, command }: Order) => `/desk/cases/${number}?do=${command.type}`;

/** What became of something that was held: told wherever the agent is by now. */
function tellEnd(order: Order, outcome: Outcome): void {
  const { number, command } = order;
  const what = say(`command-${command.type}`);
  if (outcome.state === 'done') {
    dropDraft(number, command.type);
    notify({ kind: 'done', text: say('sent', { what, number }), lastsMs: 6000 });
    return;
  }
  const reason = outcome.state === 'collided' ? say('collision') : refusalWords(outcome.fault);
  notify({ kind: 'wrong', text: say('notSent', { what, number, reason }), action: { text: say('open'), act: () => go(formOf(order)) } });
}

/** What is about to go out, each with its way back. */
export function OutboxBar() {
  const [entries, setEntries] = useState(held);
  useEffect(() => onOutbox(() => setEntries(held()), tellEnd), []);
  return (
    <section class="outbox" aria-label={say('outbox')} hidden={entries.length === 0}>
      <ul role="status">
        {entries.map((entry) => (
          <Entry key={entry.key} entry={entry} />
        ))}
      </ul>
    </section>
  );
}

function Entry({ entry }: { readonly entry: Held }) {
  const { key, number, command, state, at } = entry;
  const what = say(`command-${command.type}`);
  return (
    <li>
      <span>
        {say(`outbox-${state}`, { what, number })}
        {state === 'held' && <Seconds until={at} />}
      </span>
      {state !== 'sending' && (
        <span class="buttons">
          <button
            type="button"
            onClick={() => {
              if (takeBack(key)) go(formOf(entry));
            }}
          >
            {say('undo')}
          </button>
          <button type="button" class="plain" onClick={() => void sendNow(key)}>
            {state === 'stuck' ? say('tryAgain') : say('sendNow')}
          </button>
        </span>
      )}
    </li>
  );
}

/** Not read out: the sentence before it has said that there are ten. */
function Seconds({ until }: { readonly until: number }) {
  const left = () => Math.max(0, Math.ceil((until - Date.now()) / 1000));
  const [seconds, setSeconds] = useState(left);
  useEffect(() => {
    const timer = window.setInterval(() => setSeconds(left()), 250);
    return () => window.clearInterval(timer);
  });
  return <span aria-hidden="true"> {say('seconds', { n: seconds })}</span>;
}
