import type { Language } from '../../../shared/domain/language.ts';

/** All that is said in the story of the demo. */
export interface Words {
  readonly customer: { readonly name: string; readonly email: string };
  readonly complaint: string;
  readonly facts: { readonly product: string; readonly order: string; readonly quantity: string; readonly wish: string };
  readonly finding: string;
  readonly explanation: string;
  readonly refused: string;
  readonly voucherNote: string;
  readonly resolution: string;
  readonly notSolved: string;
  readonly answer: string;
  readonly secondResolution: string;
  readonly thanks: string;
  readonly measure: string;
}

export const WORDS: Readonly<Record<Language, Words>> = {
  en: {
    customer: { name: 'Ada Example', email: 'ada@example.com' },
    complaint: 'My kettle came two weeks late, and nobody answered my calls.',
    facts: { product: 'Kettle K2', order: 'A-1007', quantity: '1', wish: 'The money back, or something that makes it worth the wait' },
    finding: 'The carrier left the parcel in the depot of another town; our line was not staffed on Saturdays.',
    explanation:
      'You are right. Our carrier sent your parcel to the wrong depot, and for two Saturdays nobody answered our line. Both are our fault.',
    refused: 'I do not want to send it back now that it is here.',
    voucherNote: 'Keep the kettle; this is for the wait.',
    resolution: 'The voucher is in your account since this morning, and the carrier now calls before each delivery to you.',
    notSolved: 'The voucher does not work at the till. They sent me away with it.',
    answer: 'I have seen that your voucher was booked for another shop. I put it right today and call the shop myself.',
    secondResolution: 'Your voucher works in all our shops now; I tried it out at the till.',
    thanks: 'Works now. Thank you for not letting go.',
    measure: 'Staff the line on Saturdays, and have the carrier report parcels that lie for more than a day.',
  },
  'zh-Hans': {
    customer: { name: '李明', email: 'li@example.cn' },
    complaint: '水壶晚到了整整两个星期，打客服电话也一直没人接。',
    facts: { product: 'K2电热水壶', order: 'A-1007', quantity: '1', wish: '退款，或者给个说得过去的补偿' },
    finding: '承运商把包裹错发到外地网点；客服热线周六无人值班。',
    explanation: '您反映的情况属实。承运商把您的包裹错发到了外地网点，我们的热线又连续两个周六无人接听，两件事都是我们的责任。',
    refused: '东西都收到了，我不想再寄回去。',
    voucherNote: '水壶您留着用，这是对您久等的补偿。',
    resolution: '代金券今天上午已存入您的账户；承运商今后给您送货前会先打电话。',
    notSolved: '到店结账时代金券用不了，店员让我走了。',
    answer: '已查明您的代金券误绑到了别的门店。我今天就改好，并亲自与门店联系。',
    secondResolution: '代金券现在所有门店都能用了，我已在收银台实际试过。',
    thanks: '可以用了，谢谢你们一直跟进。',
    measure: '周六安排热线值班；包裹在网点滞留超过一天的，由承运商主动上报。',
  },
};
