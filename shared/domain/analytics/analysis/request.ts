import * as z from 'zod/mini';
import { Channel, Instant } from '../../feedback.ts';
import { COUNTED_LANGUAGES, COUNTED_TIERS } from '../../metrics/counted.ts';
import { PERIOD_KINDS } from '../../metrics/period.ts';
import { Topic } from '../../understand/understanding.ts';
import { IndexModel } from '../index/model.ts';
import { Report } from '../report/report.ts';

const Day = z.string().check(z.iso.date('expected a day that exists, YYYY-MM-DD'));
const Question = z.string().check(z.minLength(1), z.maxLength(100));
const Items = z.array(Question).check(z.minLength(1), z.maxLength(200));
const SurveyId = z.string().check(z.minLength(1), z.maxLength(60));

const BranchId = z.string().check(z.maxLength(60));

/** Which of the answers: what holds for all that is named. Languages and tiers as figures know them, the rest together or unknown. */
const where = {
  channel: z.optional(Channel),
  /** Ticked, or read from the words. */
  topic: z.optional(Topic),
  language: z.optional(z.enum(COUNTED_LANGUAGES)),
  tier: z.optional(z.enum(COUNTED_TIERS)),
};

/** Whose answers: of one survey, from one day of the brand's zone to another, both included; of one branch where it is named. */
const asked = { survey: SurveyId, from: Day, to: Day, branch: z.optional(BranchId), where: z.optional(z.strictObject(where)) };
const seed = z.optional(z.number().check(z.minimum(0), z.maximum(4_294_967_295)));
/** Resamples: more than a thousand would not end within a function's time. */
const samples = z.optional(z.int().check(z.minimum(0), z.maximum(1000)));

/** What may be asked of the answers to a survey. Questions that are not named are found by how answers are named and measured. */
const OF_SURVEY = [
  /** CSAT, NPS, CES and other ratings, question by question (R10, R14). */
  z.strictObject({ kind: z.literal('ratings'), ...asked, items: z.optional(Items) }),
  /** Gaps between expectation and perception (R13). */
  z.strictObject({ kind: z.literal('servqual'), ...asked }),
  /** The five gaps of the organisation (R13): what managers and staff answered to surveys of their own. */
  z.strictObject({ kind: z.literal('gaps5'), ...asked, managers: SurveyId, staff: SurveyId }),
  /** The satisfaction coefficient of each item asked for expectation and perception (R12). */
  z.strictObject({ kind: z.literal('coefficient'), ...asked, items: z.optional(Items) }),
  /** A structural model of satisfaction (R14). */
  z.strictObject({
    kind: z.literal('index'),
    ...asked,
    model: z.union([z.enum(['ecsi', 'acsi', 'ccsi']), IndexModel]),
    scheme: z.optional(z.enum(['path', 'centroid', 'factorial'])),
    missing: z.optional(z.enum(['mean', 'listwise'])),
    samples,
    seed,
  }),
  /** What drives a question that asks for the whole (R23). */
  z.strictObject({ kind: z.literal('drivers'), ...asked, target: Question, items: z.optional(Items), samples, seed }),
  /** Importance against performance (R14, R23). */
  z.strictObject({ kind: z.literal('ipa'), ...asked, items: z.optional(Items), crosshair: z.optional(z.enum(['means', 'midpoints'])) }),
  /** Dual rating, importance times satisfaction (R14). */
  z.strictObject({ kind: z.literal('dual'), ...asked, items: z.optional(Items), form: z.optional(z.enum(['classic', 'improved'])) }),
  /** Attitude against behaviour (R15). */
  z.strictObject({
    kind: z.literal('loyalty'),
    ...asked,
    attitude: Question,
    behaviour: Question,
    behaviourFrom: z.number(),
    attitudeFrom: z.optional(z.number()),
  }),
  /** Branches by the mean of a question (R20). */
  z.strictObject({ kind: z.literal('branches'), ...asked, item: Question, better: z.optional(z.enum(['high', 'low'])) }),
  /** The mean of a question over time (R23). */
  z.strictObject({ kind: z.literal('trend'), ...asked, item: Question, by: z.optional(z.enum(['week', 'month'])) }),
  /** Two questions against each other, or a question and `branch` (R23). */
  z.strictObject({ kind: z.literal('crosstab'), ...asked, rows: Question, columns: Question, seed }),
] as const;
export const SurveyAnalysisRequest = z.discriminatedUnion('kind', OF_SURVEY);
export type SurveyAnalysisRequest = z.infer<typeof SurveyAnalysisRequest>;

/** CSAT, NPS, effort and sentiment of any combination of filters, of all surveys where none is named: buckets know one filter at a time. */
export const FiguresRequest = z.strictObject({
  kind: z.literal('figures'),
  from: Day,
  to: Day,
  where: z.optional(z.strictObject({ survey: z.optional(SurveyId), branch: z.optional(BranchId), ...where })),
  /** A series beside the whole. */
  per: z.optional(z.enum(PERIOD_KINDS)),
});
export type FiguresRequest = z.infer<typeof FiguresRequest>;

/** All that may be asked of answers. */
export const AnalysisRequest = z.discriminatedUnion('kind', [...OF_SURVEY, FiguresRequest]);
export type AnalysisRequest = z.infer<typeof AnalysisRequest>;
export const ANALYSIS_KINDS = [
  ...([
    'ratings',
    'servqual',
    'gaps5',
    'coefficient',
    'index',
    'drivers',
    'ipa',
    'dual',
    'loyalty',
    'branches',
    'trend',
    'crosstab',
  ] as const),
  'figures',
] as const satisfies readonly AnalysisRequest['kind'][];
export type AnalysisKind = SurveyAnalysisRequest['kind'];
export type RequestOf<Kind extends AnalysisKind> = Extract<SurveyAnalysisRequest, { kind: Kind }>;

/** The survey that is asked of; figures may be of all. */
export const surveyOf = (request: AnalysisRequest): string | undefined =>
  request.kind === 'figures' ? request.where?.survey : request.survey;

/** The branch, where it is named. */
export const branchOf = (request: AnalysisRequest): string | undefined =>
  request.kind === 'figures' ? request.where?.branch : request.branch;

export const AnalysisId = z.string().check(z.regex(/^[a-z2-7]{26}$/, 'expected the id of an analysis: 26 letters and digits'));

/** What an analysis rests on. */
export const AnalysisBasis = z.strictObject({
  /** Responses that were looked at; each figure says by itself how many of them it rests on. */
  responses: z.int().check(z.minimum(0)),
  /** Day of the first and the last of them. */
  firstDay: z.optional(Day),
  lastDay: z.optional(Day),
});
export type AnalysisBasis = z.infer<typeof AnalysisBasis>;

/**
 * Why an analysis came to nothing. `not-computable`: these answers make it fail each time. `gave-up`: it failed as often as it was tried, or took more
 * time or memory than there is. `not-queued`: the request did not get on its way.
 */
const ANALYSIS_FAILURES = ['not-computable', 'gave-up', 'not-queued'] as const;
export type AnalysisFailure = (typeof ANALYSIS_FAILURES)[number];

/** An analysis as it is kept: `waiting` until it is computed or has failed for good, and again when it is asked for once more. */
export const AnalysisDocument = z.strictObject({
  id: AnalysisId,
  request: AnalysisRequest,
  state: z.enum(['waiting', 'done', 'failed']),
  /** Why it has failed. */
  failure: z.optional(z.enum(ANALYSIS_FAILURES)),
  requestedAt: Instant,
  computedAt: z.optional(Instant),
  basis: z.optional(AnalysisBasis),
  /** The figures as data; their fields are those of the kind, see docs/analyses.md. */
  result: z.optional(z.record(z.string(), z.unknown())),
  /** The same for people, in both languages. */
  report: z.optional(Report),
});
export type AnalysisDocument = z.infer<typeof AnalysisDocument>;

/** Any days: what is checked is the rest. */
const SOME_DAYS = { from: '2026-01-01', to: '2026-01-31' };

/** An analysis that is computed by the clock, of whole months once they are over. */
export const PlannedAnalysis = z.strictObject({
  id: z.string().check(z.regex(/^[a-z][a-z0-9-]{0,39}$/, 'lower-case letters, digits and hyphens, at most 40')),
  /** As `SurveyAnalysisRequest`, without its days. */
  request: z.record(z.string(), z.unknown()).check(
    z.superRefine((request, context) => {
      const { error } = SurveyAnalysisRequest.safeParse({ ...request, ...SOME_DAYS });
      for (const { path, message } of error?.issues ?? [])
        context.issues.push({ code: 'custom', path: [...path], message, input: request });
    }),
  ),
  /** Months that it looks back over; 1: the last one alone. */
  months: z._default(z.int().check(z.minimum(1), z.maximum(36)), 1),
});
export type PlannedAnalysis = z.infer<typeof PlannedAnalysis>;
