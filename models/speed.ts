import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { textModels } from '../shared/adapters/text-models.ts';
import { understand } from '../shared/domain/understand/understand.ts';
import { readCorpus } from './corpus.ts';
import { rivals } from './rivals.ts';

/** Median over 200 texts of 80 to 120 characters, each by the quickest of its 30 rounds, in microseconds, warm, one core. */
export interface Speed {
  readonly name: string;
  readonly language: 'en' | 'zh';
  readonly microseconds: number;
}

export interface Load {
  /** Milliseconds from nothing read to the first text of each language understood, less what the same process took before. Median of nine processes. */
  readonly milliseconds: number;
  /** Growth of the resident set by it, in megabytes (1,000,000 bytes). */
  readonly megabytes: number;
}

const LENGTH = { least: 80, most: 120 };
const TEXTS = 200;
const ROUNDS = 30;
const WARM_UP = 10;
const PROCESSES = 9;

export async function measureSpeed(): Promise<{ items: Speed[]; load: Load }> {
  const models = textModels();
  const { texts } = readCorpus();
  const items: Speed[] = [];
  for (const language of ['en', 'zh'] as const) {
    const own = texts.filter(({ text, language: of }) => of === language && text.length >= LENGTH.least && text.length <= LENGTH.most);
    const sample = own.slice(0, TEXTS).map(({ text }) => text);
    items.push({ name: 'amends, all tasks', language, microseconds: await timed(sample, (text) => understand(text, {}, models)) });
    for (const rival of rivals().filter((one) => one.language === language))
      items.push({ name: rival.name, language, microseconds: await timed(sample, rival.score) });
  }
  return { items, load: await measureLoad() };
}

async function timed(texts: readonly string[], read: (text: string) => unknown): Promise<number> {
  const times = texts.map((): number[] => []);
  for (let round = -WARM_UP; round < ROUNDS; round++) {
    for (const [i, text] of texts.entries()) {
      const began = performance.now();
      const result = read(text);
      if (result instanceof Promise) await result;
      if (round >= 0) times[i]?.push((performance.now() - began) * 1000);
    }
  }
  // The quickest of its rounds: what slows the others down is the machine's other work, not the text.
  return median(times.map((own) => Math.min(...own)));
}

const median = (values: readonly number[]): number => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;

const PROBE = `
const { textModels } = await import(process.argv[1]);
const { MODELLED, TASKS } = await import(process.argv[2]);
globalThis.gc();
const before = { at: performance.now(), rss: process.memoryUsage.rss() };
const models = textModels();
for (const language of MODELLED) for (const task of TASKS) models(language, task);
const took = performance.now() - before.at;
globalThis.gc();
console.log(JSON.stringify([took, process.memoryUsage.rss() - before.rss]));`;

async function measureLoad(): Promise<Load> {
  const files = ['../shared/adapters/text-models.ts', '../shared/domain/understand/models.ts'].map(
    (file) => new URL(file, import.meta.url).href,
  );
  const runs: [number, number][] = [];
  for (let i = 0; i < PROCESSES; i++) {
    const { stdout } = await promisify(execFile)(process.execPath, ['--expose-gc', '--input-type=module', '-e', PROBE, '--', ...files]);
    const [took = 0, grown = 0] = stdout
      .replace(/[[\]\s]/g, '')
      .split(',')
      .map(Number);
    runs.push([took, grown]);
  }
  return { milliseconds: median(runs.map(([took]) => took)), megabytes: median(runs.map(([, grown]) => grown)) / 1_000_000 };
}
