import type { RivalRow } from './compare.ts';
import type { Row } from './evaluate.ts';
import type { LeftOut } from './leave-out.ts';
import type { Figure } from './metrics.ts';
import type { Miss } from './misses.ts';
import type { Load, Speed } from './speed.ts';

export interface Report {
  readonly rows: readonly Row[];
  readonly rivals: readonly RivalRow[];
  readonly leftOut: readonly LeftOut[];
  readonly speed: { readonly items: readonly Speed[]; readonly load: Load };
  readonly misses: readonly Miss[];
}

type Table = readonly [head: readonly string[], ...rows: (readonly string[])[]];

const shown = ({ value, low, high }: Figure): string => `${value.toFixed(3)} (${low.toFixed(3)}–${high.toFixed(3)})`;
const count = (n: number): string => n.toLocaleString('en');

function tablesOf(report: Report): { title: string; table: Table }[] {
  const besides = (row: Row): string =>
    report.rivals
      .filter((one) => one.source === row.source && one.measure === row.measure)
      .map(({ rival, figure }) => `${rival} ${figure.value.toFixed(3)}`)
      .join(', ');
  const held: Table = [
    ['task', 'language', 'source', 'measure', 'n', 'ours (95 % interval)', 'packages'],
    ...report.rows.map((row) => [
      row.task,
      row.language,
      row.source,
      row.measure,
      count(row.figure.n),
      shown(row.figure),
      row.task === 'sentiment' ? besides(row) : '',
    ]),
  ];
  const left: Table = [
    ['left out', 'n', 'accuracy, two classes', 'macro-F1, three classes'],
    ...report.leftOut.map(({ name, twoClasses, threeClasses }) => [
      name,
      count(twoClasses.n),
      shown(twoClasses),
      threeClasses === undefined ? '' : shown(threeClasses),
    ]),
  ];
  const { items, load } = report.speed;
  const speed: Table = [
    ['what', 'language', 'measured'],
    ...items.map(({ name, language, microseconds }) => [`${name}, a text of 100 characters`, language, `${microseconds.toFixed(1)} µs`]),
    ['load of all models', 'both', `${load.milliseconds.toFixed(1)} ms`],
    ['resident memory of all models', 'both', `${load.megabytes.toFixed(1)} MB`],
  ];
  return [
    { title: 'Held-out texts', table: held },
    ...(report.leftOut.length === 0 ? [] : [{ title: LEFT_OUT_TITLE.slice(4), table: left }]),
    { title: 'Speed', table: speed },
  ];
}

export function toText(report: Report): string {
  const parts = tablesOf(report).map(({ title, table }) => {
    const widths = table[0].map((_, column) => Math.max(...table.map((row) => (row[column] ?? '').length)));
    const lines = table.map((row) =>
      row
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join('  ')
        .trimEnd(),
    );
    return `${title}\n${lines.join('\n')}`;
  });
  const misses = report.misses.map(
    ({ task, language, expected, came, text }) => `${task} ${language}: expected ${expected}, came ${came}: ${text}`,
  );
  return [...parts, ...(misses.length === 0 ? [] : [`Worst misses\n${misses.join('\n')}`])].join('\n\n');
}

const cell = (text: string): string => text.replaceAll('|', '\\|').replaceAll('\n', ' ');

/** What goes before the figures in docs/understanding.md; everything behind it is written by `npm run eval -- --write`. */
const MARK = '<!-- Figures: written by npm run eval -- --data DIR --write. Change nothing below by hand. -->';
const LEFT_OUT_TITLE = '### Sources and authors that took no part in training';

/**
 * The page with these figures in the place of those that stood there. Without `leftOut` the old table of it stays: it trains models of its own, takes
 * minutes, and has nothing to do with the weights.
 * @throws Error where the page has no mark.
 */
export function withFigures(page: string, report: Report): string {
  const at = page.indexOf(MARK);
  if (at < 0) throw new Error(`docs/understanding.md: expected the line "${MARK}", behind which the figures go`);
  const old = page.slice(at);
  const fresh = toMarkdown(report);
  const kept = report.leftOut.length === 0 ? (new RegExp(`${LEFT_OUT_TITLE}[^]*?(?=### )`).exec(old)?.[0] ?? '') : '';
  return `${page.slice(0, at)}${MARK}\n\n${fresh.replace('### Speed', () => `${kept}### Speed`)}`;
}

function toMarkdown(report: Report): string {
  const tableOf = ([head, ...rows]: Table): string =>
    [head, head.map(() => '---'), ...rows].map((row) => `| ${row.map(cell).join(' | ')} |`).join('\n');
  const parts = tablesOf(report).map(({ title, table }) => `### ${title}\n\n${tableOf(table)}`);
  const groups = Map.groupBy(report.misses, ({ task, language }) => `${task}, ${language === 'en' ? 'English' : 'Chinese'}`);
  const misses = [...groups].map(
    ([name, list]) =>
      `#### ${name}\n\n${tableOf([['text', 'expected', 'came'], ...list.map(({ text, expected, came }) => [text, expected, came])])}`,
  );
  return `${parts.join('\n\n')}

### The ten worst misses of each task

Among the held-out sentences of \`models/data\`; for severity the missed ones first.

${misses.join('\n\n')}
`;
}
