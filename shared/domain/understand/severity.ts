import type { Flag, Severity, Understanding } from './understanding.ts';

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
/** Words this bad, read with this confidence, are more than an ordinary complaint. */
const EXTREME_SCORE = -0.95;
const EXTREME_CONFIDENCE = 0.8;
const LOW_RATING = 40;
const SEVERITIES: readonly Severity[] = [4, 3, 2];

/** Severity 1–4 is the highest that anything asks for; the reasons name all that raised it above 1. */
export function rateSeverity(
  sentiment: Understanding['sentiment'],
  flags: readonly Flag[],
  rating: number | undefined,
): { severity: Severity; severityReasons: string[] } {
  const reasons: (readonly [reason: string, severity: Severity])[] = flags.map((flag) => [flag, FLOORS[flag]]);
  if (flags.filter((flag) => FLOORS[flag] === 3).length >= SERIOUS_FOR_CRITICAL) reasons.push(['several-flags', 4]);
  if (sentiment.label === 'negative' && sentiment.confidence > 0) {
    const isExtreme = sentiment.score <= EXTREME_SCORE && sentiment.confidence >= EXTREME_CONFIDENCE;
    reasons.push(['sentiment', isExtreme ? 3 : 2]);
  }
  if (rating !== undefined && rating <= LOW_RATING) reasons.push(['rating', 2]);
  const severity = SEVERITIES.find((level) => reasons.some(([, asked]) => asked >= level)) ?? 1;
  return { severity, severityReasons: reasons.map(([reason]) => reason) };
}
