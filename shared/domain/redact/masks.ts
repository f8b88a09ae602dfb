import type { Language } from '../language.ts';

/** What stands in the place of what was taken out. No mask begins or ends with a letter or a digit: it must not grow together with its neighbours. */
export interface Masks {
  readonly email: string;
  readonly telephone: string;
  readonly identity: string;
  readonly card: string;
  readonly orderNumber: string;
  readonly houseNumber: string;
  /** Any other long number, of which we cannot tell what it is. */
  readonly number: string;
}

/** In the language of whoever reads the text. */
export const MASKS: Readonly<Record<Language, Masks>> = {
  en: {
    email: '[e-mail]',
    telephone: '[telephone]',
    identity: '[identity number]',
    card: '[card]',
    orderNumber: '[order number]',
    houseNumber: '[house number]',
    number: '[number]',
  },
  'zh-Hans': {
    email: '［邮箱］',
    telephone: '［电话］',
    identity: '［身份证号］',
    card: '［银行卡号］',
    orderNumber: '［订单号］',
    houseNumber: '［门牌号］',
    number: '［号码］',
  },
};
