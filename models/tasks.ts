import type { Modelled, Task } from '../shared/domain/understand/models.ts';
import { SENTIMENT_CLASSES } from '../shared/domain/understand/probabilities.ts';
import { FLAGS, INTENTS, TOPICS } from '../shared/domain/understand/understanding.ts';
import type { Example } from './example.ts';
import type { Targets } from './logistic.ts';

/** What one model says of a text, and how it is trained. */
export interface TaskPlan {
  readonly task: Task;
  readonly kind: Targets['kind'];
  /** A class of a one-of task that is none of these is the last, of logit 0. */
  readonly outputs: readonly string[];
  /** Slots of the table; powers of two. */
  readonly slots: Readonly<Record<Modelled, number>>;
  /** Pieces of fewer texts are not looked at. */
  readonly leastTexts: number;
  readonly penalty: number;
  readonly measurePenalty: number;
  /** One-of: the class. Each: 1, 0 or −1 per output. `undefined` where the example does not teach this. */
  readonly labelsOf: (example: Example) => readonly number[] | undefined;
  readonly weightOf: (example: Example) => number;
  /** Logit from which an output speaks, where it is not to be found by calibration. */
  readonly thresholdOf?: (output: string) => number;
}

const ITSELF = (example: Example): number => example.weight;
const HEARD_FLAGS = FLAGS.filter((flag) => flag !== 'money-at-stake');
const INTENTS_WITHOUT_LAST = INTENTS.filter((intent) => intent !== 'not-feedback');

export const PLANS: readonly TaskPlan[] = [
  {
    task: 'sentiment',
    kind: 'one-of',
    outputs: SENTIMENT_CLASSES.slice(0, -1),
    slots: { en: 1 << 17, zh: 1 << 17 },
    leastTexts: 2,
    penalty: 0.4,
    measurePenalty: 0.01,
    labelsOf: ({ sentiment }) => (sentiment === undefined ? undefined : [SENTIMENT_CLASSES.indexOf(sentiment)]),
    weightOf: ITSELF,
  },
  {
    task: 'topics',
    kind: 'each',
    outputs: TOPICS,
    slots: { en: 1 << 15, zh: 1 << 15 },
    leastTexts: 2,
    penalty: 0.2,
    measurePenalty: 0.01,
    labelsOf: ({ topics }) =>
      topics === undefined ? undefined : TOPICS.map((topic) => (topics.named.has(topic) ? 1 : topics.covered.has(topic) ? 0 : -1)),
    weightOf: () => 1,
  },
  {
    task: 'intent',
    kind: 'one-of',
    outputs: INTENTS_WITHOUT_LAST,
    slots: { en: 1 << 12, zh: 1 << 12 },
    leastTexts: 2,
    penalty: 0.5,
    measurePenalty: 0.01,
    labelsOf: ({ intent }) =>
      intent === undefined ? undefined : [intent === 'not-feedback' ? INTENTS_WITHOUT_LAST.length : INTENTS_WITHOUT_LAST.indexOf(intent)],
    weightOf: ITSELF,
  },
  {
    task: 'severity',
    kind: 'each',
    // `serious`: must be seen before others, as the writers of models/data say; `critical`: criticality ≤ −3 of the NHS comments, which are English.
    outputs: ['serious', 'critical'],
    slots: { en: 1 << 13, zh: 1 << 12 },
    leastTexts: 2,
    penalty: 0.6,
    measurePenalty: 0.01,
    labelsOf: ({ isSerious, isCritical, sentiment }) => {
      const labels = [label(isSerious ?? (isContent(sentiment) ? false : undefined)), label(isCritical)];
      return labels.every((one) => one < 0) ? undefined : labels;
    },
    weightOf: ITSELF,
  },
  {
    task: 'flags',
    kind: 'each',
    // What the lists miss because it is told in words that nobody listed. Sums of money are read, not guessed.
    outputs: HEARD_FLAGS,
    slots: { en: 1 << 12, zh: 1 << 12 },
    leastTexts: 2,
    penalty: 0.6,
    measurePenalty: 0.01,
    labelsOf: ({ flags, sentiment }) => {
      const told = flags ?? (isContent(sentiment) ? [] : undefined);
      return told && HEARD_FLAGS.map((flag) => (told.includes(flag) ? 1 : 0));
    },
    weightOf: ITSELF,
    // A flag sets a floor: it is raised where it is likelier than three to one, not where that makes the most of recall.
    thresholdOf: () => Math.log(3),
  },
];

/**
 * Whoever is content tells of nothing grave, as good as always. So the public sets teach what harmless texts look like, which our own sentences do too
 * little: without them the first model heard danger in 731 of 2,500 reviews of clothes.
 */
const isContent = (sentiment: Example['sentiment']): boolean => sentiment === 'positive';

const label = (is: boolean | undefined): number => (is === undefined ? -1 : is ? 1 : 0);

/** @throws Error for a task without a plan. */
export function planOf(task: Task): TaskPlan {
  const plan = PLANS.find((one) => one.task === task);
  if (plan === undefined) throw new Error(`no plan for ${task}`);
  return plan;
}
