import { INDEX_MODELS } from '../../../../shared/domain/analytics/index/models.ts';
import { SERVQUAL_ITEMS } from '../../../../shared/domain/analytics/measures/servqual-items.ts';
import type { AnswerTable, Ends, NumberColumn } from '../../../../shared/domain/analytics/pivot.ts';
import { type Random, seededRandom } from '../../../../shared/domain/analytics/random.ts';

/** About normal: the sum of twelve evenly spread numbers less six (Irwin–Hall). */
const noise = (random: Random) => Array.from({ length: 12 }, random).reduce((sum, value) => sum + value, -6);

const onScale = (value: number, { min, max }: Ends) => Math.min(max, Math.max(min, Math.round(value)));

/** Branches of unlike sizes: the first has most. */
const branchOf = (person: number, branches: readonly string[]) => branches[Math.floor(((person % 97) / 97) ** 1.7 * branches.length)];

/** A table of answers: `answer` gives what a person says to a question. */
export function tableOf(
  people: number,
  questions: readonly string[],
  scale: Ends,
  answer: (person: number, question: string) => number,
  branches: readonly string[] = [],
): AnswerTable {
  const rows = Array.from({ length: people }, (_, person) => person);
  const column = (question: string): NumberColumn => ({
    metric: 'rating',
    scale,
    scales: 1,
    values: Float64Array.from(rows, (person) => onScale(answer(person, question), scale)),
    cannotSay: new Uint8Array(people),
  });
  // Person by person, so that what one person says hangs together.
  const numbers = new Map(questions.map((question) => [question, column(question)]));
  return {
    rows: people,
    respondents: rows.map(String),
    numbers,
    choices: new Map(),
    branches: rows.map((person) => branchOf(person, branches)),
    days: rows.map((person) => `2026-10-${String(1 + (person % 31)).padStart(2, '0')}`),
  };
}

/** 22 pairs of people who expect much and perceive less of it, above all in reliability. */
export function servqualTable(people = 180): AnswerTable {
  const random = seededRandom(11);
  const mood = Array.from({ length: people }, () => 0.8 * noise(random));
  const questions = SERVQUAL_ITEMS.flatMap(({ id }) => [`${id}.expectation`, `${id}.perception`]);
  const lacks = { tangibles: -0.2, reliability: 1.1, responsiveness: 0.6, assurance: 0.3, empathy: 0.1 } as const;
  return tableOf(people, questions, { min: 1, max: 7 }, (person, question) => {
    const item = SERVQUAL_ITEMS.find(({ id }) => question.startsWith(`${id}.`));
    const expected = 5.8 + 0.6 * noise(random);
    if (question.endsWith('.expectation') || item === undefined) return expected;
    return expected - lacks[item.dimension] + (mood[person] ?? 0) + 0.7 * noise(random);
  });
}

/** Answers to the ACSI model: one thing behind each construct, effects behind causes. */
export function indexTable(people = 400): AnswerTable {
  const { constructs, paths } = INDEX_MODELS.acsi;
  const random = seededRandom(5);
  const scores = new Map<string, number[]>();
  for (const { name } of constructs) {
    const causes = paths.flatMap(([from, to]) => (to === name ? [scores.get(from) ?? []] : []));
    const part = causes.length === 0 ? 0 : 0.75 / Math.sqrt(causes.length);
    scores.set(
      name,
      Array.from({ length: people }, (_, person) => causes.reduce((sum, of) => sum + part * (of[person] ?? 0), 0.7 * noise(random))),
    );
  }
  const owner = new Map(constructs.flatMap(({ name, items }) => items.map((item) => [item, name] as const)));
  return tableOf(
    people,
    [...owner.keys()],
    { min: 1, max: 10 },
    (person, item) => 6.8 + 1.6 * (scores.get(owner.get(item) ?? '')?.[person] ?? 0) + noise(random),
  );
}

/** Items with their true means of importance and satisfaction on 1 to 5. */
const ITEMS = {
  'on-time': [4.6, 3.2],
  courtesy: [4.2, 4.3],
  price: [3.9, 3.6],
  'after-sales': [4.4, 3.4],
  packaging: [3.1, 4.5],
  information: [3.5, 3.8],
  website: [3.3, 3.1],
  choice: [3.7, 4.1],
} as const satisfies Readonly<Record<string, readonly [number, number]>>;

export const ITEM_NAMES = new Map(
  Object.entries({
    'on-time': { en: 'Delivered on time', 'zh-Hans': '准时送达' },
    courtesy: { en: 'Courtesy of staff', 'zh-Hans': '服务态度' },
    price: { en: 'Fair prices', 'zh-Hans': '价格合理' },
    'after-sales': { en: 'Help after the purchase', 'zh-Hans': '售后服务' },
    packaging: { en: 'Packaging', 'zh-Hans': '包装完好' },
    information: { en: 'Clear information', 'zh-Hans': '信息清楚' },
    website: { en: 'Website and app', 'zh-Hans': '网站和应用' },
    choice: { en: 'Choice of goods', 'zh-Hans': '商品种类' },
    east: { en: 'East', 'zh-Hans': '华东' },
    south: { en: 'South', 'zh-Hans': '华南' },
  }),
);

export function ipaTable(people = 150): AnswerTable {
  const random = seededRandom(3);
  const questions = Object.keys(ITEMS).flatMap((item) => [`${item}.importance`, `${item}.satisfaction`]);
  return tableOf(people, questions, { min: 1, max: 5 }, (_, question) => {
    const found = Object.entries(ITEMS).find(([item]) => question.startsWith(`${item}.`))?.[1] ?? [3, 3];
    return found[question.endsWith('.importance') ? 0 : 1] + 0.7 * noise(random);
  });
}

/** Overall satisfaction that hangs on three items, and branches of which one is worse in truth. */
export function overallTable(
  people = 600,
  branches: readonly string[] = ['east', 'south', 'west', 'north', 'centre', 'harbour'],
): AnswerTable {
  const random = seededRandom(9);
  const items = ['on-time', 'courtesy', 'price'];
  const said = new Map<string, number[]>();
  const draw = (question: string) => {
    const known = said.get(question) ?? Array.from({ length: people }, () => 3.4 + 0.9 * noise(random));
    said.set(question, known);
    return known;
  };
  return tableOf(
    people,
    [...items, 'overall'],
    { min: 1, max: 5 },
    (person, question) => {
      if (question !== 'overall') return draw(question)[person] ?? 3;
      const [a = 3, b = 3, c = 3] = items.map((item) => draw(item)[person] ?? 3);
      const worse = branchOf(person, branches) === 'harbour' ? 0.7 : 0;
      return 0.5 * a + 0.3 * b + 0.1 * c + 0.4 - worse + 0.5 * noise(random);
    },
    branches,
  );
}
