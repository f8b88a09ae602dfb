/** Options that say which stored answers; a file is taken whole. */
const OF_STORED = ['survey', 'from', 'to', 'branch'] as const;
/** Options that say how a file is read. */
const OF_FILES = ['encoding', 'separator', 'id', 'scale'] as const;

/** What is wrong with options that would change nothing: they are refused, lest somebody believe that they did. */
export function misplacedOptions(options: Readonly<Record<string, unknown>>): string | undefined {
  const isFile = options['in'] !== undefined;
  const given = (isFile ? OF_STORED : OF_FILES).filter((name) => options[name] !== undefined).map((name) => `--${name}`);
  if (given.length > 0) {
    return isFile
      ? `${given.join(', ')}: of stored answers; a file (--in) is taken whole. Leave out the one or the other.`
      : `${given.join(', ')}: of a file. Name it with --in, or leave this out.`;
  }
  const { target, items, rows, columns } = options;
  if (Array.isArray(items) && target !== undefined && items.includes(target))
    return '--items: expected others than --target, which they are to explain.';
  if (rows !== undefined && rows === columns) return '--columns: expected another question than --rows.';
  return options['html'] === true && options['json'] === true ? '--html or --json, not both.' : undefined;
}
