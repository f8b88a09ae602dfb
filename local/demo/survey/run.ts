import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { AnswersAnswer } from '../../../shared/api/answers-schemas.ts';
import type { AmendsConfig } from '../../../shared/config/schema.ts';
import { AnalysisDocument, type SurveyAnalysisRequest } from '../../../shared/domain/analytics/analysis/request.ts';
import { reportPage } from '../../../shared/domain/analytics/report/html.ts';
import type { Report } from '../../../shared/domain/analytics/report/report.ts';
import { LANGUAGES } from '../../../shared/domain/language.ts';
import { localDay } from '../../../shared/domain/metrics/contributions.ts';
import type { LocalCloud } from '../../cloud.ts';
import { type Invariant, invariant } from '../invariant.ts';
import { desk } from '../register-view.ts';
import { rowsOf, WAVES } from './rows.ts';

type DemoConfig = Pick<AmendsConfig, 'brand' | 'branches' | 'standards' | 'surveys'>;
type Wanted = SurveyAnalysisRequest extends infer One ? (One extends SurveyAnalysisRequest ? Omit<One, 'from' | 'to'> : never) : never;

/** What is shown, each under its file name. */
const SHOWN: Readonly<Record<string, Wanted>> = {
  servqual: { kind: 'servqual', survey: 'servqual' },
  index: { kind: 'index', survey: 'index', model: 'ecsi', samples: 200, seed: 1 },
  ipa: { kind: 'ipa', survey: 'dual-rating' },
};
/** Of the longest survey, so many fit the 64 KB that the API takes. */
const ROWS_AT_ONCE = 50;
const DAYS_BACK = 60;
const DAY_MS = 86_400_000;
const COMPUTED_WITHIN_MS = 120_000;

/** The analyses of the demo, and what must be true of them. */
export interface SurveyDemo {
  readonly reports: readonly { readonly name: string; readonly report: Report }[];
  readonly invariants: readonly Invariant[];
}

/** Brings in the answers of the past weeks, and lets the running Amends work out what they say. Writes pages in both languages to `out`. */
export async function runSurveyDemo(
  cloud: LocalCloud,
  config: DemoConfig,
  out: string,
  untilQuiet: () => Promise<void>,
): Promise<SurveyDemo> {
  const now = cloud.now();
  const refused = await bringIn(cloud, config, now);
  await untilQuiet();
  const done = (await analyse(cloud, config, now)).map(reported);
  await writePages(done, config, out, now);
  return {
    reports: done.map(({ name, document: { report } }) => ({ name, report })),
    invariants: [allTaken(refused), ...done.map(restsOnAll)],
  };
}

/** @param most people of each survey, at most; always the last ones. @returns what was refused: nothing, or the demo's answers do not fit its surveys. */
export async function bringIn(
  cloud: LocalCloud,
  { surveys, branches }: Pick<DemoConfig, 'surveys' | 'branches'>,
  now: string,
  most = Number.POSITIVE_INFINITY,
): Promise<string[]> {
  const api = await desk(cloud, 'manager');
  const rows = WAVES.flatMap((wave) =>
    rowsOf(
      wave,
      surveys,
      branches.map(({ id }) => id),
      now,
    ).slice(-most),
  );
  const refused: string[] = [];
  for (let first = 0; first < rows.length; first += ROWS_AT_ONCE) {
    const part = rows.slice(first, first + ROWS_AT_ONCE);
    const { results } = AnswersAnswer.parse(await api.post('/api/answers', { rows: part }));
    for (const { row, outcome } of results) if (outcome !== 'accepted') refused.push(`${part[row]?.externalId} (${outcome})`);
  }
  return refused;
}

interface Analysed {
  readonly name: string;
  readonly document: AnalysisDocument;
}

interface Done extends Analysed {
  readonly document: AnalysisDocument & { readonly report: Report };
}

/** Has the analyses of the demo computed, up to today. */
export async function analyse(cloud: LocalCloud, { brand }: Pick<DemoConfig, 'brand'>, now: string): Promise<Analysed[]> {
  const api = await desk(cloud, 'manager');
  const from = localDay(new Date(Date.parse(now) - DAYS_BACK * DAY_MS).toISOString(), brand.timeZone);
  const to = localDay(now, brand.timeZone);
  const asked = [];
  for (const [name, wanted] of Object.entries(SHOWN)) {
    asked.push({ name, id: AnalysisDocument.parse(await api.post('/api/analyses', { ...wanted, from, to })).id });
  }
  await cloud.idle(COMPUTED_WITHIN_MS);
  return Promise.all(asked.map(async ({ name, id }) => ({ name, document: await api.get(`/api/analyses/${id}`, AnalysisDocument) })));
}

function reported({ name, document }: Analysed): Done {
  if (document.report === undefined) throw new Error(`analysis "${name}": expected its report, came state "${document.state}"`);
  return { name, document: { ...document, report: document.report } };
}

async function writePages(done: readonly Done[], { brand, standards }: DemoConfig, out: string, now: string): Promise<void> {
  await mkdir(out, { recursive: true });
  for (const { name, document } of done) {
    for (const language of LANGUAGES) {
      const page = reportPage({
        ...{ report: document.report, language, brandName: brand.name[language], owner: standards.owner?.[language] },
        day: localDay(now, brand.timeZone),
      });
      await writeFile(join(out, language === 'en' ? `${name}.html` : `${name}.${language}.html`), page);
    }
  }
}

const allTaken = (refused: readonly string[]): Invariant => {
  const people = WAVES.reduce((sum, wave) => sum + wave.people, 0);
  return invariant('answers brought in', refused.length === 0, `${people} past answers taken in`, refused);
};

function restsOnAll({ name, document: { basis } }: Done): Invariant {
  const wave = WAVES.find(({ survey }) => survey === SHOWN[name]?.survey);
  const responses = basis?.responses ?? 0;
  return invariant(`${name} rests on all answers`, responses === wave?.people, `${responses} of ${wave?.people}`, []);
}
