import { AmendsError } from '../errors.ts';
import type { Case } from './case.ts';
import type { CaseChange } from './change.ts';

/** Cases as they are worked, as far as this needs them. */
export interface CasesInWork {
  load(number: string): Promise<{ readonly case?: Case | undefined }>;
  save(changes: readonly CaseChange[]): Promise<void>;
}

/** A case that agents work on at this very moment is read again so often; then whoever asked has to ask again. */
const MAX_TRIES = 5;
/** A case ends in another at most so often before nobody follows any more. */
const MAX_MERGES = 10;

/** The case that a number leads to now: the one it was merged into, where it was. */
export async function caseNow(number: string, cases: Pick<CasesInWork, 'load'>): Promise<Case | undefined> {
  let { case: found } = await cases.load(number);
  for (let merges = 0; found?.mergedInto !== undefined && merges < MAX_MERGES; merges += 1)
    ({ case: found } = await cases.load(found.mergedInto));
  return found;
}

export interface Worked {
  /** As it stands after; undefined where there is no such case. */
  readonly case?: Case | undefined;
  /** Absent where nothing was to be done. */
  readonly change?: CaseChange | undefined;
}

/**
 * Changes a case as it stands now, and decides anew where somebody else saved meanwhile.
 * @param changeBy what is to be saved; undefined where the case, as it stands, needs nothing.
 * @throws AmendsError 409 `conflict` where others save it all the time; whatever `changeBy` throws.
 */
export async function workOn(
  read: () => Promise<Case | undefined>,
  cases: Pick<CasesInWork, 'save'>,
  changeBy: (seen: Case) => CaseChange | undefined,
): Promise<Worked> {
  return untilUncontested(async () => {
    const seen = await read();
    const change = seen && changeBy(seen);
    if (change === undefined) return { case: seen };
    await cases.save([change]);
    return { case: change.after, change };
  });
}

/**
 * Reads, decides and saves anew where somebody else saved in between.
 * @throws AmendsError 409 `conflict` where others do all the time; whatever else `once` throws.
 */
export async function untilUncontested<Result>(once: () => Promise<Result>): Promise<Result> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await once();
    } catch (error) {
      if (!(error instanceof AmendsError && error.code === 'conflict') || attempt === MAX_TRIES) throw error;
    }
  }
}

/** Saves the mails of a change the minute until the next sweep. They are saved: where the queue fails, they only go later, and an operator is told. */
export async function hurryMails(
  changes: readonly CaseChange[],
  queue: { send(actionIds: readonly string[]): Promise<void> },
  warn: (message: string, error: unknown) => void,
): Promise<void> {
  const ids = changes.flatMap(({ mails }) => mails.map(({ id }) => id));
  if (ids.length > 0) await queue.send(ids).catch((error: unknown) => warn('mails wait for the next sweep', error));
}
