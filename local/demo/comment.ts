import { readFileSync } from 'node:fs';
import * as z from 'zod';
import { Topic } from '../../shared/domain/understand/understanding.ts';

/** One of the comments written for the demo, with its author's honest reading of it. See events/README.md. */
export const Comment = z.strictObject({
  id: z.string(),
  language: z.enum(['en', 'zh-Hans', 'zh-Hant']),
  kind: z.string(),
  comment: z.string().optional(),
  satisfaction: z.int().min(1).max(5).optional(),
  recommendation: z.int().min(0).max(10).optional(),
  reasons: z.array(Topic).default([]),
  branch: z.string().optional(),
  customer: z.strictObject({ name: z.string().optional(), email: z.email(), consent: z.boolean() }).optional(),
  via: z.enum(['form', 'form-urlencoded', 'shop', 'typeform', 'tally', 'delighted']),
  expect: z.strictObject({ sentiment: z.enum(['negative', 'neutral', 'positive']), isUnhappy: z.boolean() }),
});
export type Comment = z.infer<typeof Comment>;

const events = new URL('../../events/', import.meta.url);

export const readComments = (): Comment[] =>
  ['en.json', 'zh.json'].flatMap((file) => z.array(Comment).parse(JSON.parse(readFileSync(new URL(`comments/${file}`, events), 'utf8'))));
