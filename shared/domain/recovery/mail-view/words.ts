import { Temporal } from 'temporal-polyfill';
import type { Language, Localized } from '../../language.ts';
import type { CaseState, DEADLINE_OUTCOMES, Offer } from '../case.ts';
import type { Remedy } from '../policy.ts';

/** What staff and customers read for the closed sets of a case. */
export const stateWords: Readonly<Record<CaseState, Localized>> = {
  opened: { en: 'opened, nobody has taken it up', 'zh-Hans': '已立案，尚无人受理' },
  acknowledged: { en: 'taken up', 'zh-Hans': '已受理' },
  investigating: { en: 'being looked into', 'zh-Hans': '调查中' },
  decided: { en: 'decided, nothing offered yet', 'zh-Hans': '已有结论，尚未提出方案' },
  offered: { en: 'offered, the customer has yet to answer', 'zh-Hans': '已提出方案，等待客户答复' },
  accepted: { en: 'offer accepted, still to be carried out', 'zh-Hans': '客户已接受方案，待落实' },
  refused: { en: 'offer refused', 'zh-Hans': '客户未接受方案' },
  remedied: { en: 'put right, to be followed up', 'zh-Hans': '已办妥，待回访' },
  'followed-up': { en: 'followed up', 'zh-Hans': '已回访' },
  closed: { en: 'closed', 'zh-Hans': '已结案' },
  merged: { en: 'merged into another case', 'zh-Hans': '已并入其他个案' },
};

export const offerWords: Readonly<Record<Offer['state'], Localized>> = {
  'awaiting-approval': { en: 'waits for approval', 'zh-Hans': '待审批' },
  offered: { en: 'waits for the customer', 'zh-Hans': '待客户答复' },
  accepted: { en: 'accepted by the customer', 'zh-Hans': '客户已接受' },
  refused: { en: 'refused by the customer', 'zh-Hans': '客户未接受' },
  withdrawn: { en: 'withdrawn', 'zh-Hans': '已撤回' },
  rejected: { en: 'not approved', 'zh-Hans': '未获批准' },
};

/** In place of a remedy's title that the config does not know any more. */
export const remedyWords: Readonly<Record<Remedy['kind'], Localized>> = {
  apology: { en: 'An apology', 'zh-Hans': '致歉' },
  refund: { en: 'A refund', 'zh-Hans': '退款' },
  replacement: { en: 'A replacement', 'zh-Hans': '换货' },
  voucher: { en: 'A voucher', 'zh-Hans': '代金券' },
  redo: { en: 'The work done again', 'zh-Hans': '重新服务' },
  'call-back': { en: 'A call from us', 'zh-Hans': '致电沟通' },
};

export const outcomeWords: Readonly<Record<Exclude<(typeof DEADLINE_OUTCOMES)[number], 'met' | 'dropped'>, Localized>> = {
  breached: { en: 'overdue', 'zh-Hans': '已逾期' },
};

/** Why a mail came back: codes of ours and of SES. */
const UNDELIVERABLE: ReadonlyMap<string, Localized> = new Map([
  ['bounce', { en: 'the address takes no mail', 'zh-Hans': '该地址无法接收邮件' }],
  ['complaint', { en: 'our mail was reported as spam', 'zh-Hans': '我们的邮件被举报为垃圾邮件' }],
  ['suppressed', { en: 'mail to this address came back before', 'zh-Hans': '此前发往该地址的邮件曾被退回' }],
]);
export const undeliverableWords = (code: string, language: Language): string => UNDELIVERABLE.get(code)?.[language] ?? code;

/** How parts of a sentence are put together. */
export interface Phrases {
  readonly comma: string;
  readonly semicolon: string;
  readonly colon: string;
  aside(text: string): string;
  readonly enteredByStaff: string;
  readonly unasked: string;
  readonly broken: string;
  readonly standsStill: string;
  round(n: number): string;
  waitingSince(moment: string): string;
  readonly facts: Readonly<Record<'product' | 'order' | 'quantity' | 'occurredOn' | 'evidence', string>>;
  readonly happened: Readonly<Record<Happening, string>>;
}

/** What may have happened last, as far as the case itself remembers it. */
export type Happening =
  | 'opened'
  | 'taken-up'
  | 'asked'
  | 'decided'
  | 'offer-made'
  | 'offer-ended'
  | 'promise-broken'
  | 'solved'
  | 'said-solved'
  | 'said-unsolved'
  | 'mail-returned';

const en: Phrases = {
  comma: ', ',
  semicolon: '; ',
  colon: ': ',
  aside: (text) => ` (${text})`,
  enteredByStaff: 'entered by staff',
  unasked: 'given unasked',
  broken: 'broken',
  standsStill: 'stands still until the customer answers',
  round: (n) => `round ${n}`,
  waitingSince: (at) => `waiting for the customer since ${at}`,
  facts: { product: 'product', order: 'order or batch', quantity: 'quantity', occurredOn: 'happened on', evidence: 'evidence' },
  happened: {
    opened: 'opened',
    'taken-up': 'taken up',
    asked: 'the customer was asked something',
    decided: 'decided',
    'offer-made': 'an offer was made',
    'offer-ended': 'an offer was answered',
    'promise-broken': 'a promise was broken',
    solved: 'put right',
    'said-solved': 'the customer said that it is solved',
    'said-unsolved': 'the customer said that it is not solved',
    'mail-returned': 'our mail came back',
  },
};

const zh: Phrases = {
  comma: '、',
  semicolon: '；',
  colon: '：',
  aside: (text) => `（${text}）`,
  enteredByStaff: '工作人员登记',
  unasked: '主动给予',
  broken: '未兑现',
  standsStill: '等待客户答复，暂停计时',
  round: (n) => `第 ${n} 轮`,
  waitingSince: (at) => `自${at}起等待客户答复`,
  facts: { product: '产品', order: '订单或批次', quantity: '数量', occurredOn: '发生日期', evidence: '证据存放' },
  happened: {
    opened: '立案',
    'taken-up': '受理',
    asked: '已向客户询问情况',
    decided: '作出结论',
    'offer-made': '提出方案',
    'offer-ended': '方案已有答复',
    'promise-broken': '承诺未兑现',
    solved: '办妥',
    'said-solved': '客户确认已解决',
    'said-unsolved': '客户表示未解决',
    'mail-returned': '邮件被退回',
  },
};

export const phrases: Readonly<Record<Language, Phrases>> = { en, 'zh-Hans': zh };

/** A day as people of this language write it: `3 May 2026`, `2026年5月3日`. */
export const dayInWords = (day: string, language: Language): string =>
  Temporal.PlainDate.from(day).toLocaleString(language === 'en' ? 'en-GB' : 'zh-CN', { day: 'numeric', month: 'long', year: 'numeric' });

/** The day of an instant in a zone, `YYYY-MM-DD`. */
export const dayOf = (at: string, timeZone: string): string =>
  Temporal.Instant.from(at).toZonedDateTimeISO(timeZone).toPlainDate().toString();
