import { createHash } from 'node:crypto';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { textModels } from '../shared/adapters/text-models.ts';
import { LinearModel } from '../shared/domain/understand/linear-model.ts';
import { MODELLED, type Modelled, weightsFile } from '../shared/domain/understand/models.ts';
import { temperatureOf, thresholdsOf } from './calibrate.ts';
import { judgeHeldOut, rowsOf } from './evaluate.ts';
import type { Example } from './example.ts';
import { fitTask } from './fit-task.ts';
import { readPublicSets, readWritten, type Source } from './sources.ts';
import { type ReadExample, readExamples } from './table.ts';
import { PLANS, type TaskPlan } from './tasks.ts';
import { WEIGHTS } from './weights/folder.ts';
import { readWordLists } from './word-lists.ts';
import { uncalibrated, writeModel } from './write-model.ts';

/** One text in so many calibrates instead of teaching. */
const CALIBRATION_PARTS = 14;

const USAGE = `Trains the models of shared/domain/understand from the sentences in models/data and the public sets in a folder.

  npm run train -- --data DIR    DIR holds the public sets that models/public-sets.ts names (*.jsonl.gz)

The same data give the same bytes. Takes some five minutes.`;

interface ModelEntry {
  readonly file: string;
  readonly bytes: number;
  readonly sha256: string;
  readonly settings: { slots: number; leastTexts: number; penalty: number; measurePenalty: number; temperature: number };
  readonly trainedOn: number;
  readonly calibratedOn: number;
}

function main(): number {
  const { values } = parseArgs({ options: { data: { type: 'string' }, help: { type: 'boolean' } } });
  if (values.help || values.data === undefined) {
    console.log(USAGE);
    return values.help ? 0 : 2;
  }
  const { sources: open, missing } = readPublicSets(values.data);
  if (missing.length > 0) {
    console.error(`${values.data}: expected these files, which are not there: ${missing.join(', ')}`);
    return 1;
  }
  const sources = [...open, ...readWritten(), ...readWordLists()];
  mkdirSync(WEIGHTS, { recursive: true });
  const models = MODELLED.flatMap((language) => trainLanguage(language, sources));
  const reaches = figuresOf(sources);
  writeFileSync(join(WEIGHTS, 'manifest.json'), `${JSON.stringify({ models, sources: sources.map(describe), reaches }, null, 2)}\n`);
  return 0;
}

const describe = ({ name, licence, sha256, examples }: Source) => ({
  name,
  licence,
  sha256,
  texts: examples.length,
  heldOut: examples.filter(({ isHeldOut }) => isHeldOut).length,
});

/** What the models just written reach on held-out texts, as npm run eval measures it. */
function figuresOf(sources: readonly Source[]) {
  console.error('measuring on the held-out texts');
  const models = textModels(WEIGHTS);
  return sources
    .flatMap((source) => rowsOf(judgeHeldOut(source, models)))
    .map(({ task, language, source, measure, figure: { n, value } }) => ({
      task,
      language,
      source,
      measure,
      n,
      value: Number(value.toFixed(3)),
    }));
}

function trainLanguage(language: Modelled, sources: readonly Source[]): ModelEntry[] {
  const examples = sources
    .flatMap((source) => source.examples)
    .filter((one) => one.language === language && one.weight > 0 && !one.isHeldOut);
  const say = (message: string) => console.error(`${new Date().toISOString().slice(11, 19)} ${language} ${message}`);
  const texts = readExamples(examples, (done) => say(`read ${done} of ${examples.length}`));
  return PLANS.map((plan) => trainTask(plan, language, texts, (message) => say(`${plan.task}: ${message}`)));
}

function trainTask(plan: TaskPlan, language: Modelled, all: readonly ReadExample[], say: (message: string) => void): ModelEntry {
  const texts = all.filter(({ example }) => plan.labelsOf(example) !== undefined);
  const [calibrating, teaching] = [texts.filter(({ example }) => calibrates(example)), texts.filter(({ example }) => !calibrates(example))];
  const fitted = fitTask(plan, plan.slots[language], teaching, say);
  const words = uncalibrated(plan, language);
  const draft = LinearModel.read(writeModel(fitted, words), plan.task);
  const temperature = temperatureOf(plan, draft, calibrating.filter(isOrdinary));
  const bytes = writeModel(fitted, { ...words, temperature, thresholds: thresholdsOf(plan, draft, calibrating) });
  const file = weightsFile(language, plan.task);
  // Anew, not over the old: it may be mapped by a process that reads it.
  rmSync(join(WEIGHTS, file), { force: true });
  writeFileSync(join(WEIGHTS, file), bytes);
  say(`wrote ${file}, ${bytes.length} bytes, temperature ${temperature.toFixed(2)}`);
  const { leastTexts, penalty, measurePenalty } = plan;
  return {
    file,
    bytes: bytes.length,
    sha256: createHash('sha256').update(bytes).digest('hex'),
    settings: { slots: plan.slots[language], leastTexts, penalty, measurePenalty, temperature },
    trainedOn: teaching.length,
    calibratedOn: calibrating.length,
  };
}

/** Confidence is to hold for what most customers write: the public sets, and authors of ours who write plainly. The others are harder on purpose. */
const isOrdinary = ({ example: { source, group } }: ReadExample): boolean => !source.startsWith('written_') || group.includes('plain');

/** By its text, so that equal texts are on one side. */
const calibrates = ({ text }: Example): boolean =>
  createHash('sha256').update(`calibration ${text}`).digest().readUInt32LE(0) % CALIBRATION_PARTS === 0;

process.exitCode = main();
