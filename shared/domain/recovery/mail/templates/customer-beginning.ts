import { facts, heading, quote, say } from '../blocks.ts';
import { seeStanding, type TextByLanguage, toCustomer } from './phrases.ts';

/** We have heard you, this is your number, this person answers, this comes by when (R2, R3). */
export const acknowledgement: TextByLanguage = {
  en: {
    subject: 'We have your message, case {{caseNumber}}',
    preheader: '{{ownerName}} looks after it in person and answers you by {{answerBy}}.',
    blocks: toCustomer.en(
      heading('We have your message'),
      say(
        'Thank you for telling us. We are sorry that things did not go as they should have. {{ownerName}} looks after it in person, until it is settled.',
      ),
      facts(
        ['Your case number', '{{caseNumber}}'],
        ['{{ownerName}} answers you by', '{{answerBy}}'],
        ['We mean to have it settled by', '{{solveBy}}'],
      ),
      seeStanding.en,
    ),
  },
  'zh-Hans': {
    subject: '您的反馈我们已收到（编号 {{caseNumber}}）',
    preheader: '此事由{{ownerName}}专人负责，{{answerBy}}前给您答复。',
    blocks: toCustomer['zh-Hans'](
      heading('您的反馈我们已收到'),
      say('感谢您把情况告诉我们。没能让您满意，我们深表歉意。此事由{{ownerName}}专人负责，一直跟到解决为止。'),
      facts(['受理编号', '{{caseNumber}}'], ['答复时间', '{{answerBy}}前'], ['预计办结', '{{solveBy}}前']),
      seeStanding['zh-Hans'],
    ),
  },
};

/** A second message on the same matter: it is told once (R3). */
export const joined: TextByLanguage = {
  en: {
    subject: 'Your message is now part of case {{caseNumber}}',
    preheader: 'It lies with {{ownerName}}, with all you have told us before.',
    blocks: toCustomer.en(
      heading('We have your new message'),
      say(
        'Thank you for writing again. Your new message is now part of case {{caseNumber}}. {{ownerName}} has it together with all you have told us before.',
      ),
      facts(['{{ownerName}} answers you by', '{{#answerBy}}{{answerBy}}{{/answerBy}}']),
      seeStanding.en,
    ),
  },
  'zh-Hans': {
    subject: '您补充的情况已收到（编号 {{caseNumber}}）',
    preheader: '已与之前的情况合并，由{{ownerName}}一并处理。',
    blocks: toCustomer['zh-Hans'](
      heading('您补充的情况已收到'),
      say('感谢您再次联系我们。您补充的情况已归入编号 {{caseNumber}}，与之前的情况一起由{{ownerName}}处理。'),
      facts(['答复时间', '{{#answerBy}}{{answerBy}}前{{/answerBy}}']),
      seeStanding['zh-Hans'],
    ),
  },
};

/** We ask back; the clock waits. */
export const question: TextByLanguage = {
  en: {
    subject: 'A question about your case {{caseNumber}}',
    preheader: 'We need something from you to put this right.',
    blocks: toCustomer.en(
      heading('A question for you'),
      say('To put this right, we need to know something from you:'),
      quote('{{question}}'),
      say(
        'Just reply to this mail. While we wait for you, the clock of your case stands still; it runs on as soon as your answer is here.',
      ),
    ),
  },
  'zh-Hans': {
    subject: '有一个问题想请教您（编号 {{caseNumber}}）',
    preheader: '为了把事情处理好，还需要向您了解一点情况。',
    blocks: toCustomer['zh-Hans'](
      heading('有一个问题想请教您'),
      say('为了把事情处理好，还需要向您了解：'),
      quote('{{question}}'),
      say('直接回复本邮件即可。等待您答复期间，处理时限暂停计算；一收到您的答复，我们马上继续。'),
    ),
  },
};

/** Nothing settled yet, and still a word in time (R2). */
export const standing: TextByLanguage = {
  en: {
    subject: 'How your case {{caseNumber}} stands',
    preheader: 'You hear from {{ownerName}} again by {{nextBy}}.',
    blocks: toCustomer.en(
      heading('How your case stands'),
      say('It is not settled yet, and you should know where it stands:'),
      quote('{{standing}}'),
      facts(['You hear from us again by', '{{nextBy}}']),
      say('{{ownerName}} writes to you by then, whether it is settled or not.'),
      seeStanding.en,
    ),
  },
  'zh-Hans': {
    subject: '处理进展（编号 {{caseNumber}}）',
    preheader: '{{ownerName}}会在{{nextBy}}前再次联系您。',
    blocks: toCustomer['zh-Hans'](
      heading('向您报告处理进展'),
      say('事情还没有办完，进展到哪一步应当让您清楚：'),
      quote('{{standing}}'),
      facts(['下次答复', '{{nextBy}}前']),
      say('到时不论有没有最终结果，{{ownerName}}都会给您一个答复。'),
      seeStanding['zh-Hans'],
    ),
  },
};

/** What a person has written: their words, without a frame around them. */
export const answer: TextByLanguage = {
  en: {
    subject: 'Our answer to you, case {{caseNumber}}',
    preheader: '{{ownerName}} has answered you.',
    blocks: toCustomer.en(heading('Our answer to you'), say('{{answer}}')),
  },
  'zh-Hans': {
    subject: '给您的答复（编号 {{caseNumber}}）',
    preheader: '{{ownerName}}已答复您。',
    blocks: toCustomer['zh-Hans'](heading('给您的答复'), say('{{answer}}')),
  },
};
