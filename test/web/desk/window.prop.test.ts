import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { rowsInView } from '../../../web/desk/inbox/window.ts';

describe('rowsInView', () => {
  it('holds every row that is seen and the one with the focus, each once, in order, and few others', () => {
    const any = { min: 0, max: 12_000 };
    fc.assert(
      fc.property(
        fc.integer(any),
        fc.integer({ min: 0, max: 1_200_000 }),
        fc.integer({ min: 0, max: 2_000 }),
        fc.option(fc.integer(any), { nil: undefined }),
        (count, top, height, focused) => {
          const rows = rowsInView(count, { top, height, rowHeight: 92 }, focused);
          expect(rows).toEqual([...new Set(rows)].toSorted((a, b) => a - b));
          expect(rows.every((row) => row >= 0 && row < count)).toBe(true);
          for (let row = Math.floor(top / 92); row * 92 < top + height && row < count; row++) expect(rows).toContain(row);
          if (focused !== undefined && focused < count) expect(rows).toContain(focused);
          expect(rows.length).toBeLessThanOrEqual(Math.ceil(height / 92) + 2 * 8 + 3);
        },
      ),
    );
  });
});
