import type { LinearModel } from './linear-model.ts';
import type { Reading } from './reading.ts';
import { FLAGS, type Flag, type Severity, type Understanding } from './understanding.ts';

/** The severity that each circumstance sets at least, whatever the words feel like (R6, promise 38). */
const FLOORS: Readonly<Record<Flag, Severity>> = {
  danger: 4,
  law: 3,
  regulator: 3,
  press: 3,
  discrimination: 3,
  'privacy-breach': 3,
  fraud: 3,
  'several-customers': 3,
  'repeated-contact': 3,
  'vulnerable-person': 2,
  'will-leave': 2,
  'money-at-stake': 2,
};

/** So many circumstances of severity 3 at once make a matter critical. */
const SERIOUS_FOR_CRITICAL = 3;
const LOW_RATING = 40;
const SEVERITIES: readonly Severity[] = [4, 3, 2];

/** What the severity model hears; nothing where no text was read. */
export interface Gravity {
  /** It must be seen before others. */
  readonly isSerious: boolean;
  /** Something ought to be put right, however coolly it is told. */
  readonly isCritical: boolean;
}

const NOTHING_HEARD: Gravity = { isSerious: false, isCritical: false };

export function readGravity(reading: Reading, model: LinearModel): Gravity {
  const heard = heardIn(reading, model);
  return { isSerious: heard.has('serious'), isCritical: heard.has('critical') };
}

/** Circumstances: those that the phrase lists find, and those that a model hears in words that no list has. It adds, and takes none away. */
export function readFlags(reading: Reading, model: LinearModel): Flag[] {
  const heard = heardIn(reading, model);
  return FLAGS.filter((flag) => reading.meanings.flags.includes(flag) || heard.has(flag));
}

function heardIn({ features, measures }: Reading, model: LinearModel): Set<string> {
  const logits = model.logits(features.hashes, measures);
  const { outputs, thresholds } = model.head;
  return new Set(outputs.filter((_, k) => (logits[k] ?? 0) > (thresholds[k] ?? 0)));
}

/** Severity 1–4 is the highest that anything asks for; the reasons name all that raised it above 1. */
export function rateSeverity(
  sentiment: Understanding['sentiment'],
  flags: readonly Flag[],
  rating: number | undefined,
  { isSerious, isCritical }: Gravity = NOTHING_HEARD,
): { severity: Severity; severityReasons: string[] } {
  const reasons: (readonly [reason: string, severity: Severity])[] = flags.map((flag) => [flag, FLOORS[flag]]);
  if (flags.filter((flag) => FLOORS[flag] === 3).length >= SERIOUS_FOR_CRITICAL) reasons.push(['several-flags', 4]);
  if (isSerious && sentiment.label !== 'positive') reasons.push(['serious-words', 3]);
  if (sentiment.label === 'negative' && sentiment.confidence > 0) reasons.push(['sentiment', 2]);
  else if (isCritical && sentiment.label !== 'positive') reasons.push(['critical-words', 2]);
  if (rating !== undefined && rating <= LOW_RATING) reasons.push(['rating', 2]);
  const severity = SEVERITIES.find((level) => reasons.some(([, asked]) => asked >= level)) ?? 1;
  return { severity, severityReasons: reasons.map(([reason]) => reason) };
}
