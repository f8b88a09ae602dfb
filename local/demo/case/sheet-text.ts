import { table } from '../../cli/output.ts';

/** A register sheet for a terminal: its tables, row by row, with what stands in a cell of many rows said once. */
export function sheetText(page: string): string {
  const [, body = ''] = page.split('<body>');
  const title = plain(/<h1>([\s\S]*?)<\/h1>/.exec(body)?.[1] ?? '');
  const tables = [...body.matchAll(/<table\b[\s\S]*?<\/table>/g)].map(([html]) => rowsOf(html));
  return [title, ...tables.map(([header = [], ...rows]) => table(inOrder(header), rows.map(inOrder)))].join('\n\n');
}

/** Stage, what, who, when: on a terminal, what is as long as it likes stands last. */
const inOrder = (row: readonly string[]): readonly string[] => (row.length === 4 ? [0, 3, 2, 1].map((column) => row[column] ?? '') : row);

function rowsOf(html: string): string[][] {
  let spanned = 0;
  return [...html.matchAll(/<tr\b[^>]*>([\s\S]*?)<\/tr>/g)].map(([, row = '']) => {
    const cells = [...row.matchAll(/<t[hd]\b([^>]*)>([\s\S]*?)<\/t[hd]>/g)];
    const texts = cells.map(([, , inside = '']) => plain(inside));
    if (spanned > 0) {
      spanned -= 1;
      return ['', ...texts];
    }
    spanned = Number(/rowspan="?(\d+)/.exec(cells[0]?.[1] ?? '')?.[1] ?? 1) - 1;
    return texts;
  });
}

const ENTITIES: Readonly<Record<string, string>> = { '&lt;': '<', '&gt;': '>', '&quot;': '"', '&#39;': "'", '&amp;': '&' };

const plain = (html: string) =>
  html
    .replaceAll(/<br\s*\/?>/g, ' ')
    .replaceAll(/<[^>]*>/g, ' ')
    .replaceAll(/&(?:lt|gt|quot|#39|amp);/g, (entity) => ENTITIES[entity] ?? entity)
    .replaceAll(/\s+/g, ' ')
    .trim();
