import { type Fragment, type Html, html } from '../html.ts';
import { COLOURS, type Layout } from './layout.ts';

/** What every mail to managers has around its own matter. */
export interface MailPage {
  /** BCP 47. */
  readonly lang: string;
  readonly title: string;
  /** What mail programs show beside the subject, hidden at the top. */
  readonly preview: string;
  /** Rows of the sheet. */
  readonly rows: Fragment;
}

/** A whole mail: tables and inline styles only, 600 px or as wide as the screen, nothing fetched. */
export const mailPage = (layout: Layout, { lang, title, preview, rows }: MailPage): string => {
  const card = layout.cell({ background: 'page', align: 'center', padding: '24px 12px' }, layout.sheet(rows));
  return document(lang, title, preview, layout.frame(layout.row(card))).text;
};

/** The dark band at the top: whose mail, what it is, and of when. */
export function masthead({ frame, row, cell }: Layout, [brand, name, when]: readonly [string, string, string]): Html {
  const line = { background: 'accent', colour: 'white' } as const;
  return row(
    cell(
      { ...line, padding: '18px 32px' },
      frame([
        row(cell({ ...line, size: 13 }, brand)),
        row(cell({ ...line, size: 16, isBold: true }, name)),
        row(cell({ ...line, size: 13 }, when)),
      ]),
    ),
  );
}

/** How the figures were made, in small print at the foot. */
export function footnotes({ frame, row, cell }: Layout, title: string, notes: readonly string[], last?: Fragment): Html {
  const note = { background: 'tint', colour: 'muted', size: 12 } as const;
  return html`${row(cell({ size: 1, padding: '32px 0 0' }, html`&nbsp;`))}${row(
    cell(
      { background: 'tint', padding: '18px 32px' },
      frame([
        row(cell({ ...note, isBold: true }, title)),
        [...notes, ...(last === undefined ? [] : [last])].map((text) => row(cell({ ...note, padding: '3px 0 0' }, text))),
      ]),
    ),
  )}`;
}

const document = (lang: string, title: string, preview: string, body: Html): Html => html`<!DOCTYPE html>
<html lang="${lang}" dir="ltr">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="supported-color-schemes" content="light dark">
<meta name="format-detection" content="telephone=no,date=no,address=no,email=no">
<title>${title}</title>
</head>
<body bgcolor="${COLOURS.page}" style="margin:0;padding:0;background-color:${COLOURS.page};color:${COLOURS.ink}">
<div style="display:none;max-height:0;overflow:hidden;mso-hide:all" aria-hidden="true">${preview}</div>
<main>
${body}
</main>
</body>
</html>
`;
