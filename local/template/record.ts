/** JSON as the template has it: nothing is known of it until looked at. */
export type Json = Readonly<Record<string, unknown>>;

export const isRecord = (value: unknown): value is Json => typeof value === 'object' && value !== null && !Array.isArray(value);

/** CloudFormation writes one of something and many of something differently. */
export const listOf = (value: unknown): readonly unknown[] => (value === undefined ? [] : Array.isArray(value) ? value : [value]);

export const stringsOf = (value: unknown): readonly string[] => listOf(value).filter((entry) => typeof entry === 'string');
