import type { SurveyDefinition } from '../survey.ts';
import { both, comment, contact, satisfied } from './texts.ts';

/** One minute after a service: satisfaction (CSAT, 1–5), recommendation (NPS, Reichheld 2003), what it was about, and their own words. */
export const service: SurveyDefinition = {
  id: 'service',
  title: both('How did we do?', '您对我们的服务满意吗？'),
  introduction: both(
    'It takes a minute. If something went wrong, tell us: a person will read it.',
    '只需一分钟。如果有不满意的地方，请告诉我们，会有专人阅读并处理。',
  ),
  questions: [
    {
      kind: 'scale',
      id: 'satisfaction',
      metric: 'csat',
      text: both('How satisfied are you with our service?', '您对我们的服务有多满意？'),
      min: 1,
      max: 5,
      ...satisfied,
      isRequired: true,
    },
    {
      kind: 'scale',
      id: 'recommendation',
      metric: 'nps',
      text: both('How likely are you to recommend us to a friend?', '您有多大可能向朋友推荐我们？'),
      min: 0,
      max: 10,
      minLabel: both('Not at all likely', '完全不可能'),
      maxLabel: both('Extremely likely', '非常可能'),
      isRequired: false,
    },
    {
      kind: 'reasons',
      id: 'reasons',
      text: both('What was it about?', '您的评价主要与什么有关？'),
      options: [
        { topic: 'delivery', text: both('Delivery', '配送') },
        { topic: 'product-quality', text: both('Product quality', '产品质量') },
        { topic: 'staff', text: both('Staff', '服务人员') },
        { topic: 'price-and-billing', text: both('Price and billing', '价格与账单') },
        { topic: 'waiting', text: both('Waiting', '等待时间') },
        { topic: 'refund-and-after-sales', text: both('Refund and after-sales', '退款与售后') },
      ],
    },
    { ...comment('In your own words', '请说说您的感受'), asksForPhotos: true },
    contact,
  ],
};
