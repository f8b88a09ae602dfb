import { describe, expect, it } from 'vitest';
import { DigestSettings, recipientsOf } from '../../../shared/domain/digest/settings.ts';

const brand = { defaultLanguage: 'en', timeZone: 'Asia/Shanghai' } as const;
const settings = { id: 'weekly', period: 'week', schedule: 'cron(0 8 ? * MON *)' } as const;

describe('who gets a digest (R20)', () => {
  it('is said one by one, with branch, language and zone; what is left out is as the brand has it', () => {
    const given = DigestSettings.parse({
      ...settings,
      recipients: [{ to: 'a@example.com' }, { to: 'b@example.cn', branch: 'east', language: 'zh-Hans', timeZone: 'Asia/Urumqi' }],
    });
    expect(recipientsOf(given, brand)).toEqual([
      { to: 'a@example.com', branch: undefined, language: 'en', timeZone: 'Asia/Shanghai' },
      { to: 'b@example.cn', branch: 'east', language: 'zh-Hans', timeZone: 'Asia/Urumqi' },
    ]);
  });

  it('may be said in short, for people who get the same', () => {
    const given = DigestSettings.parse({ ...settings, language: 'zh-Hans', to: ['a@example.cn', 'b@example.cn'] });
    expect(recipientsOf(given, brand).map(({ to, language }) => [to, language])).toEqual([
      ['a@example.cn', 'zh-Hans'],
      ['b@example.cn', 'zh-Hans'],
    ]);
  });

  it.each([
    ['nobody', {}],
    ['nobody, at length', { recipients: [], to: [] }],
    ['an address twice', { recipients: [{ to: 'a@example.com' }], to: ['A@example.com'] }],
    ['an unknown field', { recipients: [{ to: 'a@example.com', region: 'east' }] }],
  ])('is refused where it is %s', (_, given) => {
    expect(DigestSettings.safeParse({ ...settings, ...given }).success).toBe(false);
  });
});
