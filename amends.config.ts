import { defineConfig } from './shared/config/schema.ts';
import { readySurveys } from './shared/domain/survey/ready-surveys.ts';

/** Works as it is. Change what your business decides; `npm run synth` checks it. */
export default defineConfig({
  brand: {
    name: { en: 'Example Company', 'zh-Hans': '示例公司' },
    timeZone: 'Asia/Shanghai',
    defaultLanguage: 'en',
    mailFrom: 'care@example.com',
  },
  branches: [
    { id: 'east', name: { en: 'East', 'zh-Hans': '华东' } },
    { id: 'south', name: { en: 'South', 'zh-Hans': '华南' } },
  ],
  // What can be asked as it is: these, and `airline`. For words of your own, copy one from shared/domain/survey/ready; `npx amends survey lint`.
  surveys: [readySurveys.service, readySurveys.effort, readySurveys.servqual, readySurveys.dualRating, readySurveys.index],
  // See docs/campaigns.md; `npx amends campaign list`. Days are of the zone above.
  campaigns: [
    {
      id: 'yearly',
      title: { en: 'How we did this year', 'zh-Hans': '年度满意度调查' },
      survey: 'service',
      audience: { kind: 'file' },
      period: { from: '2026-01-01', to: '2027-12-31' },
      reminders: ['3d', '10d'],
      answerWithin: '30d',
      owner: 'zhao',
    },
    {
      id: 'regulars',
      title: { en: 'How we do for those who come often', 'zh-Hans': '老客户满意度调查' },
      survey: 'service',
      audience: { kind: 'customers', tiers: ['vip', 'regular'], lastFeedbackWithinDays: 365 },
      period: { from: '2026-01-01', to: '2027-12-31' },
      sample: { share: 0.25 },
      reminders: ['5d'],
      owner: 'chen',
    },
  ],
  // Over all campaigns together: nobody is asked too often, and nobody who waits for us to put something right.
  contactRules: { perPerson: [{ invitations: 1, days: 30 }], perMetric: { nps: { days: 90 } }, notDuringOpenCase: true },
  sources: [
    {
      id: 'shop',
      provider: 'standard-webhooks',
      survey: 'service',
      isContactAllowed: false,
      fields: {
        id: 'data.id',
        ratings: [
          { field: 'data.satisfaction', question: 'satisfaction', metric: 'csat', min: 1, max: 5 },
          { field: 'data.recommendation', question: 'recommendation', metric: 'nps', min: 0, max: 10 },
        ],
        comment: 'data.comment',
        email: 'data.customer.email',
        name: 'data.customer.name',
        consent: 'data.customer.contactAllowed',
        locale: 'data.locale',
        branch: 'data.branch',
      },
    },
    {
      id: 'typeform',
      provider: 'typeform',
      survey: 'service',
      isContactAllowed: false,
      fields: {
        ratings: [
          { field: 'satisfaction', question: 'satisfaction', metric: 'csat', min: 1, max: 5 },
          { field: 'recommendation', question: 'recommendation', metric: 'nps', min: 0, max: 10 },
        ],
        comment: 'comment',
        email: 'email',
        name: 'name',
        consent: 'consent',
      },
    },
    {
      id: 'tally',
      provider: 'tally',
      survey: 'service',
      isContactAllowed: false,
      fields: {
        ratings: [{ field: 'satisfaction', question: 'satisfaction', metric: 'csat', min: 1, max: 5 }],
        comment: 'comment',
        email: 'email',
        name: 'name',
        consent: 'consent',
      },
    },
    // Delighted asks people by e-mail who are already customers, so an unhappy one may be answered.
    { id: 'delighted', provider: 'delighted', survey: 'service', isContactAllowed: true },
  ],
  mailboxes: [{ address: 'feedback@example.com' }],
  topicPhrases: {},
  recovery: {
    rules: [
      { name: 'low-satisfaction', when: 'rating', metric: 'csat', scoreAtMost: 25 },
      { name: 'strong-detractor', when: 'rating', metric: 'nps', scoreAtMost: 40 },
      { name: 'negative-words', when: 'sentiment', confidenceAtLeast: 0.6, unlessScoreAtLeast: 75 },
      { name: 'severe', when: 'severity', severityAtLeast: 3 },
      { name: 'serious-flag', when: 'flag', flags: ['danger', 'law', 'regulator', 'press', 'discrimination', 'privacy-breach', 'fraud'] },
    ],
    // Deadlines of a ready profile, counted in the calendar; docs/calendars.md shows the others and how to change single ones.
    sla: { calendar: 'office', profile: 'default' },
    agents: [
      { id: 'lin', name: { en: 'Lin Yue', 'zh-Hans': '林悦' }, email: 'lin@example.com' },
      { id: 'morgan', name: { en: 'Morgan Reed', 'zh-Hans': '摩根·里德' }, email: 'morgan@example.com' },
      { id: 'chen', name: { en: 'Chen Wei', 'zh-Hans': '陈伟' }, email: 'chen@example.com', authority: 'head' },
      { id: 'zhao', name: { en: 'Zhao Min', 'zh-Hans': '赵敏' }, email: 'zhao@example.com', authority: 'manager' },
    ],
    teams: [
      { id: 'care', name: { en: 'Customer care', 'zh-Hans': '客户服务组' }, members: ['lin', 'morgan'], head: 'chen' },
      {
        id: 'investigation',
        name: { en: 'Investigation', 'zh-Hans': '专项调查组' },
        members: ['chen'],
        head: 'chen',
        isInvestigation: true,
      },
    ],
    departments: [
      { id: 'logistics', name: { en: 'Logistics', 'zh-Hans': '物流部' } },
      { id: 'production', name: { en: 'Production', 'zh-Hans': '生产部' } },
      { id: 'sales', name: { en: 'Sales', 'zh-Hans': '销售部' } },
      { id: 'service', name: { en: 'Customer service', 'zh-Hans': '客服部' } },
      { id: 'none', name: { en: 'None of ours', 'zh-Hans': '非我方责任' } },
    ],
    causes: [
      { id: 'late-delivery', name: { en: 'Late delivery', 'zh-Hans': '配送延误' } },
      { id: 'transport-damage', name: { en: 'Damage in transport', 'zh-Hans': '运输破损' } },
      { id: 'defect', name: { en: 'Defect of the product', 'zh-Hans': '产品缺陷' } },
      { id: 'wrong-information', name: { en: 'Wrong information', 'zh-Hans': '告知有误' } },
      { id: 'staff-conduct', name: { en: 'Conduct of staff', 'zh-Hans': '服务态度' } },
      { id: 'billing-error', name: { en: 'Error in a bill', 'zh-Hans': '账单差错' } },
      { id: 'misunderstanding', name: { en: 'Misunderstanding', 'zh-Hans': '双方误解' } },
      { id: 'other', name: { en: 'Other', 'zh-Hans': '其他' } },
    ],
    // Offered in this order; amounts in minor units of the currency below (fen).
    remedies: [
      {
        id: 'apology',
        kind: 'apology',
        title: { en: 'An apology in person', 'zh-Hans': '专人致歉' },
        text: {
          en: 'I apologise for what happened, and I have seen to it that the people concerned know of it.',
          'zh-Hans': '对于此次给您带来的不便，我诚恳致歉，并已要求相关人员了解情况、引以为戒。',
        },
      },
      {
        id: 'replacement',
        kind: 'replacement',
        title: { en: 'A replacement', 'zh-Hans': '免费换货' },
        text: {
          en: 'We send you a new one at our cost. You need not send the old one back first.',
          'zh-Hans': '我们为您免费寄送一件新的商品，您无需先寄回原件。',
        },
        causes: ['transport-damage', 'defect'],
      },
      {
        id: 'refund',
        kind: 'refund',
        title: { en: 'A refund', 'zh-Hans': '退款' },
        text: {
          en: 'We pay this amount back the way you paid. It arrives within five working days.',
          'zh-Hans': '款项将按原支付方式退回，五个工作日内到账。',
        },
        isAmountOpen: true,
      },
      {
        id: 'voucher',
        kind: 'voucher',
        title: { en: 'A voucher', 'zh-Hans': '代金券' },
        text: {
          en: 'A voucher that you can use for anything we sell, for a year.',
          'zh-Hans': '代金券全场通用，一年内有效。',
        },
        amount: 5000,
        isAmountOpen: true,
      },
      {
        id: 'call-back',
        kind: 'call-back',
        title: { en: 'A call', 'zh-Hans': '专人回电' },
        text: {
          en: 'I call you at a time that suits you, and we settle it together.',
          'zh-Hans': '我会在您方便的时间致电，与您一同商定处理办法。',
        },
      },
      {
        id: 'broken-promise-voucher',
        kind: 'voucher',
        title: { en: 'A voucher, because we broke our word', 'zh-Hans': '失约补偿代金券' },
        text: {
          en: 'It is yours whatever comes of your case, and can be used for anything we sell, for a year.',
          'zh-Hans': '无论此事如何处理，这张代金券都归您所有，全场通用，一年内有效。',
        },
        amount: 2000,
      },
    ],
    authority: {
      currency: 'CNY',
      limits: { agent: 20_000, head: 200_000, manager: 2_000_000 },
      monthlyBudgets: { default: 5_000_000 },
    },
    followUp: { after: ['2wd', '10wd'], closeAfter: '5wd' },
    brokenPromiseRemedy: 'broken-promise-voucher',
    // Where staff begin to write: read it, say what is true of this case, then send it.
    replies: [
      {
        id: 'taken-up',
        title: { en: 'I have taken it up', 'zh-Hans': '已受理，正在了解情况' },
        text: {
          en: 'Dear {{customerName}},\n\nI am {{agentName}}, and your case {{caseNumber}} is with me from now on. You need not tell it again: I have read what you wrote.\n\nI am finding out what went wrong and write to you by the time you were told, also if I do not know everything by then.',
          'zh-Hans':
            '{{customerName}}，您好：\n\n我是{{agentName}}，您的个案（编号 {{caseNumber}}）现在由我负责。您之前说的情况我都看过了，无需再说一遍。\n\n我正在查明问题出在哪里，会在告知您的时间之前回复；即使届时还没有全部查清，也会先告诉您进展。',
        },
      },
      {
        id: 'late-delivery',
        title: { en: 'It comes late', 'zh-Hans': '配送延误' },
        text: {
          en: 'Dear {{customerName}},\n\nyou waited, and we did not tell you why. I am sorry: at the least you should have heard from us before you had to ask.\n\nYour parcel is now … and reaches you on …. If it is no longer of use to you by then, tell me, and I take the order back without any cost to you.\n\n{{agentName}}',
          'zh-Hans':
            '{{customerName}}，您好：\n\n让您一直等待，却没有及时说明原因，我深表歉意。至少，我们本该在您来问之前就告诉您。\n\n您的包裹目前……，预计……送达。如果届时您已不再需要，请告诉我，我为您取消订单，不收取任何费用。\n\n{{agentName}}',
        },
        causes: ['late-delivery'],
        topics: ['delivery'],
      },
      {
        id: 'damaged-or-defective',
        title: { en: 'Damaged or defective goods', 'zh-Hans': '商品破损或有缺陷' },
        text: {
          en: 'Dear {{customerName}},\n\nwhat reached you is not what you paid for, and you should not have any more trouble with it. I am sorry.\n\nA photograph helps us to find the cause, but you need not send one to be helped. Would you rather have a new one, or your money back? A word is enough: reply to this mail, your case {{caseNumber}} is with me.\n\n{{agentName}}',
          'zh-Hans':
            '{{customerName}}，您好：\n\n您收到的商品有问题，不该再让您为此费心，非常抱歉。\n\n如果方便，一张照片有助于我们查找原因；不发照片也不影响处理。您希望换一件新的，还是退款？直接回复本邮件说一声即可，您的个案（编号 {{caseNumber}}）由我负责。\n\n{{agentName}}',
        },
        causes: ['transport-damage', 'defect'],
        topics: ['product-quality'],
      },
      {
        id: 'staff-conduct',
        title: { en: 'Conduct of our staff', 'zh-Hans': '服务态度' },
        text: {
          en: 'Dear {{customerName}},\n\nnobody should be spoken to as you describe, least of all when asking for help. I apologise.\n\nI am speaking with the people concerned and hear their side too. By … I tell you what came of it. If there is something you would like me to know before then, reply to this mail.\n\n{{agentName}}',
          'zh-Hans':
            '{{customerName}}，您好：\n\n无论什么情况，都不该让您受到这样的对待，我向您诚恳致歉。\n\n我正在与相关人员核实，也会听取他们的说明，并在……之前把结果告诉您。在此之前如果您还有什么想让我知道的，直接回复本邮件即可。\n\n{{agentName}}',
        },
        causes: ['staff-conduct'],
        topics: ['staff'],
      },
      {
        id: 'billing-error',
        title: { en: 'Error in a bill', 'zh-Hans': '账单差错' },
        text: {
          en: 'Dear {{customerName}},\n\nyou are right to ask: I am checking the bill line by line. Until that is done you need not pay the part that you doubt, and no reminder is sent for it.\n\nIf it is our mistake, you get back what you paid too much, the way you paid it. You have my answer by ….\n\n{{agentName}}',
          'zh-Hans':
            '{{customerName}}，您好：\n\n您的疑问很有道理，我正在逐项核对账单。核对完成之前，有疑问的部分您无需支付，我们也不会催缴。\n\n如果确是我们的差错，多付的款项会按原支付方式退回。我会在……之前答复您。\n\n{{agentName}}',
        },
        causes: ['billing-error'],
        topics: ['price-and-billing'],
      },
      {
        id: 'not-our-mistake',
        title: { en: 'We see it otherwise, and why', 'zh-Hans': '说明原因（并非我方差错）' },
        text: {
          en: 'Dear {{customerName}},\n\nI have looked into your case {{caseNumber}} and come to another result than you hoped for. This is what I found: …\n\nI know that this is not the answer you wanted. If I have overlooked something, tell me what: I look at it again.\n\n{{agentName}}',
          'zh-Hans':
            '{{customerName}}，您好：\n\n您的个案（编号 {{caseNumber}}）我已仔细核实，结果与您期望的不同。核实到的情况是：……\n\n我知道这不是您希望的答复。如果有我没有注意到的地方，请告诉我，我会重新核实。\n\n{{agentName}}',
        },
        causes: ['misunderstanding'],
      },
    ],
  },
  calendars: {
    office: {
      timeZone: 'Asia/Shanghai',
      weekdays: [1, 2, 3, 4, 5],
      periods: [{ from: '09:00', to: '18:00' }],
      // The State Council's, with make-up workdays. `npx amends doctor` says how far they are known.
      holidays: 'chinese-days',
    },
  },
  // Computed on the first of each month, over so many months before it; docs/analyses.md shows what else can be asked, and how by hand.
  analyses: [
    { id: 'service-gaps', request: { kind: 'servqual', survey: 'servqual' }, months: 3 },
    { id: 'satisfaction-index', request: { kind: 'index', survey: 'index', model: 'ecsi' }, months: 3 },
  ],
  digests: [
    { id: 'daily', period: 'day', schedule: 'cron(0 8 * * ? *)', recipients: [{ to: 'manager@example.com', language: 'en' }] },
    {
      id: 'weekly',
      period: 'week',
      schedule: 'cron(0 8 ? * MON *)',
      recipients: [
        { to: 'manager@example.cn', language: 'zh-Hans' },
        // Somebody with a branch sees that branch's figures, cases and words, and no other's.
        { to: 'east@example.cn', branch: 'east', language: 'zh-Hans' },
        { to: 'south@example.com', branch: 'south', language: 'en', timeZone: 'Asia/Singapore' },
      ],
    },
    { id: 'monthly', period: 'month', schedule: 'cron(0 8 1 * ? *)', recipients: [{ to: 'manager@example.com', language: 'en' }] },
  ],
  // Shown as met, not met or not to be told in the weekly and monthly digest. `served` is yours to fill in, month by month.
  standards: {
    satisfiedAtLeast: 0.8,
    firstAnswersInTimeAtLeast: 0.95,
    firstAnswerHoursAtMost: 4,
    solvedInTimeAtLeast: 0.9,
    complaintsAtMost: 0.01,
    owner: { en: 'Customer care', 'zh-Hans': '客户服务组' },
  },
  // What became of the month's cases, by department, cause and product: on the 5th.
  caseReport: { to: ['manager@example.com'] },
  // A topic that rises suddenly raises an alarm: see docs/topic-alarm.md.
  alarms: { topicRise: { falseAlarmsPerYear: 4, to: ['manager@example.com'] } },
  mailLimits: { perAddressAndDay: 5 },
});
