import type { House } from '../../browser/parts/signed-in.tsx';
import { chosenIn } from '../filters.ts';
import { nameOf } from '../names.ts';
import type { Speech } from '../speech.ts';
import type { Mark } from './mark.ts';

type Named = Pick<House, 'branches' | 'surveys'>;

/** What a mark stands for, e.g. `NPS 6`, `CSAT`, `Unhappy`; and what it is narrowed to. */
export function describe(mark: Mark, house: Named, speech: Speech): { readonly what: string; readonly within: string } {
  const { say } = speech;
  const parts = [
    mark.question !== undefined && say('answersTo', { question: questionName(mark, house, speech) }),
    mark.band !== undefined && say(`band.${mark.band}`),
    mark.metric !== undefined && say('metricName', { metric: mark.metric }),
    mark.sentiment !== undefined && say('sentimentName', { sentiment: mark.sentiment }),
    mark.unhappy !== undefined && say('unhappyFeedback'),
    mark.hasCase !== undefined && say('withCase'),
  ].filter((part) => part !== false);
  const value = mark.value === undefined ? '' : say('ofValue', { value: mark.value, max: mark.max ?? 0 });
  const filters = chosenIn(mark).map(([dimension, one]) => nameOf(dimension, one, house, speech));
  return {
    what: (parts.join(say('comma')) || say('allFeedback')) + value,
    within: [speech.days(mark), ...filters].join(' · '),
  };
}

/** The words of a question or of a row of its matrix or pairs; a question that is no more is called by its id. */
function questionName({ question = '', survey }: Mark, { surveys }: Named, { language }: Speech): string {
  const [id, row] = question.split('.');
  const found = surveys.find((one) => one.id === survey)?.questions.find((one) => one.id === id);
  return found?.rows?.find((one) => one.id === row)?.text[language] ?? found?.text?.[language] ?? question;
}
