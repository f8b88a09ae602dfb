import { cpus, totalmem } from 'node:os';
import { table } from '../local/cli/output.ts';

/** One measured figure. */
export interface Figure {
  readonly name: string;
  readonly value: number;
  readonly unit: string;
  /** From design §7; absent where the figure only informs. */
  readonly goal?: { readonly atMost: number } | { readonly atLeast: number };
}

/** What one bench found. */
export interface Finding {
  readonly title: string;
  readonly figures: readonly Figure[];
  /** How it was measured, and what it leaves out: one sentence each. */
  readonly how: readonly string[];
  /** Tables that break the figures down: a heading, then rows. */
  readonly tables?: readonly { readonly header: readonly string[]; readonly rows: readonly (readonly string[])[] }[];
}

export function isReached({ value, goal }: Figure): boolean | undefined {
  if (goal === undefined) return undefined;
  return 'atMost' in goal ? value <= goal.atMost : value >= goal.atLeast;
}

/** Three significant digits, or whole numbers from 100 on. */
export const digits = (value: number): string => (Math.abs(value) >= 100 ? value.toFixed(0) : String(Number(value.toPrecision(3))));

const withUnit = (value: string, unit: string) => (unit === '$' ? `$${value}` : `${value} ${unit}`.trim());
const amount = ({ value, unit }: Figure) => withUnit(unit === '$' ? value.toFixed(2) : digits(value), unit);

function goalInWords({ goal, unit }: Figure): string {
  if (goal === undefined) return '';
  return 'atMost' in goal ? `≤ ${withUnit(digits(goal.atMost), unit)}` : `≥ ${withUnit(digits(goal.atLeast), unit)}`;
}

export function inWords({ title, figures, how, tables = [] }: Finding): string {
  const rows = figures.map((figure) => {
    const reached = isReached(figure);
    return [`  ${figure.name}`, amount(figure), goalInWords(figure), reached === undefined ? '' : reached ? 'reached' : 'MISSED'];
  });
  const parts = [
    `${title}\n${table(['  figure', 'measured', 'goal', ''], rows)}`,
    ...tables.map(({ header, rows: more }) => indent(table(header, more))),
    ...how.map((sentence) => wrap(sentence)),
  ];
  return parts.join('\n\n');
}

const indent = (text: string) => text.replace(/^/gm, '  ');

const WIDTH = 140;

/** A sentence as an indented paragraph. */
function wrap(sentence: string): string {
  const lines = [''];
  for (const word of sentence.split(' ')) {
    const line = lines.at(-1) ?? '';
    if (line.length + word.length >= WIDTH) lines.push(word);
    else lines[lines.length - 1] = line === '' ? word : `${line} ${word}`;
  }
  return lines.map((line, i) => (i === 0 ? `  · ${line}` : `    ${line}`)).join('\n');
}

/** What the figures depend on besides the code. */
export const machine = () => ({
  cores: cpus().length,
  processor: cpus()[0]?.model.trim() ?? 'unknown',
  memoryGiB: Math.round(totalmem() / 2 ** 30),
  node: process.version,
  platform: `${process.platform}-${process.arch}`,
});
