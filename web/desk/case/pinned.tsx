import type { CaseDetails } from '../api-types.ts';
import { Photos } from '../feedback/photos.tsx';
import { Ratings } from '../feedback/ratings.tsx';
import { LongText } from '../long-text.tsx';
import { Moment } from '../time.tsx';
import { say } from '../words.ts';

/** What the customer said and rated in the beginning: it stays in view, so that nobody forgets what it is about. */
export function Pinned({ details }: { readonly details: CaseDetails }) {
  const [first] = details.feedback;
  if (first === undefined) return null;
  const { subject, comment, receivedAt, id } = first;
  return (
    <section class="pinned" aria-labelledby="pinned-title">
      <h2 id="pinned-title">{say('pinned')}</h2>
      <p class="soft">
        <Moment at={receivedAt} /> · <a href={`/desk/feedback/${id}`}>{say('wholeFeedback')}</a>
      </p>
      {subject !== undefined && (
        <p class="subject" dir="auto">
          {subject}
        </p>
      )}
      {comment === undefined ? <p class="soft">{say('noWords')}</p> : <LongText text={comment} isQuote={true} />}
      <Ratings feedback={first} />
      <Photos feedback={first} />
    </section>
  );
}
