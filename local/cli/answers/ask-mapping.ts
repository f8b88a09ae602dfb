import type { Survey } from '../../../shared/domain/survey/survey.ts';
import { Failure, table } from '../output.ts';
import { type Given, type Mapping, mappingOf, namesOf, shortened } from './mapping.ts';

/** Puts a question to whoever sits there and answers what they typed. */
export type Ask = (question: string) => Promise<string>;

/**
 * Asks for every column that its name does not propose, shows the whole and asks whether it is right.
 * @throws Failure where it is not.
 */
export async function askMapping(survey: Survey, header: readonly string[], given: Given, ask: Ask): Promise<Mapping> {
  const names = namesOf(survey);
  const asked = new Map(given);
  for (const [i, target] of mappingOf(survey, header, given).entries()) {
    const column = `#${i + 1}`;
    if (target !== undefined || given.has(column) || given.has(header[i]?.trim() ?? '')) continue;
    asked.set(
      column,
      await wishFor(`Column ${i + 1} "${shortened(header[i] ?? '')}" is (Enter: leave it out, ?: what there is): `, names, ask),
    );
  }
  const mapping = mappingOf(survey, header, asked);
  const answer = await ask(`\n${inWords(header, mapping)}\n\nBring it in like this? [y/N] `);
  if (!/^(y|yes|是|好)$/i.test(answer.trim()))
    throw new Failure('nothing was brought in. Say what the columns are with --map COLUMN=question.');
  return mapping;
}

async function wishFor(question: string, names: readonly string[], ask: Ask): Promise<string> {
  for (let prompt = question; ; ) {
    const wish = (await ask(prompt)).trim();
    if (wish === '' || wish === '-' || names.includes(wish)) return wish;
    prompt = `${wish === '?' ? '' : 'There is no such thing. '}One of ${names.join(', ')}\n${question}`;
  }
}

export const inWords = (header: readonly string[], mapping: Mapping): string =>
  table(
    ['COLUMN', 'NAME', 'IS'],
    header.map((name, i) => [String(i + 1), shortened(name), mapping[i]?.name ?? '– left out']),
  );
