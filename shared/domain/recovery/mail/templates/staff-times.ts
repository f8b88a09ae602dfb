import { facts, heading, list, say } from '../blocks.ts';
import { type TextByLanguage, toStaff } from './phrases.ts';

/** At 75, 100 and 150 % of a deadline, each once (R6). */
export const deadline: TextByLanguage = {
  en: {
    subject:
      '{{#isAhead}}Due soon{{/isAhead}}{{#isMissed}}Overdue{{/isMissed}}{{#isLongMissed}}Long overdue{{/isLongMissed}}: {{deadlineName}}, case {{caseNumber}}',
    preheader: 'Due {{dueAt}}. Owner: {{ownerName}}.',
    blocks: toStaff.en(
      heading(
        '{{#isAhead}}Due soon{{/isAhead}}{{#isMissed}}Overdue{{/isMissed}}{{#isLongMissed}}Long overdue{{/isLongMissed}}: {{deadlineName}}',
      ),
      say('{{#isAhead}}Three quarters of the time are gone. There is still time to keep it.{{/isAhead}}'),
      say('{{#isMissed}}The time is up and it has not been done. Please see to it now.{{/isMissed}}'),
      say('{{#isLongMissed}}Half as much time again has gone by since it was due. Please decide today who takes this on.{{/isLongMissed}}'),
      facts(
        ['Case', '{{caseNumber}}'],
        ['Deadline', '{{deadlineName}}'],
        ['Due', '{{dueAt}}'],
        ['Owner', '{{ownerName}}'],
        ['Severity', '{{#severity}}{{severity}}{{/severity}}'],
      ),
    ),
  },
  'zh-Hans': {
    subject:
      '{{#isAhead}}即将到期{{/isAhead}}{{#isMissed}}已逾期{{/isMissed}}{{#isLongMissed}}严重逾期{{/isLongMissed}}：{{deadlineName}}，个案 {{caseNumber}}',
    preheader: '到期时间：{{dueAt}}。负责人：{{ownerName}}。',
    blocks: toStaff['zh-Hans'](
      heading(
        '{{#isAhead}}即将到期{{/isAhead}}{{#isMissed}}已逾期{{/isMissed}}{{#isLongMissed}}严重逾期{{/isLongMissed}}：{{deadlineName}}',
      ),
      say('{{#isAhead}}时限已过去四分之三，现在处理还来得及。{{/isAhead}}'),
      say('{{#isMissed}}期限已到，仍未完成，请立即处理。{{/isMissed}}'),
      say('{{#isLongMissed}}所用时间已达时限的一倍半，请在今天确定由谁接手处理。{{/isLongMissed}}'),
      facts(
        ['个案', '{{caseNumber}}'],
        ['期限', '{{deadlineName}}'],
        ['到期时间', '{{dueAt}}'],
        ['负责人', '{{ownerName}}'],
        ['严重程度', '{{#severity}}{{severity}}{{/severity}}'],
      ),
    ),
  },
};

/** Safety, law, regulator, press, several customers: at once to the head, with a report to follow (R6). */
export const serious: TextByLanguage = {
  en: {
    subject: 'Serious: {{flags}}, case {{caseNumber}}',
    preheader: 'Please look at it at once. Owner: {{ownerName}}.',
    blocks: toStaff.en(
      heading('A serious case: {{flags}}'),
      say('This case cannot wait. Please see to it that somebody acts now.'),
      facts(
        ['Case', '{{caseNumber}}'],
        ['Flags', '{{flags}}'],
        ['Severity', '{{severity}}'],
        ['About', '{{#topics}}{{topics}}{{/topics}}'],
        ['Owner', '{{ownerName}}'],
        ['Customer is answered by', '{{#answerBy}}{{answerBy}}{{/answerBy}}'],
        ['Your report by', '{{reportBy}}'],
      ),
      list('The report tells', 'what caused it', 'what it did to customers', 'how it was handled', 'how it is prevented from now on'),
    ),
  },
  'zh-Hans': {
    subject: '重大：{{flags}}，个案 {{caseNumber}}',
    preheader: '请立即查看。负责人：{{ownerName}}。',
    blocks: toStaff['zh-Hans'](
      heading('重大个案：{{flags}}'),
      say('此案不能等待，请立即查看并安排处理。'),
      facts(
        ['个案', '{{caseNumber}}'],
        ['特别情形', '{{flags}}'],
        ['严重程度', '{{severity}}'],
        ['涉及', '{{#topics}}{{topics}}{{/topics}}'],
        ['负责人', '{{ownerName}}'],
        ['答复客户期限', '{{#answerBy}}{{answerBy}}{{/answerBy}}'],
        ['报告期限', '{{reportBy}}'],
      ),
      list('报告须写明：', '起因', '对客户的影响', '处理经过', '今后的预防措施'),
    ),
  },
};

/** A promise to a customer comes due. */
export const promiseDue: TextByLanguage = {
  en: {
    subject: 'Promised to the customer by {{dueAt}}, case {{caseNumber}}',
    preheader: '{{what}}',
    blocks: toStaff.en(
      heading('A promise comes due'),
      say('We have given a customer our word:'),
      facts(['Case', '{{caseNumber}}'], ['Promised', '{{what}}'], ['By', '{{dueAt}}']),
      say('If you cannot keep it, move it and tell the customer now. If the time passes, the customer is told that we broke our word.'),
    ),
  },
  'zh-Hans': {
    subject: '承诺即将到期：{{dueAt}}，个案 {{caseNumber}}',
    preheader: '{{what}}',
    blocks: toStaff['zh-Hans'](
      heading('对客户的承诺即将到期'),
      say('我们向客户作过承诺：'),
      facts(['个案', '{{caseNumber}}'], ['承诺事项', '{{what}}'], ['承诺时间', '{{dueAt}}']),
      say('如果无法按时做到，请现在就改期并告知客户。一旦超时，系统会通知客户我们没有履行承诺。'),
    ),
  },
};

export const measureDue: TextByLanguage = {
  en: {
    subject: '{{#isOverdue}}Overdue{{/isOverdue}}{{^isOverdue}}Due{{/isOverdue}}: corrective action of {{dueOn}}',
    preheader: '{{measure}}',
    blocks: toStaff.en(
      heading('A corrective action is {{#isOverdue}}overdue{{/isOverdue}}{{^isOverdue}}due{{/isOverdue}}'),
      say('This was decided so that the same thing does not happen to the next customer:'),
      facts(
        ['Measure', '{{measure}}'],
        ['Due', '{{dueOn}}'],
        ['Against', '{{#cause}}{{cause}}{{/cause}}'],
        ['From case', '{{#caseNumber}}{{caseNumber}}{{/caseNumber}}'],
      ),
      say('Please enter what was done, and how you checked that it works.'),
    ),
  },
  'zh-Hans': {
    subject: '纠正措施{{#isOverdue}}已逾期{{/isOverdue}}{{^isOverdue}}到期{{/isOverdue}}：{{dueOn}}',
    preheader: '{{measure}}',
    blocks: toStaff['zh-Hans'](
      heading('纠正措施{{#isOverdue}}已逾期{{/isOverdue}}{{^isOverdue}}到期{{/isOverdue}}'),
      say('为避免同样的问题再次发生，曾确定以下措施：'),
      facts(
        ['措施', '{{measure}}'],
        ['到期日', '{{dueOn}}'],
        ['针对', '{{#cause}}{{cause}}{{/cause}}'],
        ['来源个案', '{{#caseNumber}}{{caseNumber}}{{/caseNumber}}'],
      ),
      say('请填写完成情况，以及如何验证措施有效。'),
    ),
  },
};
