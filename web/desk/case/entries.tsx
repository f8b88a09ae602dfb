import type { Say } from '../../sheet/matter.ts';
import type { CaseDetails, CaseEvent } from '../api-types.ts';
import { LongText } from '../long-text.tsx';
import { say } from '../words.ts';
import { eventWords } from './event-words.ts';

interface EntriesProps {
  readonly events: readonly CaseEvent[];
  readonly details: CaseDetails;
  readonly told: Say;
}

/** What somebody did, in a short list. */
export const Entries = ({ events, details, told }: EntriesProps) => (
  <ul class="news">
    {events.map((event) => (
      <li key={`${event.at}${event.type}`}>
        <span class="soft">
          <time dateTime={event.at}>{told.time(event.at)}</time> {told.who(event.by)}
        </span>
        <LongText text={eventWords(event, told)} isQuote={false} />
        {event.type === 'CustomerHeard' && <LongText text={wordsHeard(event.heard.feedbackId, details)} isQuote={true} />}
      </li>
    ))}
  </ul>
);

const wordsHeard = (id: string, { feedback }: CaseDetails) => feedback.find((one) => one.id === id)?.comment ?? say('noWords');
