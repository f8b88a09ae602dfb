import type { Language, Localized } from '../../language.ts';
import type { LeftOut, LeftOutReason, Refusal, RefusalReason } from './figure.ts';
import type { Quadrant } from './importance-performance.ts';
import type { Loyalty } from './loyalty.ts';
import type { Aspect, GapNumber, Group } from './organisation-gaps.ts';
import type { CoefficientZone } from './satisfaction-coefficient.ts';

/** The quadrants of importance–performance, as Martilla & James named them. */
export const quadrantWords: Readonly<Record<Quadrant, Localized>> = {
  'keep-up': { en: 'Keep up the good work', 'zh-Hans': '继续保持' },
  concentrate: { en: 'Concentrate here', 'zh-Hans': '重点改进' },
  'low-priority': { en: 'Low priority', 'zh-Hans': '次要改进' },
  overkill: { en: 'Possible overkill', 'zh-Hans': '可能投入过度' },
};

/** Put before a quadrant, where an interval touches a line. */
export const notClearlyWords: Localized = { en: 'not clearly', 'zh-Hans': '尚不明确' };

export const zoneWords: Readonly<Record<CoefficientZone, Localized>> = {
  below: { en: 'Dissatisfied (C below 1)', 'zh-Hans': '不满意（C 小于 1）' },
  about: { en: 'Satisfied (C about 1)', 'zh-Hans': '满意（C 约等于 1）' },
  above: { en: 'Delighted (C above 1)', 'zh-Hans': '非常满意（C 大于 1）' },
};

export const loyaltyWords: Readonly<Record<Loyalty, Localized>> = {
  loyal: { en: 'Loyal', 'zh-Hans': '忠诚' },
  latent: { en: 'Latent loyalty', 'zh-Hans': '潜在忠诚' },
  spurious: { en: 'Spurious loyalty', 'zh-Hans': '虚假忠诚' },
  none: { en: 'No loyalty', 'zh-Hans': '不忠诚' },
};

export const groupWords: Readonly<Record<Group, Localized>> = {
  customers: { en: 'Customers', 'zh-Hans': '客户' },
  managers: { en: 'Managers', 'zh-Hans': '管理者' },
  staff: { en: 'Staff', 'zh-Hans': '一线员工' },
};

export const aspectWords: Readonly<Record<Aspect, Localized>> = {
  expectation: { en: 'What customers expect', 'zh-Hans': '客户的期望' },
  perception: { en: 'What customers perceive', 'zh-Hans': '客户的感知' },
  belief: { en: 'What managers believe customers expect', 'zh-Hans': '管理者认为的客户期望' },
  standard: { en: 'What the service standards ask for', 'zh-Hans': '服务标准的要求' },
  delivery: { en: 'What is delivered', 'zh-Hans': '实际提供的服务' },
  told: { en: 'What customers were told', 'zh-Hans': '对客户的宣传和承诺' },
};

/** The five gaps of the organisation, each as the two things that lie apart. */
export const organisationGapWords: Readonly<Record<GapNumber, Localized>> = {
  1: { en: 'Gap 1: what customers expect and what managers believe', 'zh-Hans': '差距一：客户期望与管理者认识之间' },
  2: { en: 'Gap 2: what managers believe and the service standards', 'zh-Hans': '差距二：管理者认识与服务标准之间' },
  3: { en: 'Gap 3: the service standards and what is delivered', 'zh-Hans': '差距三：服务标准与实际提供的服务之间' },
  4: { en: 'Gap 4: what customers were told and what is delivered', 'zh-Hans': '差距四：对外承诺与实际提供的服务之间' },
  5: { en: 'Gap 5: what customers expect and what they perceive', 'zh-Hans': '差距五：客户期望与客户感知之间' },
};

const leftOutWords: Readonly<Record<LeftOutReason, Localized>> = {
  cannotSay: { en: '“cannot say”', 'zh-Hans': '“无法回答”' },
  notAnswered: { en: 'not answered', 'zh-Hans': '未作答' },
  outOfScale: { en: 'not on the scale', 'zh-Hans': '超出量表范围' },
  expectedNothing: { en: 'expected nothing, so there is nothing to compare with', 'zh-Hans': '没有期望，无从比较' },
  tooFewItems: { en: 'answered fewer than half of the items', 'zh-Hans': '作答的项目不到一半' },
  withoutWeights: { en: 'gave no usable points of importance', 'zh-Hans': '没有给出可用的重要性分数' },
};

/** What was left out and why, e.g. "Left out: 3 “cannot say”; 1 not on the scale."; nothing where nothing was. */
export function leftOutSentence(leftOut: LeftOut, language: Language): string | undefined {
  const parts = LEFT_OUT_ORDER.flatMap((reason) => {
    const count = leftOut[reason] ?? 0;
    return count === 0
      ? []
      : [language === 'en' ? `${count} ${leftOutWords[reason].en}` : `${leftOutWords[reason]['zh-Hans']} ${count} 份`];
  });
  if (parts.length === 0) return undefined;
  return language === 'en' ? `Left out: ${parts.join('; ')}.` : `未计入：${parts.join('；')}。`;
}

const LEFT_OUT_ORDER = [
  'notAnswered',
  'cannotSay',
  'outOfScale',
  'tooFewItems',
  'expectedNothing',
  'withoutWeights',
] as const satisfies LeftOutReason[];

type Sentence = (refusal: Pick<Refusal, 'n' | 'needed'>) => string;

const refusalWords: Readonly<Record<RefusalReason, Readonly<Record<Language, Sentence>>>> = {
  'too-few-answers': {
    en: ({ n, needed }) => `Too few usable answers for a figure: there are ${n}, and it takes ${needed}.`,
    'zh-Hans': ({ n, needed }) => `可用的回答太少，无法得出数值：现有 ${n} 份，至少需要 ${needed} 份。`,
  },
  'too-few-items': {
    en: ({ n, needed }) => `Too few items with enough answers: there are ${n}, and it takes ${needed}.`,
    'zh-Hans': ({ n, needed }) => `回答足够的项目太少：现有 ${n} 项，至少需要 ${needed} 项。`,
  },
  'unfit-scale': {
    en: () => 'This measure is not defined on this scale. Check the ends of the scale, which must differ, and the kind of question.',
    'zh-Hans': () => '该指标不适用于这一量表。请检查量表的两端（两者不得相同）和题型。',
  },
  'not-counts': {
    en: () => 'The counts do not fit together: each must be a whole number from 0, and a part cannot be more than the whole.',
    'zh-Hans': () => '各项计数不相符：必须是 0 或正整数，且部分不能大于总数。',
  },
  'no-base': {
    en: () => 'There are no customers or orders to divide by. Give their number for the period.',
    'zh-Hans': () => '缺少作为分母的客户数或订单数。请填写该期间的数量。',
  },
  'weights-sum-to-zero': {
    en: () => 'The weights sum to 0, so no weighted mean exists. Give at least one weight above 0, and none below.',
    'zh-Hans': () => '权重之和为 0，无法计算加权平均。请至少给出一个大于 0 的权重，且不得为负。',
  },
  'expectation-near-zero': {
    en: ({ n, needed }) =>
      `Expectations are so low or so far apart that no ratio to them can be told from ${n} answers; it takes about ${needed}.`,
    'zh-Hans': ({ n, needed }) => `期望过低或差异过大，${n} 份回答不足以计算比值；大约需要 ${needed} 份。`,
  },
};

/** Why there is no figure, and what to do, in one sentence. */
export const refusalSentence = (refusal: Pick<Refusal, 'reason' | 'n' | 'needed'>, language: Language): string =>
  refusalWords[refusal.reason][language](refusal);

/** The same, where one of the three groups is missing or too small. */
export function groupRefusalSentence(
  refusal: Pick<Refusal, 'reason' | 'n' | 'needed'> & { readonly group: Group },
  language: Language,
): string {
  const group = groupWords[refusal.group][language];
  return language === 'en' ? `${group}: ${refusalSentence(refusal, language)}` : `${group}：${refusalSentence(refusal, language)}`;
}
