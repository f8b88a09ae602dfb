import type { Language } from '../language.ts';

interface Template {
  readonly subject: string;
  readonly text: string;
  /** Paragraphs of the HTML part; the frame around them is the same for all mails. */
  readonly html: string;
}

/** Tokens that a template may use; a test holds every template to this list. */
export const MAIL_TOKENS = {
  acknowledgement: ['name', 'caseNumber', 'ownerName', 'brandName', 'answerBy', 'solveBy', 'statusLink'],
  'owner-notice': ['ownerName', 'caseNumber', 'severity', 'reasons', 'flags', 'topics', 'answerBy', 'solveBy', 'reachable'],
} as const;

export const MAIL_TEMPLATES: Readonly<Record<keyof typeof MAIL_TOKENS, Readonly<Record<Language, Template>>>> = {
  acknowledgement: {
    en: {
      subject: 'We have your message, case {{caseNumber}}',
      text: `{{#name}}Dear {{name}},{{/name}}{{^name}}Hello,{{/name}}

Thank you for telling us. We are sorry that things did not go as they should have.

Your case number is {{caseNumber}}.

What happens now:
- {{ownerName}} looks after it in person and answers you by {{answerBy}}.
- We mean to have it settled by {{solveBy}}.

See how it stands at any time:
{{statusLink}}

If you want to add something, just reply to this mail.

{{ownerName}}
{{brandName}}
`,
      html: `<p>{{#name}}Dear {{name}},{{/name}}{{^name}}Hello,{{/name}}</p>
<p>Thank you for telling us. We are sorry that things did not go as they should have.</p>
<p>Your case number is <strong>{{caseNumber}}</strong>.</p>
<p>What happens now:</p>
<ul>
<li>{{ownerName}} looks after it in person and answers you by <strong>{{answerBy}}</strong>.</li>
<li>We mean to have it settled by <strong>{{solveBy}}</strong>.</li>
</ul>
<p><a href="{{statusLink}}">See how it stands at any time</a></p>
<p>If you want to add something, just reply to this mail.</p>
<p>{{ownerName}}<br>{{brandName}}</p>`,
    },
    'zh-Hans': {
      subject: '您的反馈我们已收到（编号 {{caseNumber}}）',
      text: `{{#name}}{{name}}，您好：{{/name}}{{^name}}您好：{{/name}}

感谢您把情况告诉我们。没能让您满意，我们深表歉意。

您的受理编号是 {{caseNumber}}。

接下来的安排：
- 此事由{{ownerName}}专人负责，并将在{{answerBy}}之前给您答复；
- 我们力争在{{solveBy}}之前处理完毕。

您可以随时查看处理进度：
{{statusLink}}

如需补充情况，直接回复本邮件即可。

{{ownerName}}
{{brandName}}
`,
      html: `<p>{{#name}}{{name}}，您好：{{/name}}{{^name}}您好：{{/name}}</p>
<p>感谢您把情况告诉我们。没能让您满意，我们深表歉意。</p>
<p>您的受理编号是 <strong>{{caseNumber}}</strong>。</p>
<p>接下来的安排：</p>
<ul>
<li>此事由{{ownerName}}专人负责，并将在<strong>{{answerBy}}</strong>之前给您答复；</li>
<li>我们力争在<strong>{{solveBy}}</strong>之前处理完毕。</li>
</ul>
<p><a href="{{statusLink}}">随时查看处理进度</a></p>
<p>如需补充情况，直接回复本邮件即可。</p>
<p>{{ownerName}}<br>{{brandName}}</p>`,
    },
  },
  'owner-notice': {
    en: {
      subject: 'New case {{caseNumber}} ({{severity}}): answer by {{answerBy}}',
      text: `{{ownerName}}, case {{caseNumber}} is yours.

Severity: {{severity}}
Opened because of: {{reasons}}
{{#flags}}Flags: {{flags}}
{{/flags}}{{#topics}}About: {{topics}}
{{/topics}}The customer {{#reachable}}has been told your name and the two times below{{/reachable}}{{^reachable}}left no address that we may write to{{/reachable}}.

Answer by: {{answerBy}}
Settle by: {{solveBy}}

What the customer wrote is in the desk; it is not sent by mail.
`,
      html: `<p>{{ownerName}}, case <strong>{{caseNumber}}</strong> is yours.</p>
<p>Severity: {{severity}}<br>Opened because of: {{reasons}}{{#flags}}<br>Flags: {{flags}}{{/flags}}{{#topics}}<br>About: {{topics}}{{/topics}}</p>
<p>The customer {{#reachable}}has been told your name and the two times below{{/reachable}}{{^reachable}}left no address that we may write to{{/reachable}}.</p>
<p>Answer by: <strong>{{answerBy}}</strong><br>Settle by: <strong>{{solveBy}}</strong></p>
<p>What the customer wrote is in the desk; it is not sent by mail.</p>`,
    },
    'zh-Hans': {
      subject: '新个案 {{caseNumber}}（{{severity}}）：请于{{answerBy}}前答复',
      text: `{{ownerName}}，个案 {{caseNumber}} 由您负责。

严重程度：{{severity}}
立案原因：{{reasons}}
{{#flags}}特别情形：{{flags}}
{{/flags}}{{#topics}}涉及：{{topics}}
{{/topics}}{{#reachable}}已将您的姓名和以下两个时间告知客户。{{/reachable}}{{^reachable}}客户未留下可以联系的地址。{{/reachable}}

答复期限：{{answerBy}}
处理期限：{{solveBy}}

客户原话请在工作台查看，邮件中不作转述。
`,
      html: `<p>{{ownerName}}，个案 <strong>{{caseNumber}}</strong> 由您负责。</p>
<p>严重程度：{{severity}}<br>立案原因：{{reasons}}{{#flags}}<br>特别情形：{{flags}}{{/flags}}{{#topics}}<br>涉及：{{topics}}{{/topics}}</p>
<p>{{#reachable}}已将您的姓名和以下两个时间告知客户。{{/reachable}}{{^reachable}}客户未留下可以联系的地址。{{/reachable}}</p>
<p>答复期限：<strong>{{answerBy}}</strong><br>处理期限：<strong>{{solveBy}}</strong></p>
<p>客户原话请在工作台查看，邮件中不作转述。</p>`,
    },
  },
};
