import type { Models } from '../shared/domain/understand/models.ts';
import { readText } from '../shared/domain/understand/reading.ts';
import { readGravity } from '../shared/domain/understand/severity.ts';
import { understand } from '../shared/domain/understand/understand.ts';
import { FLAGS, INTENTS, SENTIMENT_LABELS, TOPICS, type Understanding } from '../shared/domain/understand/understanding.ts';
import type { Example } from './example.ts';
import { accuracy, calibrationError, type Figure, macroF1, microF1, type Outcome } from './metrics.ts';
import type { Source } from './sources.ts';

/** One figure of one source. */
export interface Row {
  readonly task: string;
  readonly language: 'en' | 'zh';
  readonly source: string;
  /** What is measured, e.g. `accuracy, two classes`. */
  readonly measure: string;
  readonly figure: Figure;
}

/** A held-out text with what was made of it. */
export interface Judged {
  readonly example: Example;
  readonly read: Understanding;
  /** Does the severity model find it critical? */
  readonly isCritical: boolean;
}

/** Reads the held-out texts of a source as `assess` would, without their ratings. */
export function judgeHeldOut({ examples }: Source, models: Models): Judged[] {
  return examples
    .filter(({ isHeldOut }) => isHeldOut)
    .map((example) => ({
      example,
      read: understand(example.text, {}, models),
      isCritical: example.isCritical !== undefined && readGravity(readText(example.text), models(example.language, 'severity')).isCritical,
    }));
}

/** All figures of the held-out texts of one source. */
export function rowsOf(judged: readonly Judged[]): Row[] {
  const first = judged[0]?.example;
  if (first === undefined) return [];
  const about = { language: first.language, source: first.source };
  const row = (task: string, measure: string, figure: Figure): Row => ({ ...about, task, measure, figure });
  return [...sentimentRows(judged, row), ...topicRows(judged, row), ...intentRows(judged, row), ...severityRows(judged, row)];
}

type MakeRow = (task: string, measure: string, figure: Figure) => Row;

export const outcomesOf = (classes: readonly string[], truth: string, said: string): Outcome[] =>
  classes.map((name) => ({ class: name, truth: name === truth, said: name === said }));

function sentimentRows(judged: readonly Judged[], row: MakeRow): Row[] {
  const told = judged.flatMap(({ example: { sentiment }, read }) =>
    sentiment === undefined ? [] : [{ truth: sentiment, said: read.sentiment }],
  );
  if (told.length === 0) return [];
  const clear = told.filter(({ truth }) => truth !== 'neutral');
  const rows = [
    row('sentiment', 'accuracy, two classes', accuracy(clear.map(({ truth, said }) => said.score >= 0 === (truth === 'positive')))),
  ];
  if (clear.length < told.length)
    rows.push(
      row('sentiment', 'macro-F1, three classes', macroF1(told.map(({ truth, said }) => outcomesOf(SENTIMENT_LABELS, truth, said.label)))),
    );
  const confidences = told.map(({ truth, said }) => ({ confidence: said.confidence, isRight: said.label === truth }));
  return [...rows, row('sentiment', 'calibration error', calibrationError(confidences))];
}

function topicRows(judged: readonly Judged[], row: MakeRow): Row[] {
  const items = judged.flatMap(({ example: { topics }, read }) => {
    if (topics === undefined) return [];
    const said = new Set(read.topics.map(({ topic }) => topic));
    const asked = TOPICS.filter((topic) => topics.named.has(topic) || topics.covered.has(topic));
    return [asked.map((topic): Outcome => ({ class: topic, truth: topics.named.has(topic), said: said.has(topic) }))];
  });
  return items.length === 0 ? [] : [row('topics', 'micro-F1', microF1(items))];
}

function intentRows(judged: readonly Judged[], row: MakeRow): Row[] {
  const told = judged.flatMap(({ example: { intent }, read }) => (intent === undefined ? [] : [{ truth: intent, said: read.intent }]));
  if (told.length === 0) return [];
  return [
    row('intent', 'accuracy', accuracy(told.map(({ truth, said }) => truth === said))),
    row('intent', 'macro-F1', macroF1(told.map(({ truth, said }) => outcomesOf(INTENTS, truth, said)))),
  ];
}

function severityRows(judged: readonly Judged[], row: MakeRow): Row[] {
  const critical = judged.flatMap(({ example, isCritical }) =>
    example.isCritical === undefined ? [] : [outcomesOf(['yes', 'no'], yes(example.isCritical), yes(isCritical))],
  );
  const serious = judged.flatMap(({ example, read }) =>
    example.isSerious === undefined ? [] : [outcomesOf(['yes', 'no'], yes(example.isSerious), yes(read.severity >= 3))],
  );
  const flagged = judged.flatMap(({ example, read }) =>
    example.flags === undefined
      ? []
      : [FLAGS.map((flag): Outcome => ({ class: flag, truth: example.flags?.includes(flag) === true, said: read.flags.includes(flag) }))],
  );
  return [
    ...(critical.length === 0 ? [] : [row('severity', 'critical or not, macro-F1', macroF1(critical))]),
    ...(serious.length === 0 ? [] : [row('severity', 'severity 3–4 or not, macro-F1', macroF1(serious))]),
    ...(flagged.length === 0 ? [] : [row('flags', 'micro-F1', microF1(flagged))]),
  ];
}

const yes = (is: boolean): string => (is ? 'yes' : 'no');
