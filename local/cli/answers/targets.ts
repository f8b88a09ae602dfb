import { fieldNamesOf } from '../../../shared/domain/survey/field-names.ts';
import { PAIRS } from '../../../shared/domain/survey/pairs.ts';
import type { Question, Survey } from '../../../shared/domain/survey/survey.ts';

/** What a column may hold beside answers. */
export const FIELDS = ['id', 'at', 'branch', 'language', 'campaign', 'channel', 'comment', 'email', 'consent', 'surveyVersion'] as const;
export type Field = (typeof FIELDS)[number];

/** Where a column goes: a field of the row, or a part of an answer. */
export type Target =
  | { readonly kind: 'field'; readonly name: Field }
  | {
      readonly kind: 'answer';
      /** As the form names it: `satisfaction`, `crew.meals`, `items.tangibles-1.expectation`. */
      readonly name: string;
      /** Where it stands among the answers: id of the question, row, half. */
      readonly path: readonly string[];
      readonly question: Question;
    };

/** Names by which columns usually go, in both languages; case, spaces and punctuation do not matter. */
const FIELD_NAMES: Readonly<Record<Field, readonly string[]>> = {
  id: ['id', 'external id', 'response id', 'answer id', 'respondent id', '编号', '答卷编号', '答卷序号', '提交序号', '序号'],
  at: [
    ...['at', 'date', 'time', 'timestamp', 'answered at', 'submitted at', 'completed at', 'created at', 'end date'],
    ...['日期', '时间', '提交时间', '答题时间', '填写时间', '完成时间', '提交答卷时间'],
  ],
  branch: ['branch', 'store', '门店', '分公司', '分支', '分支机构'],
  language: ['language', 'locale', '语言'],
  campaign: ['campaign', '活动', '调查活动'],
  channel: ['channel', '渠道', '来源渠道'],
  comment: ['comment', 'comments', 'remarks', '意见', '意见建议', '建议', '备注', '留言', '评论'],
  email: ['email', 'e-mail address', 'mail', '邮箱', '电子邮箱'],
  consent: ['consent', 'contact consent', '同意联系'],
  surveyVersion: ['survey version', '问卷版本'],
};

/** A column's name as it is compared. */
export const plain = (name: string): string =>
  name
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s\p{P}\p{S}]/gu, '');

export interface Named {
  readonly target: Target;
  /** Plain names that mean it. */
  readonly names: readonly string[];
}

/** All that a column of answers to this survey may be, with the names that propose it. */
export function targetsOf(survey: Survey): Named[] {
  const answers = survey.questions.filter(({ kind }) => kind !== 'contact').flatMap(answersOf);
  const taken = new Set(answers.flatMap(({ names }) => names));
  const fields = FIELDS.map(
    (name): Named => ({
      target: { kind: 'field', name },
      // A survey that has a question "comment" means that by it.
      names: [name, ...FIELD_NAMES[name]].map(plain).filter((one) => !taken.has(one)),
    }),
  );
  return [...answers, ...fields];
}

function answersOf(question: Question): Named[] {
  const names = question.kind === 'rank' ? [question.id, ...fieldNamesOf(question)] : fieldNamesOf(question);
  return names.map((name) => ({
    target: { kind: 'answer', name, path: name.split('.'), question },
    names: [name, ...textsOf(question, name.split('.'))].map(plain).filter((one) => one !== ''),
  }));
}

/** The words of the question, of its row, and of both together, in both languages. */
function textsOf(question: Question, [, row, half]: readonly string[]): string[] {
  if (question.kind === 'contact') return [];
  const own = [question.text.en, question.text['zh-Hans']];
  if (row === undefined) return own;
  if (question.kind === 'pairs') return half === undefined ? [] : textsOfHalf(question, row, half);
  const rows = question.kind === 'matrix' ? question.rows : question.kind === 'rank' ? question.options : [];
  return rows
    .filter(({ id }) => id === row)
    .flatMap(({ text }) => [text.en, text['zh-Hans'], `${own[0]} ${text.en}`, `${own[1]}${text['zh-Hans']}`]);
}

const HALVES: Readonly<Record<string, readonly string[]>> = {
  expectation: ['expectation', 'expected', '期望'],
  perception: ['perception', 'perceived', '感知'],
  importance: ['importance', '重要性', '重要度'],
  satisfaction: ['satisfaction', '满意度'],
};

function textsOfHalf(question: Extract<Question, { kind: 'pairs' }>, rowId: string, half: string): string[] {
  const row = question.rows.find(({ id }) => id === rowId);
  if (row === undefined) return [];
  const [first] = PAIRS[question.pair];
  const words = half === first ? row.first : row.second;
  const own = words === undefined ? [] : [words.en, words['zh-Hans']];
  const named = (HALVES[half] ?? []).flatMap((word) =>
    [rowId, row.text.en, row.text['zh-Hans']].flatMap((text) => [`${text} ${word}`, `${word} ${text}`]),
  );
  return [...own, ...named];
}
