import type { Localized } from '../../language.ts';

/** A text in both languages, short enough to write many below each other. */
export const both = (en: string, zh: string): Localized => ({ en, 'zh-Hans': zh });

export const row = (id: string, en: string, zh: string) => ({ id, text: both(en, zh) });

/** Asked at the end, of whoever wants an answer. */
export const contact = {
  kind: 'contact' as const,
  id: 'contact',
  nameText: both('Your name', '您的称呼'),
  emailText: both('Your e-mail address', '您的电子邮箱'),
  consentText: both('You may write to me about this.', '我同意贵公司就此事与我联系。'),
};

export const comment = (en: string, zh: string) => ({
  kind: 'comment' as const,
  id: 'comment',
  text: both(en, zh),
  hint: both('Please leave out card and identity numbers.', '请不要填写银行卡号、身份证号等信息。'),
});

export const agreement = {
  minLabel: both('Strongly disagree', '完全不同意'),
  maxLabel: both('Strongly agree', '完全同意'),
};

export const satisfied = {
  minLabel: both('Very dissatisfied', '非常不满意'),
  maxLabel: both('Very satisfied', '非常满意'),
};
