import { type Fragment, type Html, html } from '../html.ts';

/**
 * What mail programs understand: tables, widths and background colours as attributes, styles in the element. Outlook draws with Word's engine (no div
 * widths, no max-width, no SVG), Gmail drops style sheets, dark modes invert what has no colour: so each cell states both its colours.
 */
const WIDTH = 600;

export const COLOURS = {
  page: '#eef1f4',
  card: '#ffffff',
  tint: '#f5f7f9',
  ink: '#1c2733',
  muted: '#56636f',
  line: '#d9dfe5',
  accent: '#16425b',
  good: '#1f7a54',
  fair: '#f2b84b',
  neutral: '#8b97a3',
  bad: '#b3362b',
  white: '#ffffff',
} as const;
export type Colour = keyof typeof COLOURS;

const FONTS = {
  en: "'Segoe UI',Roboto,'Helvetica Neue',Arial,sans-serif",
  'zh-Hans': "'Segoe UI','PingFang SC','Microsoft YaHei','Noto Sans CJK SC',Arial,sans-serif",
} as const;

export interface CellStyle {
  readonly colour?: Colour;
  readonly background?: Colour;
  /** Pixels of the letters; lines are 1.5 times as high. */
  readonly size?: number;
  readonly isBold?: boolean;
  readonly padding?: string;
  readonly align?: 'left' | 'right' | 'center';
  readonly width?: string;
  readonly hasLine?: boolean;
  readonly isNoWrap?: boolean;
  readonly columns?: number;
}

export type Layout = ReturnType<typeof layoutFor>;

/** The pieces of a mail in the fonts of a language. */
export function layoutFor(language: keyof typeof FONTS) {
  const font = FONTS[language];

  const cellOf = (tag: 'td' | 'th', scope: 'col' | 'row' | undefined) => {
    return (style: CellStyle, ...content: readonly Fragment[]): Html => {
      const { colour = 'ink', background = 'card', size = 14, align = 'left', padding = '0' } = style;
      const css = [
        `font-family:${font}`,
        `font-size:${size}px`,
        `line-height:${Math.round(size * 1.5)}px`,
        `font-weight:${style.isBold ? 'bold' : 'normal'}`,
        `color:${COLOURS[colour]}`,
        `background-color:${COLOURS[background]}`,
        `padding:${padding}`,
        `text-align:${align}`,
        ...(style.hasLine ? [`border-top:1px solid ${COLOURS.line}`] : []),
        ...(style.isNoWrap ? ['white-space:nowrap'] : []),
      ].join(';');
      const attributes = [
        scope === undefined ? undefined : html` scope="${scope}"`,
        style.width === undefined ? undefined : html` width="${style.width}"`,
        style.columns === undefined ? undefined : html` colspan="${style.columns}"`,
      ];
      return tag === 'td'
        ? html`<td${attributes} align="${align}" valign="top" bgcolor="${COLOURS[background]}" style="${css}">${content}</td>`
        : html`<th${attributes} align="${align}" valign="top" bgcolor="${COLOURS[background]}" style="${css}">${content}</th>`;
    };
  };

  return {
    cell: cellOf('td', undefined),
    columnHead: cellOf('th', 'col'),
    rowHead: cellOf('th', 'row'),
    row: (...cells: readonly Fragment[]): Html => html`<tr>${cells}</tr>
`,
    /** A table that only places things: screen readers pass over it. */
    frame: (rows: Fragment, width = '100%'): Html =>
      html`<table role="presentation" width="${width}" cellpadding="0" cellspacing="0" border="0" style="border-collapse:collapse">
${rows}</table>`,
    heading: (level: 1 | 2, text: string): Html => {
      const style = `margin:0;font-family:${font};font-size:${level === 1 ? 24 : 17}px;line-height:${level === 1 ? 32 : 24}px;font-weight:bold;color:${COLOURS.ink}`;
      return level === 1 ? html`<h1 style="${style}">${text}</h1>` : html`<h2 style="${style}">${text}</h2>`;
    },
    /** The sheet: as wide as it may be where styles count, of fixed width in Outlook, which reads the attribute. */
    sheet: (rows: Fragment): Html =>
      html`<table role="presentation" align="center" width="${WIDTH}" cellpadding="0" cellspacing="0" border="0" style="border-collapse:collapse;width:100%;max-width:${WIDTH}px;margin:0 auto">
${rows}</table>`,
    /** A table of data: screen readers tell its name, rows and columns. */
    dataTable: (name: string, rows: Fragment): Html =>
      html`<table width="100%" cellpadding="0" cellspacing="0" border="0" aria-label="${name}" style="border-collapse:collapse">
${rows}</table>`,
    /** A bar of `share` (0 … 1) of its cell, drawn by coloured cells; what it shows stands as a number beside it. */
    bar: (share: number, colour: Colour, height = 14): Html => {
      const filled = share <= 0 ? 0 : Math.max(1, Math.round(share * 100));
      const blank = `font-size:1px;line-height:${height}px;padding:0`;
      const part = (percent: number, fill: string) =>
        percent > 0 &&
        html`<td width="${percent}%" height="${height}" bgcolor="${fill}" style="background-color:${fill};${blank}">&nbsp;</td>`;
      return html`<table role="presentation" aria-hidden="true" width="100%" cellpadding="0" cellspacing="0" border="0" style="border-collapse:collapse"><tr>${part(filled, COLOURS[colour])}${part(100 - filled, COLOURS.tint)}</tr></table>`;
    },
  };
}
