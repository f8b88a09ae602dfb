import type { Language } from '../../language.ts';
import { chanceWords, count, decimal, interval, percent } from '../number-words.ts';
import type { Association } from './association.ts';
import type { CoarseAssociation, CrossTable, CrossTableRefusal } from './cross-table.ts';
import type { ShownGroup } from './merge-small.ts';

/** What the table is of: `branch`, `answer`. */
export interface CrossTableNames {
  readonly rows: string;
  readonly columns: string;
}

/** What is said of a cross table: whether the two have to do with each other, which cells stand out, what is hidden and left out. */
export function crossTableSentences(table: CrossTable | CrossTableRefusal, names: CrossTableNames, language: Language): string[] {
  if (table.kind === 'refused') return [refusalSentence(table, language)];
  return [
    associationSentence(table, names, language),
    ...cellSentences(table, language),
    ...hiddenSentence(table, language),
    ...leftOut(table, language),
  ];
}

/** The name of a row or column, also of small ones taken together. */
export function groupName({ name, merged }: ShownGroup, language: Language): string {
  if (name !== undefined) return name;
  const all = merged ?? [];
  if (all.length > MOST_NAMED) return language === 'en' ? `${all.length} small groups together` : `${all.length} 个小组合计`;
  return language === 'en' ? `${all.join(', ')} together` : `${all.join('、')}合计`;
}

/** More names than that would hide what is said of them. */
const MOST_NAMED = 3;

const TESTS: Readonly<Record<Association['test'], Readonly<Record<Language, string>>>> = {
  'chi-square': { en: 'χ² test', 'zh-Hans': '卡方检验' },
  fisher: { en: 'Fisher’s exact test', 'zh-Hans': 'Fisher 精确检验' },
  permutation: { en: 'permutation test', 'zh-Hans': '置换检验' },
};

function associationSentence({ association, n }: CrossTable, { rows, columns }: CrossTableNames, language: Language): string {
  const isFound = 'pBelow' in association ? association.pBelow < 1 : association.pValue < 0.05;
  const facts = `${TESTS[association.test][language]}${language === 'en' ? ', ' : '，'}${strength(association, language)}${language === 'en' ? ', ' : '，'}${count(n)}`;
  if (language === 'en') {
    return isFound
      ? `“${rows}” and “${columns}” go together (${facts}).`
      : `That “${rows}” and “${columns}” go together cannot be told (${facts}).`;
  }
  return isFound ? `“${rows}”与“${columns}”有关联（${facts}）。` : `看不出“${rows}”与“${columns}”有关联（${facts}）。`;
}

function strength(association: Association | CoarseAssociation, language: Language): string {
  const comma = language === 'en' ? ', ' : '，';
  if ('pBelow' in association) {
    const p = association.pBelow < 1 ? `p\u00A0<\u00A0${association.pBelow}` : 'p\u00A0≥\u00A00.05';
    return `${p}${comma}Cramér’s V ≈ ${decimal(association.cramersV, 1)}`;
  }
  const { pValue, cramersV } = association;
  const ends = interval(cramersV, (value) => decimal(value, 2), language);
  return `${chanceWords(pValue)}${comma}Cramér’s V ${decimal(cramersV.value, 2)}${comma}${ends}`;
}

function cellSentences(table: CrossTable, language: Language): string[] {
  return table.cells.flatMap((line, row) =>
    line.flatMap((cell, column) => {
      const [of, what] = [table.rows[row], table.columns[column]];
      if (cell?.against === undefined || cell.against.verdict === 'as-expected' || !of || !what) return [];
      const { n, share, against } = cell;
      const [group, answer] = [groupName(of, language), groupName(what, language)];
      const usual = percent(against.expected / of.n);
      const ends = interval(share, percent, language);
      const isMore = against.verdict === 'more';
      return language === 'en'
        ? `${group}: “${answer}” ${isMore ? 'more' : 'less'} often than in all: ${percent(share.value)} (${n}; ${ends}) against ${usual}.`
        : `${group}：“${answer}”${isMore ? '多' : '少'}于总体：${percent(share.value)}（${n} 人；${ends}），总体为 ${usual}。`;
    }),
  );
}

function hiddenSentence({ cells, rows, columns }: CrossTable, language: Language): string[] {
  const hidden = cells.flat().filter((cell) => cell === null).length;
  const isMerged = [...rows, ...columns].some(({ merged }) => merged !== undefined);
  if (hidden === 0 && !isMerged) return [];
  return language === 'en'
    ? ['Groups of fewer than 5 people are not shown; others are hidden, or taken together, so that they cannot be worked out.']
    : ['不足 5 人的分组不予显示；为避免被倒推出来，部分其他数字也已隐藏或合并。'];
}

function leftOut({ leftOut: { unknown, emptyRows, emptyColumns } }: CrossTable, language: Language): string[] {
  const empty = [...emptyRows, ...emptyColumns];
  const en = language === 'en';
  const people = en ? `Left out: ${unknown} people of whom one of the two is not known.` : `未计入：${unknown} 人缺少其中一项信息。`;
  const groups = en ? `Without anybody: ${empty.join(', ')}.` : `没有任何人的类别：${empty.join('、')}。`;
  return [...(unknown > 0 ? [people] : []), ...(empty.length > 0 ? [groups] : [])];
}

function refusalSentence({ reason, n, needed }: CrossTableRefusal, language: Language): string {
  const en = language === 'en';
  switch (reason) {
    case 'not-counts':
      return en
        ? 'The table holds something other than whole numbers from 0, or its lines are not equally long.'
        : '表中含有非自然数的内容，或各行长度不一致。';
    case 'too-few-answers':
      return en ? `${n} answers, and a cross table needs at least ${needed}.` : `答案 ${n} 个，交叉表至少需要 ${needed} 个。`;
    case 'one-group':
      return en
        ? 'All answers fall into one group, small ones taken together: there is nothing to compare.'
        : '合并小组后所有答案都属于同一类别，无从比较。';
  }
}
