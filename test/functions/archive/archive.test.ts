import { describe, expect, it } from 'vitest';
import { archive } from '../../../functions/archive/archive.ts';
import { newestRows } from '../../../shared/domain/analytics/columns.ts';
import { anAnswered } from '../../answers.ts';
import { filesInMemory } from '../../column-files-in-memory.ts';

const november = anAnswered('a', {}, [4, 5]);
const december = anAnswered('b', { day: '2026-12-01' });

describe('archive', () => {
  it('writes one part for each month of a batch, a row for each answer (R23)', async () => {
    const { store, files } = filesInMemory();
    await archive([november, december], store);
    expect([...files.values()].map((rows) => rows.map(({ day, question, value }) => [day, question, value]))).toEqual([
      [
        ['2026-11-22', 'q0', 4],
        ['2026-11-22', 'q1', 5],
      ],
      [['2026-12-01', 'q0', 4]],
    ]);
  });

  it('writes the same batch once, however often and in whatever order it is brought (P42)', async () => {
    const { store, files } = filesInMemory();
    await archive([november, december], store);
    await archive([december, november], store);
    expect(files.size).toBe(2);
  });

  it('brought again with others, an answer is there twice and holds once (P42)', async () => {
    const { store, rowsOf } = filesInMemory();
    await archive([november], store);
    await archive([anAnswered('c'), november], store);
    expect(rowsOf('2026-11')).toHaveLength(5);
    expect(newestRows(rowsOf('2026-11'))).toHaveLength(3);
  });

  it('a revision takes the place of what it revises, wherever the two lie', async () => {
    const { store, rowsOf } = filesInMemory();
    await archive([anAnswered('a', { revision: 3 }, [1])], store);
    await archive([november], store);
    expect(newestRows(rowsOf('2026-11')).map(({ revision, value }) => [revision, value])).toEqual([[3, 1]]);
  });
});
