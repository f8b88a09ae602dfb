import { both, row } from './texts.ts';

const good = { minLabel: both('Very poor', '非常差'), maxLabel: both('Very good', '非常好') };
const well = { minLabel: both('Not at all', '完全不了解'), maxLabel: both('Very well', '非常了解') };
const satisfied = { minLabel: both('Very dissatisfied', '非常不满意'), maxLabel: both('Very satisfied', '非常满意') };
const likely = { minLabel: both('Very unlikely', '非常不可能'), maxLabel: both('Very likely', '非常可能') };

/** What R11 has an airline ask, each with its items; the order is easy to hard, as they are met on a journey. */
export const AIRLINE_GROUPS = [
  {
    id: 'brand',
    ends: well,
    text: both('How well do you know us?', '您对我们有多了解？'),
    rows: [
      row('name', 'Our name', '我们的名称'),
      row('network', 'Where we fly', '我们的航线'),
      row('loyalty-programme', 'Our loyalty programme', '我们的常旅客计划'),
    ],
  },
  {
    id: 'crew',
    ends: good,
    text: both('The crew', '机组服务'),
    rows: [
      row('friendliness', 'Friendliness', '态度'),
      row('attention', 'Attention to what you needed', '对您需求的关注'),
      row('competence', 'Competence', '专业能力'),
      row('language', 'Being understood in your language', '语言沟通'),
      row('appearance', 'Appearance', '仪容仪表'),
    ],
  },
  {
    id: 'cabin',
    ends: good,
    text: both('The cabin', '客舱环境'),
    rows: [
      row('seat', 'Comfort of the seat', '座椅舒适度'),
      row('space', 'Room for your legs', '腿部空间'),
      row('cleanliness', 'Cleanliness', '清洁程度'),
      row('temperature', 'Temperature', '温度'),
      row('quiet', 'Quiet', '安静程度'),
      row('lavatories', 'Lavatories', '洗手间'),
    ],
  },
  {
    id: 'meals',
    ends: good,
    text: both('Meals and drinks', '餐食与饮料'),
    rows: [
      row('taste', 'Taste', '口味'),
      row('choice', 'Choice', '可选种类'),
      row('amount', 'Amount', '份量'),
      row('drinks', 'Drinks', '饮料'),
    ],
  },
  {
    id: 'entertainment',
    ends: good,
    text: both('Entertainment on board', '机上娱乐'),
    rows: [
      row('programme', 'What there is to watch', '影视内容'),
      row('screen', 'The screen', '屏幕'),
      row('network', 'Internet on board', '机上网络'),
    ],
  },
  {
    id: 'safety',
    ends: good,
    text: both('Safety', '安全'),
    rows: [
      row('instructions', 'Safety instructions', '安全须知讲解'),
      row('trust', 'Trust in the crew', '对机组的信任'),
      row('landing', 'Smoothness of the landing', '降落平稳程度'),
    ],
  },
  {
    id: 'punctuality',
    ends: good,
    text: both('Punctuality', '正点'),
    rows: [
      row('departure', 'Departure on time', '正点起飞'),
      row('arrival', 'Arrival on time', '正点到达'),
      row('information', 'Information about delays', '延误信息的告知'),
      row('baggage', 'Wait for the luggage', '等候行李的时间'),
    ],
  },
  {
    id: 'price',
    ends: good,
    text: both('Price', '价格'),
    rows: [
      row('fare', 'The fare, for what you got', '以得到的服务来看，票价如何'),
      row('clarity', 'Clear rules', '规则清楚'),
      row('changes', 'Fees for changes', '改签费用'),
    ],
  },
  {
    id: 'overall',
    ends: satisfied,
    text: both('All in all', '总体满意度'),
    rows: [
      row('flight', 'This flight', '本次航班'),
      row('airline', 'Our airline', '我们这家航空公司'),
      row('expectation', 'Compared with what you expected', '与您的期望相比'),
    ],
  },
  {
    id: 'loyalty',
    ends: likely,
    text: both('How likely is it?', '以下情况的可能性有多大？'),
    rows: [
      row('again', 'That you fly with us again', '您会再次乘坐我们的航班'),
      row('recommend', 'That you recommend us', '您会向他人推荐我们'),
      row('first', 'That you look with us first', '订票时您会首先考虑我们'),
      row('dearer', 'That you stay if another is somewhat cheaper', '其他航空公司稍便宜时，您仍会选择我们'),
    ],
  },
];
