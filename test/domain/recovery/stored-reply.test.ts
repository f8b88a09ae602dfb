import { describe, expect, it } from 'vitest';
import { repliesFor, StoredReply } from '../../../shared/domain/recovery/stored-reply.ts';

const values = { customerName: 'Ana Silva', caseNumber: '2611-0042', agentName: 'Lin Yue' };
const reply = (id: string, rest: object = {}) =>
  StoredReply.parse({
    id,
    title: { en: id, 'zh-Hans': '标题' },
    text: {
      en: 'Dear {{customerName}}, {{caseNumber}}. {{agentName}}',
      'zh-Hans': '{{customerName}}，您好：{{caseNumber}}。{{agentName}}',
    },
    ...rest,
  });
const given = (language: 'en' | 'zh-Hans') => ({ language, titles: language, values });

describe('answers written beforehand (R25)', () => {
  it('say name, number and agent, in the language asked for', () => {
    const [en] = repliesFor([reply('hello')], { topics: [] }, given('en'));
    const [zh] = repliesFor([reply('hello')], { topics: [] }, given('zh-Hans'));
    expect(en).toEqual({ id: 'hello', title: 'hello', text: 'Dear Ana Silva, 2611-0042. Lin Yue', isFitting: false });
    expect(zh).toMatchObject({ title: '标题', text: 'Ana Silva，您好：2611-0042。Lin Yue' });
  });

  it('for the cause or a topic of the case come first, in the order of the config otherwise', () => {
    const replies = [reply('a'), reply('b', { topics: ['delivery'] }), reply('c'), reply('d', { causes: ['defect'] })];
    const order = (about: Parameters<typeof repliesFor>[1]) => repliesFor(replies, about, given('en')).map(({ id }) => id);
    expect(order({ topics: [] })).toEqual(['a', 'b', 'c', 'd']);
    expect(order({ topics: ['delivery'] })).toEqual(['b', 'a', 'c', 'd']);
    expect(order({ topics: ['delivery'], cause: 'defect' })).toEqual(['b', 'd', 'a', 'c']);
  });
});
