import type { Survey } from '../survey/survey.ts';
import { HONEYPOT } from './form.ts';

/** More fields than any survey has; the rest is not looked at. */
export const MAX_FIELDS = 200;

/** Fields of a submission beside the answers. No question may be called so: in a page's form they share one flat space of names. */
const ENVELOPE_FIELDS = ['submissionId', 'language', 'branch', 'startToken', HONEYPOT];

/**
 * The fields of a page's form (`application/x-www-form-urlencoded`) in the shape of the JSON body, to be checked by `readSubmission`.
 * Names are flat: a question's id, `contact.name`, `contact.email`, `contact.consent`, `submissionId` …; `reasons` may repeat.
 * Returns undefined where there are more fields than `MAX_FIELDS`.
 */
export function fromFields(survey: Survey, fields: URLSearchParams): unknown {
  if (fields.size > MAX_FIELDS) return undefined;
  const envelope = new Map<string, unknown>();
  const answers = new Map<string, unknown>();
  const known = new Set<string>(ENVELOPE_FIELDS);
  for (const question of survey.questions) {
    if (question.kind !== 'contact') known.add(question.id);
    switch (question.kind) {
      case 'scale':
        answers.set(question.id, single(fields.getAll(question.id), toNumber));
        break;
      case 'reasons':
        answers.set(question.id, fields.getAll(question.id));
        break;
      case 'comment':
        answers.set(question.id, single(fields.getAll(question.id)));
        break;
      case 'contact':
        answers.set(question.id, contactOf(question.id, fields, known));
        break;
    }
  }
  for (const name of ENVELOPE_FIELDS) envelope.set(name, single(fields.getAll(name)));
  for (const name of new Set(fields.keys())) if (!known.has(name)) answers.set(name, fields.get(name));
  return Object.fromEntries([...envelope, ['answers', Object.fromEntries(answers)]]);
}

/** Ticked check boxes send their value; one that is not ticked sends nothing. */
function contactOf(id: string, fields: URLSearchParams, known: Set<string>): unknown {
  for (const part of ['name', 'email', 'consent']) known.add(`${id}.${part}`);
  return {
    name: single(fields.getAll(`${id}.name`)),
    email: single(fields.getAll(`${id}.email`)),
    consent: single(fields.getAll(`${id}.consent`), (value) => (['yes', 'on', 'true', '1'].includes(value) ? true : value)),
  };
}

/** One value as it is, none as undefined, several as the list, which the check then refuses. */
function single(values: readonly string[], read: (value: string) => unknown = (value) => value): unknown {
  const [value] = values;
  if (values.length > 1) return values;
  return value === undefined || value === '' ? undefined : read(value);
}

const toNumber = (value: string): unknown => (/^(?:0|-?[1-9]\d{0,5})$/.test(value) ? Number(value) : value);
