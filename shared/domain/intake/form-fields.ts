import { fieldNamesOf } from '../survey/field-names.ts';
import { PAIRS } from '../survey/pairs.ts';
import type { Question, Survey } from '../survey/survey.ts';
import { HONEYPOT } from './form.ts';

/** More fields than any survey has; the rest is not looked at. */
export const MAX_FIELDS = 500;

/** Fields of a submission beside the answers. No question may be called so: in a page's form they share one flat space of names. */
const ENVELOPE_FIELDS = ['submissionId', 'language', 'branch', 'campaign', 'startToken', HONEYPOT];

/** Its values are keys of photos that were sent before; it may repeat. */
export const PHOTOS = 'photos';

/** Fields by which people go from page to page; they say nothing. No question can be called so: ids have no capitals. */
export const ON_PAGE = 'onPage';
export const GO_TO = 'goTo';

/**
 * The fields of a page's form (`application/x-www-form-urlencoded`) in the shape of the JSON body, to be checked by `readSubmission`.
 * Names are flat: a question's id, `matrix.row`, `pairs.row.expectation`, `rank.option` (its place), `contact.name`, `contact.email`,
 * `contact.consent`, `submissionId` …; `reasons` and choices may repeat.
 * Returns undefined where there are more fields than `MAX_FIELDS`.
 */
export function fromFields(survey: Survey, fields: URLSearchParams): unknown {
  if (fields.size > MAX_FIELDS) return undefined;
  const envelope = new Map<string, unknown>();
  for (const name of ENVELOPE_FIELDS) envelope.set(name, single(fields.getAll(name)));
  envelope.set(PHOTOS, fields.getAll(PHOTOS));
  const answers = answersIn(survey, fields);
  const known = new Set([...ENVELOPE_FIELDS, PHOTOS, ON_PAGE, GO_TO, ...survey.questions.flatMap(fieldNamesOf)]);
  for (const name of new Set(fields.keys())) if (!known.has(name)) answers.set(name, fields.get(name));
  return Object.fromEntries([...envelope, ['answers', Object.fromEntries(answers)]]);
}

/** The answers among a form's fields, as `readAnswers` takes them; other fields are passed over. */
export const answersOf = (survey: Survey, fields: URLSearchParams): unknown => Object.fromEntries(answersIn(survey, fields));

const answersIn = (survey: Survey, fields: URLSearchParams): Map<string, unknown> =>
  new Map(survey.questions.map((question) => [question.id, answerIn(question, fields)]));

function answerIn(question: Question, fields: URLSearchParams): unknown {
  const { id } = question;
  const at = (name: string, read?: (value: string) => unknown) => single(fields.getAll(name), read);
  switch (question.kind) {
    case 'scale':
      return at(id, toNumber);
    case 'reasons':
    case 'choices':
      return fields.getAll(id);
    case 'choice':
    case 'comment':
    case 'date':
      return at(id);
    case 'consent':
      return at(id, toYes);
    case 'matrix':
      return Object.fromEntries(question.rows.map((row) => [row.id, at(`${id}.${row.id}`, toNumber)]));
    case 'rank':
      return Object.fromEntries(question.options.map((option) => [option.id, at(`${id}.${option.id}`, toNumber)]));
    case 'pairs':
      return Object.fromEntries(
        question.rows.map((row) => [
          row.id,
          Object.fromEntries(PAIRS[question.pair].map((half) => [half, at(`${id}.${row.id}.${half}`, toNumber)])),
        ]),
      );
    case 'contact':
      return { name: at(`${id}.name`), email: at(`${id}.email`), consent: at(`${id}.consent`, toYes) };
  }
}

/** Ticked check boxes send their value; one that is not ticked sends nothing. */
const toYes = (value: string): unknown => (['yes', 'on', 'true', '1'].includes(value) ? true : value);

/** One value as it is, none as undefined, several as the list, which the check then refuses. */
function single(values: readonly string[], read: (value: string) => unknown = (value) => value): unknown {
  const [value] = values;
  if (values.length > 1) return values;
  return value === undefined || value === '' ? undefined : read(value);
}

const toNumber = (value: string): unknown => (/^(?:0|-?[1-9]\d{0,5})$/.test(value) ? Number(value) : value);
