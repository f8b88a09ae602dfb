import { cleanText } from '../domain/text.ts';

/** Of a comment, in UTF-16 units: enough to know what it is about. A page of a hundred stays small. */
const EXCERPT_LENGTH = 500;

/** The beginning of a long comment, marked as such; nothing for one that fits or is absent. */
export function excerptOf(comment: string | undefined): { comment?: string; isExcerpt?: true } {
  if (comment === undefined || comment.length <= EXCERPT_LENGTH) return {};
  return { comment: cleanText(comment, EXCERPT_LENGTH).text, isExcerpt: true };
}
