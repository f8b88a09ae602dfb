import { CANNOT_SAY } from '../../../shared/domain/survey/reading.ts';
import type { Question } from '../../../shared/domain/survey/survey.ts';
import { type DayOrder, dayIn } from './times.ts';

/** What stands instead of a value that cannot be read: what was expected. Never what came. */
export class Expected {
  readonly message: string;
  constructor(message: string) {
    this.message = message;
  }
}

const CANNOT_SAY_WORDS: ReadonlySet<string> = new Set([
  ...['cannot say', 'can not say', "can't say", 'can’t say', 'cannot-say', "don't know", 'don’t know', 'do not know', 'dont know'],
  ...['no opinion', 'not applicable', 'n/a', 'na', 'n.a.', 'no experience'],
  ...['无法评价', '无法回答', '说不清', '说不好', '不清楚', '不知道', '不了解', '不适用', '没有体验', '未体验'],
]);
const YES: ReadonlySet<string> = new Set(['yes', 'y', 'true', '1', '是', '同意']);
const NO: ReadonlySet<string> = new Set(['no', 'n', 'false', '0', '否', '不同意']);

/** As it is compared: full-width digits are digits, "Ｎ／Ａ" is "n/a". */
const folded = (cell: string) => cell.normalize('NFKC').trim().toLowerCase();

export function yesOrNo(cell: string): boolean | Expected {
  const word = folded(cell);
  if (YES.has(word)) return true;
  return NO.has(word) ? false : new Expected('expected yes or no (是 or 否)');
}

/** A cell of answers as `readAnswers` takes it at this place. */
export function readAnswer(question: Question, path: readonly string[], cell: string, days: DayOrder | undefined): unknown {
  switch (question.kind) {
    case 'scale':
    case 'matrix':
    case 'pairs':
      return readRating(question, cell);
    case 'rank':
      return path.length > 1 ? readPlace(cell, question.options.length) : listIn(cell).map((part) => optionIn(question.options, part));
    case 'choice':
      return optionIn(question.options, cell.trim());
    case 'choices':
      return listIn(cell).map((part) => optionIn(question.options, part));
    case 'reasons':
      return listIn(cell).map((part) =>
        optionIn(
          question.options.map(({ topic, text }) => ({ id: topic, text })),
          part,
        ),
      );
    case 'date':
      return dayIn(cell, days) ?? new Expected('expected a day such as 2026-03-14');
    case 'consent':
      return yesOrNo(cell);
    default:
      return cell;
  }
}

/** A whole number of the scale, which spreadsheets may write 5.0; words are no numbers, whatever they say. */
function readRating({ min, max }: { readonly min: number; readonly max: number }, cell: string): unknown {
  const text = folded(cell);
  if (CANNOT_SAY_WORDS.has(text)) return CANNOT_SAY;
  if (/^[+-]?\d{1,9}(\.0*)?$/.test(text)) {
    const value = Number(text);
    return value >= min && value <= max ? value : new Expected(`expected a whole number from ${min} to ${max}, came one beyond it`);
  }
  if (min === 0 && max === 1 && (YES.has(text) || NO.has(text))) return YES.has(text) ? 1 : 0;
  if (/^[+-]?\d+[.,]\d+$/.test(text)) return new Expected(`expected a whole number from ${min} to ${max}, came a fraction`);
  return new Expected(`expected a whole number from ${min} to ${max}, or "cannot say" (无法评价), came words`);
}

function readPlace(cell: string, places: number): unknown {
  const text = folded(cell);
  return /^\d{1,2}(\.0*)?$/.test(text) ? Number(text) : new Expected(`expected a place from 1 to ${places}`);
}

/** Options of one cell: `a; b`, `a | b`, `a > b`, one to a line. A comma may be part of an option's words, so it parts none unless it is Chinese. */
const listIn = (cell: string): string[] =>
  cell
    .split(/[;|>\n；┋、]/)
    .map((part) => part.trim())
    .filter((part) => part !== '');

/** Its id, by id or by its words in either language; what is none of them is left for the survey's own check to refuse. */
const optionIn = (options: readonly { readonly id: string; readonly text: { en: string; 'zh-Hans': string } }[], words: string): string => {
  const meant = folded(words);
  return options.find(({ id, text }) => [id, text.en, text['zh-Hans']].some((name) => folded(name) === meant))?.id ?? words;
};
