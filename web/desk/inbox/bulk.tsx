import { useState } from 'preact/hooks';
import type { ListedCase } from '../api-types.ts';
import { refusalWords } from '../commands/faults.ts';
import { carryOut, type Outcome } from '../commands/send.ts';
import { useSeat } from '../seat.ts';
import { language, say } from '../words.ts';

interface BulkProps {
  readonly chosen: readonly ListedCase[];
  /** Those that were handed over: they are chosen no longer. */
  readonly onDone: (number: string) => void;
  readonly onClear: () => void;
  readonly onEnd: () => void;
}

/** So many are given at once: the API takes more, and others work too. */
const AT_ONCE = 4;

interface Progress {
  readonly of: number;
  readonly done: number;
  readonly failed: readonly { readonly number: string; readonly why: string }[];
}

const whyOf = (outcome: Exclude<Outcome, { state: 'done' }>) =>
  outcome.state === 'collided' ? say('collision') : refusalWords(outcome.fault);

/** Hands each over by its own command: what fails is told by case, and stays chosen. */
function useAssign({ chosen, onDone, onEnd }: BulkProps) {
  const { me } = useSeat();
  const [progress, setProgress] = useState<Progress>();
  const [isBusy, setBusy] = useState(false);
  const assign = async (to: string) => {
    const queue = [...chosen];
    setBusy(true);
    setProgress({ of: queue.length, done: 0, failed: [] });
    const worker = async () => {
      for (let item = queue.shift(); item !== undefined; item = queue.shift()) {
        const { number, version } = item;
        const outcome = await carryOut({ number, version, key: crypto.randomUUID(), command: { type: 'assign', to } }, `agent:${me.id}`);
        const failed = outcome.state === 'done' ? [] : [{ number, why: whyOf(outcome) }];
        if (outcome.state === 'done') onDone(number);
        setProgress((was) => was && { ...was, done: was.done + 1, failed: [...was.failed, ...failed] });
      }
    };
    await Promise.all(Array.from({ length: AT_ONCE }, worker));
    setBusy(false);
    onEnd();
  };
  return { progress, isBusy, assign };
}

export function Bulk(props: BulkProps) {
  const { chosen, onClear } = props;
  const { house, me } = useSeat();
  const [to, setTo] = useState(me.id);
  const { progress, isBusy, assign } = useAssign(props);
  if (chosen.length === 0 && progress === undefined) return null;
  return (
    <section class="bulk" aria-label={say('bulk')}>
      <div class="buttons">
        <strong>{say('chosen', { n: chosen.length })}</strong>
        <label>
          <span class="unseen">{say('assignTo')}</span>
          <select value={to} onChange={(event) => setTo(event.currentTarget.value)}>
            {house.agents.map(({ id, name }) => (
              <option key={id} value={id} selected={id === to}>
                {name[language]}
              </option>
            ))}
          </select>
        </label>
        <button type="button" class="main" disabled={isBusy || chosen.length === 0} onClick={() => void assign(to)}>
          {say('assignAll')}
        </button>
        <button type="button" disabled={isBusy} onClick={onClear}>
          {say('chooseNone')}
        </button>
      </div>
      {progress !== undefined && <Outcomes {...progress} />}
    </section>
  );
}

const Outcomes = ({ of, done, failed }: Progress) => (
  <>
    <label class="progress">
      <progress max={of} value={done} />
      <span role="status">{say('progress', { done: done - failed.length, of, failed: failed.length })}</span>
    </label>
    {failed.length > 0 && (
      <ul class="issue">
        {failed.map(({ number, why }) => (
          <li key={number}>
            {number}: {why}
          </li>
        ))}
      </ul>
    )}
  </>
);
