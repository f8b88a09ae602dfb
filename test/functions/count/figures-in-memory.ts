import { type BucketDelta, mergeBuckets } from '../../../shared/domain/metrics/bucket.ts';
import { MAX_OPERATIONS } from '../../../shared/domain/metrics/packing.ts';
import type { CommitOutcome, FiguresWriter } from '../../../shared/ports.ts';

/**
 * What happens to a commit: it is done; it conflicts; it is done but its answer is lost, so that the caller sees a passing fault;
 * or the process dies before or after it.
 */
export type Fate = 'done' | 'conflict' | 'lost-answer' | 'crash-before' | 'crash-after';

/** The figures table with the semantics of its transactions: all or nothing, a claim only once, at most 100 operations. */
export function figuresInMemory(fates: Iterator<Fate>) {
  const claims = new Set<string>();
  let buckets: BucketDelta[] = [];
  const commits: { readonly eventIds: readonly string[]; readonly buckets: readonly BucketDelta[] }[] = [];

  function apply(eventIds: readonly string[], deltas: readonly BucketDelta[]): CommitOutcome {
    const operations = eventIds.length + deltas.length;
    if (operations > MAX_OPERATIONS || operations === 0) throw new Error(`ValidationException: ${operations} operations`);
    const counted = eventIds.filter((eventId) => claims.has(eventId));
    if (counted.length > 0) return { outcome: 'counted-before', eventIds: counted };
    if (new Set(eventIds).size < eventIds.length) throw new Error('ValidationException: two operations on one item');
    for (const eventId of eventIds) claims.add(eventId);
    buckets = mergeBuckets([...buckets, ...deltas]);
    commits.push({ eventIds, buckets: deltas });
    return { outcome: 'done' };
  }

  const writer: FiguresWriter = {
    async commit(eventIds, deltas) {
      const fate = fates.next().value ?? 'done';
      if (fate === 'crash-before') throw new Error('crash');
      if (fate === 'conflict') return { outcome: 'busy', cause: new Error('TransactionConflict') };
      const outcome = apply(eventIds, deltas);
      if (fate === 'crash-after') throw new Error('crash');
      return fate === 'lost-answer' ? { outcome: 'busy', cause: new Error('timeout') } : outcome;
    },
  };
  return { writer, commits, buckets: () => buckets };
}
