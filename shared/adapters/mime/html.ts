import { compile, type FormatCallback } from 'html-to-text';

/** Longer HTML is cut before it is read. */
const MAX_HTML_LENGTH = 1_000_000;

/** Becomes a line that `replyOf` knows: from here on it is another mail. */
const EMBEDDED = '-----Original Message-----';

/** Containers that clients put around, or in front of, the mail they answer. */
const EMBEDDED_SELECTORS = [
  '#appendonsend',
  '#divRplyFwdMsg',
  '#OLK_SRC_BODY_SECTION',
  '#mail-editor-reference-message-container',
  'includetail',
  '.yahoo_quoted',
  '.protonmail_quote',
  '.zmail_extra',
  '.moz-forward-container',
  '#isReplyContent',
  '#isForwardContent',
];

/** Quotes that are marked line by line, so that answers between them stay. */
const QUOTE_SELECTORS = ['blockquote[type=cite]', 'blockquote.gmail_quote', 'blockquote.protonmail_quote', 'blockquote[cite]'];

const SIGNATURE_SELECTORS = [
  '.gmail_signature',
  '.moz-signature',
  '#Signature',
  '#ms-outlook-mobile-signature',
  '#signature-old',
  '.ntes-mailmaster-quote-signature',
];

const embedded: FormatCallback = (element, walk, builder) => {
  builder.openBlock({ leadingLineBreaks: 2 });
  builder.addInline(EMBEDDED);
  builder.closeBlock({ trailingLineBreaks: 2 });
  builder.openBlock({ leadingLineBreaks: 1 });
  walk(element.children, builder);
  builder.closeBlock({ trailingLineBreaks: 1 });
};

const skipped = (selectors: readonly string[]) => selectors.map((selector) => ({ selector, format: 'skip' }));

const convert = compile({
  wordwrap: false,
  limits: { maxInputLength: MAX_HTML_LENGTH, maxDepth: 200, maxChildNodes: 20_000, ellipsis: '' },
  formatters: { embedded },
  selectors: [
    ...skipped([
      'img',
      'style',
      'script',
      'head',
      'title',
      'noscript',
      'template',
      'object',
      'svg',
      'video',
      'audio',
      ...SIGNATURE_SELECTORS,
    ]),
    ...EMBEDDED_SELECTORS.map((selector) => ({ selector, format: 'embedded' })),
    // Other blockquotes are how some clients indent one's own words.
    { selector: 'blockquote', format: 'block' },
    ...QUOTE_SELECTORS.map((selector) => ({ selector, format: 'blockquote' })),
    // What a link is called is the customer's text; where it points is nobody's business here.
    { selector: 'a', format: 'inline' },
    { selector: 'table', format: 'block' },
    { selector: 'tr', format: 'block' },
    { selector: 'p', format: 'block', options: { leadingLineBreaks: 1, trailingLineBreaks: 1 } },
    ...['h1', 'h2', 'h3', 'h4', 'h5', 'h6'].map((selector) => ({ selector, format: 'block' })),
    { selector: 'ul', options: { itemPrefix: '- ' } },
    { selector: 'hr', format: 'block' },
  ],
});

/** The words of an HTML mail as plain text: no links, no images; quoted mails marked so that `replyOf` finds them. */
export function htmlToPlain(html: string): string {
  return convert(html.slice(0, MAX_HTML_LENGTH)).replaceAll('\u00a0', ' ');
}
