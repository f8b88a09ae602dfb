import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { CLOCK_AHEAD, systemClock } from '../../shared/adapters/clock.ts';

const ROOT = join(import.meta.dirname, '../..');
afterEach(() => void Reflect.deleteProperty(globalThis, CLOCK_AHEAD));

const isNow = (instant: string, aheadMs: number, before: number) => {
  const at = Date.parse(instant) - aheadMs;
  return at >= before && at <= Date.now();
};

describe('the clock of the functions', () => {
  it("is the machine's where nobody set it ahead, as everywhere that is deployed", () => {
    const before = Date.now();
    expect(systemClock()).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/);
    expect(isNow(systemClock(), 0, before)).toBe(true);
  });

  it('goes as far ahead as the memory of the local cloud says, at every call', () => {
    const ahead = new BigInt64Array(new SharedArrayBuffer(8));
    Reflect.set(globalThis, CLOCK_AHEAD, ahead);
    const before = Date.now();
    Atomics.store(ahead, 0, 3_600_000n);
    expect(isNow(systemClock(), 3_600_000, before)).toBe(true);
    Atomics.add(ahead, 0, 86_400_000n);
    expect(isNow(systemClock(), 90_000_000, before)).toBe(true);
  });

  it.each([
    ['a number', 5],
    ['a text', '5'],
    ['a function', () => 5],
    ['nothing', undefined],
  ])('does not follow %s', (_, value) => {
    Reflect.set(globalThis, CLOCK_AHEAD, value);
    expect(isNow(systemClock(), 0, Date.now() - 1000)).toBe(true);
  });

  it('can be set ahead by the local cloud alone: nothing that is deployed names it', () => {
    const naming = globSync('{functions,shared,infra,web}/**/*.ts', { cwd: ROOT }).filter((path) =>
      /CLOCK_AHEAD|amends\.clock/.test(readFileSync(join(ROOT, path), 'utf8')),
    );
    expect(naming).toEqual(['shared/adapters/clock.ts']);
  });
});
