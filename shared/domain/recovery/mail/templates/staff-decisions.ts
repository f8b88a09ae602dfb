import { facts, heading, say } from '../blocks.ts';
import { type TextByLanguage, toStaff } from './phrases.ts';

/** Above the limit of who asks (R5). */
export const approvalRequest: TextByLanguage = {
  en: {
    subject: 'Approval wanted by {{decideBy}}, case {{caseNumber}}',
    preheader: '{{requestedBy}} asks for: {{remedy}}{{#amount}}, {{amount}}{{/amount}}.',
    blocks: toStaff.en(
      heading('Your approval is wanted'),
      say('{{requestedBy}} would like to offer a customer more than their limit allows. The customer is waiting for it.'),
      facts(
        ['Case', '{{caseNumber}}'],
        ['Remedy', '{{remedy}}'],
        ['Amount', '{{#amount}}{{amount}}{{/amount}}'],
        ['Their limit', '{{#limit}}{{limit}}{{/limit}}'],
        ['Why', '{{#reason}}{{reason}}{{/reason}}'],
        ['Owner', '{{ownerName}}'],
        ['Decide by', '{{decideBy}}'],
      ),
    ),
  },
  'zh-Hans': {
    subject: '请于{{decideBy}}前审批，个案 {{caseNumber}}',
    preheader: '{{requestedBy}}申请：{{remedy}}{{#amount}}，{{amount}}{{/amount}}。',
    blocks: toStaff['zh-Hans'](
      heading('有一项补救方案请您审批'),
      say('{{requestedBy}}拟提出的方案超出本人权限，客户正在等候。'),
      facts(
        ['个案', '{{caseNumber}}'],
        ['补救方案', '{{remedy}}'],
        ['金额', '{{#amount}}{{amount}}{{/amount}}'],
        ['申请人权限', '{{#limit}}{{limit}}{{/limit}}'],
        ['申请理由', '{{#reason}}{{reason}}{{/reason}}'],
        ['负责人', '{{ownerName}}'],
        ['审批期限', '{{decideBy}}'],
      ),
    ),
  },
};

export const approvalAnswer: TextByLanguage = {
  en: {
    subject: '{{#isApproved}}Approved{{/isApproved}}{{^isApproved}}Not approved{{/isApproved}}: {{remedy}}, case {{caseNumber}}',
    preheader: 'Decided by {{decidedBy}}.',
    blocks: toStaff.en(
      heading('{{#isApproved}}Approved{{/isApproved}}{{^isApproved}}Not approved{{/isApproved}}: {{remedy}}'),
      say(
        '{{#isApproved}}{{decidedBy}} has approved it, and with that the offer is made. {{#reachable}}The customer gets it by mail: you need not send anything.{{/reachable}}{{^reachable}}No mail reaches the customer: please tell them another way.{{/reachable}}{{/isApproved}}{{^isApproved}}{{decidedBy}} has not approved it. Please choose another remedy: the customer is still waiting for one.{{/isApproved}}',
      ),
      facts(
        ['Case', '{{caseNumber}}'],
        ['Remedy', '{{remedy}}'],
        ['Amount', '{{#amount}}{{amount}}{{/amount}}'],
        ['Decided by', '{{decidedBy}}'],
        ['Why', '{{#reason}}{{reason}}{{/reason}}'],
      ),
    ),
  },
  'zh-Hans': {
    subject: '{{#isApproved}}已批准{{/isApproved}}{{^isApproved}}未批准{{/isApproved}}：{{remedy}}，个案 {{caseNumber}}',
    preheader: '审批人：{{decidedBy}}。',
    blocks: toStaff['zh-Hans'](
      heading('{{#isApproved}}已批准{{/isApproved}}{{^isApproved}}未批准{{/isApproved}}：{{remedy}}'),
      say(
        '{{#isApproved}}{{decidedBy}}已批准该方案。{{#reachable}}系统随即以邮件向客户提出，您无需另发。{{/reachable}}{{^reachable}}邮件无法送达客户，请换一种方式向客户提出。{{/reachable}}{{/isApproved}}{{^isApproved}}{{decidedBy}}没有批准该方案，请另选一种补救方案，客户仍在等候。{{/isApproved}}',
      ),
      facts(
        ['个案', '{{caseNumber}}'],
        ['补救方案', '{{remedy}}'],
        ['金额', '{{#amount}}{{amount}}{{/amount}}'],
        ['审批人', '{{decidedBy}}'],
        ['理由', '{{#reason}}{{reason}}{{/reason}}'],
      ),
    ),
  },
};

/** The customer's own answer, by the link. Why they refuse is in their words, and those stay in the desk (R17). */
export const offerAnswered: TextByLanguage = {
  en: {
    subject: '{{#isAccepted}}Offer accepted{{/isAccepted}}{{^isAccepted}}Offer refused{{/isAccepted}}: {{remedy}}, case {{caseNumber}}',
    preheader:
      '{{#isAccepted}}Please see that they get it.{{/isAccepted}}{{^isAccepted}}{{#nextRemedy}}Prepared as the next: {{nextRemedy}}.{{/nextRemedy}}{{^nextRemedy}}No further remedy is prepared.{{/nextRemedy}}{{/isAccepted}}',
    blocks: toStaff.en(
      heading('The customer {{#isAccepted}}accepts{{/isAccepted}}{{^isAccepted}}does not accept{{/isAccepted}} our offer'),
      say(
        '{{#isAccepted}}The customer has accepted what we offered. Please see that they get it, and enter it in the case when it is done.{{/isAccepted}}{{^isAccepted}}The customer has refused what we offered. {{#hasReason}}They say why: it is in the desk. {{/hasReason}}{{#nextRemedy}}Please offer the next remedy, or call them.{{/nextRemedy}}{{^nextRemedy}}No further remedy is prepared for this case. Please call them, or offer more.{{/nextRemedy}}{{/isAccepted}}',
      ),
      facts(
        ['Case', '{{caseNumber}}'],
        ['Offered', '{{remedy}}'],
        ['Amount', '{{#amount}}{{amount}}{{/amount}}'],
        ['Prepared as the next', '{{#nextRemedy}}{{nextRemedy}}{{/nextRemedy}}'],
      ),
    ),
  },
  'zh-Hans': {
    subject: '{{#isAccepted}}客户已接受方案{{/isAccepted}}{{^isAccepted}}客户未接受方案{{/isAccepted}}：{{remedy}}，个案 {{caseNumber}}',
    preheader:
      '{{#isAccepted}}请尽快落实。{{/isAccepted}}{{^isAccepted}}{{#nextRemedy}}下一项备选方案：{{nextRemedy}}。{{/nextRemedy}}{{^nextRemedy}}已无其他备选方案。{{/nextRemedy}}{{/isAccepted}}',
    blocks: toStaff['zh-Hans'](
      heading('客户{{#isAccepted}}已接受{{/isAccepted}}{{^isAccepted}}未接受{{/isAccepted}}我们的方案'),
      say(
        '{{#isAccepted}}客户已接受我们提出的方案。请尽快落实，办妥后记入个案。{{/isAccepted}}{{^isAccepted}}客户没有接受我们提出的方案。{{#hasReason}}客户写明了原因，请在工作台查看。{{/hasReason}}{{#nextRemedy}}请提出下一项备选方案，或致电客户。{{/nextRemedy}}{{^nextRemedy}}此案已无其他备选方案，请致电客户，或提高补偿。{{/nextRemedy}}{{/isAccepted}}',
      ),
      facts(
        ['个案', '{{caseNumber}}'],
        ['所提方案', '{{remedy}}'],
        ['金额', '{{#amount}}{{amount}}{{/amount}}'],
        ['下一项备选方案', '{{#nextRemedy}}{{nextRemedy}}{{/nextRemedy}}'],
      ),
    ),
  },
};
