import type { Question } from '../../../shared/domain/survey/survey.ts';
import { hint, isRating, type Rule } from './finding.ts';

/** Questions about the person; they are asked last, when people know what they are for (R11: easy to hard). */
const PROFILE =
  /\b(?:age|sex|gender|income|occupation|profession|schooling|education|marital)\b|年龄|性别|收入|职业|学历|文化程度|教育程度|婚姻/iu;

export const isProfile = (question: Question): boolean =>
  question.kind === 'choice' && [question.id, question.text.en, question.text['zh-Hans']].some((text) => PROFILE.test(text));

const isOverall = (question: Question) => question.kind === 'scale' && (question.metric === 'csat' || question.metric === 'nps');

/** Says of each question that fits `early` and stands before one that fits `late` what to do. */
const wrongOrder =
  (rule: string, early: (question: Question) => boolean, late: (question: Question) => boolean, message: string): Rule =>
  ({ questions }) =>
    questions.flatMap((question, i) =>
      early(question) && questions.slice(i + 1).some(late) ? [hint(rule, `questions[${i}]`, message)] : [],
    );

const contactLast = wrongOrder(
  'contact-last',
  ({ kind }) => kind === 'contact',
  ({ kind }) => kind !== 'contact' && kind !== 'consent',
  'names and addresses are asked last: who is asked first, leaves or is kinder than they mean to be',
);

const profileLast = wrongOrder('profile-last', isProfile, isRating, 'questions about the person come after the ratings');

/** One that follows up an answer belongs where that answer is. */
const openLate = wrongOrder(
  'open-late',
  (question) => question.kind === 'comment' && question.showIf === undefined,
  isRating,
  'words of their own are harder than ticks; ask for them after the ratings',
);

const overallFirst: Rule = ({ questions }) =>
  questions.flatMap((question, i) => {
    const isAfterDetails = questions.slice(0, i).some(({ kind }) => kind === 'matrix' || kind === 'pairs');
    if (!isOverall(question) || !isAfterDetails) return [];
    return [
      hint('overall-first', `questions[${i}]`, 'the judgement of the whole is coloured by the details asked before it; ask it first'),
    ];
  });

export const ORDER: readonly Rule[] = [contactLast, profileLast, openLate, overallFirst];
