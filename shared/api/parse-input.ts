import type * as z from 'zod/mini';
import en from 'zod/v4/locales/en.js';
import { type InputIssue, invalidInput } from '../domain/errors.ts';
import { nameable } from '../domain/survey/reading.ts';

const { localeError } = en();

/**
 * What came in, as the schema knows it.
 * @param what as people call it, e.g. "query".
 * @throws AmendsError 422 with one issue per fault: the field and what was expected there, never the value.
 */
export function parseInput<Output>(schema: z.ZodMiniType<Output>, input: unknown, what: string): Output {
  const parsed = schema.safeParse(input, { error: localeError });
  if (parsed.success) return parsed.data;
  throw invalidInput(`The ${what} is not as expected.`, parsed.error.issues.flatMap(toIssues));
}

function toIssues(issue: z.core.$ZodIssue): InputIssue[] {
  const at = issue.path.map(String);
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => ({ field: [...at, nameable(key)].join('.'), reason: 'not known here; see /docs for what is' }));
  }
  return [{ field: at.join('.'), reason: issue.message }];
}
