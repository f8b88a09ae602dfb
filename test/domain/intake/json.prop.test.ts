import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { member, memberAt, parseJson } from '../../../shared/domain/intake/json.ts';

describe('parseJson (P10)', () => {
  it('reads what JSON.parse reads, within bounds', () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 5 }), (value) => {
        expect(parseJson(JSON.stringify(value))).toEqual(JSON.parse(JSON.stringify(value)));
      }),
    );
  });

  it('refuses with 400 and without a quotation what is no JSON', () => {
    for (const text of ['', '{', '{"a":1,}', 'NaN', '{"secret words"', '\u0000', '[1] 2']) {
      expect(() => parseJson(text)).toThrow(expect.objectContaining({ status: 400, message: 'The body is not JSON.' }));
    }
  });

  it('refuses depth and width beyond its bounds, without exhausting the stack', () => {
    const deep = '['.repeat(32_000) + ']'.repeat(32_000);
    expect(() => parseJson(deep)).toThrow(expect.objectContaining({ status: 400 }));
    expect(() => parseJson(`[${'0,'.repeat(20_000)}0]`)).toThrow(expect.objectContaining({ status: 400 }));
    expect(() => parseJson('[[[1]]]', 2)).toThrow('too much structure');
    expect(parseJson('[[1]]', 2)).toEqual([[1]]);
  });
});

describe('member', () => {
  it('sees own members only, whatever they are called', () => {
    const value: unknown = JSON.parse('{"__proto__":{"admin":true},"constructor":"x","a":{"b":[{"c":0}]}}');
    expect(member(value, '__proto__')).toEqual({ admin: true });
    expect(member(value, 'admin')).toBeUndefined();
    expect(member({}, 'constructor')).toBeUndefined();
    expect(member({}, '__proto__')).toBeUndefined();
    expect(memberAt(value, 'a.b.0.c')).toBe(0);
    expect(memberAt(value, 'a.x.0.c')).toBeUndefined();
  });

  it('never throws on any value and path', () => {
    fc.assert(
      fc.property(fc.anything(), fc.string(), (value, path) => {
        expect(() => memberAt(value, path)).not.toThrow();
      }),
    );
  });
});
