import { button, facts, heading, quote, say } from '../blocks.ts';
import { seeStanding, type TextByLanguage, toCustomer } from './phrases.ts';

/** Founded: what we found (R24). */
export const decision: TextByLanguage = {
  en: {
    subject: 'What we found, case {{caseNumber}}',
    preheader: 'We have looked into what you told us.',
    blocks: toCustomer.en(
      heading('What we found'),
      say('We have looked into what you told us. You were right to tell us, and we are sorry. This is what we found:'),
      quote('{{explanation}}'),
      say(
        '{{#nextBy}}{{ownerName}} makes you a proposal to put it right by {{nextBy}}.{{/nextBy}}{{^nextBy}}How we mean to put it right follows in a mail of its own.{{/nextBy}}',
      ),
      seeStanding.en,
    ),
  },
  'zh-Hans': {
    subject: '核查结果（编号 {{caseNumber}}）',
    preheader: '您反映的情况，我们已经核实。',
    blocks: toCustomer['zh-Hans'](
      heading('核查结果'),
      say('您反映的情况我们已经核实，问题确实存在。给您添了麻烦，非常抱歉。具体情况如下：'),
      quote('{{explanation}}'),
      say('{{#nextBy}}{{ownerName}}会在{{nextBy}}前向您提出解决方案。{{/nextBy}}{{^nextBy}}解决方案我们会另行发邮件告知您。{{/nextBy}}'),
      seeStanding['zh-Hans'],
    ),
  },
};

/** Unfounded, with the reason, and the way to a new round (R1). Nobody argues with a customer (R25). */
export const unfounded: TextByLanguage = {
  en: {
    subject: 'What we found, case {{caseNumber}}',
    preheader: 'What we found, why, and what you can do if you see it differently.',
    blocks: toCustomer.en(
      heading('What we found'),
      say('Thank you for telling us. We have looked into it with care. This is what we found, and why:'),
      quote('{{explanation}}'),
      say(
        'This may not be what you hoped for. If we have overlooked something, or you see it differently, reply to this mail or write it on the page of your case. We then look at it again, with all you have told us so far.',
      ),
      button('Add something or object', '{{statusLink}}'),
    ),
  },
  'zh-Hans': {
    subject: '核查结果（编号 {{caseNumber}}）',
    preheader: '核查结果、理由，以及您有不同看法时怎么办。',
    blocks: toCustomer['zh-Hans'](
      heading('核查结果'),
      say('感谢您把情况告诉我们。我们做了仔细核查，结果和理由如下：'),
      quote('{{explanation}}'),
      say(
        '这个结果也许和您期望的不一样。如果有我们疏漏的地方，或者您有不同看法，请直接回复本邮件，或在处理进度页面上写明。我们会结合您之前讲过的全部情况，重新核查。',
      ),
      button('补充情况或提出异议', '{{statusLink}}'),
    ),
  },
};

/** A proposal; the page behind the link lets them accept or refuse, and opening it changes nothing (R4, R5). */
export const offer: TextByLanguage = {
  en: {
    subject: 'How we would like to put it right, case {{caseNumber}}',
    preheader: 'Our proposal: {{remedyTitle}}.',
    blocks: toCustomer.en(
      heading('Our proposal to you'),
      say(
        '{{#apologyBy}}{{apologyBy}} apologises to you for what happened. {{/apologyBy}}We would like to put it right. This is what we propose:',
      ),
      facts(
        ['Our proposal', '{{remedyTitle}}'],
        ['Amount', '{{#amount}}{{amount}}{{/amount}}'],
        ['Holds until', '{{#validUntil}}{{validUntil}}{{/validUntil}}'],
      ),
      quote('{{remedyText}}'),
      say('{{#note}}{{note}}{{/note}}'),
      button('Accept or refuse', '{{offerLink}}'),
      say(
        'You decide on the page that opens; opening it decides nothing. If the proposal does not suit you, say so: we look for another way.',
      ),
    ),
  },
  'zh-Hans': {
    subject: '我们的解决方案，请您过目（编号 {{caseNumber}}）',
    preheader: '方案：{{remedyTitle}}。',
    blocks: toCustomer['zh-Hans'](
      heading('我们的解决方案'),
      say('{{#apologyBy}}{{apologyBy}}就此事向您郑重道歉。{{/apologyBy}}我们希望把这件事妥善解决，方案如下：'),
      facts(
        ['方案', '{{remedyTitle}}'],
        ['金额', '{{#amount}}{{amount}}{{/amount}}'],
        ['有效期至', '{{#validUntil}}{{validUntil}}{{/validUntil}}'],
      ),
      quote('{{remedyText}}'),
      say('{{#note}}{{note}}{{/note}}'),
      button('接受或不接受', '{{offerLink}}'),
      say('请在打开的页面上选择；仅打开页面，不会替您作出任何决定。如果方案不合适，请直说，我们再想别的办法。'),
    ),
  },
};

/** What was promised is done. */
export const remedied: TextByLanguage = {
  en: {
    subject: 'It is done, case {{caseNumber}}',
    preheader: 'What we promised you is done.',
    blocks: toCustomer.en(
      heading('It is done'),
      say('What we promised you is done:'),
      quote('{{resolution}}'),
      facts(['Amount', '{{#amount}}{{amount}}{{/amount}}']),
      say('In a few days we ask you whether it is really solved. If something is not right before then, just reply to this mail.'),
      seeStanding.en,
    ),
  },
  'zh-Hans': {
    subject: '已为您办妥（编号 {{caseNumber}}）',
    preheader: '答应您的事，已经办妥。',
    blocks: toCustomer['zh-Hans'](
      heading('已为您办妥'),
      say('答应您的事，已经办妥：'),
      quote('{{resolution}}'),
      facts(['金额', '{{#amount}}{{amount}}{{/amount}}']),
      say('过几天我们会再问问您，问题是不是真的解决了。在此之前如有不妥，直接回复本邮件即可。'),
      seeStanding['zh-Hans'],
    ),
  },
};
