import type { Localized } from '../../../shared/domain/language.ts';
import { plusDays } from '../../../shared/domain/metrics/plain-days.ts';
import type { House } from '../../browser/parts/signed-in.tsx';
import { type Days, lengthOf } from '../days.ts';
import type { Mark } from '../marks/mark.ts';

type Label = string | Localized;
type Survey = House['surveys'][number];

/** Which half of a pair says how we do. */
const HALVES: Readonly<Record<string, string>> = { 'expectation-perception': 'perception', 'importance-satisfaction': 'satisfaction' };
/** `GET /api/feedback` takes so many days at most. */
const MAX_DAYS = 366;

const isSame = (label: Label, id: string, text: Localized | undefined) =>
  typeof label === 'string' ? label === id : text?.en === label.en;

/** The question that a picture calls by this label, as its answers are named. */
function questionOf(label: Label, { questions }: Pick<Survey, 'questions'>): string | undefined {
  for (const { id, text, rows = [], pair } of questions) {
    if (isSame(label, id, text)) return id;
    const row = rows.find((one) => isSame(label, `${id}.${one.id}`, one.text));
    if (row !== undefined) return [id, row.id, ...(pair === undefined ? [] : [HALVES[pair] ?? ''])].join('.');
  }
  return undefined;
}

/** What is behind a mark of an analysis: those who answered its question, or all who answered the survey. */
export function behind(label: Label, survey: Survey | undefined, days: Days): Mark | undefined {
  if (survey === undefined) return undefined;
  const question = questionOf(label, survey);
  const from = lengthOf(days) > MAX_DAYS ? plusDays(days.to, 1 - MAX_DAYS) : days.from;
  return { from, to: days.to, survey: survey.id, ...(question !== undefined && { question }) };
}
