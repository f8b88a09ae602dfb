import DOMPurify from 'dompurify';

/** What loads, leads away, asks for something or styles: text and its structure are left. */
const TAGS = [
  'a',
  'abbr',
  'b',
  'blockquote',
  'br',
  'caption',
  'center',
  'code',
  'dd',
  'del',
  'div',
  'dl',
  'dt',
  'em',
  'h1',
  'h2',
  'h3',
  'h4',
  'h5',
  'h6',
  'hr',
  'i',
  'ins',
  'li',
  'ol',
  'p',
  'pre',
  'q',
  's',
  'small',
  'span',
  'strong',
  'sub',
  'sup',
  'table',
  'tbody',
  'td',
  'tfoot',
  'th',
  'thead',
  'tr',
  'u',
  'ul',
];
const ATTRIBUTES = ['dir', 'lang', 'colspan', 'rowspan', 'start'];

/**
 * Puts somebody else's HTML into a sandboxed frame: only text and its structure, without pictures, links that lead anywhere, styles or scripts.
 * @param html as it came; not trusted in any way.
 */
export function putCleaned(frame: HTMLIFrameElement, html: string): void {
  // A document of its own may say again what the frame's sandbox and the page's policy say already: nothing loads.
  const clean = DOMPurify.sanitize(html, {
    ALLOWED_TAGS: TAGS,
    ALLOWED_ATTR: ATTRIBUTES,
    ALLOW_DATA_ATTR: false,
    ALLOW_ARIA_ATTR: false,
    RETURN_TRUSTED_TYPE: true,
  });
  Object.assign(frame, { srcdoc: clean });
}
