import { useState } from 'preact/hooks';
import { notify } from '../../browser/parts/notices.tsx';
import type { CaseCommand, CaseDetails, CommandType } from '../api-types.ts';
import { hasDraft } from '../commands/drafts.ts';
import { refusalWords } from '../commands/faults.ts';
import { FIELDS, FREQUENT } from '../commands/fields.ts';
import { flush } from '../commands/outbox.ts';
import { carryOut } from '../commands/send.ts';
import { useSeat } from '../seat.ts';
import { say } from '../words.ts';

interface CommandsProps {
  readonly details: CaseDetails;
  readonly open: CommandType | undefined;
  readonly onOpen: (type: CommandType) => void;
  readonly reload: () => void;
}

/** So many stand side by side; the rest is behind "more". */
const BESIDE = 7;

/** What may be done with the case now. Whatever has no fields is done by its button. */
export function Commands({ details, open, onOpen, reload }: CommandsProps) {
  const { allowed, case: value } = details;
  const { isBusy, give } = useAtOnce(details, reload);
  const beside = FREQUENT.filter((type) => allowed.includes(type)).slice(0, BESIDE);
  const more = allowed.filter((type) => !beside.some((one) => one === type));
  const button = (type: CommandType) => (
    <button
      key={type}
      type="button"
      class={type === 'acknowledge' || type === 'approve' ? 'main' : ''}
      aria-expanded={FIELDS[type].length === 0 ? undefined : open === type}
      disabled={isBusy}
      onClick={() => {
        const command = plain(type);
        if (command === undefined) onOpen(type);
        else give(command);
      }}
    >
      {say(`command-${type}`)}
      {hasDraft(value.number, type) && <span class="draft">{say('draft')}</span>}
    </button>
  );
  if (allowed.length === 0) return null;
  return (
    <section class="commands" aria-label={say('commands')}>
      <div class="buttons">{beside.map(button)}</div>
      {more.length > 0 && (
        <details open={open !== undefined && more.includes(open)}>
          <summary>{say('more', { n: more.length })}</summary>
          <div class="buttons">{more.map(button)}</div>
        </details>
      )}
    </section>
  );
}

const plain = (type: CommandType): CaseCommand | undefined => (type === 'acknowledge' || type === 'resume' ? { type } : undefined);

/** Gives a command that needs no form. */
export function useAtOnce({ case: { number, version } }: CaseDetails, reload: () => void) {
  const { me } = useSeat();
  const [isBusy, setBusy] = useState(false);
  const give = async (command: CaseCommand) => {
    setBusy(true);
    await flush(number);
    const outcome = await carryOut({ number, version, key: crypto.randomUUID(), command }, `agent:${me.id}`);
    setBusy(false);
    reload();
    if (outcome.state === 'collided') notify({ kind: 'wrong', text: say('collision') });
    if (outcome.state === 'failed') notify({ kind: 'wrong', text: refusalWords(outcome.fault) });
  };
  return { isBusy, give: (command: CaseCommand) => void give(command) };
}
