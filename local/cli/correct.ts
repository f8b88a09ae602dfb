import { Command, InvalidArgumentError, Option } from 'commander';
import { Feedback } from '../../shared/domain/feedback.ts';
import { correctionsInForce } from '../../shared/domain/understand/correct-feedback.ts';
import type { Correction } from '../../shared/domain/understand/correction.ts';
import { INTENTS, type Intent, SENTIMENT_LABELS, type SentimentLabel, TOPICS } from '../../shared/domain/understand/understanding.ts';
import { connect } from './connection.ts';
import { type OutputOptions, show } from './output.ts';

type TopicReadings = NonNullable<Correction['topics']>;

interface Options extends OutputOptions {
  readonly sentiment?: SentimentLabel;
  readonly topic?: TopicReadings;
  readonly severity?: NonNullable<Correction['severity']>;
  readonly intent?: Intent;
}

/** `--topic none` alone: about none of our topics. */
const NO_TOPIC = 'none';

export function correctCommand(): Command {
  return new Command('correct')
    .description('set right what was understood of a feedback; figures follow, cases stay as they are')
    .argument('<id>', 'its id, which is also its receipt')
    .addOption(new Option('--sentiment <label>', 'how the customer feels').choices(SENTIMENT_LABELS))
    .option('--topic <topic=polarity>', 'repeat for each: the whole list as it should be; "none" for no topic', withTopic)
    .option('--severity <n>', '1 low, 2 normal, 3 high, 4 critical', toSeverity)
    .addOption(new Option('--intent <intent>', 'what the customer wants').choices(INTENTS))
    .option('--json', 'as JSON')
    .action(async (id: string, options: Options, command: Command) => {
      const { sentiment, topic: topics, severity, intent } = options;
      if ([sentiment, topics, severity, intent].every((part) => part === undefined)) {
        command.error('error: nothing to correct: expected at least one of --sentiment, --topic, --severity, --intent', { exitCode: 2 });
      }
      const path = `/api/feedback/${encodeURIComponent(id)}/correct`;
      const corrected = await (await connect()).post(path, 'agent', { sentiment, topics, severity, intent }, Feedback);
      show(corrected, options, inWords);
    });
}

function withTopic(text: string, before: TopicReadings | undefined): TopicReadings {
  const isNone = text === NO_TOPIC;
  if (before?.length === 0 || (isNone && before !== undefined)) throw new InvalidArgumentError(`expected "${NO_TOPIC}" alone, or topics.`);
  if (isNone) return [];
  const [name, polarity] = text.split('=');
  const topic = TOPICS.find((known) => known === name);
  const label = SENTIMENT_LABELS.find((known) => known === polarity);
  if (topic === undefined) throw new InvalidArgumentError(`expected a topic: ${TOPICS.join(', ')}.`);
  if (label === undefined) throw new InvalidArgumentError(`expected ${topic}= with one of ${SENTIMENT_LABELS.join(', ')}.`);
  if (before?.some((one) => one.topic === topic) === true) throw new InvalidArgumentError(`expected each topic once; ${topic} came twice.`);
  return [...(before ?? []), { topic, polarity: label }];
}

function toSeverity(text: string): NonNullable<Correction['severity']> {
  const severity = ([1, 2, 3, 4] as const).find((known) => String(known) === text);
  if (severity === undefined) throw new InvalidArgumentError('expected 1 (low), 2 (normal), 3 (high) or 4 (critical).');
  return severity;
}

const inWords = (feedback: Feedback) =>
  [
    `${feedback.id}  corrected`,
    understood(feedback),
    feedback.caseNumber === undefined
      ? 'no case: a correction opens none'
      : `case ${feedback.caseNumber}: as it was; a correction moves no deadline. If it is more serious now, see "amends cases show ${feedback.caseNumber}".`,
  ].join('\n');

/** What stands as understood, for `show` too. */
export function understood(feedback: Feedback): string {
  const { sentiment, language, severity, intent, topics } = feedback.understanding;
  const last = correctionsInForce(feedback).at(-1);
  return [
    `read as ${sentiment.label} (${language}), ${intent}, severity ${severity}`,
    `topics: ${topics.map(({ topic, polarity }) => `${topic} ${polarity}`).join(', ') || 'none'}`,
    ...(last === undefined ? [] : [`corrected ${last.at.slice(0, 16)} by ${last.by}: ${Object.keys(last.to).join(', ')}`]),
  ].join('\n');
}
