import { defineConfig } from './shared/config/schema.ts';

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
  surveys: [
    {
      id: 'service',
      title: { en: 'How did we do?', 'zh-Hans': '您对我们的服务满意吗？' },
      introduction: {
        en: 'It takes a minute. If something went wrong, tell us: a person will read it.',
        'zh-Hans': '只需一分钟。如果有不满意的地方，请告诉我们，会有专人阅读并处理。',
      },
      questions: [
        {
          kind: 'scale',
          id: 'satisfaction',
          metric: 'csat',
          text: { en: 'How satisfied are you with our service?', 'zh-Hans': '您对我们的服务有多满意？' },
          min: 1,
          max: 5,
          minLabel: { en: 'Very dissatisfied', 'zh-Hans': '非常不满意' },
          maxLabel: { en: 'Very satisfied', 'zh-Hans': '非常满意' },
          isRequired: true,
        },
        {
          kind: 'scale',
          id: 'recommendation',
          metric: 'nps',
          text: { en: 'How likely are you to recommend us to a friend?', 'zh-Hans': '您有多大可能向朋友推荐我们？' },
          min: 0,
          max: 10,
          minLabel: { en: 'Not at all likely', 'zh-Hans': '完全不可能' },
          maxLabel: { en: 'Extremely likely', 'zh-Hans': '非常可能' },
          isRequired: false,
        },
        {
          kind: 'reasons',
          id: 'reasons',
          text: { en: 'What was it about?', 'zh-Hans': '您的评价主要与什么有关？' },
          options: [
            { topic: 'delivery', text: { en: 'Delivery', 'zh-Hans': '配送' } },
            { topic: 'product-quality', text: { en: 'Product quality', 'zh-Hans': '产品质量' } },
            { topic: 'staff', text: { en: 'Staff', 'zh-Hans': '服务人员' } },
            { topic: 'price-and-billing', text: { en: 'Price and billing', 'zh-Hans': '价格与账单' } },
            { topic: 'waiting', text: { en: 'Waiting', 'zh-Hans': '等待时间' } },
            { topic: 'refund-and-after-sales', text: { en: 'Refund and after-sales', 'zh-Hans': '退款与售后' } },
          ],
        },
        {
          kind: 'comment',
          id: 'comment',
          text: { en: 'In your own words', 'zh-Hans': '请说说您的感受' },
          hint: { en: 'Please leave out card and identity numbers.', 'zh-Hans': '请不要填写银行卡号、身份证号等信息。' },
        },
        {
          kind: 'contact',
          id: 'contact',
          nameText: { en: 'Your name', 'zh-Hans': '您的称呼' },
          emailText: { en: 'Your e-mail address', 'zh-Hans': '您的电子邮箱' },
          consentText: { en: 'You may write to me about this.', 'zh-Hans': '我同意贵公司就此事与我联系。' },
        },
      ],
    },
  ],
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
    sla: {
      calendar: 'office',
      acknowledgeWithinHours: { critical: 1, high: 4, normal: 8, low: 24 },
      resolveWithinHours: { critical: 9, high: 18, normal: 45, low: 90 },
    },
    agents: [
      { id: 'lin', name: { en: 'Lin Yue', 'zh-Hans': '林悦' }, email: 'lin@example.com' },
      { id: 'morgan', name: { en: 'Morgan Reed', 'zh-Hans': '摩根·里德' }, email: 'morgan@example.com' },
    ],
  },
  calendars: {
    office: {
      timeZone: 'Asia/Shanghai',
      weekdays: [1, 2, 3, 4, 5],
      periods: [{ from: '09:00', to: '18:00' }],
      // State Council notice for 2026; checked against chinese-days 1.5.7 by test/config/calendar.test.ts.
      holidays: [
        '2026-01-01',
        '2026-01-02',
        '2026-02-16',
        '2026-02-17',
        '2026-02-18',
        '2026-02-19',
        '2026-02-20',
        '2026-02-23',
        '2026-04-06',
        '2026-05-01',
        '2026-05-04',
        '2026-05-05',
        '2026-06-19',
        '2026-09-25',
        '2026-10-01',
        '2026-10-02',
        '2026-10-05',
        '2026-10-06',
        '2026-10-07',
      ],
      workdays: ['2026-01-04', '2026-02-14', '2026-02-28', '2026-05-09', '2026-09-20', '2026-10-10'],
      coveredYears: [2026],
    },
  },
  digests: [
    { id: 'daily', period: 'day', schedule: 'cron(0 8 * * ? *)', language: 'en', to: ['manager@example.com'] },
    { id: 'weekly', period: 'week', schedule: 'cron(0 8 ? * MON *)', language: 'zh-Hans', to: ['manager@example.cn'] },
  ],
  mailLimits: { perAddressAndDay: 5 },
});
