import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compileFilter } from '../../local/sources/filter.ts';

const passes = (pattern: object, event: unknown) => compileFilter(JSON.stringify(pattern), 'Here/Source')(event);
const record = (newImage: object) => ({ eventName: 'INSERT', dynamodb: { NewImage: newImage } });
const typed = (type: unknown) => record({ type: { S: type } });
const ofType = (...rules: readonly unknown[]) => ({ dynamodb: { NewImage: { type: { S: rules } } } });

describe('filter patterns', () => {
  it('with plain values pass exactly these', () => {
    fc.assert(
      fc.property(fc.array(fc.string(), { minLength: 1 }), fc.string(), (wanted, type) => {
        expect(passes(ofType(...wanted), typed(type))).toBe(wanted.includes(type));
      }),
    );
  });

  it('with prefix, suffix and anything-but agree with the language', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (part, type) => {
        expect(passes(ofType({ prefix: part }), typed(type))).toBe(type.startsWith(part));
        expect(passes(ofType({ suffix: part }), typed(type))).toBe(type.endsWith(part));
        expect(passes(ofType({ 'anything-but': [part] }), typed(type))).toBe(type !== part);
        expect(passes(ofType({ 'anything-but': { prefix: part } }), typed(type))).toBe(!type.startsWith(part));
      }),
    );
  });

  it('want all fields, and any value of a field', () => {
    const pattern = { eventName: ['INSERT', 'MODIFY'], ...ofType('feedback', 'case') };
    expect(passes(pattern, typed('case'))).toBe(true);
    expect(passes(pattern, { ...typed('case'), eventName: 'REMOVE' })).toBe(false);
    expect(passes(pattern, { eventName: 'REMOVE', dynamodb: { OldImage: { type: { S: 'case' } } } })).toBe(false);
    expect(passes(ofType('a'), typed(['b', 'a']))).toBe(true);
  });

  it('know exists, null, numbers, ranges, any case and $or', () => {
    expect(passes(ofType({ exists: false }), record({}))).toBe(true);
    expect(passes(ofType({ exists: true }), typed('x'))).toBe(true);
    expect(passes({ a: [null] }, { a: null })).toBe(true);
    expect(passes({ a: [{ 'equals-ignore-case': 'YES' }] }, { a: 'yes' })).toBe(true);
    expect([4, 5, 9, 10, '7'].map((a) => passes({ a: [{ numeric: ['>=', 5, '<', 10] }] }, { a }))).toEqual([
      false,
      true,
      true,
      false,
      false,
    ]);
    expect([{ a: 1 }, { b: 2 }, { a: 2, b: 1 }].map((event) => passes({ $or: [{ a: [1] }, { b: [2] }] }, event))).toEqual([
      true,
      true,
      false,
    ]);
  });

  it('refuse an operator that is not known, saying where', () => {
    expect(() => passes({ a: [{ wildcard: '*' }] }, {})).toThrow('Here/Source: the filter operator "wildcard" is not known');
  });
});
