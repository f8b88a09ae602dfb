import { deadlineWords } from '../../../shared/domain/words.ts';
import type { Case } from '../api-types.ts';
import { useMinute } from '../minute.ts';
import { Countdown, Moment } from '../time.tsx';
import { language, say } from '../words.ts';

interface Owed {
  readonly key: string;
  readonly what: string;
  readonly dueAt: string;
  readonly state: 'runs' | 'waits' | 'kept' | 'broken';
  readonly endedAt?: string | undefined;
}

const WAY = { open: 'runs', kept: 'kept', broken: 'broken' } as const;

function owedBy({ deadlines, commitments, round }: Case): Owed[] {
  const times = deadlines
    .filter((one) => one.round === round && one.outcome !== 'dropped')
    .map(({ kind, dueAt, since, endedAt, outcome }): Owed => {
      const ended = outcome === 'breached' ? 'broken' : 'kept';
      return {
        key: kind,
        what: deadlineWords[kind][language],
        dueAt,
        endedAt,
        state: endedAt !== undefined ? ended : since === undefined ? 'waits' : 'runs',
      };
    });
  const promises = commitments.flatMap(({ id, what, dueAt, state, endedAt, deadline }): Owed[] =>
    state === 'dropped' || deadline !== undefined ? [] : [{ key: id, what: `${id} · ${what}`, dueAt, endedAt, state: WAY[state] }],
  );
  const rank = ({ state }: Owed) => (state === 'runs' ? 0 : state === 'waits' ? 1 : 2);
  return [...times, ...promises].toSorted((a, b) => rank(a) - rank(b) || (a.dueAt < b.dueAt ? -1 : 1));
}

/** What we promised, by when: deadlines of this round and promises of our own, what still runs first. */
export function Promised({ value }: { readonly value: Case }) {
  const now = useMinute();
  const owed = owedBy(value);
  return (
    <section class="promised" aria-labelledby="promised-title">
      <h2 id="promised-title">{say('promised')}</h2>
      {owed.length === 0 && <p class="soft">{say('nothingPromised')}</p>}
      <ul>
        {owed.map(({ key, what, dueAt, endedAt, state }) => (
          <li key={key} class={state}>
            <span dir="auto">{what}</span>
            <span>
              {state === 'runs' && <Countdown at={dueAt} now={now} />}
              {state === 'waits' && say('clockStands')}
              {(state === 'kept' || state === 'broken') && say(`promise-${state}`)}
            </span>
            <span class="soft">
              <Moment at={endedAt ?? dueAt} />
            </span>
          </li>
        ))}
      </ul>
      {value.isCalendarUncovered === true && <p class="issue">{say('calendarUncovered')}</p>}
    </section>
  );
}
