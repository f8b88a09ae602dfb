import type { Places } from '../../../web/dashboard/filters.ts';

const both = (text: string) => ({ en: text, 'zh-Hans': text });

/** A house with two branches and two surveys. */
export const HOUSE: Places = {
  branches: [
    { id: 'east', name: { en: 'East', 'zh-Hans': '华东' } },
    { id: 'south', name: both('South') },
  ],
  surveys: [
    {
      ...{ id: 'service', version: 1, title: both('How did we do?') },
      questions: [
        { id: 'satisfaction', kind: 'scale', text: both('How satisfied?'), metric: 'csat', min: 1, max: 5 },
        { id: 'recommendation', kind: 'scale', text: both('Recommend us?'), metric: 'nps', min: 0, max: 10 },
      ],
    },
    {
      ...{ id: 'dual-rating', version: 1, title: both('What matters?') },
      questions: [
        {
          id: 'items',
          kind: 'pairs',
          text: both('Thing by thing'),
          pair: 'importance-satisfaction',
          rows: [{ id: 'speed', text: both('Speed') }],
        },
      ],
    },
  ],
};
