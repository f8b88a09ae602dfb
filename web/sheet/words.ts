import type { Language, Localized } from '../../shared/domain/language.ts';
import type { Case, CaseState, ClosingReason, Deadline, Decision } from '../../shared/domain/recovery/case.ts';
import type { VIAS } from '../../shared/domain/recovery/command.ts';

type Names<Key extends string> = Readonly<Record<Key, Localized>>;

export const STATES: Names<CaseState> = {
  opened: { en: 'opened', 'zh-Hans': '已登记' },
  acknowledged: { en: 'taken up', 'zh-Hans': '已受理' },
  investigating: { en: 'being investigated', 'zh-Hans': '调查中' },
  decided: { en: 'decided', 'zh-Hans': '已定责' },
  offered: { en: 'remedy offered', 'zh-Hans': '已提出方案' },
  accepted: { en: 'remedy accepted', 'zh-Hans': '客户已接受' },
  refused: { en: 'remedy refused', 'zh-Hans': '客户未接受' },
  remedied: { en: 'remedied', 'zh-Hans': '已补救' },
  'followed-up': { en: 'followed up', 'zh-Hans': '已回访' },
  closed: { en: 'closed', 'zh-Hans': '已结案' },
  merged: { en: 'merged', 'zh-Hans': '已并案' },
};

export const CHANNELS: Readonly<Record<string, Localized>> = {
  form: { en: 'form', 'zh-Hans': '网页表单' },
  webhook: { en: 'survey tool', 'zh-Hans': '调查平台' },
  mail: { en: 'e-mail', 'zh-Hans': '电子邮件' },
  telephone: { en: 'telephone', 'zh-Hans': '电话' },
  visit: { en: 'visit', 'zh-Hans': '来访' },
  letter: { en: 'letter', 'zh-Hans': '信函' },
  shop: { en: 'shop', 'zh-Hans': '门店' },
  social: { en: 'social media', 'zh-Hans': '社交媒体' },
  chat: { en: 'chat', 'zh-Hans': '在线客服' },
};

export const WAYS: Names<(typeof VIAS)[number]> = {
  mail: { en: 'by e-mail', 'zh-Hans': '邮件' },
  telephone: { en: 'by telephone', 'zh-Hans': '电话' },
  visit: { en: 'in person', 'zh-Hans': '当面' },
  letter: { en: 'by letter', 'zh-Hans': '信函' },
  chat: { en: 'by chat', 'zh-Hans': '在线客服' },
  social: { en: 'on social media', 'zh-Hans': '社交媒体' },
};

export const OUTCOMES: Names<NonNullable<Deadline['outcome']>> = {
  met: { en: 'met', 'zh-Hans': '按时' },
  breached: { en: 'BREACHED', 'zh-Hans': '超时' },
  dropped: { en: 'dropped', 'zh-Hans': '取消' },
};

export const DISPUTES: Names<Decision['dispute']> = {
  quality: { en: 'quality', 'zh-Hans': '质量' },
  service: { en: 'service', 'zh-Hans': '服务' },
  price: { en: 'price', 'zh-Hans': '价格' },
  contract: { en: 'contract', 'zh-Hans': '合同' },
};

export const RESPONSIBLE: Names<Decision['responsibility']> = {
  company: { en: 'our company', 'zh-Hans': '本公司' },
  customer: { en: 'the customer', 'zh-Hans': '客户' },
  'third-party': { en: 'a third party', 'zh-Hans': '第三方' },
  misunderstanding: { en: 'a misunderstanding', 'zh-Hans': '双方误解' },
};

export const CLOSINGS: Names<ClosingReason> = {
  'followed-up': { en: 'the customer confirmed that it is solved', 'zh-Hans': '客户确认已解决' },
  'no-answer-to-follow-up': { en: 'solved; no answer to the follow-ups', 'zh-Hans': '已解决，回访未获答复' },
  unreachable: { en: 'the customer cannot be reached', 'zh-Hans': '无法联系客户' },
  unfounded: { en: 'unfounded, with the reason told', 'zh-Hans': '客诉不成立，已告知原因' },
  'withdrawn-by-customer': { en: 'withdrawn by the customer', 'zh-Hans': '客户撤回' },
  'no-agreement': { en: 'no agreement', 'zh-Hans': '未能达成一致' },
  duplicate: { en: 'entered twice', 'zh-Hans': '重复登记' },
  'not-a-complaint': { en: 'no complaint', 'zh-Hans': '非客诉' },
};

/** The stages of R1, in their order; `other` is what happened beside them. */
export const STAGES = ['facts', 'liability', 'remedy', 'approval', 'answer', 'corrective', 'close', 'other'] as const;
export type Stage = (typeof STAGES)[number];

export const ownerWords = (value: Pick<Case, 'isSerious' | 'isComplex'>, language: Language): string[] => [
  ...(value.isSerious ? [{ en: 'serious', 'zh-Hans': '重大' }[language]] : []),
  ...(value.isComplex ? [{ en: 'complex', 'zh-Hans': '复杂' }[language]] : []),
];
