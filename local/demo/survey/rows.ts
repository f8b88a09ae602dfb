import { seededRandom } from '../../../shared/domain/analytics/random.ts';
import type { AnswersRow } from '../../../shared/domain/intake/answers-row.ts';
import { LANGUAGES } from '../../../shared/domain/language.ts';
import type { Survey } from '../../../shared/domain/survey/survey.ts';
import { respond } from './respond.ts';

/** Answers of a past time, by survey: what a house that begins with Amends brings along. */
interface Wave {
  readonly survey: string;
  readonly people: number;
  /** Spread over so many days, up to yesterday. */
  readonly days: number;
}

/** A month of the ordinary survey in each of three months, so that there is a trend; the longer ones as a campaign of four weeks each. */
export const WAVES: readonly Wave[] = [
  { survey: 'service', people: 390, days: 91 },
  { survey: 'servqual', people: 120, days: 28 },
  { survey: 'dual-rating', people: 120, days: 28 },
  { survey: 'index', people: 200, days: 28 },
];

/** The external id, with its survey's, of the last row that comes in. */
export function lastAnswer(): string {
  const { survey, people } = WAVES[WAVES.length - 1] ?? { survey: '', people: 1 };
  return `${survey}:demo-${survey}-${people - 1}`;
}

const DAY_MS = 86_400_000;
/** What happened: from two weeks ago on things went worse, in the south above all. In standard deviations. */
const WORSE_FOR_DAYS = 14;
const shiftOf = (daysAgo: number, branch: string) => (branch === 'south' ? -0.3 : 0.2) - (daysAgo <= WORSE_FOR_DAYS ? 0.6 : 0);

/** One row for each made-up customer, the same ones in every run. @param now instant that days are counted back from. */
export function rowsOf(
  { survey: id, people, days }: Wave,
  surveys: readonly Survey[],
  branches: readonly string[],
  now: string,
): AnswersRow[] {
  const survey = surveys.find((one) => one.id === id);
  if (survey === undefined) throw new Error(`the demo asks the survey "${id}": expected it among the surveys of amends.config.ts`);
  const random = seededRandom(people);
  return Array.from({ length: people }, (_, i): AnswersRow => {
    const daysAgo = 1 + (i % days);
    const branch = branches[i % branches.length] ?? '';
    return {
      externalId: `demo-${id}-${i}`,
      at: new Date(Date.parse(now) - daysAgo * DAY_MS).toISOString(),
      channel: 'form',
      survey: id,
      branch,
      language: LANGUAGES[i % LANGUAGES.length],
      answers: respond(survey, shiftOf(daysAgo, branch), random),
    };
  });
}
