import type { LinearModel } from './linear-model.ts';
import { MEASURES, saturated, squash } from './measures.ts';
import type { Reading } from './reading.ts';

/** What a model makes of a text as a whole and of its parts. */
export interface Weighed {
  /** Logits of the whole text. */
  readonly whole: Float64Array;
  /** Logits of some clauses together, by their own words alone. */
  readonly clauses: (indexes: Iterable<number>) => Float64Array;
}

/** Weighs a text once, by clause, so that any part of it can be judged by itself. Linear in the number of pieces. */
export function weigh(model: LinearModel, { features, feeling, measures }: Reading): Weighed {
  const outputs = model.head.outputs.length;
  const { clauses, clauseAt } = feeling.layout;
  const sums = clauses.map(() => new Float64Array(outputs));
  const known = clauses.map(() => 0);
  for (let i = 0; i < features.hashes.length; i++) {
    const place = model.find(features.hashes[i] ?? 0);
    if (place < 0) continue;
    const clause = clauseAt[features.at[i] ?? 0] ?? 0;
    known[clause] = (known[clause] ?? 0) + 1;
    const own = sums[clause];
    if (own !== undefined) model.addAt(place, own);
  }
  const sumOf = (indexes: Iterable<number>) => {
    const sum = new Float64Array(outputs);
    let [count, balance] = [0, 0];
    for (const index of indexes) {
      count += known[index] ?? 0;
      balance += feeling.byClause[index] ?? 0;
      const own = sums[index];
      if (own !== undefined) for (let k = 0; k < outputs; k++) sum[k] = (sum[k] ?? 0) + (own[k] ?? 0);
    }
    return { sum, count, balance };
  };
  const all = sumOf(clauses.keys());
  return {
    whole: model.finish(all.sum, all.count, measures),
    clauses: (indexes) => {
      const { sum, count, balance } = sumOf(indexes);
      return model.finish(sum, count, balanceOnly(measures, balance));
    },
  };
}

/** Of some clauses only their balance is known; the measures that speak of the whole text are left out. */
function balanceOnly(measures: readonly number[], balance: number): Float64Array {
  const own = new Float64Array(MEASURES.length);
  const squashed = squash(balance);
  own[AT.balance] = squashed;
  own[AT.evidence] = saturated(Math.abs(balance));
  own[AT.oneSided] = Math.sign(balance);
  own[AT.lastClause] = squashed;
  own[AT.lowestClause] = Math.min(0, squashed);
  own[AT.highestClause] = Math.max(0, squashed);
  own[AT.length] = measures[AT.length] ?? 0;
  return own;
}

const AT = {
  balance: MEASURES.indexOf('balance'),
  evidence: MEASURES.indexOf('evidence'),
  oneSided: MEASURES.indexOf('one-sided'),
  lastClause: MEASURES.indexOf('last-clause'),
  lowestClause: MEASURES.indexOf('lowest-clause'),
  highestClause: MEASURES.indexOf('highest-clause'),
  length: MEASURES.indexOf('length'),
};
