import { Survey } from '../../../shared/domain/survey/survey.ts';

const both = (en: string, zh: string) => ({ en, 'zh-Hans': zh });
const option = (id: string, en: string, zh: string) => ({ id, text: both(en, zh) });
const ends = { minLabel: both('Poor', '差'), maxLabel: both('Good', '好') };

/**
 * A survey of three pages with a question of every kind and two conditions: who rates the flight 1 to 4 is asked what went wrong, and of those, who names
 * the delay, when it was.
 */
export const LONG = Survey.parse({
  id: 'long',
  version: 3,
  title: both('Your flight', '您的航班'),
  introduction: both('It takes five minutes.', '需要五分钟。'),
  questions: [
    {
      kind: 'scale',
      id: 'overall',
      metric: 'csat',
      text: both('How was the flight?', '这次飞行怎么样？'),
      min: 1,
      max: 10,
      ...ends,
      hasCannotSay: true,
      isRequired: true,
    },
    {
      kind: 'choices',
      id: 'wrong',
      text: both('What went wrong?', '哪里不满意？'),
      hint: both('Two at most.', '最多两项。'),
      options: [option('delay', 'Delay', '延误'), option('crew', 'Crew', '机组'), option('baggage', 'Baggage', '行李')],
      atMost: 2,
      isRequired: true,
      showIf: { question: 'overall', atMost: 4 },
    },
    {
      kind: 'date',
      id: 'day',
      text: both('When was it?', '是哪一天？'),
      isRequired: true,
      showIf: { question: 'wrong', is: ['delay'] },
    },
    {
      kind: 'matrix',
      id: 'cabin',
      startsPage: true,
      metric: 'rating',
      text: both('The cabin', '客舱'),
      rows: [option('seat', 'Seat', '座椅'), option('air', 'Air', '空气')],
      min: 1,
      max: 5,
      ...ends,
      hasCannotSay: true,
    },
    {
      kind: 'pairs',
      id: 'crew',
      text: both('The crew', '机组'),
      pair: 'importance-satisfaction',
      firstText: both('How important?', '有多重要？'),
      secondText: both('How satisfied?', '有多满意？'),
      rows: [option('warmth', 'Warmth', '热情'), option('speed', 'Speed', '速度')],
      min: 1,
      max: 5,
      ...ends,
      hasCannotSay: true,
    },
    {
      kind: 'rank',
      id: 'priority',
      text: both('What matters most?', '您最看重什么？'),
      options: [option('price', 'Price', '价格'), option('time', 'Time', '时间'), option('comfort', 'Comfort', '舒适')],
    },
    {
      kind: 'choice',
      id: 'class',
      text: both('Class', '舱位'),
      options: [option('economy', 'Economy', '经济舱'), option('business', 'Business', '公务舱')],
    },
    { kind: 'comment', id: 'words', startsPage: true, text: both('In your words', '请说说您的感受') },
    { kind: 'consent', id: 'quote', text: both('You may quote me.', '我同意被引用。') },
    {
      kind: 'contact',
      id: 'contact',
      nameText: both('Name', '称呼'),
      emailText: both('E-mail', '邮箱'),
      consentText: both('You may write to me.', '我同意与我联系。'),
    },
  ],
});

/** Somebody who answers all of it, and is not content. */
export const UNHAPPY = {
  overall: 2,
  wrong: ['delay', 'baggage'],
  day: '2026-11-20',
  cabin: { seat: 1, air: 'cannot-say' },
  crew: { warmth: { importance: 5, satisfaction: 2 }, speed: { importance: 'cannot-say', satisfaction: 3 } },
  priority: ['time', 'price'],
  class: 'economy',
  words: '等了三个小时',
  quote: true,
};
