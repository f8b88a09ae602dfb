import { facts, heading, list, say } from '../blocks.ts';
import { type TextByLanguage, toStaff } from './phrases.ts';

export const ownerNotice: TextByLanguage = {
  en: {
    subject: 'New case {{caseNumber}} ({{severity}}): answer by {{answerBy}}',
    preheader: 'It is yours, {{ownerName}}. Opened because of: {{reasons}}.',
    blocks: toStaff.en(
      heading('Case {{caseNumber}} is yours'),
      say(
        'This case has come to you. The customer {{#reachable}}has been told your name and the two times below.{{/reachable}}{{^reachable}}left no address that we may write to.{{/reachable}}',
      ),
      facts(
        ['Answer by', '{{answerBy}}'],
        ['Settle by', '{{solveBy}}'],
        ['Severity', '{{severity}}'],
        ['Opened because of', '{{reasons}}'],
        ['Flags', '{{#flags}}{{flags}}{{/flags}}'],
        ['About', '{{#topics}}{{topics}}{{/topics}}'],
        ['Customer tier', '{{#tier}}{{tier}}{{/tier}}'],
      ),
    ),
  },
  'zh-Hans': {
    subject: '新个案 {{caseNumber}}（{{severity}}）：请于{{answerBy}}前答复',
    preheader: '{{ownerName}}，此案由您负责。立案原因：{{reasons}}。',
    blocks: toStaff['zh-Hans'](
      heading('个案 {{caseNumber}} 由您负责'),
      say(
        '此案已分派给您。{{#reachable}}您的姓名和以下两个时间已告知客户。{{/reachable}}{{^reachable}}客户没有留下可以联系的地址。{{/reachable}}',
      ),
      facts(
        ['答复期限', '{{answerBy}}'],
        ['办结期限', '{{solveBy}}'],
        ['严重程度', '{{severity}}'],
        ['立案原因', '{{reasons}}'],
        ['特别情形', '{{#flags}}{{flags}}{{/flags}}'],
        ['涉及', '{{#topics}}{{topics}}{{/topics}}'],
        ['客户等级', '{{#tier}}{{tier}}{{/tier}}'],
      ),
    ),
  },
};

/** A hand-over tells the new owner everything (R3), except the customer's words: those are in the desk. */
export const handedOver: TextByLanguage = {
  en: {
    subject: 'Case {{caseNumber}} ({{severity}}) is yours now, from {{from}}',
    preheader: 'Where it stands: {{state}}.',
    blocks: toStaff.en(
      heading('Case {{caseNumber}} is yours now'),
      say(
        '{{from}} has handed this case over to you. {{#reachable}}The customer need not tell anything twice: please read it whole before you write.{{/reachable}}{{^reachable}}The customer left no address that we may write to.{{/reachable}}',
      ),
      facts(
        ['Why', '{{#reason}}{{reason}}{{/reason}}'],
        ['Where it stands', '{{state}}'],
        ['Last step', '{{#lastStep}}{{lastStep}}{{/lastStep}}'],
        ['Severity', '{{severity}}'],
        ['Flags', '{{#flags}}{{flags}}{{/flags}}'],
        ['About', '{{#topics}}{{topics}}{{/topics}}'],
        ['Customer tier', '{{#tier}}{{tier}}{{/tier}}'],
        ['The customer wants', '{{#wish}}{{wish}}{{/wish}}'],
        ['On record', '{{#facts}}{{facts}}{{/facts}}'],
        ['Found so far', '{{#finding}}{{finding}}{{/finding}}'],
        ['Decision', '{{#decision}}{{decision}}{{/decision}}'],
        ['Cause', '{{#cause}}{{cause}}{{/cause}}'],
        ['Liable', '{{#liable}}{{liable}}{{/liable}}'],
      ),
      list('Promised to the customer:', '{{promised}}'),
      list('Offered so far:', '{{offered}}'),
      list('Open deadlines:', '{{deadlines}}'),
    ),
  },
  'zh-Hans': {
    subject: '个案 {{caseNumber}}（{{severity}}）由{{from}}移交给您',
    preheader: '当前状态：{{state}}。',
    blocks: toStaff['zh-Hans'](
      heading('个案 {{caseNumber}} 现由您负责'),
      say(
        '{{from}}已将此案移交给您。{{#reachable}}请先通读全案再联系客户，不要让客户重复说明。{{/reachable}}{{^reachable}}客户没有留下可以联系的地址。{{/reachable}}',
      ),
      facts(
        ['移交原因', '{{#reason}}{{reason}}{{/reason}}'],
        ['当前状态', '{{state}}'],
        ['最近一步', '{{#lastStep}}{{lastStep}}{{/lastStep}}'],
        ['严重程度', '{{severity}}'],
        ['特别情形', '{{#flags}}{{flags}}{{/flags}}'],
        ['涉及', '{{#topics}}{{topics}}{{/topics}}'],
        ['客户等级', '{{#tier}}{{tier}}{{/tier}}'],
        ['客户诉求', '{{#wish}}{{wish}}{{/wish}}'],
        ['登记情况', '{{#facts}}{{facts}}{{/facts}}'],
        ['目前查明', '{{#finding}}{{finding}}{{/finding}}'],
        ['处理结论', '{{#decision}}{{decision}}{{/decision}}'],
        ['原因', '{{#cause}}{{cause}}{{/cause}}'],
        ['责任部门', '{{#liable}}{{liable}}{{/liable}}'],
      ),
      list('已向客户承诺：', '{{promised}}'),
      list('已提出的方案：', '{{offered}}'),
      list('未到期的期限：', '{{deadlines}}'),
    ),
  },
};

export const customerReplied: TextByLanguage = {
  en: {
    subject: '{{#raisedTo}}Now {{raisedTo}}: {{/raisedTo}}the customer has replied, case {{caseNumber}}',
    preheader: '{{#answerBy}}Answer by {{answerBy}}.{{/answerBy}}{{^answerBy}}The reply is in the desk.{{/answerBy}}',
    blocks: toStaff.en(
      heading('The customer has replied'),
      say('There is a reply in case {{caseNumber}}.'),
      say('{{#raisedTo}}It sounds more serious than before: the severity is now {{raisedTo}}.{{/raisedTo}}'),
      say('{{#wasWaiting}}We were waiting for it. The clock of the case runs again.{{/wasWaiting}}'),
      facts(['Answer by', '{{#answerBy}}{{answerBy}}{{/answerBy}}']),
    ),
  },
  'zh-Hans': {
    subject: '{{#raisedTo}}升级为{{raisedTo}}：{{/raisedTo}}客户已回复，个案 {{caseNumber}}',
    preheader: '{{#answerBy}}请于{{answerBy}}前答复。{{/answerBy}}{{^answerBy}}回复内容请在工作台查看。{{/answerBy}}',
    blocks: toStaff['zh-Hans'](
      heading('客户已回复'),
      say('个案 {{caseNumber}} 收到客户回复。'),
      say('{{#raisedTo}}从回复看，情况比之前严重，严重程度已调整为{{raisedTo}}。{{/raisedTo}}'),
      say('{{#wasWaiting}}此案此前在等待客户答复，现已恢复计时。{{/wasWaiting}}'),
      facts(['答复期限', '{{#answerBy}}{{answerBy}}{{/answerBy}}']),
    ),
  },
};

/** A no at the follow-up, or a new message after the close (R7). */
export const openedAgain: TextByLanguage = {
  en: {
    subject: 'Case {{caseNumber}} is open again: answer by {{answerBy}}',
    preheader: '{{#saidNo}}The customer says it is not solved.{{/saidNo}}{{^saidNo}}It has been taken up again.{{/saidNo}}',
    blocks: toStaff.en(
      heading('Case {{caseNumber}} is open again'),
      say(
        '{{#saidNo}}We asked the customer whether it is really solved, and the answer was no.{{/saidNo}}{{^saidNo}}This case has been taken up again.{{/saidNo}} It comes back to you with all that was done before. What was tried and did not help need not be tried twice.',
      ),
      facts(['Answer by', '{{answerBy}}'], ['Round', '{{#round}}{{round}}{{/round}}'], ['Why', '{{#reason}}{{reason}}{{/reason}}']),
    ),
  },
  'zh-Hans': {
    subject: '个案 {{caseNumber}} 重新打开：请于{{answerBy}}前答复',
    preheader: '{{#saidNo}}客户表示问题没有解决。{{/saidNo}}{{^saidNo}}此案已重新受理。{{/saidNo}}',
    blocks: toStaff['zh-Hans'](
      heading('个案 {{caseNumber}} 重新打开'),
      say(
        '{{#saidNo}}回访时客户表示问题没有解决。{{/saidNo}}{{^saidNo}}此案已重新受理。{{/saidNo}}此案仍由您负责，之前的处理记录都在；已经试过而无效的办法，不必再试。',
      ),
      facts(['答复期限', '{{answerBy}}'], ['轮次', '{{#round}}{{round}}{{/round}}'], ['原因', '{{#reason}}{{reason}}{{/reason}}']),
    ),
  },
};

/** Our mail did not arrive. */
export const undeliverable: TextByLanguage = {
  en: {
    subject: 'Our mail did not reach the customer, case {{caseNumber}}',
    preheader: 'Please find another way to reach them.',
    blocks: toStaff.en(
      heading('Our mail did not reach the customer'),
      say('What we sent in case {{caseNumber}} came back. The customer has not heard from us, and our promised times run on.'),
      facts(['Mail', '{{#mail}}{{mail}}{{/mail}}'], ['Why', '{{reason}}']),
      say('Please find another way, such as the telephone or the post, and enter it in the case.'),
    ),
  },
  'zh-Hans': {
    subject: '邮件未能送达客户，个案 {{caseNumber}}',
    preheader: '请换一种方式联系客户。',
    blocks: toStaff['zh-Hans'](
      heading('邮件未能送达客户'),
      say('个案 {{caseNumber}} 发给客户的邮件被退回。客户没有收到我们的消息，而承诺的时间仍在计算。'),
      facts(['邮件', '{{#mail}}{{mail}}{{/mail}}'], ['原因', '{{reason}}']),
      say('请换一种方式联系客户，例如电话或信函，并将联系情况记入个案。'),
    ),
  },
};
