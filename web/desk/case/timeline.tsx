import { useMemo, useState } from 'preact/hooks';
import type { Say } from '../../sheet/matter.ts';
import type { CaseDetails, Feedback } from '../api-types.ts';
import { LongText } from '../long-text.tsx';
import { useSeat, withRemedies } from '../seat.ts';
import { LIST_COMMA, say } from '../words.ts';
import { eventWords } from './event-words.ts';
import { type Happening, timelineOf } from './timeline.ts';

/** So many are shown at first: what is older is there on demand. */
const SHOWN = 40;
const QUIET: ReadonlySet<string> = new Set(['DeadlinesSet', 'DeadlineEnded', 'DeadlineReached', 'CommitmentReminded', 'MeasureReminded']);

/** Everything that happened, the newest first. */
export function Timeline({ details }: { readonly details: CaseDetails }) {
  const seat = useSeat();
  const told = useMemo(() => withRemedies(seat, details.remedies), [seat, details.remedies]);
  const all = useMemo(() => timelineOf(details), [details]);
  const [isWhole, setWhole] = useState(false);
  const shown = isWhole ? all : all.slice(0, SHOWN);
  return (
    <section class="timeline" aria-labelledby="timeline-title">
      <h2 id="timeline-title">{say('timeline')}</h2>
      <ol>
        {shown.map((happening) => (
          <Item key={keyOf(happening)} happening={happening} told={told} />
        ))}
      </ol>
      {all.length > shown.length && (
        <button type="button" onClick={() => setWhole(true)}>
          {say('older', { n: all.length - shown.length })}
        </button>
      )}
    </section>
  );
}

const keyOf = (one: Happening) =>
  one.kind === 'event'
    ? `${one.at}${one.event.type}${JSON.stringify(one.event).length}`
    : one.kind === 'mail'
      ? one.mail.id
      : one.feedback.id;

const classOf = (one: Happening) =>
  one.kind === 'event'
    ? one.event.type === 'NoteAdded'
      ? 'note'
      : QUIET.has(one.event.type)
        ? 'quiet'
        : one.event.by === 'customer'
          ? 'customer'
          : ''
    : one.kind;

function Item({ happening, told }: { readonly happening: Happening; readonly told: Say }) {
  return (
    <li class={classOf(happening)}>
      <p class="soft when">
        <time dateTime={happening.at}>{told.time(happening.at)}</time>
        {happening.kind === 'event' && <> · {told.who(happening.event.by)}</>}
        {happening.kind === 'event' && happening.event.type === 'NoteAdded' && <> · {say('private')}</>}
      </p>
      <Matter happening={happening} told={told} />
    </li>
  );
}

function Matter({ happening, told }: { readonly happening: Happening; readonly told: Say }) {
  switch (happening.kind) {
    case 'event':
      return (
        <>
          <LongText text={eventWords(happening.event, told)} isQuote={false} />
          {happening.said !== undefined && <Said feedback={happening.said} />}
        </>
      );
    case 'mail': {
      const { template, state, to, reason } = happening.mail;
      const whom = to === 'customer' ? told.who('customer') : to.map((id) => told.name('agents', id)).join(LIST_COMMA);
      return (
        <p class="mail-line">
          {say('mailTo', { what: say(`mail-${template}`), whom })}{' '}
          <span class={`badge ${state === 'refused' ? 'breached' : state === 'unknown' ? 'at-risk' : ''}`}>{say(`mail-is-${state}`)}</span>
          {reason !== undefined && <span class="soft"> {reason}</span>}
        </p>
      );
    }
    case 'feedback':
      return <Said feedback={happening.feedback} />;
  }
}

const Said = ({ feedback: { id, subject, comment } }: { readonly feedback: Feedback }) => (
  <>
    {[subject, comment].map((text) => text !== undefined && <LongText key={text} text={text} isQuote={true} />)}
    <a href={`/desk/feedback/${id}`}>{say('wholeFeedback')}</a>
  </>
);
