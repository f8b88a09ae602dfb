import { type BranchComparison, compareBranches } from '../../branches/branches.ts';
import { branchSentences, branchVerdict, rankWords } from '../../branches/words.ts';
import { decimal } from '../../number-words.ts';
import type { AnswerTable } from '../../pivot.ts';
import type { FunnelPicture, Section } from '../../report/report.ts';
import { sampleOf } from '../../sample.ts';
import type { Analysed } from '../analysed.ts';
import { type Names, nameIn, nameOf } from '../names.ts';
import type { RequestOf } from '../request.ts';
import { scaleOf } from '../table.ts';
import { INTERVAL, inBoth, intervalCell, N, text } from '../words.ts';

const NO_SCALE = { min: 0, max: 0 };

/** Branches compared by the mean of a question (R20). Responses without a branch stand for none. */
export function branches(
  table: AnswerTable,
  { item, better = 'high' }: Pick<RequestOf<'branches'>, 'item' | 'better'>,
  names: Names,
): Analysed {
  const { min, max } = scaleOf(table, [item]) ?? NO_SCALE;
  const figures = compareBranches(samplesOf(table, item), { kind: 'mean', min, max, better });
  const said = (language: 'en' | 'zh-Hans') =>
    branchSentences(
      figures.kind === 'refused'
        ? figures
        : { ...figures, branches: figures.branches.map((branch) => ({ ...branch, name: nameIn(names, branch.name, language) })) },
      language,
    );
  const [en, zh] = [said('en'), said('zh-Hans')];
  return {
    result: figures,
    report: {
      title: inBoth((language) =>
        language === 'en' ? `Branches by “${nameIn(names, item, 'en')}”` : `各网点“${nameIn(names, item, 'zh-Hans')}”比较`,
      ),
      sentences: en.map((sentence, i) => text(sentence, zh[i] ?? sentence)),
      sections: figures.kind === 'measured' ? [sectionOf(figures, names)] : [],
      method: [
        text(
          'Each branch against all others together (Welch), adjusted by Holm; shrunk towards the mean of branches; funnel limits after Spiegelhalter (2005). Branches of fewer than 5 answers are not shown.',
          '每个网点与其余网点合计比较（Welch 检验，Holm 校正）；数值向整体均值收缩；漏斗图界限依 Spiegelhalter（2005）。答卷少于 5 份的网点不单独显示。',
        ),
      ],
    },
  };
}

function samplesOf({ numbers, branches: of }: AnswerTable, item: string) {
  const values = new Map<string, number[]>();
  for (const [row, value] of (numbers.get(item)?.values ?? new Float64Array()).entries()) {
    const branch = of[row];
    if (branch === undefined || Number.isNaN(value)) continue;
    const known = values.get(branch) ?? [];
    values.set(branch, known);
    known.push(value);
  }
  return [...values].map(([name, list]) => ({ name, sample: sampleOf(list) })).sort((a, b) => (a.name < b.name ? -1 : 1));
}

function sectionOf(figures: BranchComparison, names: Names): Section {
  const { branches: found, others } = figures;
  return {
    heading: text('Branches', '各网点'),
    picture: funnelOf(figures, names),
    head: [
      text('Branch', '网点'),
      text('As answered', '实际均值'),
      INTERVAL,
      text('Shrunk', '收缩后'),
      text('Verdict', '判断'),
      text('Rank', '名次'),
      N,
    ],
    rows: found.map((branch) => [
      nameOf(names, branch.name),
      decimal(branch.estimate.value, 2),
      intervalCell(branch.estimate),
      decimal(branch.shrunk.value, 2),
      inBoth((language) => branchVerdict(branch.verdict, language)),
      inBoth((language) => rankWords(branch, found.length, language)),
      String(branch.n),
    ]),
    notes: others === undefined ? [] : [text(`Small branches taken together: ${others.n} answers.`, `小网点合计：${others.n} 份回答。`)],
  };
}

const TONES = { better: 'good', worse: 'bad', 'not-distinguishable': 'plain' } as const;
/** Places at which the curves are drawn. */
const STEPS = 40;

function funnelOf({ branches: found, house }: BranchComparison, names: Names): FunnelPicture {
  const most = Math.max(1, ...found.map(({ n }) => n)) * 1.05;
  const least = Math.min(most, ...found.map(({ n }) => n));
  // Limits narrow with the root of n; those of the largest branch are least likely to be cut off at an end of the scale.
  const width = Math.max(
    ...found.map(({ n, funnel }) => Math.max(funnel.limits95.high - house.value, house.value - funnel.limits95.low) * Math.sqrt(n)),
  );
  const reach = 1.1 * Math.max(0.1, width / Math.sqrt(least), ...found.map(({ estimate }) => Math.abs(estimate.value - house.value)));
  const limits = Array.from({ length: STEPS }, (_, i) => least / 2 + ((most - least / 2) * i) / (STEPS - 1)).map((n) => {
    const margin = width / Math.sqrt(n);
    return { n, low: house.value - margin, high: house.value + margin };
  });
  return {
    kind: 'funnel',
    label: text('Means by number of answers, with 95% limits', '各网点均值与回答数，附 95% 界限'),
    x: { label: text('Answers', '回答数'), max: most },
    y: { label: text('Mean', '均值'), min: house.value - reach, max: house.value + reach, line: house.value },
    limits,
    points: found.map(({ name, n, estimate, verdict }) => ({ label: nameOf(names, name), n, value: estimate.value, tone: TONES[verdict] })),
  };
}
