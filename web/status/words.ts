import type { Language } from '../../shared/domain/language.ts';

/** The words of the status page. Times come in as people write them, with their zone where the language names it. */
export interface StatusWords {
  readonly receivedTitle: string;
  readonly receivedText: string;
  readonly readTitle: string;
  readonly readText: string;
  readonly joinedTitle: string;
  readonly joinedText: string;
  readonly receipt: string;
  readonly caseTitle: (number: string) => string;
  readonly merged: (number: string) => string;
  readonly opened: string;
  readonly answerLate: (promised: string) => string;
  readonly acknowledged: string;
  readonly waiting: string;
  readonly offered: string;
  readonly accepted: string;
  readonly solutionLate: (promised: string) => string;
  readonly resolved: string;
  readonly closed: string;
  readonly undeliverable: string;
  readonly owner: string;
  readonly howItStands: string;
  readonly done: string;
  readonly ahead: string;
  readonly stepReceived: string;
  readonly stepAnswer: string;
  readonly stepTakeUp: string;
  readonly stepFirstAnswer: string;
  readonly stepSettled: string;
  readonly stepOffer: string;
  readonly stepFollowUp: string;
  readonly by: (time: string) => string;
  readonly from: (time: string) => string;
  readonly wasDue: (time: string) => string;
  readonly standsStill: string;
  readonly openOffer: string;
  readonly promises: string;
  readonly promised: Readonly<Record<'acknowledge' | 'first-answer' | 'solution', string>>;
  readonly kept: (what: string, time: string) => string;
  readonly broken: (what: string, time: string) => string;
  readonly expiredTitle: string;
  readonly expiredText: (days: number) => string;
  readonly invalidTitle: string;
  readonly invalidText: string;
}

const en: StatusWords = {
  receivedTitle: 'We have your words.',
  receivedText: 'They have reached us and are being read. Please look again in a few minutes.',
  readTitle: 'Thank you, we have read it.',
  readText: 'What you told us is on record for the people who can act on it. Nothing more is needed from you.',
  joinedTitle: 'It is with the case that is open already.',
  joinedText:
    'Whoever sees to that case has what you told us here. How the case stands is shown on the page that our mails about it lead to.',
  receipt: 'Your receipt',
  caseTitle: (number) => `Your case ${number}`,
  merged: (number) => `Your case ${number} is about the same matter and is worked together with this one.`,
  opened: 'We are sorry that things did not go as they should have. We are looking into it; this is what happens by when.',
  answerLate: (promised) =>
    `We promised to take this up by ${promised}, and we are late. We are sorry. Your case is open and stays open until a person has seen to it.`,
  acknowledged: 'A person has taken up your case and is seeing to it.',
  waiting:
    'We have asked you something and wait for your answer. Give it here, or reply to our mail; until then our own times stand still.',
  offered:
    'We have made you an offer and wait for your word. You accept or refuse it by the link in the mail that we sent you; this page cannot do it.',
  accepted: 'You have accepted our offer. We are carrying it out.',
  solutionLate: (promised) =>
    `We meant to have this settled by ${promised}. It is taking longer, and we are sorry. A person is still seeing to it.`,
  resolved: 'Your case has been settled. If it is not settled for you, tell us here: you will not have to explain it all again.',
  closed:
    'Your case is closed. If you do not agree with how it ended, tell us here: it can be opened again, and you will not have to explain it all again.',
  undeliverable: 'Our mails to you come back. Please tell us here how else we can reach you: another address, or a telephone number.',
  owner: 'Who sees to it',
  howItStands: 'How it stands',
  done: 'Done',
  ahead: 'To come',
  stepReceived: 'Received',
  stepAnswer: 'A person takes it up and answers you',
  stepTakeUp: 'A person takes it up',
  stepFirstAnswer: 'A person answers you',
  stepSettled: 'Settled',
  stepOffer: 'Your word on our offer',
  stepFollowUp: 'We ask you whether it is really solved',
  by: (time) => `by ${time}`,
  from: (time) => `from ${time}`,
  wasDue: (time) => `promised by ${time}, and late`,
  standsStill: 'goes on when we have your answer',
  openOffer: 'by the link in our mail',
  promises: 'What we promised, and whether we kept it',
  promised: { acknowledge: 'a person takes it up', 'first-answer': 'an answer', solution: 'a solution' },
  kept: (what, time) => `${what}, by ${time}: kept`,
  broken: (what, time) => `${what}, by ${time}: not kept. We are sorry.`,
  expiredTitle: 'This link has expired.',
  expiredText: (days) =>
    `It was good for ${days} days. If you would still like to know how it stands, write to us and give your case number or your receipt.`,
  invalidTitle: 'This link does not work.',
  invalidText: 'It may have been cut short or mistyped. Please open it again from our page or from our mail.',
};

const zh: StatusWords = {
  receivedTitle: '您的反馈已收到。',
  receivedText: '内容已送达，我们正在阅读，请过几分钟再来查看。',
  readTitle: '谢谢您，我们已经读过。',
  readText: '您的意见已记录在案，供相关人员改进服务。您无需再做其他操作。',
  joinedTitle: '已并入正在受理的事项。',
  joinedText: '您这次反馈的内容，负责人已经一并收到。处理进展请通过我们就此事发出的邮件中的链接查看。',
  receipt: '回执号',
  caseTitle: (number) => `受理编号 ${number}`,
  merged: (number) => `您的 ${number} 号事项与本事项属于同一件事，现合并处理。`,
  opened: '没能让您满意，我们深表歉意。此事已经受理，接下来的安排如下。',
  answerLate: (promised) => `我们承诺在${promised}之前接手此事，目前已经超时，对此深表歉意。此事仍在受理中，直到有专人处理为止。`,
  acknowledged: '已有专人接手，正在处理。',
  waiting: '我们向您询问了一些情况，正在等待您的答复。您可以在此填写，也可以直接回复邮件；收到答复之前，处理时限暂停计算。',
  offered: '我们已提出解决方案，等待您的答复。请通过邮件中的链接选择接受或不接受，本页面无法代为操作。',
  accepted: '您已接受我们的方案，我们正在落实。',
  solutionLate: (promised) => `我们原定在${promised}之前处理完毕，未能如期完成，对此深表歉意。此事仍由专人跟进。`,
  resolved: '此事已处理完毕。如果您认为问题仍未解决，请在此告诉我们，不必从头再说一遍。',
  closed: '此事已结案。如果您不认同处理结果，请在此告诉我们，我们可以重新受理，您不必从头再说一遍。',
  undeliverable: '发给您的邮件被退回。请在此告诉我们其他联系方式，例如另一个邮箱或电话号码。',
  owner: '负责人',
  howItStands: '处理进度',
  done: '已完成',
  ahead: '待进行',
  stepReceived: '已收到',
  stepAnswer: '专人接手并答复您',
  stepTakeUp: '专人接手',
  stepFirstAnswer: '专人答复您',
  stepSettled: '处理完毕',
  stepOffer: '等待您对方案的答复',
  stepFollowUp: '回访：问题是否真正解决',
  by: (time) => `${time}之前`,
  from: (time) => `${time}起`,
  wasDue: (time) => `原定${time}之前，已超时`,
  standsStill: '收到您的答复后继续',
  openOffer: '请通过邮件中的链接答复',
  promises: '我们的承诺与兑现情况',
  promised: { acknowledge: '专人接手', 'first-answer': '给您答复', solution: '解决问题' },
  kept: (what, time) => `${what}（${time}之前）：已兑现`,
  broken: (what, time) => `${what}（${time}之前）：未兑现，我们深表歉意`,
  expiredTitle: '此链接已过期。',
  expiredText: (days) => `查询链接的有效期为 ${days} 天。如仍想了解处理情况，请与我们联系，并告知受理编号或回执号。`,
  invalidTitle: '此链接无法打开。',
  invalidText: '链接可能不完整或有误，请从我们的页面或邮件中重新打开。',
};

export const STATUS_WORDS: Readonly<Record<Language, StatusWords>> = { en, 'zh-Hans': zh };
