import { describe, expect, it } from 'vitest';
import { repliesFor, slashBefore } from '../../../web/desk/commands/slash.ts';

describe('a "/" that brings up the prepared replies (R25)', () => {
  it.each([
    ['/', { from: 0, sought: '' }],
    ['Dear Ada, /lat', { from: 10, sought: 'lat' }],
    ['您好，/配送', { from: 3, sought: '配送' }],
    ['line\n/r', { from: 5, sought: 'r' }],
    ['and/or', undefined],
    ['https://x', undefined],
    ['/late delivery', undefined],
    ['no slash', undefined],
  ])('in "%s"', (text, slash) => {
    expect(slashBefore(text, text.length)).toEqual(slash);
  });

  it('is looked for before the caret only', () => {
    expect(slashBefore('a /b c', 4)).toEqual({ from: 2, sought: 'b' });
    expect(slashBefore('a /b c', 1)).toBeUndefined();
  });
});

it('of the replies those with the words in the title come first, and of these the fitting ones', () => {
  const reply = (title: string, text: string, isFitting = false) => ({ title, text, isFitting });
  const all = [reply('Refund', 'It is late.'), reply('Late', 'Sorry.'), reply('Late parcel', 'Sorry.', true), reply('Staff', 'Sorry.')];
  expect(repliesFor(all, 'LATE').map(({ title }) => title)).toEqual(['Late parcel', 'Late', 'Refund']);
});
