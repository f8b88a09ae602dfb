import { pickable } from '../domain/survey/branching.ts';
import type { Question, Survey } from '../domain/survey/survey.ts';

/** What the schema of one survey cannot see: conditions that nothing can meet, and ids used twice within a question. */
export const surveyFaults = (surveys: readonly Survey[]): string[] =>
  surveys.flatMap((survey, s) =>
    survey.questions.flatMap((question, q) =>
      [...conditionFaults(question, survey.questions.slice(0, q)), ...idFaults(question)].map(
        (fault) => `surveys[${s}].questions[${q}].${fault}`,
      ),
    ),
  );

function conditionFaults({ showIf }: Question, earlier: readonly Question[]): string[] {
  if (showIf === undefined) return [];
  const on = earlier.find(({ id }) => id === showIf.question);
  if (on === undefined) {
    return [`showIf.question: no earlier question "${showIf.question}"; expected one of: ${earlier.map(({ id }) => id).join(', ')}`];
  }
  if ('is' in showIf) {
    const known = pickable(on);
    if (known.length === 0)
      return [`showIf.is: "${on.id}" is of the kind "${on.kind}", which has no options; use atLeast, atMost on a scale`];
    const unknown = showIf.is.filter((id) => !known.includes(id));
    return unknown.map((id) => `showIf.is: "${on.id}" has no option "${id}"; expected some of: ${known.join(', ')}`);
  }
  if (on.kind !== 'scale') return [`showIf: atLeast and atMost need a scale, "${on.id}" is of the kind "${on.kind}"; use is`];
  const { atLeast = on.min, atMost = on.max } = showIf;
  const isBound = showIf.atLeast !== undefined || showIf.atMost !== undefined;
  if (isBound && atLeast <= atMost && atLeast <= on.max && atMost >= on.min) return [];
  return [`showIf: expected atLeast, atMost or both, within ${on.min} to ${on.max}, and atLeast not above atMost`];
}

function idFaults(question: Question): string[] {
  if ('rows' in question) return repeated('rows', question.rows);
  if (question.kind === 'choice' || question.kind === 'choices' || question.kind === 'rank') return repeated('options', question.options);
  return [];
}

function repeated(list: string, things: readonly { readonly id: string }[]): string[] {
  const ids = things.map(({ id }) => id);
  return ids.filter((id, i) => ids.indexOf(id) !== i).map((id) => `${list}: the id "${id}" is used twice`);
}
