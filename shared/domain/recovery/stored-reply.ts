import * as z from 'zod/mini';
import { LANGUAGES, type Language, Localized } from '../language.ts';
import { Topic } from '../understand/understanding.ts';

/** What a stored reply may name. */
export const REPLY_TOKENS = ['customerName', 'caseNumber', 'agentName'] as const;
type ReplyToken = (typeof REPLY_TOKENS)[number];
export type ReplyValues = Readonly<Record<ReplyToken, string>>;

/** Not within a third brace: that is no token of ours. */
const ANY_TAG = /(?<!\{)\{\{([^{}]*)\}\}(?!\})/g;
/** As long as an answer to a customer may be; names and numbers come in yet. */
const MAX_TEXT = 4000;

const isToken = (name: string): name is ReplyToken => REPLY_TOKENS.some((token) => token === name);

/** What is wrong with the tags of a text; nothing where it names tokens of the list only. */
export function replyFaultsIn(text: string): string[] {
  const names = [...text.matchAll(ANY_TAG)].map(([, name = '']) => name).filter((name) => !isToken(name));
  const faults = names.map((name) => `{{${name}}}: unknown token; a reply has ${REPLY_TOKENS.map((token) => `{{${token}}}`).join(', ')}`);
  return /\{\{|\}\}/.test(text.replace(ANY_TAG, '')) ? [...faults, 'holds braces that are no token'] : faults;
}

/** An answer written beforehand (R25): where staff begin, never what goes out unread. */
export const StoredReply = z
  .strictObject({
    id: z.string().check(z.regex(/^[a-z][a-z0-9-]{0,39}$/)),
    /** For staff, to choose by. */
    title: Localized,
    text: Localized,
    /** Ids of the config: offered first where the case was decided so. */
    causes: z.optional(z.array(z.string()).check(z.minLength(1))),
    /** Offered first where the case is about one of them. */
    topics: z.optional(z.array(Topic).check(z.minLength(1))),
  })
  .check(({ value, issues }) => {
    for (const language of LANGUAGES) {
      // A path of its own for each: zod puts what leads here before it.
      const report = (message: string) => issues.push({ code: 'custom', input: value, path: ['text', language], message });
      for (const message of replyFaultsIn(value.text[language])) report(message);
      if (value.text[language].length > MAX_TEXT) report(`expected at most ${MAX_TEXT} characters`);
    }
  });
export type StoredReply = z.infer<typeof StoredReply>;

/** Values are put in once and not read for tokens again: braces in somebody's name stay braces. */
export const fillReply = (text: string, values: ReplyValues): string =>
  text.replace(ANY_TAG, (tag, name: string) => (isToken(name) ? values[name] : tag));

export interface FilledReply {
  readonly id: string;
  readonly title: string;
  readonly text: string;
  /** Written for a cause or topic of this case. */
  readonly isFitting: boolean;
}

/** The replies for a case, those for its cause or topics first, in the order of the config otherwise. */
export function repliesFor(
  replies: readonly StoredReply[],
  about: { readonly cause?: string | undefined; readonly topics: readonly Topic[] },
  { language, titles, values }: { readonly language: Language; readonly titles: Language; readonly values: ReplyValues },
): FilledReply[] {
  const filled = replies.map(({ id, title, text, causes = [], topics = [] }) => ({
    id,
    title: title[titles],
    text: fillReply(text[language], values),
    isFitting: (about.cause !== undefined && causes.includes(about.cause)) || topics.some((topic) => about.topics.includes(topic)),
  }));
  return filled.toSorted((a, b) => Number(b.isFitting) - Number(a.isFitting));
}
