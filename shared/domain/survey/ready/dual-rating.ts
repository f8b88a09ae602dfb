import type { SurveyDefinition } from '../survey.ts';
import { both, comment, contact, row } from './texts.ts';

/** How much each thing matters and how content one is with it (双重评价法, R14): the pairs of an importance–performance picture (Martilla & James 1977). */
export const dualRating: SurveyDefinition = {
  id: 'dual-rating',
  title: both('What matters to you, and how do we do it?', '您看重什么？我们做得怎么样？'),
  introduction: both('Eight things, two questions for each: about three minutes.', '共八个方面，每个方面两个问题，大约需要三分钟。'),
  questions: [
    {
      kind: 'pairs',
      id: 'service',
      text: both('Our service, thing by thing', '请逐项评价我们的服务'),
      pair: 'importance-satisfaction',
      firstText: both('How much does it matter to you?', '这对您有多重要？'),
      secondText: both('How satisfied are you with it?', '您对此有多满意？'),
      rows: [
        row('reachability', 'Being reached easily', '联系方便'),
        row('speed', 'Speed', '办理速度'),
        row('friendliness', 'Friendliness of staff', '服务人员的态度'),
        row('competence', 'Competence of staff', '服务人员的专业能力'),
        row('information', 'Clear information', '信息清楚易懂'),
        row('reliability', 'Promises kept', '说到做到'),
        row('quality', 'Quality of what you bought', '所购产品的质量'),
        row('price', 'Price', '价格'),
      ],
      min: 1,
      max: 5,
      minLabel: both('Not at all', '一点也不'),
      maxLabel: both('Very', '非常'),
      hasCannotSay: true,
    },
    comment('What have we left out that matters to you?', '还有哪些您看重的方面是我们没有问到的？'),
    contact,
  ],
};
