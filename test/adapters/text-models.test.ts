import { copyFileSync, mkdtempSync, readdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { WEIGHTS } from '../../models/weights/folder.ts';
import { textModels } from '../../shared/adapters/text-models.ts';
import { understand } from '../../shared/domain/understand/understand.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'amends-models-'));
  for (const name of readdirSync(WEIGHTS)) if (name.endsWith('.bin')) copyFileSync(join(WEIGHTS, name), join(folder, name));
});
afterEach(() => rmSync(folder, { recursive: true }));

describe('the models of a folder', () => {
  it('are read when a text in their language comes', () => {
    const models = textModels(folder);
    rmSync(join(folder, 'sentiment.zh.bin'));
    expect(understand('Lovely staff, thank you.', {}, models).sentiment.label).toBe('positive');
    expect(() => understand('服务很好', {}, models)).toThrow(/sentiment\.zh\.bin/);
  });

  it('fail at once, naming the file, where one is missing', () => {
    rmSync(join(folder, 'topics.en.bin'));
    expect(() => textModels(folder)).toThrow(/topics\.en\.bin: a model is expected here.*restore models\/weights/);
  });

  it.each([0, 3, 100, 20_000])('fail at once, naming the file, where one was cut to %d bytes', (bytes) => {
    truncateSync(join(folder, 'intent.zh.bin'), bytes);
    expect(() => textModels(folder)).toThrow(/intent\.zh\.bin: /);
  });

  it('fail when first read, naming the file, where bytes were spoilt', () => {
    const path = join(folder, 'severity.en.bin');
    const bytes = readFileSync(path);
    bytes[bytes.length - 1] = (bytes.at(-1) ?? 0) ^ 1;
    writeFileSync(path, bytes);
    const models = textModels(folder);
    expect(() => models('en', 'severity')).toThrow(/severity\.en\.bin: .*checksum/);
  });
});
