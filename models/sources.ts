import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import * as z from 'zod/mini';
import type { Topic } from '../shared/domain/understand/understanding.ts';
import { readCorpus } from './corpus.ts';
import type { Example } from './example.ts';
import { PUBLIC_SETS, type PublicSet } from './public-sets.ts';

/** A set of labelled texts, as the manifest names it. */
export interface Source {
  readonly name: string;
  readonly licence: string;
  /** SHA-256 of the file or files, hexadecimal. */
  readonly sha256: string;
  readonly examples: readonly Example[];
}

const Row = z.looseObject({ text: z.string() });
/**
 * The public sets in `folder`, those that are there.
 * @throws Error naming a file that has another form than its set.
 */
export function readPublicSets(folder: string): { sources: Source[]; missing: string[] } {
  const sources: Source[] = [];
  const missing: string[] = [];
  for (const set of PUBLIC_SETS) {
    let packed: Buffer;
    try {
      packed = readFileSync(join(folder, set.file));
    } catch (error) {
      if (error instanceof Error && 'code' in error && error.code === 'ENOENT') {
        missing.push(set.file);
        continue;
      }
      throw error;
    }
    sources.push({
      name: set.name,
      licence: set.licence,
      sha256: createHash('sha256').update(packed).digest('hex'),
      examples: examplesOf(set, packed),
    });
  }
  return { sources, missing };
}

function examplesOf(set: PublicSet, packed: Buffer): Example[] {
  const lines = gunzipSync(packed)
    .toString('utf8')
    .split('\n')
    .filter((line) => line !== '');
  return lines.flatMap((line) => {
    const row: unknown = JSON.parse(line);
    const { text } = Row.parse(row);
    const told = set.read(row, text);
    return told === undefined ? [] : [{ text, language: set.language, source: set.name, weight: set.weight, ...told }];
  });
}

/** What lies in `models/data`, as one source per language. */
export function readWritten(): Source[] {
  const { texts, problems } = readCorpus();
  if (problems.length > 0) throw new Error(`models/data: ${problems.length} lines could not be read, the first: ${problems[0]}`);
  return (['en', 'zh'] as const).map((language) => {
    const own = texts.filter((text) => text.language === language);
    const all = new Set<Topic>(own.flatMap(({ topics }) => topics.map(({ topic }) => topic)));
    const hash = createHash('sha256');
    const examples = own.map((one): Example => {
      hash.update(`${JSON.stringify({ ...one, place: undefined })}\n`);
      const named = new Set(one.topics.map(({ topic }) => topic));
      return {
        text: one.text,
        language,
        source: `written_${language}`,
        group: one.author,
        isHeldOut: one.isHeldOut,
        weight: 1,
        sentiment: one.sentiment,
        topics: { named, covered: all },
        intent: one.intent,
        flags: one.flags,
        isSerious: one.severity >= 3,
      };
    });
    return { name: `written_${language}`, licence: 'Apache-2.0', sha256: hash.digest('hex'), examples };
  });
}
