import * as z from 'zod/mini';
import { Actor } from '../actor.ts';
import { Instant } from '../feedback.ts';

/** A campaign that was started: what was decided then, and how far its list of customers has been gone through. */
export const CampaignRun = z.strictObject({
  campaign: z.string(),
  startedAt: Instant,
  startedBy: Actor,
  survey: z.string(),
  surveyVersion: z.int(),
  /** Persons there were to choose from, where somebody said so or it was counted. */
  audienceSize: z.optional(z.int()),
  /** `counting` and `inviting` go on by themselves with the register's customers; `open` takes whom it is told of. */
  step: z.enum(['counting', 'inviting', 'open', 'done']),
  /** Where the step goes on. */
  cursor: z.optional(z.string()),
  /** Customers looked at in this step, and those of them who fit. */
  looked: z.int(),
  matched: z.int(),
  version: z.int(),
});
export type CampaignRun = z.infer<typeof CampaignRun>;
