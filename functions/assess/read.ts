import { type FeedbackReceived, textOf } from '../../shared/domain/feedback.ts';
import type { Understanding, UnderstandingHints } from '../../shared/domain/understand/understanding.ts';
import type { SecondReader } from './second-reader.ts';

export interface Readers {
  /** Our own, which reads every text. */
  readonly understand: (text: string, hints: UnderstandingHints) => Understanding;
  /** Absent where the config lets nobody but our own models read. */
  readonly second?: SecondReader | undefined;
}

/**
 * Understands what was said: by our own models, and then, where the config turns one on, by another engine over them. A machine's mail is not
 * worth the money. The same feedback brought again is read, and paid, again: before the write it is not known that it stands already.
 */
export async function read(
  received: FeedbackReceived,
  hints: Pick<UnderstandingHints, 'score' | 'topicPhrases'>,
  { understand, second }: Readers,
): Promise<Understanding> {
  const text = textOf(received);
  const own = understand(text, { ...hints, locale: received.locale });
  return second === undefined || received.automatic !== undefined ? own : await second(text, own);
}
