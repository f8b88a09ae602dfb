import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { answeredMails } from '../../../../shared/domain/intake/mail/thread.ts';

const id = (name: string, host = 'email') => `<${name}@${host}.amazonses.com>`;

describe('which mails of ours a mail answers', () => {
  it('first the one it answers, then the others of the thread from the end, each once', () => {
    const thread = `${id('a')} <x@example.com> ${id('b', 'eu-west-1')}\r\n\t${id('c')}`;
    expect(answeredMails(id('c'), thread)).toEqual(['c', 'b', 'a']);
    expect(answeredMails(undefined, thread)).toEqual(['c', 'b', 'a']);
    expect(answeredMails('<d@cn-north-1.amazonses.com.cn>')).toEqual(['d']);
  });

  it.each([
    '',
    '<a@example.com>',
    '<a@amazonses.com.example.com>',
    '<a@evil-amazonses.com>',
    'a@email.amazonses.com',
    '<a b@email.amazonses.com>',
    '<@email.amazonses.com>',
  ])('other ids are other people\u2019s: %s', (field) => expect(answeredMails(field, field)).toEqual([]));

  it('at most twenty, none too long, whatever comes in (P37)', () => {
    const many = Array.from({ length: 300 }, (_, i) => id(`m${i}`)).join(' ');
    expect(answeredMails(undefined, many)).toEqual(Array.from({ length: 20 }, (_, i) => `m${299 - i}`));
    fc.assert(
      fc.property(fc.string(), fc.string({ unit: fc.constantFrom('<', '>', '@', 'a', '-', 'email.amazonses.com', ' ') }), (one, other) => {
        for (const found of answeredMails(one, other)) expect(found).toMatch(/^[\w-]{1,150}$/);
      }),
    );
  });
});
