import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compact, compactMonth } from '../../../functions/compact/compact.ts';
import type { AnalysisRequest } from '../../../shared/domain/analytics/analysis/request.ts';
import { type AnswerRow, newestRows } from '../../../shared/domain/analytics/columns.ts';
import { rowsOfMonth } from '../../answers.ts';
import { filesInMemory } from '../../column-files-in-memory.ts';

const MONTH = '2026-11';
const parts = fc.array(rowsOfMonth, { minLength: 1, maxLength: 6 });

/** One version of a feedback is the same wherever it is written. */
const said = (rows: readonly AnswerRow[]) =>
  new Map(newestRows(rows).map((row) => [[row.feedbackId, row.revision, row.corrections, row.question, row.choice].join('|'), true]));
const keys = (rows: readonly AnswerRow[]) => [...said(rows).keys()].sort();

async function filled(given: readonly (readonly AnswerRow[])[]) {
  const memory = filesInMemory();
  for (const rows of given) await memory.store.add(MONTH, 'part', rows);
  return memory;
}

describe('putting column files together', () => {
  it('loses nothing that holds, and leaves one file (P42)', async () => {
    await fc.assert(
      fc.asyncProperty(parts, async (given) => {
        const { store, files, rowsOf } = await filled(given);
        const before = keys(rowsOf(MONTH));
        await compactMonth(MONTH, store);
        expect(keys(rowsOf(MONTH))).toEqual(before);
        expect(files.size).toBe(1);
      }),
    );
  });

  it('loses nothing wherever it breaks off, and the next night ends it (P41)', async () => {
    await fc.assert(
      fc.asyncProperty(parts, fc.integer({ min: 0, max: 12 }), async (given, steps) => {
        const memory = await filled(given);
        const before = keys(memory.rowsOf(MONTH));
        let left = steps;
        memory.before = () => {
          left -= 1;
          if (left < 0) throw new Error('killed');
        };
        await compactMonth(MONTH, memory.store).catch(() => undefined);
        expect(keys(memory.rowsOf(MONTH))).toEqual(before);
        memory.before = () => {};
        await compactMonth(MONTH, memory.store);
        expect(keys(memory.rowsOf(MONTH))).toEqual(before);
        expect(memory.files.size).toBe(1);
      }),
    );
  });

  it('loses nothing where two run at once, and what is archived meanwhile stays (P42)', async () => {
    await fc.assert(
      fc.asyncProperty(parts, rowsOfMonth, async (given, late) => {
        const { store, rowsOf } = await filled(given);
        const before = rowsOf(MONTH);
        const runs = [compactMonth(MONTH, store), compactMonth(MONTH, store)];
        await store.add(MONTH, 'part', late);
        await Promise.all(runs);
        expect(keys(rowsOf(MONTH))).toEqual(keys([...before, ...late]));
        await compactMonth(MONTH, store);
        expect(keys(rowsOf(MONTH))).toEqual(keys([...before, ...late]));
      }),
    );
  });

  it('leaves a month alone that is one file already', async () => {
    const { store } = await filled([]);
    await store.add(MONTH, 'whole', []);
    expect(await compactMonth(MONTH, store)).toEqual({ written: 0, removed: 0 });
  });
});

describe('the first of the month', () => {
  const planned = [{ id: 'gaps', request: { kind: 'servqual', survey: 'servqual' }, months: 3 }];
  const run = async (at: string) => {
    const sent: AnalysisRequest[] = [];
    const analyses = { send: async (request: AnalysisRequest) => void sent.push(request) };
    await compact({ at }, { files: filesInMemory().store, analyses, timeZone: 'Asia/Shanghai', planned });
    return sent;
  };

  it('asks for what is planned, over the complete months before it (R13)', async () => {
    expect(await run('2026-11-30T18:30:00Z')).toEqual([{ kind: 'servqual', survey: 'servqual', from: '2026-09-01', to: '2026-11-30' }]);
  });

  it('asks for nothing on other days of the brand’s zone', async () => {
    expect(await run('2026-12-01T18:30:00Z')).toEqual([]);
  });
});
