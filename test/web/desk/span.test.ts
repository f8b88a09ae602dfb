import { describe, expect, it } from 'vitest';
import { spanOf } from '../../../web/desk/span.ts';

const MIN = 60_000;

describe('spanOf', () => {
  it.each([
    [0, { unit: 'minutes', minutes: 0 }],
    [59_999, { unit: 'minutes', minutes: 0 }],
    [60 * MIN - 1, { unit: 'minutes', minutes: 59 }],
    [60 * MIN, { unit: 'hours', hours: 1, minutes: 0 }],
    [24 * 60 * MIN - 1, { unit: 'hours', hours: 23, minutes: 59 }],
    [24 * 60 * MIN, { unit: 'days', days: 1, hours: 0 }],
    [49 * 60 * MIN + 59 * MIN, { unit: 'days', days: 2, hours: 1 }],
  ])('%d ms in its two largest units', (ms, span) => {
    expect(spanOf(ms)).toEqual(span);
  });
});
