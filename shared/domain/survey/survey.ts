import * as z from 'zod/mini';
import { Metric } from '../feedback.ts';
import { Localized } from '../language.ts';
import { Topic } from '../understand/understanding.ts';

const Id = z.string().check(z.regex(/^[a-z][a-z0-9-]{0,39}$/, 'lower-case letters, digits and hyphens, at most 40'));

/**
 * Asked only where an earlier question was answered so: with one of these options, or with a rating within these bounds. A question that was not
 * answered, or not asked, meets no condition.
 */
export const Condition = z.union([
  z.strictObject({ question: Id, is: z.array(z.string()).check(z.minLength(1)) }),
  z.strictObject({ question: Id, atLeast: z.optional(z.number()), atMost: z.optional(z.number()) }),
]);
export type Condition = z.infer<typeof Condition>;

const asked = {
  id: Id,
  text: Localized,
  hint: z.optional(Localized),
  showIf: z.optional(Condition),
  /** A page of a longer survey begins here. */
  startsPage: z.optional(z.boolean()),
  /** Id of the department that answers for what is asked: a bad answer goes to it (R10). */
  department: z.optional(z.string()),
};

/** A scale of whole numbers, both ends named: 1–3 … 1–10, 0–10, 1–7. */
const scale = { min: z.int(), max: z.int(), minLabel: Localized, maxLabel: Localized };
const isScale = z.refine<{ readonly min: number; readonly max: number }>(
  ({ min, max }) => min < max && max - min <= 10,
  'max must be above min, by 10 at most',
);
/** May "cannot say" be answered? It is no 0 and no middle: it is counted as what it is, and left out of figures. */
const hasCannotSay = z._default(z.boolean(), false);
const Option = z.strictObject({ id: Id, text: Localized });
const Options = z.array(Option).check(z.minLength(2), z.maxLength(50));
const isRequired = z._default(z.boolean(), false);

/** A rating on a scale of whole numbers; what it measures is its metric. */
export const ScaleQuestion = z
  .strictObject({ kind: z.literal('scale'), ...asked, metric: Metric, ...scale, hasCannotSay, isRequired: z.boolean() })
  .check(isScale);

/** Several may be ticked; each stands for a topic. */
export const ReasonsQuestion = z.strictObject({
  kind: z.literal('reasons'),
  ...asked,
  options: z.array(z.strictObject({ topic: Topic, text: Localized })).check(z.minLength(1)),
});

/** One of several, e.g. how the customer bought, or an age group of the profile. */
export const ChoiceQuestion = z.strictObject({ kind: z.literal('choice'), ...asked, options: Options, isRequired });

/** Any of several. */
export const ChoicesQuestion = z.strictObject({
  kind: z.literal('choices'),
  ...asked,
  options: Options,
  /** Ticked at most. */
  atMost: z.optional(z.int().check(z.minimum(1))),
  isRequired,
});

/** Put in order, the best or most important first. */
export const RankQuestion = z.strictObject({ kind: z.literal('rank'), ...asked, options: Options.check(z.maxLength(12)), isRequired });

const Rows = z.array(Option).check(z.minLength(1), z.maxLength(30));

/** Several things rated on one scale; the answer to a row is named `matrix.row`. */
export const MatrixQuestion = z
  .strictObject({ kind: z.literal('matrix'), ...asked, metric: Metric, rows: Rows, ...scale, hasCannotSay, isRequired })
  .check(isScale);

/** Things asked twice on one scale; the answers to a row are named `pairs.row.expectation` and `pairs.row.perception`, or with importance and satisfaction. */
export const PairsQuestion = z
  .strictObject({
    kind: z.literal('pairs'),
    ...asked,
    pair: z.enum(['expectation-perception', 'importance-satisfaction']),
    /** Head of each of the two columns, or the question put before each. */
    firstText: Localized,
    secondText: Localized,
    /** `text` names the item; where both questions need words of their own, `first` and `second` are put instead. */
    rows: z
      .array(z.strictObject({ id: Id, text: Localized, first: z.optional(Localized), second: z.optional(Localized) }))
      .check(z.minLength(1), z.maxLength(30)),
    ...scale,
    hasCannotSay,
    isRequired,
  })
  .check(isScale);

/** Free words. */
export const CommentQuestion = z.strictObject({
  kind: z.literal('comment'),
  ...asked,
  /** May photos be added? Three at most, with the whole form; see docs/photos.md. */
  asksForPhotos: z._default(z.boolean(), false),
});

/** A day, e.g. of the visit. */
export const DateQuestion = z.strictObject({ kind: z.literal('date'), ...asked, isRequired });

/** A consent of its own, e.g. to be quoted; never ticked beforehand. */
export const ConsentQuestion = z.strictObject({ kind: z.literal('consent'), ...asked, isRequired });

/** Name, e-mail and the consent to be contacted; all voluntary. */
export const ContactQuestion = z.strictObject({
  kind: z.literal('contact'),
  id: Id,
  showIf: z.optional(Condition),
  startsPage: z.optional(z.boolean()),
  nameText: Localized,
  emailText: Localized,
  consentText: Localized,
});

export const Question = z.discriminatedUnion('kind', [
  ScaleQuestion,
  ReasonsQuestion,
  ChoiceQuestion,
  ChoicesQuestion,
  RankQuestion,
  MatrixQuestion,
  PairsQuestion,
  CommentQuestion,
  DateQuestion,
  ConsentQuestion,
  ContactQuestion,
]);
export type Question = z.infer<typeof Question>;
export type QuestionOf<Kind extends Question['kind']> = Extract<Question, { kind: Kind }>;

/** In a page's form the answers share one flat space of names with these. */
const RESERVED_IDS: readonly string[] = ['language', 'branch', 'campaign', 'website', 'photos'];

const areDistinct = (questions: readonly Question[]) => {
  const ids = questions.map((question) => question.id);
  return new Set([...ids, ...RESERVED_IDS]).size === ids.length + RESERVED_IDS.length;
};

export const Survey = z.strictObject({
  id: Id,
  /** Raised with every change of what is asked: answers belong to the version they answered. */
  version: z._default(z.int().check(z.minimum(1)), 1),
  title: Localized,
  introduction: Localized,
  questions: z
    .array(Question)
    .check(
      z.minLength(1),
      z.refine(areDistinct, 'each question needs an id of its own, and none of: language, branch, campaign, website, photos'),
    ),
});
export type Survey = z.infer<typeof Survey>;
/** A survey as it is written, before what may be left out is filled in. */
export type SurveyDefinition = z.input<typeof Survey>;
