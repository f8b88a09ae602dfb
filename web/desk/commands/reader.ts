/** What is wrong with a field, before anything is sent. */
export interface FieldIssue {
  readonly field: string;
  readonly reason: 'required' | 'number' | 'time';
}

export const isKey = <Key extends string>(words: Readonly<Record<Key, unknown>>, key: string): key is Key => Object.hasOwn(words, key);

export type Reader = ReturnType<typeof reader>;

/**
 * Reads what was typed into a form. Where something is missing it notes an issue and gives a stand-in: whoever asks looks at `issues` before they use
 * what came out.
 * @param values by name of the field; what is not there or blank was not filled in. A box that is ticked is `yes`.
 * @param instant the moment that a wall time of the house is.
 */
export function reader(values: Readonly<Record<string, string>>, instant: (wallTime: string) => string | undefined) {
  const issues: FieldIssue[] = [];
  const given = (field: string) => (values[field] ?? '').trim();
  const wrong = <Value>(field: string, reason: FieldIssue['reason'], standIn: Value): Value => {
    issues.push({ field, reason });
    return standIn;
  };
  return {
    issues,
    has: (field: string) => given(field) !== '',
    text: (field: string) => given(field) || wrong(field, 'required', ''),
    isTicked: (field: string) => given(field) === 'yes',
    /** One of the words' keys. */
    choice<Key extends string>(field: string, words: Readonly<Record<Key, unknown>>, standIn: Key): Key {
      const value = given(field);
      return isKey(words, value) ? value : wrong(field, 'required', standIn);
    },
    number(field: string): number {
      const value = Number(given(field));
      return given(field) !== '' && Number.isFinite(value) ? value : wrong(field, 'number', 0);
    },
    moment(field: string): string {
      const value = given(field);
      return value === '' ? wrong(field, 'required', '') : (instant(value) ?? wrong(field, 'time', ''));
    },
  };
}
