import { basename } from 'node:path';
import { readCorpus } from './corpus.ts';
import { findNearDuplicates } from './near-duplicates.ts';

/** Says what the written sentences are and what is wrong with them. Arguments name files to report on; the comparison is with all. */
function checkCorpus(only: readonly string[]): number {
  const { texts, problems } = readCorpus();
  const isAsked = (place: string): boolean => only.length === 0 || only.some((name) => place.includes(basename(name)));
  const found = problems.filter(isAsked);
  for (const language of ['en', 'zh'] as const) {
    const own = texts.filter((text) => text.language === language);
    for (const { first, second, share } of findNearDuplicates(
      own.map(({ text }) => text),
      language,
    )) {
      const [a, b] = [own[first], own[second]];
      if (a !== undefined && b !== undefined && isAsked(b.place))
        found.push(`${b.place}: like ${a.place} (${share.toFixed(2)}): ${b.text.slice(0, 60)}`);
    }
    console.log(
      `${language}: ${own.length} texts of ${new Set(own.map(({ author }) => author)).size} authors, ${own.filter(({ isHeldOut }) => isHeldOut).length} held out`,
    );
  }
  for (const problem of found) console.error(problem);
  console.log(found.length === 0 ? 'no problems' : `${found.length} problems`);
  return found.length === 0 ? 0 : 1;
}

process.exitCode = checkCorpus(process.argv.slice(2));
