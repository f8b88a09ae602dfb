import { type ChangeContext, type FileChange, standing, writeTo } from '../change.ts';
import { type Customer, type ErasureProgress, isTombstone } from '../file.ts';
import type { WholeFile } from '../whole.ts';
import type { Traces } from './words.ts';

/** Everything personal in a file. What stays is the tombstone: keyed hashes, when it was erased, and numbers of cases. */
export const PERSONAL = [
  'email',
  'emailKey',
  'name',
  'phone',
  'ownIds',
  'branch',
  'industry',
  'tier',
  'figures',
  'consent',
  'quietTimes',
  'calls',
  'confirmed',
] as const satisfies readonly (keyof Customer)[];

/**
 * Begins the erasure of a person, or says how far it is where it has begun. From this write on all their files are tombstones: nothing of them is shown,
 * nothing said before is taken in again. What the files know of the person stays in them until the last step, since the steps before look for it.
 */
export function beginErasure(whole: WholeFile, { by, now }: Pick<ChangeContext, 'by' | 'now'>): FileChange {
  const erasure: ErasureProgress = { startedAt: now, by, step: 'history', cases: [], feedback: 0, mails: 0, quarantined: 0, actions: 0 };
  const [file, ...others] = whole.files;
  if (file === undefined) throw new RangeError('a person has at least one file');
  return {
    writes: [
      writeTo(file, { erasedAt: now, erasure }, ['returnedAt']),
      ...others.map((other) => writeTo(other, { erasedAt: now }, ['returnedAt'])),
    ],
    links: [],
    record: { customerKey: whole.customerKey, at: now, by, what: 'erased', fields: ['erasedAt'] },
  };
}

/** How far it is, kept in the standing file; with `done`, everything personal leaves all the files in the same write. */
export function recordErasure(whole: WholeFile, erasure: ErasureProgress, { by, now }: Pick<ChangeContext, 'by' | 'now'>): FileChange {
  const isDone = erasure.step === 'done';
  const [, ...others] = whole.files;
  return {
    writes: [
      writeTo(
        standing(whole),
        { erasure: isDone ? { ...erasure, cases: [], endedAt: now } : erasure },
        isDone ? toRemove(standing(whole)) : [],
      ),
      ...(isDone ? others.map((file) => writeTo(file, {}, toRemove(file))) : []),
    ],
    links: [],
    record: { customerKey: whole.customerKey, at: now, by, what: 'erased', fields: isDone ? [...PERSONAL] : [erasure.step] },
  };
}

/** Who came back while it went on has told their address and name anew. */
const toRemove = (file: Customer) => PERSONAL.filter((field) => isTombstone(file) || !['email', 'emailKey', 'name'].includes(field));

/** What the person is known by, from all their files. */
export const tracesOf = ({ emails, files, ownIds }: WholeFile): Traces => ({
  emails,
  ownIds,
  names: files.flatMap(({ name }) => name ?? []),
  phones: files.flatMap(({ phone }) => phone ?? []),
});
