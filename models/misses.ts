import type { Judged } from './evaluate.ts';

/** A text that was read wrongly. Only sentences of models/data are shown: others' words stay where they are. */
export interface Miss {
  readonly task: string;
  readonly language: 'en' | 'zh';
  readonly text: string;
  readonly expected: string;
  readonly came: string;
}

const WORST = 10;

/** Per task and language, the ten misses that were surest of themselves or cost most: for severity and flags those that were missed come first. */
export function worstMisses(judged: readonly Judged[]): Miss[] {
  return (['en', 'zh'] as const).flatMap((language) => {
    const own = judged.filter(({ example }) => example.language === language);
    return TASKS.flatMap(({ task, of }) =>
      own
        .flatMap((one) => {
          const miss = of(one);
          return miss === undefined ? [] : [{ ...miss, task, language, text: one.example.text }];
        })
        .sort((a, b) => b.weight - a.weight)
        .slice(0, WORST)
        .map(({ weight: _, ...miss }) => miss),
    );
  });
}

interface Found {
  readonly expected: string;
  readonly came: string;
  readonly weight: number;
}

const list = (names: Iterable<string>): string => [...names].join(', ') || 'none';

const TASKS: readonly { readonly task: string; readonly of: (one: Judged) => Found | undefined }[] = [
  {
    task: 'sentiment',
    of: ({ example: { sentiment }, read }) =>
      sentiment === undefined || sentiment === read.sentiment.label
        ? undefined
        : {
            expected: sentiment,
            came: `${read.sentiment.label} ${read.sentiment.confidence.toFixed(2)}`,
            weight: read.sentiment.confidence + (sentiment === 'negative' ? 1 : 0),
          },
  },
  {
    task: 'topics',
    of: ({ example: { topics }, read }) => {
      const named = topics?.named ?? new Set();
      const said = new Set(read.topics.map(({ topic }) => topic));
      const wrong = [...named].filter((topic) => !said.has(topic)).length + [...said].filter((topic) => !named.has(topic)).length;
      return topics === undefined || wrong === 0 ? undefined : { expected: list(topics.named), came: list(said), weight: wrong };
    },
  },
  {
    task: 'intent',
    of: ({ example: { intent }, read }) =>
      intent === undefined || intent === read.intent
        ? undefined
        : { expected: intent, came: read.intent, weight: intent === 'complaint' ? 1 : 0 },
  },
  {
    task: 'severity',
    of: ({ example: { isSerious, flags }, read }) =>
      isSerious === undefined || isSerious === read.severity >= 3
        ? undefined
        : {
            expected: isSerious ? `3 or 4 (${list(flags ?? [])})` : '1 or 2',
            came: `${read.severity} (${list(read.severityReasons)})`,
            weight: isSerious ? 5 - read.severity : read.severity - 3,
          },
  },
];
