import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import * as z from 'zod';
import type { IndexData } from '../shared/domain/analytics/index/answers.ts';
import { measureIndex } from '../shared/domain/analytics/index/measure.ts';
import { ECSI } from '../shared/domain/analytics/index/models.ts';
import { type Random, seededRandom } from '../shared/domain/analytics/random.ts';
import type { Finding } from './figure.ts';

const PEOPLE = 10_000;
const SAMPLES = 200;
/** Issue "Surveys and measurement", speed. */
const GOAL_SECONDS = 20;
const GOAL_MB = 500;
/** Of answers; missing ones cost a look more. */
const MISSING_SHARE = 0.02;

const Run = z.object({ seconds: z.number(), withoutIntervals: z.number(), peakMB: z.number(), kept: z.number(), failed: z.number() });

/** How long an index with intervals takes, in a process of its own: its peak memory is then nobody else's. */
export async function measureIndexing({ items: people = PEOPLE }: { readonly items?: number | undefined }): Promise<Finding> {
  const { stdout } = await promisify(execFile)(process.execPath, [fileURLToPath(import.meta.url), String(people)]);
  const run = Run.parse(JSON.parse(stdout));
  return {
    title: 'Satisfaction index (R14)',
    figures: [
      { name: 'index with intervals', value: run.seconds, unit: 's', goal: { atMost: GOAL_SECONDS } },
      { name: 'index alone', value: run.withoutIntervals * 1000, unit: 'ms' },
      { name: 'peak memory of the process', value: run.peakMB, unit: 'MB', goal: { atMost: GOAL_MB } },
    ],
    how: [
      `${people} people, the 24 questions of the ECSI model, path scheme, ${SAMPLES} resamples, one process, one thread. Answers are simulated: whole numbers on 1–10 from one common factor, ${MISSING_SHARE * 100} % missing.`,
      `${run.kept} people were kept, ${run.failed} samples could not be computed. Memory is the largest resident set, Node itself and the answers included. 1 MB is 1,000,000 bytes.`,
    ],
  };
}

/** Near enough to normal for answers on ten points: the sum of twelve draws (Irwin–Hall). */
const normal = (random: Random): number => Array.from({ length: 12 }, random).reduce((sum, draw) => sum + draw, -6);

function simulated(people: number): IndexData {
  const random = seededRandom(20_261_127);
  const factor = Float64Array.from({ length: people }, () => normal(random));
  const answer = (common: number) => Math.min(10, Math.max(1, Math.round(6.5 + 1.3 * common + 1.3 * normal(random))));
  const column = () => factor.map((common) => (random() < MISSING_SHARE ? Number.NaN : answer(common)));
  return new Map(ECSI.constructs.flatMap(({ items }) => items).map((item) => [item, column()]));
}

if (import.meta.main) {
  const data = simulated(Number(process.argv[2]));
  const timed = (samples: number) => {
    const began = performance.now();
    const measured = measureIndex(data, ECSI, { scheme: 'path', samples, seed: 1 });
    if ('refusal' in measured) throw new Error(`bench/index.ts: no index, ${measured.refusal.kind}`);
    return { seconds: (performance.now() - began) / 1000, report: measured.report };
  };
  const { seconds, report } = timed(SAMPLES);
  const failed = report.method.failedSamples.reduce((sum, { samples }) => sum + samples, 0);
  const peakMB = (process.resourceUsage().maxRSS * 1024) / 1e6;
  console.log(JSON.stringify({ seconds, withoutIntervals: timed(0).seconds, peakMB, kept: report.n, failed }));
}
