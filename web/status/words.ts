import type { Language } from '../../shared/domain/language.ts';

/** The words of the status page. Times come in as people write them, with their zone where the language names it. */
export interface StatusWords {
  readonly receivedTitle: string;
  readonly receivedText: string;
  readonly readTitle: string;
  readonly readText: string;
  readonly receipt: string;
  readonly caseTitle: (number: string) => string;
  readonly opened: string;
  readonly answerLate: (promised: string) => string;
  readonly acknowledged: string;
  readonly solutionLate: (promised: string) => string;
  readonly resolved: string;
  readonly howItStands: string;
  readonly done: string;
  readonly ahead: string;
  readonly stepReceived: string;
  readonly stepAnswer: string;
  readonly stepTakeUp: string;
  readonly stepTakenUp: string;
  readonly stepSettled: string;
  readonly by: (time: string) => string;
  readonly expiredTitle: string;
  readonly expiredText: (days: number) => string;
  readonly invalidTitle: string;
  readonly invalidText: string;
}

export const STATUS_WORDS: Readonly<Record<Language, StatusWords>> = {
  en: {
    receivedTitle: 'We have your words.',
    receivedText: 'They have reached us and are being read. Please look again in a few minutes.',
    readTitle: 'Thank you, we have read it.',
    readText: 'What you told us is on record for the people who can act on it. Nothing more is needed from you.',
    receipt: 'Your receipt',
    caseTitle: (number) => `Your case ${number}`,
    opened: 'We are sorry that things did not go as they should have. We are looking into it; this is what happens by when.',
    answerLate: (promised) =>
      `We promised to take this up by ${promised}, and we are late. We are sorry. Your case is open and stays open until a person has seen to it.`,
    acknowledged: 'A person has taken up your case and is seeing to it.',
    solutionLate: (promised) =>
      `We meant to have this settled by ${promised}. It is taking longer, and we are sorry. A person is still seeing to it.`,
    resolved:
      'Your case has been settled. If it is not settled for you, write to us and give the number: you will not have to explain it all again.',
    howItStands: 'How it stands',
    done: 'Done',
    ahead: 'To come',
    stepReceived: 'Received',
    stepAnswer: 'A person takes it up and answers you',
    stepTakeUp: 'A person takes it up',
    stepTakenUp: 'Taken up by a person',
    stepSettled: 'Settled',
    by: (time) => `by ${time}`,
    expiredTitle: 'This link has expired.',
    expiredText: (days) =>
      `It was good for ${days} days. If you would still like to know how it stands, write to us and give your case number or your receipt.`,
    invalidTitle: 'This link does not work.',
    invalidText: 'It may have been cut short or mistyped. Please open it again from our page or from our mail.',
  },
  'zh-Hans': {
    receivedTitle: '您的反馈已收到。',
    receivedText: '内容已送达，我们正在阅读，请过几分钟再来查看。',
    readTitle: '谢谢您，我们已经读过。',
    readText: '您的意见已记录在案，供相关人员改进服务。您无需再做其他操作。',
    receipt: '回执号',
    caseTitle: (number) => `受理编号 ${number}`,
    opened: '没能让您满意，我们深表歉意。此事已经受理，接下来的安排如下。',
    answerLate: (promised) => `我们承诺在${promised}之前接手此事，目前已经超时，对此深表歉意。此事仍在受理中，直到有专人处理为止。`,
    acknowledged: '已有专人接手，正在处理。',
    solutionLate: (promised) => `我们原定在${promised}之前处理完毕，未能如期完成，对此深表歉意。此事仍由专人跟进。`,
    resolved: '此事已处理完毕。如果您认为问题仍未解决，请与我们联系并告知编号，不必从头再说一遍。',
    howItStands: '处理进度',
    done: '已完成',
    ahead: '待进行',
    stepReceived: '已收到',
    stepAnswer: '专人接手并答复您',
    stepTakeUp: '专人接手',
    stepTakenUp: '专人已接手',
    stepSettled: '处理完毕',
    by: (time) => `${time}之前`,
    expiredTitle: '此链接已过期。',
    expiredText: (days) => `查询链接的有效期为 ${days} 天。如仍想了解处理情况，请与我们联系，并告知受理编号或回执号。`,
    invalidTitle: '此链接无法打开。',
    invalidText: '链接可能不完整或有误，请从我们的页面或邮件中重新打开。',
  },
};
