import { isNews } from '../shared/domain/alarm/topic-alarm.ts';
import { type Baseline, baselineOf, lookFor, type Observed, type RiseSettings } from '../shared/domain/metrics/rise.ts';
import { weekdayWeights } from '../shared/domain/metrics/weekday.ts';

/** How one topic of a house behaves, a day on average. */
export interface Scenario {
  /** Unhappy feedback that names the topic, and all other feedback, a day. */
  readonly count: number;
  readonly others: number;
  /** The topic's own rate varies from day to day as a Gamma variable of this shape; a Poisson process where absent. */
  readonly shape?: number;
  /** Are weekends quiet? */
  readonly isWeekly?: boolean;
  /** So often a day brings four times as much of everything: a campaign. */
  readonly campaigns?: number;
  readonly historyDays: number;
}

const WEEK = [1.3, 1.2, 1.1, 1.1, 1, 0.7, 0.6];
const CAMPAIGN = 4;
/** A Monday, long before any summer time of the zone that is used. */
const FIRST_DAY = Date.UTC(2024, 0, 1);
const DAY_MS = 86_400_000;
const HOURS = 24;

const dayName = (day: number) => new Date(FIRST_DAY + day * DAY_MS).toISOString().slice(0, 10);

interface Hours {
  readonly hours: readonly number[];
  readonly total: number;
}

interface Day {
  readonly day: string;
  readonly n: number;
  readonly count: Hours;
  readonly others: Hours;
}

/** Days of such a house, drawn with a seeded generator; `rise` multiplies the topic's rate from an hour on. */
export class House {
  readonly #scenario: Scenario;
  readonly #random: () => number;
  readonly #days: Day[] = [];
  #day = 0;

  constructor(scenario: Scenario, seed: number) {
    this.#scenario = scenario;
    this.#random = mulberry32(seed);
    for (let day = 0; day <= scenario.historyDays + 1; day += 1) this.#live(1);
  }

  /** Draws another day and looks at the end of each of its hours. */
  *looks(rise = 1): Generator<{ readonly hour: number; readonly now: Observed; readonly baseline: Baseline }> {
    this.#live(rise);
    const [yesterday, today] = this.#days.slice(-2);
    if (yesterday === undefined || today === undefined) return;
    const before = this.#days.slice(-2 - this.#scenario.historyDays, -2);
    const weights = this.#scenario.isWeekly ? weekdayWeights(before) : () => 1;
    const baseline = baselineOf(
      before.map(({ day, count, others }) => ({ count: count.total, others: others.total, weight: weights(day) })),
    );
    const [was, is] = [weights(yesterday.day), weights(today.day)];
    let count = yesterday.count.total;
    let others = yesterday.others.total;
    for (let hour = 0; hour < HOURS; hour += 1) {
      count += (today.count.hours[hour] ?? 0) - (yesterday.count.hours[hour] ?? 0);
      others += (today.others.hours[hour] ?? 0) - (yesterday.others.hours[hour] ?? 0);
      const weight = (was * (HOURS - 1 - hour) + is * (hour + 1)) / HOURS;
      yield { hour: this.#day * HOURS + hour, now: { count, others, weight }, baseline };
    }
  }

  #live(rise: number): void {
    const { count, others, shape, isWeekly, campaigns = 0, historyDays } = this.#scenario;
    const busy = (isWeekly ? (WEEK[this.#day % WEEK.length] ?? 1) : 1) * (this.#random() < campaigns ? CAMPAIGN : 1);
    const own = shape === undefined ? 1 : gamma(shape, this.#random) / shape;
    const counted = this.#hourly(count * busy * own * rise);
    const rest = this.#hourly(others * busy);
    this.#days.push({ day: isWeekly ? dayName(this.#day) : '', n: counted.total + rest.total, count: counted, others: rest });
    this.#day += 1;
    if (this.#days.length > historyDays + 2) this.#days.shift();
  }

  #hourly(mean: number): Hours {
    const hours = Array.from({ length: HOURS }, () => poisson(mean / HOURS, this.#random));
    return { hours, total: hours.reduce((sum, count) => sum + count, 0) };
  }
}

/** Alarms within so many years of one topic in which nothing ever changes. */
export function falseAlarms(scenario: Scenario, years: number, settings: RiseSettings, seed: number): number {
  const house = new House(scenario, seed);
  let alarms = 0;
  let recent: { readonly hour: number; readonly topic: 'delivery'; readonly count: number }[] = [];
  for (let day = 0; day < years * 365.25; day += 1) {
    for (const { hour, now, baseline } of house.looks()) {
      const look = lookFor(now, baseline, settings);
      if (!('rise' in look)) continue;
      recent = recent.filter((alarm) => alarm.hour > hour - HOURS);
      if (!isNews('delivery', look.rise, recent)) continue;
      recent.push({ hour, topic: 'delivery', count: look.rise.count });
      alarms += 1;
    }
  }
  return alarms;
}

/** In how many of so many houses a topic that rises to `times` its rate at midnight has raised an alarm by the next midnight, and after how many hours. */
export function found(scenario: Scenario, times: number, houses: number, settings: RiseSettings, seed: number): readonly number[] {
  const hours: number[] = [];
  for (let n = 0; n < houses; n += 1) {
    const looks = [...new House(scenario, seed + n).looks(times)];
    const first = looks.findIndex(({ now, baseline }) => 'rise' in lookFor(now, baseline, settings));
    if (first >= 0) hours.push(first + 1);
  }
  return hours;
}

/** A small seeded generator of numbers in [0, 1). */
function mulberry32(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** Knuth (1969), "The Art of Computer Programming" 2, 3.4.1; large means in halves, so that no factor becomes 0. */
function poisson(mean: number, random: () => number): number {
  if (mean > 50) return poisson(mean / 2, random) + poisson(mean / 2, random);
  const limit = Math.exp(-mean);
  let count = 0;
  for (let product = random(); product > limit; product *= random()) count += 1;
  return count;
}

/** Marsaglia & Tsang (2000), ACM Trans. Math. Softw. 26:363–372; scale 1, shape at least 1. */
function gamma(shape: number, random: () => number): number {
  const d = shape - 1 / 3;
  for (;;) {
    const x = Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
    const v = (1 + x / Math.sqrt(9 * d)) ** 3;
    if (v > 0 && Math.log(1 - random()) < 0.5 * x * x + d - d * v + d * Math.log(v)) return d * v;
  }
}
