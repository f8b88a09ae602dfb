import type { Language } from '../../shared/domain/language.ts';

export interface AnswerWords {
  readonly until: (time: string) => string;
  readonly answered: (time: string) => string;
  readonly chosen: string;
  readonly thanksTitle: string;
  readonly thanksText: string;
  readonly correct: string;
  readonly correctUntil: (time: string) => string;
  readonly keptTitle: string;
  readonly keptText: (time: string) => string;
  readonly goOn: string;
  readonly expiredTitle: string;
  readonly expiredText: string;
  readonly invalidTitle: string;
  readonly invalidText: string;
  readonly withheldTitle: string;
  readonly withheldText: string;
  readonly goneTitle: string;
  readonly goneText: string;
}

/** Why a link opens no questions. `gone`: the version of the survey that it asked is not kept any more. */
export type Closed = 'expired' | 'invalid' | 'withheld' | 'gone';

export const ANSWER_WORDS: Readonly<Record<Language, AnswerWords>> = {
  en: {
    until: (time) => `This link is yours alone and can be used until ${time}.`,
    answered: (time) => `You answered on ${time}. You can change your answers here; nobody else can.`,
    chosen: 'Your choice from our mail is marked below. It counts only once you send it.',
    thanksTitle: 'Thank you. We have your answers.',
    thanksText: 'They have been received as you gave them.',
    correct: 'Change my answers',
    correctUntil: (time) => `You can do that by the same link until ${time}. Nobody with us can alter them.`,
    keptTitle: 'Kept for later.',
    keptText: (time) => `Nothing has been sent yet. Open the same link again to go on, until ${time}.`,
    goOn: 'Go on now',
    expiredTitle: 'This survey has ended.',
    expiredText:
      'The time in which this link could be answered is over, and nothing more is recorded. If you want to tell us something, reply to our mail.',
    invalidTitle: 'This link opens nothing.',
    invalidText: 'The address may have been cut short. Please open the whole link from our mail once more.',
    withheldTitle: 'There is nothing to answer here.',
    withheldText: 'This invitation was taken back, and nothing is recorded by it.',
    goneTitle: 'These questions are no longer asked.',
    goneText:
      'The survey has changed since you were invited, and answers to the old questions can no longer be taken. We are sorry for your trouble.',
  },
  'zh-Hans': {
    until: (time) => `此链接仅供您本人使用，有效期至${time}。`,
    answered: (time) => `您已于${time}作答。您可以在此修改，其他任何人都无法改动。`,
    chosen: '您在邮件中的选择已在下方标出，提交后才会生效。',
    thanksTitle: '谢谢您，您的答复我们已收到。',
    thanksText: '您的答复已原样记录。',
    correct: '修改我的答复',
    correctUntil: (time) => `在${time}之前，您可以通过同一链接修改。我们的任何员工都无权改动。`,
    keptTitle: '已为您保存。',
    keptText: (time) => `目前尚未提交。在${time}之前，再次打开同一链接即可继续填写。`,
    goOn: '现在继续',
    expiredTitle: '本次调查已经结束。',
    expiredText: '此链接已过有效期，不再记录任何内容。如果您有话想对我们说，请直接回复我们的邮件。',
    invalidTitle: '此链接无法打开。',
    invalidText: '网址可能不完整，请从邮件中重新打开完整的链接。',
    withheldTitle: '这里没有需要回答的内容。',
    withheldText: '此邀请已撤回，不会记录任何内容。',
    goneTitle: '这些问题已不再使用。',
    goneText: '您收到邀请之后，问卷已有改动，针对旧问题的答复无法再提交。给您带来不便，敬请谅解。',
  },
};
