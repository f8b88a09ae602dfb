import { button, facts, heading, say, signature, unsubscribe } from '../blocks.ts';
import { seeStanding, type TextByLanguage, toCustomer } from './phrases.ts';

/** Is it really solved? The page behind the link asks; opening it answers nothing (R7). */
export const followUp: TextByLanguage = {
  en: {
    subject: 'Is it really solved? Case {{caseNumber}}',
    preheader: 'One question, one click.',
    blocks: toCustomer.en(
      heading('Is it really solved?'),
      say('Some days ago we told you that your case is settled. You know best whether it is really solved.'),
      button('Solved, or not yet?', '{{followUpLink}}'),
      say('If it is not solved, tell us so: we take it up again, with all you have told us before.'),
    ),
  },
  'zh-Hans': {
    subject: '问题真的解决了吗？（编号 {{caseNumber}}）',
    preheader: '只有一个问题，点一下即可。',
    blocks: toCustomer['zh-Hans'](
      heading('问题真的解决了吗？'),
      say('前些天我们告诉您，这件事已经处理完毕。是不是真的解决了，您最清楚。'),
      button('解决了，还是没有？', '{{followUpLink}}'),
      say('如果还没有解决，请告诉我们。我们会接着处理，之前说过的无需重复。'),
    ),
  },
};

export const followUpAgain: TextByLanguage = {
  en: {
    subject: 'Has it stayed solved? Case {{caseNumber}}',
    preheader: 'We ask once more, and for the last time.',
    blocks: toCustomer.en(
      heading('Has it stayed solved?'),
      say(
        'Some time has passed since your case was settled. We ask you once more, and for the last time: is it really solved, and has it stayed so?',
      ),
      button('Solved, or not?', '{{followUpLink}}'),
      say('If it is not, tell us so: we take it up again, with all you have told us before.'),
    ),
  },
  'zh-Hans': {
    subject: '问题有没有再出现？（编号 {{caseNumber}}）',
    preheader: '最后再向您确认一次。',
    blocks: toCustomer['zh-Hans'](
      heading('问题有没有再出现？'),
      say('事情办完已有一段时间。最后再向您确认一次：问题是不是真的解决了，后来有没有再出现？'),
      button('解决了，还是没有？', '{{followUpLink}}'),
      say('如果还有问题，请告诉我们。我们会接着处理，之前说过的无需重复。'),
    ),
  },
};

/** They said no, or wrote again: it goes on under the same number (R1, R7). */
export const reopened: TextByLanguage = {
  en: {
    subject: 'We have taken up your case again, {{caseNumber}}',
    preheader: '{{ownerName}} answers you by {{answerBy}}.',
    blocks: toCustomer.en(
      heading('We have taken up your case again'),
      say('We are sorry that it is not solved. Your case is open again under the same number, with all you have told us before.'),
      facts(['Your case number', '{{caseNumber}}'], ['{{ownerName}} answers you by', '{{answerBy}}']),
      seeStanding.en,
    ),
  },
  'zh-Hans': {
    subject: '已重新受理（编号 {{caseNumber}}）',
    preheader: '{{ownerName}}会在{{answerBy}}前答复您。',
    blocks: toCustomer['zh-Hans'](
      heading('已重新受理'),
      say('问题没有解决好，非常抱歉。我们已按原编号重新受理，您之前讲过的情况都在。'),
      facts(['受理编号', '{{caseNumber}}'], ['答复时间', '{{answerBy}}前']),
      seeStanding['zh-Hans'],
    ),
  },
};

export const closed: TextByLanguage = {
  en: {
    subject: 'Your case {{caseNumber}} is closed',
    preheader: 'Thank you for telling us.',
    blocks: toCustomer.en(
      heading('Your case is closed'),
      say('We have closed your case. Thank you for telling us what went wrong: it helps us to do better.'),
      say(
        'Should the trouble come back, or should something still be missing, reply to this mail: the case opens again under the same number.',
      ),
    ),
  },
  'zh-Hans': {
    subject: '您反映的事情已办结（编号 {{caseNumber}}）',
    preheader: '感谢您把情况告诉我们。',
    blocks: toCustomer['zh-Hans'](
      heading('您反映的事情已办结'),
      say('此事现已办结。感谢您把问题告诉我们，这有助于我们改进。'),
      say('如果问题再次出现，或者还有没办好的地方，直接回复本邮件，我们会按原编号重新受理。'),
    ),
  },
};

/** To who has agreed to hear from us, a while after their case (R15). */
export const winBack: TextByLanguage = {
  en: {
    subject: 'We would like to do better for you',
    preheader: 'Something went wrong between us, and we have not forgotten it.',
    blocks: [
      heading('We would like to do better for you'),
      say('{{#name}}Dear {{name}},{{/name}}{{^name}}Hello,{{/name}}'),
      say(
        'Something went wrong between us, and you told us so. We have not forgotten it, and we would understand if you were in no hurry to come back.',
      ),
      say('{{#remedyTitle}}If you give us another chance, this is for you:{{/remedyTitle}}'),
      facts(
        ['For you', '{{#remedyTitle}}{{remedyTitle}}{{/remedyTitle}}'],
        ['Amount', '{{#amount}}{{amount}}{{/amount}}'],
        ['Holds until', '{{#validUntil}}{{validUntil}}{{/validUntil}}'],
      ),
      say('And if something still troubles you, reply to this mail: {{ownerName}} reads it.'),
      signature('Kind regards\n{{ownerName}}\n{{brandName}}'),
      unsubscribe('You get this mail because you agreed to hear from us.', 'I do not want such mails any more', '{{unsubscribeLink}}'),
    ],
  },
  'zh-Hans': {
    subject: '希望有机会更好地为您服务',
    preheader: '上次没能让您满意，我们一直记着。',
    blocks: [
      heading('希望有机会更好地为您服务'),
      say('{{#name}}{{name}}，您好：{{/name}}{{^name}}您好：{{/name}}'),
      say('上次没能让您满意，是您坦率地告诉了我们，我们一直记着。如果您暂时不想再来，我们完全理解。'),
      say('{{#remedyTitle}}如果您愿意再给我们一次机会，这是为您准备的：{{/remedyTitle}}'),
      facts(
        ['为您准备', '{{#remedyTitle}}{{remedyTitle}}{{/remedyTitle}}'],
        ['金额', '{{#amount}}{{amount}}{{/amount}}'],
        ['有效期至', '{{#validUntil}}{{validUntil}}{{/validUntil}}'],
      ),
      say('如果您还有什么不满意的地方，直接回复本邮件，{{ownerName}}会认真看。'),
      signature('{{ownerName}}\n{{brandName}}'),
      unsubscribe('您收到本邮件，是因为您同意接收我们的消息。', '不再接收此类邮件', '{{unsubscribeLink}}'),
    ],
  },
};

/** Never to who has an open case or does not want it (R26). */
export const greeting: TextByLanguage = {
  en: {
    subject: 'Our best wishes for {{occasion}}',
    preheader: 'With thanks from {{brandName}}.',
    blocks: [
      heading('Our best wishes for {{occasion}}'),
      say('{{#name}}Dear {{name}},{{/name}}{{^name}}Hello,{{/name}}'),
      say('{{words}}'),
      say('If there is anything we can do for you, reply to this mail: a person reads it.'),
      signature('Kind regards\n{{brandName}}'),
      unsubscribe('You get this mail because you agreed to hear from us.', 'I do not want such mails any more', '{{unsubscribeLink}}'),
    ],
  },
  'zh-Hans': {
    subject: '{{occasion}}祝福',
    preheader: '{{brandName}}感谢您一直以来的信任。',
    blocks: [
      heading('{{occasion}}祝福'),
      say('{{#name}}{{name}}，您好：{{/name}}{{^name}}您好：{{/name}}'),
      say('{{words}}'),
      say('如有需要我们帮忙的地方，直接回复本邮件即可，会有专人查看。'),
      signature('{{brandName}}'),
      unsubscribe('您收到本邮件，是因为您同意接收我们的消息。', '不再接收此类邮件', '{{unsubscribeLink}}'),
    ],
  },
};
