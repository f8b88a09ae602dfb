import type { Language } from '../../shared/domain/language.ts';

export interface FollowUpWords {
  readonly title: string;
  readonly introduction: (number: string) => string;
  readonly solved: string;
  readonly yes: string;
  readonly no: string;
  readonly satisfaction: string;
  readonly lowest: string;
  readonly highest: string;
  readonly noAnswer: string;
  readonly comment: string;
  readonly commentHint: string;
  readonly required: string;
  readonly optional: string;
  readonly send: string;
  readonly failed: string;
  readonly chooseOne: string;
  readonly tooLong: string;
  readonly yesTitle: string;
  readonly yesText: string;
  readonly noTitle: string;
  readonly noText: string;
  readonly noTextBy: (owner: string, time: string) => string;
  readonly earlierTitle: string;
  readonly earlierText: string;
  readonly closedYesTitle: string;
  readonly closedYesText: string;
  readonly case: string;
}

export const FOLLOW_UP_WORDS: Readonly<Record<Language, FollowUpWords>> = {
  en: {
    title: 'Is it really solved?',
    introduction: (number) =>
      `We told you that your case ${number} is settled. You know best whether it is. A “no” opens it again, and you need not tell anything twice.`,
    solved: 'Is it solved for you?',
    yes: 'Yes, it is solved',
    no: 'No, not yet',
    satisfaction: 'How satisfied are you with how we handled it?',
    lowest: 'Very dissatisfied',
    highest: 'Very satisfied',
    noAnswer: 'No answer',
    comment: 'In your own words',
    commentHint: 'If it is not solved: what is still missing? Please leave out card and identity numbers.',
    required: 'required',
    optional: 'optional',
    send: 'Send',
    failed: 'That did not reach us. The fault is ours. What you wrote is still here: please wait a moment and send it again.',
    chooseOne: 'Nothing has been sent yet: please say whether it is solved.',
    tooLong: 'Nothing has been sent yet: please shorten your words to 5,000 characters.',
    yesTitle: 'Thank you. We are glad that it is solved.',
    yesText: 'We have put it on record. Nothing more is needed from you.',
    noTitle: 'Thank you for telling us. It is not settled yet.',
    noText: 'Your case is open again, with all that you have told us before, and a person sees to it.',
    noTextBy: (owner, time) =>
      `Your case is open again, with all that you have told us before. ${owner} sees to it and answers you by ${time}.`,
    earlierTitle: 'This question has been overtaken.',
    earlierText:
      'Your case has moved on since we asked. If something is not right, reply to any of our mails about it: it reaches whoever sees to your case.',
    closedYesTitle: 'Thank you. We are glad that it is solved.',
    closedYesText: 'Your case is closed already, so nothing more needs to be done.',
    case: 'Your case',
  },
  'zh-Hans': {
    title: '问题真正解决了吗？',
    introduction: (number) =>
      `我们曾告知您，受理编号 ${number} 的事项已经办妥。是否真正解决，以您的感受为准。如果尚未解决，我们会重新受理，您不必从头再说一遍。`,
    solved: '对您来说，问题解决了吗？',
    yes: '是，已经解决',
    no: '否，尚未解决',
    satisfaction: '您对我们的处理过程有多满意？',
    lowest: '非常不满意',
    highest: '非常满意',
    noAnswer: '不作答',
    comment: '您想补充的话',
    commentHint: '如果尚未解决：还差什么？请不要填写银行卡号、身份证号等信息。',
    required: '必填',
    optional: '选填',
    send: '提交',
    failed: '提交未成功，这是我们的问题。您填写的内容仍在，请稍候再次提交。',
    chooseOne: '尚未提交：请告诉我们问题是否已经解决。',
    tooLong: '尚未提交：请将内容缩减到 5,000 字以内。',
    yesTitle: '谢谢您。问题得到解决，我们很高兴。',
    yesText: '您的答复已记录，无需再做其他操作。',
    noTitle: '谢谢您告诉我们，这件事还没有办好。',
    noText: '此事已重新受理，您此前说过的情况都在，将由专人处理。',
    noTextBy: (owner, time) => `此事已重新受理，您此前说过的情况都在。${owner}负责处理，并会在${time}之前答复您。`,
    earlierTitle: '这次回访已经结束。',
    earlierText: '在我们发出询问之后，此事已有新的进展。如仍有不妥之处，请直接回复我们就此事发出的任何一封邮件，负责人会收到。',
    closedYesTitle: '谢谢您。问题得到解决，我们很高兴。',
    closedYesText: '此事已经结案，您无需再做其他操作。',
    case: '受理编号',
  },
};
