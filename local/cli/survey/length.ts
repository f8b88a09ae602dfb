import type { Question } from '../../../shared/domain/survey/survey.ts';
import { hint, isRating, type Rule } from './finding.ts';

/** What it takes to read and answer, in seconds: rough, on the slow side; for a comparison of surveys, not of people. */
const SECONDS = { rating: 8, pair: 16, choice: 8, choices: 12, place: 6, comment: 40, date: 10, consent: 6, contact: 20 } as const;

/** Above them many give up half-way: as practice has it, and the shorter the better. */
const MAX_ITEMS = 30;
const MAX_MINUTES = 5;
/** More on one page is lost too easily, and looks endless. */
const MAX_ON_A_PAGE = 20;

/** How many answers a survey asks for, and how long it takes about. */
export function effortOf(questions: readonly Question[]): { readonly items: number; readonly minutes: number } {
  const efforts = questions.map(effort);
  const seconds = efforts.reduce((sum, one) => sum + one.seconds, 0);
  return { items: efforts.reduce((sum, one) => sum + one.items, 0), minutes: Math.round(seconds / 6) / 10 };
}

function effort(question: Question): { items: number; seconds: number } {
  switch (question.kind) {
    case 'scale':
      return { items: 1, seconds: SECONDS.rating };
    case 'matrix':
      return { items: question.rows.length, seconds: question.rows.length * SECONDS.rating };
    case 'pairs':
      return { items: 2 * question.rows.length, seconds: question.rows.length * SECONDS.pair };
    case 'choice':
      return { items: 1, seconds: SECONDS.choice };
    case 'reasons':
    case 'choices':
      return { items: 1, seconds: SECONDS.choices };
    case 'rank':
      return { items: question.options.length, seconds: question.options.length * SECONDS.place };
    case 'comment':
    case 'date':
    case 'consent':
    case 'contact':
      return { items: 1, seconds: SECONDS[question.kind] };
  }
}

const tooLong: Rule = ({ questions }) => {
  const { items, minutes } = effortOf(questions);
  if (items <= MAX_ITEMS && minutes <= MAX_MINUTES) return [];
  const length = `${items} answers, about ${minutes} minutes`;
  return [
    hint(
      'too-long',
      'questions',
      `${length}; expected at most ${MAX_ITEMS} and ${MAX_MINUTES}. Leave out what changes no decision, or ask a part of it each time`,
    ),
  ];
};

const tooManyRequired: Rule = ({ questions }) => {
  const could = questions.filter((question) => 'isRequired' in question);
  const required = could.filter(({ isRequired }) => isRequired);
  if (required.length <= 2 || required.length * 2 <= could.length) return [];
  return [
    hint(
      'too-many-required',
      'questions',
      `${required.length} of ${could.length} must be answered; who cannot, leaves. Require only what nothing works without`,
    ),
  ];
};

const mix: Rule = ({ questions }) => {
  const hasOpen = questions.some(({ kind }) => kind === 'comment');
  const hasClosed = questions.some((question) => isRating(question) || 'options' in question);
  if (!hasOpen) return [hint('no-open-question', 'questions', 'nobody can say anything in their own words; add a comment at the end')];
  return hasClosed ? [] : [hint('no-closed-question', 'questions', 'only open questions: nothing can be counted; add a rating')];
};

const noPages: Rule = ({ questions }) => {
  const { items } = effortOf(questions);
  if (items <= MAX_ON_A_PAGE || questions.some(({ startsPage }) => startsPage === true)) return [];
  return [
    hint('one-page', 'questions', `${items} answers on one page; begin new pages with startsPage, so that what is filled in is kept`),
  ];
};

export const LENGTH: readonly Rule[] = [tooLong, tooManyRequired, mix, noPages];
