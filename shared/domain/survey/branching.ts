import { member } from '../intake/json.ts';
import { readRating } from './scale.ts';
import type { Condition, Question, Survey } from './survey.ts';

/**
 * The questions that are asked of somebody who has given these answers so far, in their order.
 * @param given answers as `readAnswers` takes them; what is wrong in them meets no condition.
 */
export function visibleQuestions(survey: Survey, given: unknown): readonly Question[] {
  const asked: Question[] = [];
  for (const question of survey.questions) {
    const { showIf } = question;
    if (showIf === undefined || isMet(showIf, asked, given)) asked.push(question);
  }
  return asked;
}

function isMet(condition: Condition, asked: readonly Question[], given: unknown): boolean {
  const question = asked.find(({ id }) => id === condition.question);
  if (question === undefined) return false;
  const value = member(given, question.id);
  if (!('is' in condition)) return question.kind === 'scale' && isRatedWithin(question, condition, value);
  return pickedIn(question, value).some((picked) => condition.is.includes(picked));
}

function isRatedWithin({ min, max }: { min: number; max: number }, { atLeast = min, atMost = max }: Bounds, value: unknown): boolean {
  const rating = typeof value === 'number' ? readRating(value, min, max) : undefined;
  return rating?.kind === 'rated' && rating.value >= atLeast && rating.value <= atMost;
}

type Bounds = Pick<Extract<Condition, { atLeast?: unknown }>, 'atLeast' | 'atMost'>;

function pickedIn(question: Question, value: unknown): readonly string[] {
  if (question.kind === 'consent') return value === true ? ['yes'] : [];
  return pickable(question).filter((id) => (question.kind === 'choice' ? id === value : Array.isArray(value) && value.includes(id)));
}

/** What a condition may name of a question: ids of options, topics, or `yes` of a consent. */
export function pickable(question: Question): readonly string[] {
  switch (question.kind) {
    case 'choice':
    case 'choices':
      return question.options.map(({ id }) => id);
    case 'reasons':
      return question.options.map(({ topic }) => topic);
    case 'consent':
      return ['yes'];
    default:
      return [];
  }
}

/** A page of a survey: some of its questions, shown and sent together. */
export interface SurveyPage {
  /** From 0; of the whole survey, so that it names the same page whatever was answered. */
  readonly number: number;
  readonly questions: readonly Question[];
}

/**
 * All pages, whoever answers. One begins at each question that `startsPage`, and at a question whose condition names a question of the same page:
 * pages run no script, so what depends on an answer can only be asked once that answer was sent.
 */
export function allPages({ questions }: Pick<Survey, 'questions'>): readonly SurveyPage[] {
  const pages: Question[][] = [];
  for (const question of questions) {
    const page = pages.at(-1);
    const waits = page?.some(({ id }) => id === question.showIf?.question);
    if (page === undefined || waits === true || question.startsPage === true) pages.push([question]);
    else page.push(question);
  }
  return pages.map((onPage, number) => ({ number, questions: onPage }));
}

/** The pages for somebody who has given these answers so far, with what is asked of them; pages with nothing to ask are left out. */
export function pagesOf(survey: Survey, given: unknown): readonly SurveyPage[] {
  const asked = new Set(visibleQuestions(survey, given));
  return allPages(survey)
    .map(({ number, questions }) => ({ number, questions: questions.filter((question) => asked.has(question)) }))
    .filter(({ questions }) => questions.length > 0);
}
