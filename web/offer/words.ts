import type { Language } from '../../shared/domain/language.ts';

export interface OfferWords {
  readonly title: string;
  /** A sentence that another one follows. */
  readonly apology: (name: string) => string;
  readonly introduction: string;
  readonly explain: string;
  readonly reason: string;
  readonly optional: string;
  readonly accept: string;
  readonly refuse: string;
  readonly failed: string;
  readonly chooseOne: string;
  readonly tooLong: string;
  readonly acceptedTitle: string;
  readonly acceptedText: (time: string) => string;
  readonly refusedTitle: string;
  readonly refusedText: (time: string) => string;
  readonly withdrawnTitle: string;
  readonly withdrawnText: string;
  readonly case: string;
}

export const OFFER_WORDS: Readonly<Record<Language, OfferWords>> = {
  en: {
    title: 'Our proposal to you',
    apology: (name) => `${name} apologises to you for what happened. `,
    introduction: 'We would like to put it right. This is what we propose:',
    explain: 'You decide. If it does not suit you, refuse it: your case stays open, and we look for another way.',
    reason: 'If you refuse: what would suit you?',
    optional: 'optional',
    accept: 'I accept',
    refuse: 'I refuse',
    failed: 'Your answer did not reach us. The fault is ours. Please wait a moment and press again.',
    chooseOne: 'Nothing has been decided yet: please press one of the two buttons.',
    tooLong: 'Nothing has been decided yet: please shorten your words to 5,000 characters.',
    acceptedTitle: 'You have accepted our proposal.',
    acceptedText: (time) =>
      `Your answer reached us on ${time}. We carry it out and tell you when it is done; nothing more is needed from you.`,
    refusedTitle: 'You have not accepted our proposal.',
    refusedText: (time) => `Your answer reached us on ${time}. Your case stays open: we look for another way and come back to you.`,
    withdrawnTitle: 'This proposal does not stand any more.',
    withdrawnText: 'We have withdrawn it, or something else took its place. What stands now is in our latest mail about your case.',
    case: 'Your case',
  },
  'zh-Hans': {
    title: '我们的解决方案',
    apology: (name) => `${name}就此事向您郑重道歉。`,
    introduction: '我们希望把这件事妥善解决，方案如下：',
    explain: '由您决定。如果方案不合适，请选择不接受：此事会继续受理，我们再想别的办法。',
    reason: '如不接受：您希望怎样解决？',
    optional: '选填',
    accept: '接受',
    refuse: '不接受',
    failed: '您的答复未能送达，这是我们的问题。请稍候再按一次。',
    chooseOne: '尚未作出选择：请按其中一个按钮。',
    tooLong: '尚未提交：请将内容缩减到 5,000 字以内。',
    acceptedTitle: '您已接受我们的方案。',
    acceptedText: (time) => `我们已于${time}收到您的答复，正在落实。办妥后会通知您，您无需再做其他操作。`,
    refusedTitle: '您未接受我们的方案。',
    refusedText: (time) => `我们已于${time}收到您的答复。此事会继续受理，我们将另想办法，再与您联系。`,
    withdrawnTitle: '此方案已失效。',
    withdrawnText: '我们已撤回该方案，或已另作安排。目前有效的内容，请以我们就此事发出的最新邮件为准。',
    case: '受理编号',
  },
};
