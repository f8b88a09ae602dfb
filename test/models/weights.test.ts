import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readWritten } from '../../models/sources.ts';
import { WEIGHTS } from '../../models/weights/folder.ts';
import manifest from '../../models/weights/manifest.json' with { type: 'json' };
import { readWordLists } from '../../models/word-lists.ts';
import { MODELLED, TASKS, weightsFile } from '../../shared/domain/understand/models.ts';

const files = readdirSync(WEIGHTS).filter((name) => name.endsWith('.bin'));

describe('the weights in the repository', () => {
  it('are one file per language and task, together at most 2 MB', () => {
    expect(files.sort()).toEqual(MODELLED.flatMap((language) => TASKS.map((task) => weightsFile(language, task))).sort());
    const bytes = files.reduce((sum, name) => sum + readFileSync(join(WEIGHTS, name)).length, 0);
    expect(bytes).toBeLessThanOrEqual(2_000_000);
  });

  it('are those of the manifest', () => {
    const hashes = files.map((file) => [
      file,
      createHash('sha256')
        .update(readFileSync(join(WEIGHTS, file)))
        .digest('hex'),
    ]);
    expect(Object.fromEntries(hashes)).toEqual(Object.fromEntries(manifest.models.map(({ file, sha256 }) => [file, sha256])));
  });

  it('were trained on the sentences and word lists as they are now: after a change of either, run npm run train', () => {
    const now = [...readWritten(), ...readWordLists()].map(({ name, sha256 }) => [name, sha256]);
    const then = new Map(manifest.sources.map(({ name, sha256 }) => [name, sha256]));
    expect(now.map(([name = '']) => [name, then.get(name)])).toEqual(now);
  });

  it('name the licence of every source, and only permissive ones', () => {
    for (const { licence } of manifest.sources)
      expect(['MIT', 'Apache-2.0', 'CC0-1.0', 'CC-BY-4.0', 'CDLA-Sharing-1.0']).toContain(licence);
  });
});
