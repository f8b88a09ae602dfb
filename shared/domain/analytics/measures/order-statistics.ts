/** Each tail of a 95 % interval. */
const TAIL = 0.025;

/** Chances below this part of the greatest one change no rank. */
const NEGLIGIBLE = 1e-20;

/** Ranks count from 1, the least value. */
export interface QuantileRanks {
  /** Of the quantile itself: ⌈n·p⌉. */
  readonly rank: number;
  /** Of the ends of its 95 % interval; absent where n is too small for one. */
  readonly low?: number;
  readonly high?: number;
}

/**
 * Between which order statistics a quantile lies, whatever the distribution: the number of values below it is binomial (n, p). The ends leave at most
 * 2.5 % out on each side, so the interval holds at 95 % or a little more. David & Nagaraja (2003), "Order Statistics", 3rd ed., 7.1.
 * @param n at least 1
 * @param p above 0 and below 1
 */
export function quantileRanks(n: number, p: number): QuantileRanks {
  const { first, chances } = binomial(n, p);
  const total = chances.reduce((sum, chance) => sum + chance, 0);
  let below = 0;
  let low = first;
  let high = first;
  chances.forEach((chance, i) => {
    below += chance;
    // P(fewer than r values lie below the quantile) ≤ 2.5 %: the r-th is a lower end. Likewise from above.
    if (below <= TAIL * total) low = first + i + 1;
    if (below < (1 - TAIL) * total) high = first + i + 1;
  });
  // n·p as decimals has errors in its last digits: 0.7 · 10 is a little more than 7.
  const rank = Math.min(n, Math.max(1, Math.ceil(n * p - 1e-9 * n)));
  return { rank, ...(low < 1 ? {} : { low: Math.min(low, rank) }), ...(high + 1 > n ? {} : { high: Math.max(high + 1, rank) }) };
}

/** Chances of a binomial variable up to a common factor, outwards from its most likely value: no factorial of a large number is needed. */
function binomial(n: number, p: number): { first: number; chances: number[] } {
  const mode = Math.min(n, Math.floor((n + 1) * p));
  const odds = p / (1 - p);
  const below: number[] = [];
  let chance = 1;
  for (let k = mode; k > 0 && chance > NEGLIGIBLE; k -= 1) {
    chance *= k / ((n - k + 1) * odds);
    below.push(chance);
  }
  const chances = [...below.reverse(), 1];
  chance = 1;
  for (let k = mode; k < n && chance > NEGLIGIBLE; k += 1) {
    chance *= ((n - k) / (k + 1)) * odds;
    chances.push(chance);
  }
  return { first: mode - below.length, chances };
}
