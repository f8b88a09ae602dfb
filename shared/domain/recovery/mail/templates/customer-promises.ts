import { facts, heading, quote, say } from '../blocks.ts';
import { seeStanding, type TextByLanguage, toCustomer } from './phrases.ts';

/** A time that an agent has given: in writing, so that they can hold us to it (R21). */
export const promised: TextByLanguage = {
  en: {
    subject: 'What we have promised you, case {{caseNumber}}',
    preheader: '{{ownerName}} gives you a time: {{promisedFor}}.',
    blocks: toCustomer.en(
      heading('You have our word'),
      say('So that you know what to expect and can hold us to it, this is what we have promised you:'),
      facts(['We promised', '{{what}}'], ['By', '{{promisedFor}}']),
      say('Should it take longer, we tell you beforehand. If the time does not suit you, just reply to this mail.'),
      seeStanding.en,
    ),
  },
  'zh-Hans': {
    subject: '我们对您的承诺（编号 {{caseNumber}}）',
    preheader: '承诺时间：{{promisedFor}}前。',
    blocks: toCustomer['zh-Hans'](
      heading('我们对您的承诺'),
      say('为让您心中有数，也便于您监督，现将我们答应您的事情和时间写明如下：'),
      facts(['承诺事项', '{{what}}'], ['承诺时间', '{{promisedFor}}前']),
      say('如需推迟，我们会提前告诉您。如果这个时间对您不方便，直接回复本邮件即可。'),
      seeStanding['zh-Hans'],
    ),
  },
};

/** We broke our word, and say so before they ask (R21). */
export const brokenPromise: TextByLanguage = {
  en: {
    subject: 'We have not kept our word, case {{caseNumber}}',
    preheader: 'We are sorry. This is what comes now.',
    blocks: toCustomer.en(
      heading('We have not kept our word'),
      say('We promised you something and have not done it in time. We are sorry. You should hear that from us, before you have to ask.'),
      facts(['We promised', '{{what}}'], ['By', '{{promisedFor}}'], ['You hear from us again by', '{{#nextBy}}{{nextBy}}{{/nextBy}}']),
      say(
        '{{#remedyTitle}}For such a case we have promised you something, and you get it without asking: {{remedyTitle}}{{#amount}} ({{amount}}){{/amount}}.{{/remedyTitle}}',
      ),
      quote('{{#remedyText}}{{remedyText}}{{/remedyText}}'),
      seeStanding.en,
    ),
  },
  'zh-Hans': {
    subject: '答应您的事，我们没有按时做到（编号 {{caseNumber}}）',
    preheader: '非常抱歉。接下来的安排如下。',
    blocks: toCustomer['zh-Hans'](
      heading('答应您的事，我们没有按时做到'),
      say('我们答应过您，却没有按时做到，非常抱歉。这件事应当由我们主动告诉您，而不是等您来问。'),
      facts(['承诺事项', '{{what}}'], ['承诺时间', '{{promisedFor}}前'], ['下次答复', '{{#nextBy}}{{nextBy}}前{{/nextBy}}']),
      say(
        '{{#remedyTitle}}按照我们的服务承诺，这种情况您应当获得：{{remedyTitle}}{{#amount}}（{{amount}}）{{/amount}}，无需申请。{{/remedyTitle}}',
      ),
      quote('{{#remedyText}}{{remedyText}}{{/remedyText}}'),
      seeStanding['zh-Hans'],
    ),
  },
};

/** Later than promised, told in time (R21). */
export const movedPromise: TextByLanguage = {
  en: {
    subject: 'A new time for what we promised, case {{caseNumber}}',
    preheader: 'It takes longer than we told you: {{to}}.',
    blocks: toCustomer.en(
      heading('It takes longer than we told you'),
      say('We need more time for what we promised you, and we are sorry for that. So that you can plan, this is the new time:'),
      facts(['We promised', '{{what}}'], ['We told you', '{{from}}'], ['New time', '{{to}}']),
      say('If the new time does not suit you, just reply to this mail.'),
      seeStanding.en,
    ),
  },
  'zh-Hans': {
    subject: '承诺的时间有变动（编号 {{caseNumber}}）',
    preheader: '需要推迟到{{to}}，非常抱歉。',
    blocks: toCustomer['zh-Hans'](
      heading('承诺的时间有变动'),
      say('答应您的事还需要一些时间，非常抱歉。为方便您安排，提前把新的时间告诉您：'),
      facts(['承诺事项', '{{what}}'], ['原定时间', '{{from}}'], ['新的时间', '{{to}}']),
      say('如果新的时间对您不方便，直接回复本邮件即可。'),
      seeStanding['zh-Hans'],
    ),
  },
};
