import { closeSync, fstatSync, openSync, readFileSync, readSync } from 'node:fs';
import { join } from 'node:path';
import { WEIGHTS } from '../../models/weights/folder.ts';
import { LinearModel, lengthOf } from '../domain/understand/linear-model.ts';
import { MEASURES } from '../domain/understand/measures.ts';
import { MODELLED, type Modelled, type Models, TASKS, type Task, weightsFile } from '../domain/understand/models.ts';

/** Heads are about 2 KB. */
const MOST_HEAD = 16_384;

/**
 * The models that lie in a folder. That each is there and whole by its length is looked at now, so that a bad deploy fails at its cold start; what
 * is in it is read, and checked against its checksum, when a text in its language first comes.
 * @throws Error naming the file that is missing, cut off or no model, and what to do.
 */
export function textModels(folder: string = WEIGHTS): Models {
  for (const language of MODELLED) for (const task of TASKS) checkLength(join(folder, weightsFile(language, task)));
  const read: Readonly<Record<Modelled, Partial<Record<Task, LinearModel>>>> = { en: {}, zh: {} };
  return (language, task) => {
    read[language][task] ??= readModel(join(folder, weightsFile(language, task)));
    return read[language][task];
  };
}

/** A model that was trained to look at other things than this version does would read nonsense. */
function readModel(path: string): LinearModel {
  const model = LinearModel.read(readFileSync(path), path);
  if (model.head.measures.join() !== MEASURES.join())
    throw new Error(
      `${path}: it was trained by another version, on other measures than shared/domain/understand/measures.ts names. Run npm run train.`,
    );
  return model;
}

function checkLength(path: string): void {
  let file: number;
  try {
    file = openSync(path, 'r');
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new Error(
      `${path}: a model is expected here and cannot be opened (${reason}). It comes with the sources: restore models/weights.`,
    );
  }
  try {
    const head = new Uint8Array(MOST_HEAD);
    const length = readSync(file, head);
    const { size } = fstatSync(file);
    const expected = lengthOf(head.subarray(0, length), path);
    if (size !== expected)
      throw new Error(`${path}: expected a model of ${expected} bytes, came ${size}. It was cut off: restore models/weights.`);
  } finally {
    closeSync(file);
  }
}
