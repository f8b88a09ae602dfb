import config from '#config';

/** As `GET /api/house` names things; a branch so small that nothing is said of it. */
export const HOUSE = {
  brand: { name: config.brand.name, defaultLanguage: 'en', timeZone: 'Asia/Shanghai' },
  currency: 'CNY',
  branches: [
    { id: 'east', name: { en: 'East', 'zh-Hans': '华东' } },
    { id: 'south', name: { en: 'South', 'zh-Hans': '华南' } },
    { id: 'north', name: { en: 'North', 'zh-Hans': '华北' } },
  ],
  surveys: config.surveys.map(({ id, title, questions }) => ({ id, version: 1, title, questions })),
  ...{ campaigns: [], channels: ['form', 'mail'], topics: ['delivery'], flags: [], tiers: ['vip', 'regular', 'new', 'unknown'] },
  ...{ languages: ['en', 'zh-Hans', 'zh-Hant', 'other'], departments: [], causes: [], teams: [], agents: [] },
  standards: { complaintsAtMost: 0.05 },
};

export const ME = { id: 'zhao', role: 'manager', name: { en: 'Zhao Min', 'zh-Hans': '赵敏' }, authority: 'manager' };
export const AGENT = { ...ME, id: 'lin', role: 'agent', name: { en: 'Lin Yue', 'zh-Hans': '林悦' }, authority: 'agent' };
