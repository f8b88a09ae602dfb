import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { turnPages } from '../../../web/browser/api/turn-pages.ts';

/** A list in pages of these sizes; the cursor is the number of the page. */
const listOf = (sizes: readonly number[]) => async (cursor: string | undefined) => {
  const at = Number(cursor ?? 0);
  const items = Array.from({ length: sizes[at] ?? 0 }, (_, i) => `${at}.${i}`);
  return at + 1 < sizes.length ? { items, cursor: String(at + 1) } : { items };
};

describe('turnPages', () => {
  it('goes on over pages that hold nothing, until enough has come', async () => {
    expect(await turnPages(listOf([0, 0, 2, 5]), undefined, { enough: 1, mostPages: 20 })).toEqual({ items: ['2.0', '2.1'], cursor: '3' });
  });

  it('ends with the list, and after so many pages at most', async () => {
    expect(await turnPages(listOf([1, 1]), undefined, { enough: 25, mostPages: 20 })).toEqual({ items: ['0.0', '1.0'], cursor: undefined });
    expect(await turnPages(listOf([0, 0, 0, 1]), undefined, { enough: 1, mostPages: 2 })).toEqual({ items: [], cursor: '2' });
  });

  it('brings every item once, in order, however often it is asked to go on', async () => {
    const sizes = fc.array(fc.nat(4), { minLength: 1, maxLength: 12 });
    await fc.assert(
      fc.asyncProperty(sizes, fc.integer({ min: 1, max: 9 }), fc.integer({ min: 1, max: 5 }), async (pages, enough, mostPages) => {
        const all: string[] = [];
        let cursor: string | undefined;
        do {
          const page = await turnPages(listOf(pages), cursor, { enough, mostPages });
          all.push(...page.items);
          cursor = page.cursor;
        } while (cursor !== undefined);
        expect(all).toEqual(pages.flatMap((size, at) => Array.from({ length: size }, (_, i) => `${at}.${i}`)));
      }),
    );
  });
});
