import type { Language } from '../../language.ts';
import { changeInterval, count, decimal, figure, interval, percent, size } from '../number-words.ts';
import type { BranchComparison, BranchFigure, BranchRefusal, Levels, LevelsRefusal } from './branches.ts';

const VERDICTS = {
  better: { en: 'better than the house', 'zh-Hans': '好于整体' },
  worse: { en: 'worse than the house', 'zh-Hans': '差于整体' },
  'not-distinguishable': { en: 'not distinguishable from the house', 'zh-Hans': '与整体无法区分' },
} as const;

/** `better than the house`, as a table cell says it. */
export const branchVerdict = (verdict: BranchFigure['verdict'], language: Language) => VERDICTS[verdict][language];

/** `rank 2 to 5 of 12`. */
export function rankWords({ rank: { best, worst } }: BranchFigure, of: number, language: Language): string {
  if (best === worst) return language === 'en' ? `rank ${best} of ${of}` : `第 ${best} 名（共 ${of} 家）`;
  return language === 'en' ? `rank ${best} to ${worst} of ${of}` : `第 ${best} 至 ${worst} 名（共 ${of} 家）`;
}

/** What is said of branches: the house, those that stand out, that the others don't, how it was judged, and what is not shown. */
export function branchSentences(result: BranchComparison | BranchRefusal, language: Language): string[] {
  const bad = unsoundSentence(result.unsound, language);
  if (result.kind === 'refused') return [refusalSentence(result, language), ...bad];
  const standing = result.branches.filter(({ verdict }) => verdict !== 'not-distinguishable');
  return [
    houseSentence(result, language),
    ...standing.map((branch) => branchSentence(branch, result, language)),
    methodSentence(result, standing.length, language),
    ...othersSentence(result, language),
    ...bad,
  ];
}

function houseSentence({ house, unit, n }: BranchComparison, language: Language): string {
  const ends = interval(house, (value) => figure(value, unit), language);
  return language === 'en'
    ? `The house: ${figure(house.value, unit)} (${ends}, ${count(n)}).`
    : `整体：${figure(house.value, unit)}（${ends}，${count(n)}）。`;
}

function branchSentence(branch: BranchFigure, { unit, branches }: BranchComparison, language: Language): string {
  const { name, estimate, difference, verdict, n } = branch;
  const ends = changeInterval(difference, unit, language);
  const amount = size(difference.value, unit, language);
  const rank = rankWords(branch, branches.length, language);
  const isOver = difference.value > 0;
  return language === 'en'
    ? `${name}: ${branchVerdict(verdict, language)}: ${figure(estimate.value, unit)} (${count(n)}), ${amount} ${isOver ? 'above' : 'below'} the other branches (${ends}); ${rank}.`
    : `${name}：${branchVerdict(verdict, language)}，${figure(estimate.value, unit)}（${count(n)}），比其他网点${isOver ? '高' : '低'} ${amount}（${ends}）；${rank}。`;
}

function methodSentence({ branches, overdispersion }: BranchComparison, standing: number, language: Language): string {
  const rest = branches.length - standing;
  const wide = overdispersion > 1;
  const times = decimal(Math.sqrt(overdispersion), 1);
  if (language === 'en') {
    const others =
      standing === 0 ? `None of the ${branches.length} branches` : rest === 0 ? 'No other branch' : `None of the other ${rest} branches`;
    const funnel = wide ? ` Branches scatter by more than chance; funnel limits are ${times} times as wide.` : '';
    return `${others} can be told from the house. If all were alike, any would be called better or worse at most ${percent(0.05)} of the time (Holm).${funnel}`;
  }
  const others = standing === 0 ? `${branches.length} 家网点均与整体无法区分。` : rest === 0 ? '' : `其余 ${rest} 家网点与整体无法区分。`;
  const funnel = wide ? `网点之间的离散程度超出偶然，漏斗图界限放宽为 ${times} 倍。` : '';
  return `${others}若各网点实际相同，误判任何一家的可能不超过 ${percent(0.05)}（Holm 校正）。${funnel}`;
}

function othersSentence({ others }: BranchComparison, language: Language): string[] {
  if (others === undefined) return [];
  return language === 'en'
    ? [
        `Not shown singly, as some have fewer than 5 answers: ${others.names.join(', ')}${others.n > 0 ? ` (${count(others.n)} together)` : ''}.`,
      ]
    : [`部分网点答卷不足 5 份，以下网点不单独显示：${others.names.join('、')}${others.n > 0 ? `（合计 ${count(others.n)}）` : ''}。`];
}

function unsoundSentence(unsound: readonly string[], language: Language): string[] {
  if (unsound.length === 0) return [];
  return language === 'en'
    ? [`Left out, as their sums cannot come from such a scale: ${unsound.join(', ')}. Check the import.`]
    : [`合计数与量表不符、未计入：${unsound.join('、')}，请检查导入数据。`];
}

function refusalSentence({ reason, needed }: BranchRefusal, language: Language): string {
  const en = language === 'en';
  if (reason === 'unfit-scale') return en ? 'The ends of the scale are not in order.' : '量表的上下限设置有误。';
  return en
    ? `At least ${needed} branches with 5 answers or more are needed to compare, besides those that are not shown to protect small ones.`
    : `至少需要 ${needed} 家答卷不少于 5 份的网点才能比较（为保护小网点而不单独显示的除外）。`;
}

/** What is said of head office against branches. */
export function levelSentence(result: Levels | LevelsRefusal, language: Language): string {
  const en = language === 'en';
  if (result.kind === 'refused') {
    if (result.reason === 'unsound')
      return en ? 'The sums cannot come from such a scale. Check the import.' : '合计数与量表不符，请检查导入数据。';
    return en
      ? `Head office and branches each need at least ${result.needed} answers to be compared.`
      : `总部与网点各需至少 ${result.needed} 份答卷才能比较。`;
  }
  const { headOffice, branches, difference, verdict, unit } = result;
  const ends = changeInterval(difference, unit, language);
  const said = {
    better: { en: 'head office is better', 'zh-Hans': '总部较好' },
    worse: { en: 'head office is worse', 'zh-Hans': '总部较差' },
    'not-distinguishable': { en: 'they cannot be told apart', 'zh-Hans': '两者无法区分' },
  }[verdict][language];
  return en
    ? `Head office ${figure(headOffice.value, unit)} (${count(headOffice.n)}), branches ${figure(branches.value, unit)} (${count(branches.n)}): ${said} (${ends}).`
    : `总部 ${figure(headOffice.value, unit)}（${count(headOffice.n)}），网点 ${figure(branches.value, unit)}（${count(branches.n)}）：${said}（${ends}）。`;
}
