import type { InputIssue } from '../errors.ts';
import type { Language } from '../language.ts';

/** What can be wrong with an answer; numbers are the limits that were missed. */
export type AnswerFault =
  | { readonly kind: 'required' }
  | { readonly kind: 'unknown-field' }
  | { readonly kind: 'out-of-scale'; readonly min: number; readonly max: number }
  | { readonly kind: 'not-a-whole-number'; readonly min: number; readonly max: number }
  | { readonly kind: 'not-a-choice'; readonly choices: readonly string[] }
  | { readonly kind: 'not-an-option'; readonly options: readonly string[] }
  | { readonly kind: 'too-many'; readonly max: number }
  | { readonly kind: 'not-a-ranking'; readonly places: number }
  | { readonly kind: 'not-a-date' }
  | { readonly kind: 'wrong-type'; readonly expected: 'text' | 'list' | 'object' | 'yes-or-no' }
  | { readonly kind: 'too-long'; readonly max: number }
  | { readonly kind: 'given-twice' }
  | { readonly kind: 'not-an-email' }
  | { readonly kind: 'not-an-id' }
  | { readonly kind: 'not-a-language' }
  | { readonly kind: 'unknown-branch' }
  | { readonly kind: 'unknown-campaign' }
  | { readonly kind: 'unknown-photo' }
  | { readonly kind: 'nothing-said' };

export interface AnswerIssue {
  /** Dotted path as the form names it, e.g. `answers.satisfaction`, `answers.contact.email`. */
  readonly field: string;
  readonly fault: AnswerFault;
}

const TYPE_NAMES = {
  text: { en: 'a text', 'zh-Hans': '文本' },
  list: { en: 'a list', 'zh-Hans': '列表' },
  object: { en: 'an object', 'zh-Hans': '对象' },
  'yes-or-no': { en: 'true or false', 'zh-Hans': '是或否' },
} as const;

/** The fault in words that say what was expected; the value itself is never repeated. */
export function reasonOf(fault: AnswerFault, language: Language): string {
  return language === 'en' ? inEnglish(fault) : inChinese(fault);
}

export const toInputIssue = (issue: AnswerIssue): InputIssue => ({ field: issue.field, reason: reasonOf(issue.fault, 'en') });

function inEnglish(fault: AnswerFault): string {
  switch (fault.kind) {
    case 'required':
      return 'Please answer this question.';
    case 'unknown-field':
      return 'There is no such field in this survey.';
    case 'out-of-scale':
      return `The scale is ${fault.min} to ${fault.max}.`;
    case 'not-a-whole-number':
      return `Expected a whole number from ${fault.min} to ${fault.max}.`;
    case 'not-a-choice':
      return `Expected one or more of: ${fault.choices.join(', ')}.`;
    case 'not-an-option':
      return `Expected one of: ${fault.options.join(', ')}.`;
    case 'too-many':
      return `Choose ${fault.max} at most.`;
    case 'not-a-ranking':
      return `Give each place from 1 to ${fault.places} once, beginning with 1.`;
    case 'not-a-date':
      return 'Expected a day of the calendar such as 2026-11-27.';
    case 'wrong-type':
      return `Expected ${TYPE_NAMES[fault.expected].en}.`;
    case 'too-long':
      return `At most ${fault.max} characters fit here.`;
    case 'given-twice':
      return 'Expected one answer, found several.';
    case 'not-an-email':
      return 'Please enter an e-mail address such as name@example.com.';
    case 'not-an-id':
      return 'Expected 16 to 64 letters, digits, "-" or "_".';
    case 'not-a-language':
      return 'Expected a language tag such as "en" or "zh-Hans".';
    case 'unknown-branch':
      return 'There is no such branch.';
    case 'unknown-campaign':
      return 'There is no such campaign.';
    case 'unknown-photo':
      return 'Expected photos that were sent with this form, three at most.';
    case 'nothing-said':
      return 'Please answer at least one question.';
  }
}

function inChinese(fault: AnswerFault): string {
  switch (fault.kind) {
    case 'required':
      return '请回答此题。';
    case 'unknown-field':
      return '本问卷没有这一项。';
    case 'out-of-scale':
      return `评分范围为 ${fault.min} 至 ${fault.max}。`;
    case 'not-a-whole-number':
      return `请填写 ${fault.min} 至 ${fault.max} 之间的整数。`;
    case 'not-a-choice':
      return `请从以下选项中选择：${fault.choices.join('、')}。`;
    case 'not-an-option':
      return `请从以下选项中选择一项：${fault.options.join('、')}。`;
    case 'too-many':
      return `最多可选 ${fault.max} 项。`;
    case 'not-a-ranking':
      return `请从第 1 位起依次排序，名次为 1 至 ${fault.places}，每个名次只能用一次。`;
    case 'not-a-date':
      return '请填写有效的日期，例如 2026-11-27。';
    case 'wrong-type':
      return `此处应为${TYPE_NAMES[fault.expected]['zh-Hans']}。`;
    case 'too-long':
      return `最多可填写 ${fault.max} 个字符。`;
    case 'given-twice':
      return '此题只能有一个答案。';
    case 'not-an-email':
      return '请填写有效的电子邮箱，例如 name@example.cn。';
    case 'not-an-id':
      return '应为 16 至 64 位字母、数字、“-”或“_”。';
    case 'not-a-language':
      return '应为语言代码，例如“en”或“zh-Hans”。';
    case 'unknown-branch':
      return '没有这家分支机构。';
    case 'unknown-campaign':
      return '没有这项调查活动。';
    case 'unknown-photo':
      return '只能附上随本表单上传的照片，最多 3 张。';
    case 'nothing-said':
      return '请至少回答一个问题。';
  }
}
