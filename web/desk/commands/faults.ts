import type { ApiFault } from '../../browser/api/fault.ts';
import { sentenceOf } from '../../browser/common-words.ts';
import { sayKnown } from '../words.ts';

/** Why a command was refused: in the page's language where the desk knows the reason by its code, as the API said it otherwise. */
export function refusalWords(fault: ApiFault): string {
  const known = sayKnown(`refusal-${fault.code ?? ''}`);
  if (known !== undefined) return known;
  if (fault.kind === 'conflict' && fault.problem !== undefined) return fault.problem.title;
  return sentenceOf(fault);
}
