import { isReportable } from '../metrics/figures.ts';
import { type Estimate, proportion } from '../metrics/interval.ts';
import { normalTailPoint } from '../metrics/points.ts';
import { csatAnswers, type Tally } from '../metrics/tally.ts';
import type { Topic } from '../understand/understanding.ts';

/** Topics shown in each direction. */
const MAX_SHOWN = 3;

/** What one topic does to satisfaction. */
export interface Driver {
  readonly topic: Topic;
  /** CSAT answers of those who name it, in this period. */
  readonly n: number;
  readonly satisfied: Estimate;
  /** The satisfied share less what it were without those who name the topic, −1 … 1: below 0 it pulls satisfaction down. Simultaneous interval. */
  readonly pull: Estimate;
  /** That pull less the pull of the period before. Simultaneous interval. */
  readonly change?: Estimate | undefined;
}

export interface Drivers {
  /** Pull clearly more upwards, or less downwards, than in the period before: the strongest first. */
  readonly up: readonly Driver[];
  readonly down: readonly Driver[];
  /** Clearly pull satisfaction down now, whether or not that is new: the strongest first. */
  readonly weighing: readonly Driver[];
  /** Every topic with enough answers, whether or not anything is clear of it. */
  readonly all: readonly Driver[];
  /** Topics with enough answers in both periods. */
  readonly comparedWithBefore: number;
}

/** Tallies by topic in one period, and of everybody. */
export interface TopicTallies {
  readonly all: Tally;
  readonly topics: ReadonlyMap<Topic, Tally>;
}

interface Pull {
  readonly value: number;
  readonly variance: number;
}

/**
 * Which topics moved satisfaction: by how much the satisfied share of all differs from that of those who do not name the topic, now and in the period
 * before (leave-one-group-out: w(p − q), with w the part of answers that name the topic, p the satisfied share among them and q that among the others).
 * A person may name several topics, so the parts do not add up to the whole change; each stands for itself. It is a decomposition, not a proof of cause.
 * Variance by the delta method (Oehlert 1992, The American Statistician 46:27–29), shares in it adjusted by Agresti & Caffo (2000), The American
 * Statistician 54:280–288. Only what is clear is named, at 95 % for all comparisons of a list together (Bonferroni; Dunn 1961, JASA 56:52–64).
 * @param before absent where the period before could not be read
 */
export function driversOf(now: TopicTallies, before: TopicTallies | undefined): Drivers {
  const pulls = [...now.topics].flatMap(([topic, tally]) => {
    const pull = pullOf(tally, now.all);
    const earlier = before?.topics.get(topic);
    const pullBefore = before === undefined || earlier === undefined ? undefined : pullOf(earlier, before.all);
    return pull === undefined ? [] : [{ topic, tally, pull, pullBefore }];
  });
  const comparedWithBefore = pulls.filter(({ pullBefore }) => pullBefore !== undefined).length;
  const drivers = pulls.map(({ topic, tally, pull, pullBefore }): Driver => {
    const n = csatAnswers(tally);
    return {
      topic,
      n,
      satisfied: proportion(tally.csatTop2, n),
      pull: interval(pull, pulls.length),
      change: pullBefore && interval(differenceOf(pull, pullBefore), comparedWithBefore),
    };
  });
  const changed = (driver: Driver) => driver.change ?? NONE;
  return {
    up: strongest(drivers, changed, ({ low }) => low > 0),
    down: strongest(drivers, changed, ({ high }) => high < 0),
    weighing: strongest(
      drivers,
      ({ pull }) => pull,
      ({ high }) => high < 0,
    ),
    all: drivers,
    comparedWithBefore,
  };
}

const NONE: Estimate = { value: 0, low: 0, high: 0 };

/** Undefined where those who name the topic, or those who do not, are too few to say anything. */
function pullOf(topic: Tally, all: Tally): Pull | undefined {
  const [n, total] = [csatAnswers(topic), csatAnswers(all)];
  const others = total - n;
  if (!isReportable(n) || !isReportable(others)) return undefined;
  const w = n / total;
  const gap = topic.csatTop2 / n - (all.csatTop2 - topic.csatTop2) / others;
  const spread = adjustedVariance(topic.csatTop2, n) + adjustedVariance(all.csatTop2 - topic.csatTop2, others);
  return { value: w * gap, variance: w * w * spread + (gap * gap * w * (1 - w)) / total };
}

function adjustedVariance(successes: number, n: number): number {
  const p = (successes + 1) / (n + 2);
  return (p * (1 - p)) / (n + 2);
}

const differenceOf = (a: Pull, b: Pull): Pull => ({ value: a.value - b.value, variance: a.variance + b.variance });

function interval({ value, variance }: Pull, comparisons: number): Estimate {
  const margin = normalTailPoint(0.025 / comparisons) * Math.sqrt(variance);
  return { value, low: value - margin, high: value + margin };
}

const strongest = (drivers: readonly Driver[], of: (driver: Driver) => Estimate, isClear: (estimate: Estimate) => boolean): Driver[] =>
  drivers
    .filter((driver) => isClear(of(driver)))
    .sort((a, b) => Math.abs(of(b).value) - Math.abs(of(a).value) || (a.topic < b.topic ? -1 : 1))
    .slice(0, MAX_SHOWN);
