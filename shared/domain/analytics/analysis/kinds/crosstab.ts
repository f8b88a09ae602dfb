import { countPairs } from '../../crosstab/count-pairs.ts';
import { type CrossTable, crossTable } from '../../crosstab/cross-table.ts';
import { crossTableSentences, groupName } from '../../crosstab/words.ts';
import { decimal, percent } from '../../number-words.ts';
import type { AnswerTable } from '../../pivot.ts';
import { seededRandom } from '../../random.ts';
import type { Section } from '../../report/report.ts';
import type { Analysed } from '../analysed.ts';
import { type Names, nameIn, nameOf } from '../names.ts';
import type { RequestOf } from '../request.ts';
import { inBoth, N, text } from '../words.ts';

/** Named in place of a question: the branch of the response. */
const BRANCH = 'branch';

/** Two questions, or a question and the branch, against each other (R23). */
export function crosstab(
  table: AnswerTable,
  { rows, columns, seed = 1 }: Pick<RequestOf<'crosstab'>, 'rows' | 'columns' | 'seed'>,
  names: Names,
): Analysed {
  const pairs = Array.from({ length: table.rows }, (_, row) => [valueAt(table, rows, row), valueAt(table, columns, row)] as const);
  const figures = crossTable(countPairs(pairs), seededRandom(seed));
  const said = (language: 'en' | 'zh-Hans') =>
    crossTableSentences(figures, { rows: nameIn(names, rows, language), columns: nameIn(names, columns, language) }, language);
  const [en, zh] = [said('en'), said('zh-Hans')];
  return {
    result: figures,
    report: {
      title: text(
        `“${nameIn(names, rows, 'en')}” by “${nameIn(names, columns, 'en')}”`,
        `“${nameIn(names, rows, 'zh-Hans')}”与“${nameIn(names, columns, 'zh-Hans')}”交叉表`,
      ),
      sentences: en.map((sentence, i) => text(sentence, zh[i] ?? sentence)),
      sections: figures.kind === 'measured' ? [sectionOf(figures, rows, names)] : [],
      method: [
        text(
          'Counts with shares of the row; association by Pearson’s test or an exact one, cells after Holm’s adjustment. Groups of fewer than 5 people are taken together or hidden.',
          '显示人数及行内占比；关联性采用 Pearson 检验或精确检验，单元格按 Holm 校正。少于 5 人的组合并或隐藏。',
        ),
      ],
    },
  };
}

function valueAt({ choices, numbers, branches }: AnswerTable, question: string, row: number): string | null {
  if (question === BRANCH) return branches[row] ?? null;
  const chosen = choices.get(question)?.[row];
  // Of several that were chosen, the set is what was answered.
  if (chosen !== undefined) return [...chosen].sort().join(' + ');
  const value = numbers.get(question)?.values[row];
  return value === undefined || Number.isNaN(value) ? null : decimal(value, Number.isInteger(value) ? 0 : 2);
}

const HIDDEN = text('hidden', '已隐藏');

const sectionOf = ({ rows, columns, cells }: CrossTable, question: string, names: Names): Section => ({
  heading: text('Counts and shares of the row', '人数与行内占比'),
  head: [
    inBoth((language) => nameIn(names, question, language)),
    ...columns.map((column) => inBoth((language) => groupName(column, language))),
    N,
  ],
  rows: rows.map((row, i) => [
    row.name === undefined ? inBoth((language) => groupName(row, language)) : nameOf(names, row.name),
    ...(cells[i] ?? []).map((cell) => (cell === null ? HIDDEN : `${cell.n} (${percent(cell.share.value)})`)),
    String(row.n),
  ]),
  notes: [],
});
