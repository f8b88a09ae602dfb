import { button, facts, heading, ratings, say, signature, unsubscribe } from '../blocks.ts';
import type { TextByLanguage } from './phrases.ts';

const boxes = ratings(
  '{{ratingLabels}}',
  '{{ratingLinks}}',
  '{{#lowLabel}}{{lowLabel}}{{/lowLabel}}',
  '{{#highLabel}}{{highLabel}}{{/highLabel}}',
);
const question = say('{{#question}}{{question}}{{/question}}');

/** Asks for an opinion (R10). A box leads to the page with its answer ticked; nothing is recorded before it is sent there. */
export const invitation: TextByLanguage = {
  en: {
    subject: '{{title}}',
    preheader: '{{brandName}} would like to know what you think.',
    blocks: [
      heading('{{title}}'),
      say('{{#name}}Dear {{name}},{{/name}}{{^name}}Hello,{{/name}}'),
      say('{{#introduction}}{{introduction}}{{/introduction}}'),
      question,
      boxes,
      button('Answer', '{{answerLink}}'),
      say(
        'Choose a box to begin. Nothing is sent before you press “Send” on the page, and you can correct your answers later by the same link.',
      ),
      facts(['Open until', '{{answerUntil}}']),
      signature('Thank you\n{{brandName}}'),
      unsubscribe(
        'You get this mail because you are a customer of {{brandName}}.',
        'I do not want to be asked any more',
        '{{unsubscribeLink}}',
      ),
    ],
  },
  'zh-Hans': {
    subject: '{{title}}',
    preheader: '{{brandName}}想听听您的意见。',
    blocks: [
      heading('{{title}}'),
      say('{{#name}}{{name}}，您好：{{/name}}{{^name}}您好：{{/name}}'),
      say('{{#introduction}}{{introduction}}{{/introduction}}'),
      question,
      boxes,
      button('去填写', '{{answerLink}}'),
      say('点选一项即可开始。在页面上按“提交”之前，您的回答不会提交给我们；提交之后，也可以通过同一链接修改。'),
      facts(['截止时间', '{{answerUntil}}']),
      signature('谢谢您\n{{brandName}}'),
      unsubscribe('您收到本邮件，是因为您是{{brandName}}的客户。', '不再接收此类邮件', '{{unsubscribeLink}}'),
    ],
  },
};

/** To who has not answered yet. */
export const invitationReminder: TextByLanguage = {
  en: {
    subject: 'A reminder: {{title}}',
    preheader: 'Your opinion is still missing.',
    blocks: [
      heading('{{title}}'),
      say('{{#name}}Dear {{name}},{{/name}}{{^name}}Hello,{{/name}}'),
      say(
        '{{#hasBegun}}You have begun to answer our questions; what you filled in is still there.{{/hasBegun}}{{^hasBegun}}Some days ago we asked you what you think, and your answer is still missing. Should you not want to answer, there is nothing you need do.{{/hasBegun}}',
      ),
      question,
      boxes,
      button('Answer', '{{answerLink}}'),
      facts(['Open until', '{{answerUntil}}']),
      signature('Thank you\n{{brandName}}'),
      unsubscribe(
        'You get this mail because you are a customer of {{brandName}}.',
        'I do not want to be asked any more',
        '{{unsubscribeLink}}',
      ),
    ],
  },
  'zh-Hans': {
    subject: '提醒：{{title}}',
    preheader: '还没有收到您的意见。',
    blocks: [
      heading('{{title}}'),
      say('{{#name}}{{name}}，您好：{{/name}}{{^name}}您好：{{/name}}'),
      say(
        '{{#hasBegun}}您已经填写了一部分，内容都还在，可以接着填写。{{/hasBegun}}{{^hasBegun}}前些天我们想听听您的意见，目前还没有收到您的回答。如果您不想回答，无需理会本邮件。{{/hasBegun}}',
      ),
      question,
      boxes,
      button('去填写', '{{answerLink}}'),
      facts(['截止时间', '{{answerUntil}}']),
      signature('谢谢您\n{{brandName}}'),
      unsubscribe('您收到本邮件，是因为您是{{brandName}}的客户。', '不再接收此类邮件', '{{unsubscribeLink}}'),
    ],
  },
};
