import type { LocalCloud } from '../cloud.ts';

const SOURCES = ['shop', 'typeform', 'tally', 'delighted'];

/** Secrets of the default config's sources as their providers know them: the newest, where one is being rotated. */
export async function sourceSecrets(cloud: LocalCloud): Promise<(source: string) => string> {
  const secrets = new Map<string, string>();
  for (const source of SOURCES) secrets.set(source, (await cloud.secret(`amends/source/${source}`)).split(/\s+/)[0] ?? '');
  return (source) => secrets.get(source) ?? '';
}
