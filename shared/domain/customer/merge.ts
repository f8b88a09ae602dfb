import {
  type ChangeContext,
  type FileChange,
  type FileWrite,
  MAX_FILES_OF_PERSON,
  refuse,
  refuseTombstone,
  tooManyFiles,
  writeTo,
} from './change.ts';
import { byAge, type WholeFile } from './whole.ts';

/**
 * Two persons of the register turn out to be one: the oldest of their standing files stands for both from now on, and all others point to it. Nothing else
 * is moved, so every key, address and own id still leads here, and which of the two was named first does not matter.
 * @throws AmendsError 409 `already-merged`, `erased`, or `conflict` where they would be too many.
 */
export function mergeFiles(a: WholeFile, b: WholeFile, { by, now }: ChangeContext): FileChange {
  if (a.keys.some((key) => b.keys.includes(key))) throw refuse('already-merged', 'Both keys lead to the same person already.');
  for (const whole of [a, b]) refuseTombstone(whole);
  return {
    writes: mergeWrites(a, b),
    links: [],
    record: { customerKey: survivorOf(a, b).customerKey, at: now, by, what: 'merged', fields: ['mergedKeys'] },
  };
}

/** The writes of a merge, for changes that do more in the same transaction. */
export function mergeWrites(a: WholeFile, b: WholeFile): FileWrite[] {
  const files = [...a.files, ...b.files];
  if (files.length > MAX_FILES_OF_PERSON) throw tooManyFiles();
  const survivor = survivorOf(a, b);
  const others = files.filter(({ customerKey }) => customerKey !== survivor.customerKey);
  return [
    writeTo(survivor, { mergedKeys: others.map(({ customerKey }) => customerKey).sort() }, ['mergedInto']),
    ...others
      .filter((file) => file.mergedInto !== survivor.customerKey)
      .map((file) => writeTo(file, { mergedInto: survivor.customerKey }, ['mergedKeys'])),
  ];
}

/** The older of the two standing files. */
export function survivorOf(a: WholeFile, b: WholeFile) {
  const [survivor] = [a.files[0], b.files[0]].filter((file) => file !== undefined).sort(byAge);
  if (survivor === undefined) throw new RangeError('a person has at least one file');
  return survivor;
}
