import * as z from 'zod/mini';

/** A text with mustache tokens and sections, e.g. `{{#name}}Dear {{name}},{{/name}}`. What renders to nothing is left out of the mail. */
const Text = z.string().check(z.minLength(1));

/** What a mail is made of. The HTML part and the text part are both made from this, so that they say the same. */
export const Block = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('heading'), text: Text }),
  z.strictObject({ type: z.literal('text'), text: Text }),
  /** What is known, as label and value. */
  z.strictObject({ type: z.literal('facts'), rows: z.array(z.tuple([Text, Text])).check(z.minLength(1)) }),
  /** An item that is a list token alone, `{{promised}}`, stands for all of its items. */
  z.strictObject({ type: z.literal('list'), title: z.optional(Text), items: z.array(Text).check(z.minLength(1)) }),
  /** What somebody said in their own words; line breaks stay. */
  z.strictObject({ type: z.literal('quote'), text: Text }),
  /** A link to press. `link` is a link token alone; without it, the button is left out. */
  z.strictObject({ type: z.literal('button'), label: Text, link: Text }),
  /** The boxes of a scale, each a link to the page on which its answer is ticked; an item is a list token alone. Pressing one answers nothing yet. */
  z.strictObject({
    type: z.literal('ratings'),
    labels: z.array(Text).check(z.minLength(1)),
    links: z.array(Text).check(z.minLength(1)),
    /** What the ends of the scale mean. */
    low: z.optional(Text),
    high: z.optional(Text),
  }),
  z.strictObject({ type: z.literal('signature'), text: Text }),
  /** Small, below everything; with a link only where the reader may unsubscribe. */
  z.strictObject({ type: z.literal('footer'), text: z.optional(Text), label: z.optional(Text), link: z.optional(Text) }),
]);
export type Block = z.infer<typeof Block>;

/** One mail in one language. */
export interface MailText {
  readonly subject: string;
  /** What mail programs show beside the subject. */
  readonly preheader: string;
  readonly blocks: readonly Block[];
}

export const heading = (text: string): Block => ({ type: 'heading', text });
export const say = (text: string): Block => ({ type: 'text', text });
export const facts = (...rows: [string, string][]): Block => ({ type: 'facts', rows });
export const list = (title: string, ...items: string[]): Block => ({ type: 'list', title, items });
export const quote = (text: string): Block => ({ type: 'quote', text });
export const button = (label: string, link: string): Block => ({ type: 'button', label, link });
export const ratings = (labels: string, links: string, low: string, high: string): Block => ({
  type: 'ratings',
  labels: [labels],
  links: [links],
  low,
  high,
});
export const signature = (text: string): Block => ({ type: 'signature', text });
export const footer = (text: string): Block => ({ type: 'footer', text });
export const unsubscribe = (text: string, label: string, link: string): Block => ({ type: 'footer', text, label, link });
