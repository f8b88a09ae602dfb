import { Survey } from '../../../shared/domain/survey/survey.ts';

const both = (en: string, zh: string) => ({ en, 'zh-Hans': zh });

/** A survey with a question of every kind, as the tests know it whatever the config says. */
export const SURVEY = Survey.parse({
  id: 'service',
  title: both('How did we do?', '您满意吗？'),
  introduction: both('It takes a minute.', '只需一分钟。'),
  questions: [
    {
      kind: 'scale',
      id: 'satisfaction',
      metric: 'csat',
      text: both('How satisfied are you?', '您有多满意？'),
      min: 1,
      max: 5,
      minLabel: both('Very dissatisfied', '非常不满意'),
      maxLabel: both('Very satisfied', '非常满意'),
      isRequired: true,
    },
    {
      kind: 'scale',
      id: 'recommendation',
      metric: 'nps',
      text: both('Would you recommend us?', '您会推荐我们吗？'),
      min: 0,
      max: 10,
      minLabel: both('Not at all', '完全不会'),
      maxLabel: both('Certainly', '一定会'),
      isRequired: false,
    },
    {
      kind: 'reasons',
      id: 'reasons',
      text: both('What was it about?', '与什么有关？'),
      options: [
        { topic: 'delivery', text: both('Delivery', '配送') },
        { topic: 'staff', text: both('Staff', '服务人员') },
      ],
    },
    { kind: 'comment', id: 'comment', text: both('In your own words', '请说说您的感受') },
    {
      kind: 'contact',
      id: 'contact',
      nameText: both('Your name', '您的称呼'),
      emailText: both('Your e-mail address', '您的电子邮箱'),
      consentText: both('You may write to me.', '我同意贵公司与我联系。'),
    },
  ],
});
