import type { Feedback, FeedbackReceived } from '../../feedback.ts';
import { type Customer, isTombstone } from '../file.ts';
import { ERASED } from './words.ts';

/** In place of the digest of what was said: with it, guesses of what that was could be tried out. */
export const ERASED_CONTENT = 'erased';

/** Has it been erased? Whatever is delivered again under its id changes nothing any more. */
export const isErased = ({ contentHash }: Pick<Feedback, 'contentHash'>): boolean => contentHash === ERASED_CONTENT;

const mark = (text: string | undefined) => (text === undefined ? undefined : ERASED);

/**
 * Feedback without the person: words become a fixed mark, the words' own evidence goes, and so do whatever names the mail. Ratings, what was
 * understood of the words and the key stay, so figures stay exact. Doing it twice changes nothing.
 */
export function withoutPersonIn(feedback: Feedback): Feedback {
  const { rawKey: _raw, messageId: _message, isTruncated: _cut, photos: _photos, ...rest } = feedback;
  return {
    ...rest,
    externalId: feedback.id,
    subject: mark(feedback.subject),
    comment: mark(feedback.comment),
    isReachable: false,
    understanding: {
      ...feedback.understanding,
      topics: feedback.understanding.topics.map((topic) => ({ ...topic, evidence: [] })),
    },
    contentHash: ERASED_CONTENT,
  };
}

/**
 * The same for what a door handed on: for whatever lies in a queue, a dead-letter queue or in quarantine when its sender has been erased. It keeps its id,
 * so the same thing brought again is still the same.
 */
export function withoutPerson(received: FeedbackReceived): FeedbackReceived {
  const {
    customer: _customer,
    customerKey: _key,
    rawKey: _raw,
    messageId: _message,
    isTruncated: _cut,
    photos: _photos,
    facts: _facts,
    answersTo: _mails,
    ...rest
  } = received;
  return { ...rest, externalId: received.id, subject: mark(received.subject), comment: mark(received.comment) };
}

/** Ways in by which software brings words again that were said long ago. */
const REPLAYED_CHANNELS = ['webhook', 'file', 'import'];

/**
 * Must this feedback be kept without its person? Yes where it was said before the erasure, however late it comes, and where a survey tool or a file
 * brings it afterwards: nobody can tell then when it was said. Who writes to us themselves after their erasure has come back of their own accord, and
 * is a customer like any other.
 * @param file the file under the key of the sender's address.
 */
export function isOfErased(
  file: Pick<Customer, 'erasedAt' | 'returnedAt'> | undefined,
  said: { readonly receivedAt: string; readonly channel: string },
): boolean {
  if (file?.erasedAt === undefined) return false;
  if (said.receivedAt <= file.erasedAt) return true;
  return isTombstone(file) && REPLAYED_CHANNELS.includes(said.channel);
}
