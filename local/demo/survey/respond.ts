import type { Question, QuestionOf, Survey } from '../../../shared/domain/survey/survey.ts';

/** A made-up customer: how they see the house on the whole, and each thing asked; 0 is the average of all, 1 a standard deviation. */
interface Respondent {
  readonly mood: number;
  /** By question: things of one question are seen alike. */
  readonly views: Map<string, number>;
  readonly random: () => number;
}

/** How a question's view follows from others before it; the rest of it is the person's own. Shares of standard deviations. */
const FOLLOWS: Readonly<Record<string, readonly (readonly [question: string, share: number])[]>> = {
  expectation: [['image', 0.5]],
  quality: [
    ['expectation', 0.4],
    ['image', 0.2],
  ],
  value: [['quality', 0.6]],
  satisfaction: [
    ['quality', 0.5],
    ['value', 0.25],
    ['image', 0.15],
  ],
  complaints: [['satisfaction', 0.5]],
  loyalty: [
    ['satisfaction', 0.55],
    ['image', 0.2],
  ],
};

/** Where this house stands, as a share of the scale, by what an id holds; the first that fits. The story that the demo's figures tell. */
const LEVELS: readonly (readonly [idHolds: string, level: number])[] = [
  ['responsiveness', 0.55],
  ['reliability', 0.6],
  ['empathy', 0.66],
  ['tangibles', 0.82],
  ['assurance', 0.78],
  ['value', 0.58],
  ['complaints', 0.62],
  ['image', 0.74],
  ['delivery', 0.52],
  ['price', 0.6],
];
const USUAL_LEVEL = 0.7;
const EXPECTED_LEVEL = 0.9;
const CANNOT_SAY = 0.02;

/**
 * The answers of one made-up customer, by question as a form sends them.
 * @param shift how much better (or, below 0, worse) than usual the house did, in standard deviations.
 */
export function respond(survey: Survey, shift: number, random: () => number): Record<string, unknown> {
  const person: Respondent = { mood: normal(random) + shift, views: new Map(), random };
  return Object.fromEntries(survey.questions.flatMap((question) => answersTo(question, person)));
}

function answersTo(question: Question, person: Respondent): [string, unknown][] {
  const view = viewOf(question.id, person);
  switch (question.kind) {
    case 'scale':
      return [[question.id, onScale(question, levelOf(question.id), view, person)]];
    case 'matrix':
      return [
        [question.id, Object.fromEntries(question.rows.map(({ id }) => [id, rated(question, `${question.id}.${id}`, view, person)]))],
      ];
    case 'pairs':
      return [
        [question.id, Object.fromEntries(question.rows.map(({ id }) => [id, pairOf(question, `${question.id}.${id}`, view, person)]))],
      ];
    case 'choice':
      return [[question.id, question.options[Math.floor(person.random() * question.options.length)]?.id]];
    default:
      return [];
  }
}

function viewOf(id: string, { mood, views, random }: Respondent): number {
  const follows = FOLLOWS[id];
  const told = follows?.reduce((sum, [from, share]) => sum + share * (views.get(from) ?? mood), 0) ?? 0.7 * mood;
  const view = told + 0.6 * normal(random);
  views.set(id, view);
  return view;
}

type Scale = Pick<QuestionOf<'matrix'>, 'min' | 'max'>;

function rated(question: QuestionOf<'matrix'>, item: string, view: number, person: Respondent): unknown {
  if (question.hasCannotSay && person.random() < CANNOT_SAY) return 'cannot-say';
  return onScale(question, levelOf(item), view, person);
}

function pairOf(question: QuestionOf<'pairs'>, item: string, view: number, person: Respondent): Record<string, unknown> {
  const [first, second] = question.pair === 'expectation-perception' ? ['expectation', 'perception'] : ['importance', 'satisfaction'];
  // What is expected differs little between people, what matters more between things.
  const wanted = first === 'expectation' ? EXPECTED_LEVEL : 0.6 + 0.35 * steady(item);
  return { [first]: onScale(question, wanted, 0.3 * view, person), [second]: onScale(question, levelOf(item), view, person) };
}

const onScale = ({ min, max }: Scale, level: number, view: number, { random }: Respondent): number =>
  Math.min(max, Math.max(min, Math.round(min + (max - min) * (level + 0.14 * view + 0.07 * normal(random)))));

const levelOf = (item: string): number => (LEVELS.find(([holds]) => item.includes(holds))?.[1] ?? USUAL_LEVEL) + 0.1 * (steady(item) - 0.5);

/** 0 … 1, the same for the same text. */
const steady = (text: string): number =>
  ([...text].reduce((sum, character) => (sum * 31 + (character.codePointAt(0) ?? 0)) % 997, 7) % 100) / 100;

/** Box & Muller (1958). */
const normal = (random: () => number): number => Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
