import { type Command, InvalidArgumentError } from 'commander';

function pageSize(text: string): string {
  const size = Number(text);
  if (!Number.isInteger(size) || size < 1 || size > 100) throw new InvalidArgumentError('expected a whole number from 1 to 100.');
  return text;
}

/** What every list takes. */
export const listOptions = (command: Command): Command =>
  command
    .option('--limit <n>', 'lines at most, 1 to 100', pageSize, '25')
    .option('--cursor <cursor>', 'go on where the previous page ended')
    .option('--json', 'as JSON');

/** The query string of those options that were given. */
export function pageQuery(options: Readonly<Record<string, unknown>>, also: readonly string[] = []): URLSearchParams {
  const query = new URLSearchParams();
  for (const name of ['limit', 'cursor', ...also]) {
    const value = options[name];
    if (typeof value === 'string') query.set(name, value);
  }
  return query;
}
