import type { Localized } from './language.ts';
import type { Decision } from './recovery/case.ts';
import type { DeadlineKind, Tier } from './recovery/policy.ts';
import type { Flag, Severity, Topic } from './understand/understanding.ts';

/** What people are shown for the closed sets of the domain, in both languages. */
export const topicWords: Readonly<Record<Topic, Localized>> = {
  delivery: { en: 'Delivery', 'zh-Hans': '配送' },
  'product-quality': { en: 'Product quality', 'zh-Hans': '产品质量' },
  staff: { en: 'Staff', 'zh-Hans': '服务人员' },
  'price-and-billing': { en: 'Price and billing', 'zh-Hans': '价格与账单' },
  waiting: { en: 'Waiting', 'zh-Hans': '等待时间' },
  reachability: { en: 'Reachability', 'zh-Hans': '联系渠道' },
  'website-and-app': { en: 'Website and app', 'zh-Hans': '网站与应用' },
  'refund-and-after-sales': { en: 'Refund and after-sales', 'zh-Hans': '退款与售后' },
  'premises-and-cleanliness': { en: 'Premises and cleanliness', 'zh-Hans': '环境与卫生' },
  safety: { en: 'Safety', 'zh-Hans': '安全' },
  privacy: { en: 'Privacy', 'zh-Hans': '隐私' },
  information: { en: 'Information', 'zh-Hans': '信息告知' },
  policy: { en: 'Terms and policy', 'zh-Hans': '规则与政策' },
  availability: { en: 'Availability', 'zh-Hans': '供应与预约' },
};

export const severityWords: Readonly<Record<Severity, Localized>> = {
  1: { en: 'low', 'zh-Hans': '轻微' },
  2: { en: 'normal', 'zh-Hans': '一般' },
  3: { en: 'high', 'zh-Hans': '严重' },
  4: { en: 'critical', 'zh-Hans': '紧急' },
};

export const flagWords: Readonly<Record<Flag, Localized>> = {
  danger: { en: 'danger or injury', 'zh-Hans': '人身安全' },
  law: { en: 'legal action', 'zh-Hans': '法律诉讼' },
  regulator: { en: 'regulator or hotline', 'zh-Hans': '监管投诉' },
  press: { en: 'press or public exposure', 'zh-Hans': '媒体曝光' },
  discrimination: { en: 'discrimination', 'zh-Hans': '歧视' },
  'privacy-breach': { en: 'privacy breach', 'zh-Hans': '信息泄露' },
  fraud: { en: 'fraud', 'zh-Hans': '欺诈' },
  'vulnerable-person': { en: 'vulnerable person', 'zh-Hans': '特殊群体' },
  'several-customers': { en: 'several customers', 'zh-Hans': '多名客户' },
  'repeated-contact': { en: 'repeated contact', 'zh-Hans': '多次反映' },
  'will-leave': { en: 'about to leave', 'zh-Hans': '可能流失' },
  'money-at-stake': { en: 'money at stake', 'zh-Hans': '涉及金额' },
};

/** Deadlines of a case, as a noun: on the register sheet, in mails to staff, chat rooms and statistics. */
export const deadlineWords: Readonly<Record<DeadlineKind, Localized>> = {
  acknowledge: { en: 'taking it up', 'zh-Hans': '专人受理' },
  'first-answer': { en: 'first answer', 'zh-Hans': '首次答复' },
  finding: { en: 'first finding', 'zh-Hans': '初步查明' },
  offer: { en: 'offer', 'zh-Hans': '提出方案' },
  solution: { en: 'solution', 'zh-Hans': '解决问题' },
  approval: { en: 'approval', 'zh-Hans': '审批' },
  report: { en: 'report on a serious case', 'zh-Hans': '重大个案报告' },
  'follow-up': { en: 'follow-up', 'zh-Hans': '回访' },
};

export const tierWords: Readonly<Record<Tier, Localized>> = {
  vip: { en: 'VIP', 'zh-Hans': '贵宾客户' },
  regular: { en: 'regular', 'zh-Hans': '普通客户' },
  new: { en: 'new', 'zh-Hans': '新客户' },
};

export const verdictWords: Readonly<Record<Decision['verdict'], Localized>> = {
  founded: { en: 'founded', 'zh-Hans': '客诉成立' },
  'partly-founded': { en: 'partly founded', 'zh-Hans': '客诉部分成立' },
  unfounded: { en: 'unfounded', 'zh-Hans': '客诉不成立' },
};
