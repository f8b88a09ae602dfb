import type { Localized } from '../../language.ts';
import type { IndexModel } from './model.ts';

/** Every published index asks on ten points. */
const scale = { min: 1, max: 10 } as const;

const CONSTRUCTS = {
  Image: { en: 'Image', 'zh-Hans': '企业形象' },
  BrandImage: { en: 'Brand image', 'zh-Hans': '品牌形象' },
  Expectation: { en: 'Expectation', 'zh-Hans': '顾客期望' },
  ExpectedQuality: { en: 'Expected quality', 'zh-Hans': '预期质量' },
  Quality: { en: 'Perceived quality', 'zh-Hans': '感知质量' },
  Value: { en: 'Perceived value', 'zh-Hans': '感知价值' },
  Satisfaction: { en: 'Customer satisfaction', 'zh-Hans': '顾客满意度' },
  Complaints: { en: 'Complaints', 'zh-Hans': '顾客抱怨' },
  Loyalty: { en: 'Loyalty', 'zh-Hans': '顾客忠诚' },
} as const satisfies Readonly<Record<string, Localized>>;

type ConstructName = keyof typeof CONSTRUCTS;

const construct = (name: ConstructName, items: string[]) => ({ name, label: CONSTRUCTS[name], items, mode: 'A' as const });

const satisfactionLabels: Readonly<Record<string, Localized>> = {
  'satisfaction.cusa1': { en: 'Overall satisfaction', 'zh-Hans': '总体满意程度' },
  'satisfaction.cusa2': { en: 'How far expectations were met', 'zh-Hans': '与期望相比的满意程度' },
  'satisfaction.cusa3': { en: 'How close it comes to the ideal', 'zh-Hans': '与理想状况的接近程度' },
};

const valueLabels: Readonly<Record<string, Localized>> = {
  'value.perv1': { en: 'Quality, given the price', 'zh-Hans': '给定价格下对质量的评价' },
  'value.perv2': { en: 'Price, given the quality', 'zh-Hans': '给定质量下对价格的评价' },
};

const expectationLabels: Readonly<Record<string, Localized>> = {
  'expectation.cuex1': { en: 'Overall quality expected beforehand', 'zh-Hans': '购买前对总体质量的预期' },
  'expectation.cuex2': { en: 'How well it was expected to suit personal needs', 'zh-Hans': '购买前对满足自身需要程度的预期' },
  'expectation.cuex3': { en: 'How reliable it was expected to be', 'zh-Hans': '购买前对可靠性的预期' },
};

const qualityLabels: Readonly<Record<string, Localized>> = {
  'quality.perq1': { en: 'Overall quality experienced', 'zh-Hans': '实际感受的总体质量' },
  'quality.perq2': { en: 'How well it suits personal needs', 'zh-Hans': '满足自身需要的程度' },
  'quality.perq3': { en: 'How reliable it is', 'zh-Hans': '产品或服务的可靠程度' },
};

/**
 * The European index as Tenenhaus, Esposito Vinzi, Chatelin & Lauro (2005), Comput. Stat. Data Anal. 48:159–205, measured it for mobile
 * phones: seven constructs, 24 questions. Complaints are asked as how well they were, or would be, handled. Ids are theirs, behind the question's:
 * so the answers of the ready questionnaire are named (`survey/ready/index-questions.ts`).
 */
export const ECSI: IndexModel = {
  title: { en: 'European customer satisfaction index (ECSI)', 'zh-Hans': '欧洲顾客满意度指数（ECSI）' },
  source: 'Tenenhaus, Esposito Vinzi, Chatelin & Lauro (2005)',
  constructs: [
    construct('Image', ['image.imag1', 'image.imag2', 'image.imag3', 'image.imag4', 'image.imag5']),
    construct('Expectation', ['expectation.cuex1', 'expectation.cuex2', 'expectation.cuex3']),
    construct('Quality', [
      'quality.perq1',
      'quality.perq2',
      'quality.perq3',
      'quality.perq4',
      'quality.perq5',
      'quality.perq6',
      'quality.perq7',
    ]),
    construct('Value', ['value.perv1', 'value.perv2']),
    construct('Satisfaction', ['satisfaction.cusa1', 'satisfaction.cusa2', 'satisfaction.cusa3']),
    construct('Complaints', ['complaints.cusco']),
    construct('Loyalty', ['loyalty.cusl1', 'loyalty.cusl2', 'loyalty.cusl3']),
  ],
  paths: [
    ['Image', 'Expectation'],
    ['Image', 'Satisfaction'],
    ['Image', 'Loyalty'],
    ['Expectation', 'Quality'],
    ['Expectation', 'Value'],
    ['Expectation', 'Satisfaction'],
    ['Quality', 'Value'],
    ['Quality', 'Satisfaction'],
    ['Value', 'Satisfaction'],
    ['Satisfaction', 'Complaints'],
    ['Satisfaction', 'Loyalty'],
    ['Complaints', 'Loyalty'],
  ],
  scale,
  labels: {
    'image.imag1': { en: 'What it says and does can be trusted', 'zh-Hans': '言行可信' },
    'image.imag2': { en: 'Stable and firmly established', 'zh-Hans': '经营稳健、基础牢固' },
    'image.imag3': { en: 'Contributes to society', 'zh-Hans': '对社会有贡献' },
    'image.imag4': { en: 'Cares about its customers', 'zh-Hans': '关心顾客' },
    'image.imag5': { en: 'Innovative and forward-looking', 'zh-Hans': '勇于创新、有远见' },
    ...expectationLabels,
    'quality.perq1': { en: 'Overall quality experienced', 'zh-Hans': '实际感受的总体质量' },
    'quality.perq2': { en: 'Technical quality', 'zh-Hans': '技术质量' },
    'quality.perq3': { en: 'Service and personal advice', 'zh-Hans': '客户服务与个人咨询建议' },
    'quality.perq4': { en: 'Quality of the services used', 'zh-Hans': '所使用服务的质量' },
    'quality.perq5': { en: 'Range of products and services', 'zh-Hans': '产品与服务的种类' },
    'quality.perq6': { en: 'Reliability and accuracy', 'zh-Hans': '可靠性与准确性' },
    'quality.perq7': { en: 'Clear and open information', 'zh-Hans': '信息清晰透明' },
    ...valueLabels,
    ...satisfactionLabels,
    'complaints.cusco': { en: 'How well complaints were, or would be, handled', 'zh-Hans': '投诉处理情况（未投诉者按预期作答）' },
    'loyalty.cusl1': { en: 'Would choose the same provider again', 'zh-Hans': '再次选择同一服务商的可能性' },
    'loyalty.cusl2': { en: 'Would stay if a competitor were cheaper', 'zh-Hans': '竞争对手价格更低时仍选择本企业的可能性' },
    'loyalty.cusl3': { en: 'Would recommend it to friends and colleagues', 'zh-Hans': '向亲友同事推荐的可能性' },
  },
};

/**
 * The American index: Fornell, Johnson, Anderson, Cha & Bryant (1996), Journal of Marketing 60(4):7–18, figure 1 and table 1. Complaints are asked
 * as yes or no there and their path is negative; ask them on the scale, and high for how likely a complaint is.
 */
export const ACSI: IndexModel = {
  title: { en: 'American customer satisfaction index (ACSI)', 'zh-Hans': '美国顾客满意度指数（ACSI）' },
  source: 'Fornell, Johnson, Anderson, Cha & Bryant (1996)',
  constructs: [
    construct('Expectation', ['expectation.cuex1', 'expectation.cuex2', 'expectation.cuex3']),
    construct('Quality', ['quality.perq1', 'quality.perq2', 'quality.perq3']),
    construct('Value', ['value.perv1', 'value.perv2']),
    construct('Satisfaction', ['satisfaction.cusa1', 'satisfaction.cusa2', 'satisfaction.cusa3']),
    construct('Complaints', ['complaints.comp1']),
    construct('Loyalty', ['loyalty.cusl1', 'loyalty.cusl2']),
  ],
  paths: [
    ['Expectation', 'Quality'],
    ['Expectation', 'Value'],
    ['Expectation', 'Satisfaction'],
    ['Quality', 'Value'],
    ['Quality', 'Satisfaction'],
    ['Value', 'Satisfaction'],
    ['Satisfaction', 'Complaints'],
    ['Satisfaction', 'Loyalty'],
    ['Complaints', 'Loyalty'],
  ],
  scale,
  labels: {
    ...expectationLabels,
    ...qualityLabels,
    ...valueLabels,
    ...satisfactionLabels,
    'complaints.comp1': { en: 'How likely a complaint is', 'zh-Hans': '投诉的可能性' },
    'loyalty.cusl1': { en: 'Would buy here again', 'zh-Hans': '再次购买的可能性' },
    'loyalty.cusl2': { en: 'Would stay if the price rose', 'zh-Hans': '涨价后仍继续购买的可能性' },
  },
};

/**
 * The Chinese index with the six constructs of GB/T 19038-2009 (model) and GB/T 19039-2009 (questionnaire): brand image in front,
 * complaints left out. Whether all paths stand is a question to the data: standard and literature draw some of them differently.
 */
export const CCSI: IndexModel = {
  title: { en: 'Chinese customer satisfaction index (CCSI)', 'zh-Hans': '中国顾客满意度指数（CCSI）' },
  source: 'GB/T 19038-2009, GB/T 19039-2009',
  constructs: [
    construct('BrandImage', ['image.imag1', 'image.imag2']),
    construct('ExpectedQuality', ['expectation.cuex1', 'expectation.cuex2', 'expectation.cuex3']),
    construct('Quality', ['quality.perq1', 'quality.perq2', 'quality.perq3']),
    construct('Value', ['value.perv1', 'value.perv2']),
    construct('Satisfaction', ['satisfaction.cusa1', 'satisfaction.cusa2', 'satisfaction.cusa3']),
    construct('Loyalty', ['loyalty.cusl1', 'loyalty.cusl2', 'loyalty.cusl3']),
  ],
  paths: [
    ['BrandImage', 'ExpectedQuality'],
    ['BrandImage', 'Quality'],
    ['BrandImage', 'Satisfaction'],
    ['ExpectedQuality', 'Quality'],
    ['ExpectedQuality', 'Value'],
    ['Quality', 'Value'],
    ['Quality', 'Satisfaction'],
    ['Value', 'Satisfaction'],
    ['Satisfaction', 'Loyalty'],
  ],
  scale,
  labels: {
    'image.imag1': { en: 'Overall image of the brand', 'zh-Hans': '品牌总体形象' },
    'image.imag2': { en: 'How distinctive the brand is', 'zh-Hans': '品牌特征显著度' },
    ...expectationLabels,
    ...qualityLabels,
    ...valueLabels,
    ...satisfactionLabels,
    'loyalty.cusl1': { en: 'Would buy here again', 'zh-Hans': '再次购买的可能性' },
    'loyalty.cusl2': { en: 'Would recommend it', 'zh-Hans': '向他人推荐的可能性' },
    'loyalty.cusl3': { en: 'Would stay if the price rose', 'zh-Hans': '涨价后仍继续购买的可能性' },
  },
};

/** Ready models by the name that people call them. */
export const INDEX_MODELS = { ecsi: ECSI, acsi: ACSI, ccsi: CCSI } as const;
