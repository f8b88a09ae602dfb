import { type BucketDelta, mergeBuckets } from '../../../shared/domain/metrics/bucket.ts';
import { type Claim, MAX_CLAIMS_OF_A_SECOND, MAX_OPERATIONS } from '../../../shared/domain/metrics/packing.ts';
import type { CommitOutcome, FiguresWriter } from '../../../shared/ports.ts';

/**
 * What happens to a commit: it is done; it conflicts; it is done but its answer is lost, so that the caller sees a passing fault;
 * or the process dies before or after it.
 */
export type Fate = 'done' | 'conflict' | 'lost-answer' | 'crash-before' | 'crash-after';

/** The figures table with the semantics of its transactions: all or nothing, a claim only once, at most 100 operations and 100 claims of a second. */
export function figuresInMemory(fates: Iterator<Fate>) {
  /** By second: a record that came under another second the next time would be counted again, as in the table. */
  const claimed = new Map<string, ReadonlySet<string>>();
  let buckets: BucketDelta[] = [];
  const commits: { readonly claims: readonly Claim[]; readonly buckets: readonly BucketDelta[] }[] = [];

  function apply(claims: readonly Claim[], deltas: readonly BucketDelta[]): CommitOutcome {
    const seconds = Map.groupBy(claims, ({ second }) => second);
    const operations = seconds.size + deltas.length;
    if (operations > MAX_OPERATIONS || operations === 0) throw new Error(`ValidationException: ${operations} operations`);
    const most = Math.max(...[...seconds.values()].map(({ length }) => length));
    if (most > MAX_CLAIMS_OF_A_SECOND) throw new Error(`ValidationException: a condition of ${most} terms`);
    const eventIds = claims.map(({ eventId }) => eventId);
    if (new Set(eventIds).size < eventIds.length) throw new Error('a record twice in one transaction');
    const counted = claims.filter(({ eventId, second }) => claimed.get(second)?.has(eventId)).map(({ eventId }) => eventId);
    if (counted.length > 0) return { outcome: 'counted-before', eventIds: counted };
    for (const { eventId, second } of claims) claimed.set(second, new Set([...(claimed.get(second) ?? []), eventId]));
    buckets = mergeBuckets([...buckets, ...deltas]);
    commits.push({ claims, buckets: deltas });
    return { outcome: 'done' };
  }

  const writer: FiguresWriter = {
    async commit(claims, deltas) {
      const fate = fates.next().value ?? 'done';
      if (fate === 'crash-before') throw new Error('crash');
      if (fate === 'conflict') return { outcome: 'busy', cause: new Error('TransactionConflict') };
      const outcome = apply(claims, deltas);
      if (fate === 'crash-after') throw new Error('crash');
      return fate === 'lost-answer' ? { outcome: 'busy', cause: new Error('timeout') } : outcome;
    },
  };
  return { writer, commits, buckets: () => buckets };
}
