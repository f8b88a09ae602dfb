import type { Language } from '../../language.ts';
import type { Cell, Report, Section } from './report.ts';

export const inLanguage = (cell: Cell, language: Language): string => (typeof cell === 'string' ? cell : cell[language]);

/** How a table is laid out in plain text; the terminal's own knows the width of its characters. */
export type WriteTable = (head: readonly string[], rows: readonly (readonly string[])[]) => string;

/** A report in plain text: what it says first, then the figures, then how they came about. */
export function reportText(report: Report, language: Language, table: WriteTable): string {
  const sections = report.sections.map((section) => sectionText(section, language, table));
  return [
    report.sentences.map((sentence) => sentence[language]).join('\n'),
    ...sections,
    report.method.map((line) => line[language]).join('\n'),
  ].join('\n\n');
}

function sectionText({ heading, head, rows, notes }: Section, language: Language, table: WriteTable): string {
  const lines = table(
    head.map((cell) => cell[language]),
    rows.map((row) => row.map((cell) => inLanguage(cell, language))),
  );
  return [heading[language], lines, ...notes.map((line) => line[language])].join('\n');
}
