import { Tokenizer } from 'htmlparser2';
import { HtmlLines } from './html-lines.ts';

/** Longer HTML is cut before it is read; most of such is styles. UTF-16 units. */
const MAX_HTML_LENGTH = 1_000_000;
/** Elements that are remembered until they end. Deeper nesting is nobody's mail. */
const MAX_OPEN = 50;
const MAX_ATTRIBUTE_LENGTH = 200;

/** Becomes a line that `replyOf` knows: from here on it is another mail. */
const EMBEDDED = '-----Original Message-----';
const SIGNATURE = '-- ';

const BLOCKS = new Set(
  'address article aside blockquote body center dd div dl dt fieldset footer form h1 h2 h3 h4 h5 h6 header hr html li main nav ol p pre section table tbody tfoot thead tr ul'.split(
    ' ',
  ),
);
const PARAGRAPHS = new Set('p h1 h2 h3 h4 h5 h6 pre table ul ol blockquote'.split(' '));
const UNSEEN = new Set('head script style title template noscript object svg video audio select textarea'.split(' '));

/** Marks of clients, by id or class: in front of, or around, the mail that is answered. */
const EMBEDDED_IDS = new Set([
  'appendonsend',
  'divrplyfwdmsg',
  'olk_src_body_section',
  'mail-editor-reference-message-container',
  'isforwardcontent',
]);
const EMBEDDED_CLASSES = new Set(['yahoo_quoted', 'protonmail_quote', 'zmail_extra', 'moz-forward-container', 'ntes-mailmaster-quote']);
const SIGNATURE_IDS = new Set(['signature', 'ms-outlook-mobile-signature', 'fmsigseperator']);
const SIGNATURE_CLASSES = new Set(['gmail_signature', 'moz-signature', 'ntes-mailmaster-quote-signature', 'protonmail_signature_block']);

interface Tag {
  readonly name: string;
  readonly id: string;
  readonly classes: readonly string[];
  readonly attributes: ReadonlyMap<string, string>;
}

type Effect = 'unseen' | 'quote' | 'preformatted';

interface Open {
  readonly name: string;
  readonly effect: Effect;
  /** Elements of the same name that opened within. */
  nested: number;
}

/**
 * The words of an HTML mail as plain text: no links, no images, no styles. Quotes are marked with ">" line by line, so that answers between them
 * are told from them by the same rules as in plain mails; where a client only marks the place from which on it quotes, a line says so.
 *
 * Only the tokenizer of htmlparser2 is used: tree builders, its own and html-to-text, take 28 s for a megabyte of `<div>`. This takes one pass.
 */
export function htmlToPlain(html: string): string {
  const source = html.slice(0, MAX_HTML_LENGTH);
  const page = new Page();
  let name = '';
  let attributes = new Map<string, string>();
  let attribute = '';
  let value = '';
  const at = (start: number, end: number) => source.slice(start, end);
  const opened = () => page.open(describe(name, attributes));
  const tokenizer = new Tokenizer(
    { decodeEntities: true },
    {
      ontext: (start, end) => page.text(at(start, end)),
      ontextentity: (codePoint) => page.text(String.fromCodePoint(codePoint)),
      onopentagname: (start, end) => {
        name = at(start, end).toLowerCase();
        attributes = new Map();
      },
      onattribname: (start, end) => {
        attribute = at(start, Math.min(end, start + MAX_ATTRIBUTE_LENGTH)).toLowerCase();
        value = '';
      },
      onattribdata: (start, end) => {
        if (value.length < MAX_ATTRIBUTE_LENGTH) value += at(start, Math.min(end, start + MAX_ATTRIBUTE_LENGTH));
      },
      onattribentity: () => {},
      onattribend: () => {
        if (attributes.size < MAX_OPEN && !attributes.has(attribute)) attributes.set(attribute, value);
      },
      onopentagend: opened,
      onselfclosingtag: opened,
      onclosetag: (start, end) => page.close(at(start, end).toLowerCase()),
      oncdata: () => {},
      oncomment: () => {},
      ondeclaration: () => {},
      onprocessinginstruction: () => {},
      onend: () => {},
    },
  );
  tokenizer.write(source);
  tokenizer.end();
  return page.end();
}

const describe = (name: string, attributes: ReadonlyMap<string, string>): Tag => ({
  name,
  id: (attributes.get('id') ?? '').toLowerCase(),
  classes: (attributes.get('class') ?? '').toLowerCase().split(/\s+/),
  attributes,
});

/** What has been read of the page: its lines, and the open elements that matter. */
class Page {
  private readonly lines = new HtmlLines();
  private readonly openElements: Open[] = [];

  text(words: string): void {
    if (!this.has('unseen')) this.lines.text(words);
  }

  open(tag: Tag): void {
    if (tag.name === 'body') this.closeFrom(0);
    for (const open of this.openElements) if (open.name === tag.name) open.nested++;
    if (this.has('unseen')) return;
    if (tag.name === 'br') this.lines.lineBreak();
    if (BLOCKS.has(tag.name)) this.lines.block(PARAGRAPHS.has(tag.name) && !tag.classes.includes('msonormal'));
    if (tag.name === 'td' || tag.name === 'th') this.lines.text(' ');
    if (tag.name === 'li') this.lines.text('- ');
    if (isEmbedded(tag)) this.lines.mark(EMBEDDED);
    else if (isSignature(tag)) this.lines.mark(SIGNATURE);
    const effect = effectOf(tag);
    if (effect === undefined || this.openElements.length >= MAX_OPEN) return;
    this.openElements.push({ name: tag.name, effect, nested: 0 });
    this.apply();
  }

  close(name: string): void {
    const index = this.openElements.findLastIndex((open) => open.name === name);
    const open = this.openElements[index];
    if (!this.has('unseen') && BLOCKS.has(name)) this.lines.block();
    if (open === undefined) return;
    if (open.nested > 0) {
      for (const other of this.openElements) if (other.name === name && other.nested > 0) other.nested--;
    } else this.closeFrom(index);
  }

  end(): string {
    return this.lines.end();
  }

  private closeFrom(index: number): void {
    this.openElements.splice(index);
    this.apply();
  }

  private apply(): void {
    this.lines.quoteDepth = this.openElements.filter((open) => open.effect === 'quote').length;
    this.lines.isPreformatted = this.has('preformatted');
  }

  private has(effect: Effect): boolean {
    return this.openElements.some((open) => open.effect === effect);
  }
}

function effectOf(tag: Tag): Effect | undefined {
  if (UNSEEN.has(tag.name)) return 'unseen';
  if (tag.name === 'pre') return 'preformatted';
  const isQuote =
    tag.id === 'isreplycontent' ||
    (tag.name === 'blockquote' &&
      (tag.attributes.get('type')?.toLowerCase() === 'cite' || tag.attributes.has('cite') || tag.classes.includes('gmail_quote')));
  // Other blockquotes are how some clients indent one's own words.
  return isQuote ? 'quote' : undefined;
}

const isEmbedded = (tag: Tag): boolean =>
  tag.name === 'includetail' || EMBEDDED_IDS.has(tag.id) || tag.classes.some((name) => EMBEDDED_CLASSES.has(name));

const isSignature = (tag: Tag): boolean => SIGNATURE_IDS.has(tag.id) || tag.classes.some((name) => SIGNATURE_CLASSES.has(name));
