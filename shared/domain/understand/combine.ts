import type { FallbackReason } from './fallback.ts';
import { rateSeverity } from './severity.ts';
import type { Flag, Intent, Severity, Understanding } from './understanding.ts';
import type { Verdict } from './verdict.ts';

/** Among the severity reasons: the other engine asked for more than anything of ours did. */
const ENGINE_REASON = 'engine';
/** What may set a text aside. Taken from another engine only where our own reading found nothing that matters. */
const SETS_ASIDE: ReadonlySet<Intent> = new Set(['spam', 'not-feedback']);

/**
 * Our own reading with another engine's verdict over it. Sentiment, topics and intent are the verdict's where it has them; language and
 * evidence stay ours. Flags are those of both. The severity is the highest of ours, theirs and what the flags of both ask for: no verdict
 * lowers it or takes a flag away (promise 38).
 */
export function combine(own: Understanding, verdict: Verdict, engine: string): Understanding {
  const flags: Flag[] = [...new Set([...own.flags, ...(verdict.flags ?? [])])];
  const sentiment = verdict.sentiment ?? own.sentiment;
  return {
    ...own,
    sentiment,
    topics: topicsOf(own, verdict),
    intent: intentOf(own, verdict),
    flags,
    ...severityOf(own, verdict, sentiment, flags),
    engine,
  };
}

/** Our own reading, which decides because the other engine did not; the item says so. */
export const fallBack = (own: Understanding, engine: string, reason: FallbackReason): Understanding => ({
  ...own,
  fallback: { engine, reason },
});

function severityOf(own: Understanding, verdict: Verdict, sentiment: Understanding['sentiment'], flags: readonly Flag[]) {
  // The rating is in our own severity already.
  const rules = rateSeverity(sentiment, flags, undefined);
  const ours: Severity = own.severity >= rules.severity ? own.severity : rules.severity;
  const reasons = [...new Set([...own.severityReasons, ...rules.severityReasons])];
  if (verdict.severity === undefined || verdict.severity <= ours) return { severity: ours, severityReasons: reasons };
  return { severity: verdict.severity, severityReasons: [...reasons, ENGINE_REASON] };
}

/** The words that show a topic are ours: nothing an engine wrote is kept or shown. */
function topicsOf(own: Understanding, { topics }: Verdict): Understanding['topics'] {
  if (topics === undefined) return own.topics;
  const evidence = new Map(own.topics.map((one) => [one.topic, one.evidence]));
  const said = new Map(topics.map((one) => [one.topic, one.polarity]));
  return [...said].map(([topic, polarity]) => ({ topic, polarity, evidence: evidence.get(topic) ?? [] }));
}

function intentOf(own: Understanding, { intent }: Verdict): Intent {
  if (intent === undefined) return own.intent;
  return SETS_ASIDE.has(intent) && own.severity > 1 ? own.intent : intent;
}
