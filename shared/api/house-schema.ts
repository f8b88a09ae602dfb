import * as z from 'zod/mini';
import { Standards } from '../domain/digest/standards.ts';
import { Metric } from '../domain/feedback.ts';
import { Language, Localized } from '../domain/language.ts';
import { Authority, AuthorityRole, Named, Team } from '../domain/recovery/policy.ts';

const Choice = z.strictObject({ id: z.string(), text: Localized });

/** What is asked, as far as a page needs it to name an answer. */
export const HouseQuestion = z.strictObject({
  id: z.string(),
  kind: z.string(),
  text: z.optional(Localized),
  metric: z.optional(Metric),
  min: z.optional(z.int()),
  max: z.optional(z.int()),
  minLabel: z.optional(Localized),
  maxLabel: z.optional(Localized),
  pair: z.optional(z.string()),
  /** Of a matrix or of pairs: answers are named `question.row`, of pairs `question.row.expectation` and so on. */
  rows: z.optional(z.array(Choice)),
  options: z.optional(z.array(Choice)),
});

export const House = z.strictObject({
  brand: z.strictObject({ name: Localized, defaultLanguage: Language, timeZone: z.string(), deskUrl: z.optional(z.string()) }),
  /** ISO 4217. */
  currency: Authority.shape.currency,
  branches: z.array(z.strictObject({ id: z.string(), name: Localized })),
  surveys: z.array(z.strictObject({ id: z.string(), version: z.int(), title: Localized, questions: z.array(HouseQuestion) })),
  campaigns: z.array(z.strictObject({ id: z.string(), survey: z.string(), title: Localized })),
  channels: z.array(z.string()),
  topics: z.array(z.string()),
  flags: z.array(z.string()),
  tiers: z.array(z.string()),
  /** That have figures of their own, and `other`. */
  languages: z.array(z.string()),
  departments: Named,
  causes: Named,
  teams: z.array(Team),
  agents: z.array(z.strictObject({ id: z.string(), name: Localized, branch: z.optional(z.string()), authority: AuthorityRole })),
  standards: z.omit(Standards, { served: true }),
});
export type House = z.output<typeof House>;
