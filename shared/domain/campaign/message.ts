import * as z from 'zod/mini';
import { BranchId, Email, PersonName } from '../customer/file.ts';
import { Language } from '../language.ts';

/** Somebody to be asked who may not be in the register yet. */
export const AudiencePerson = z.strictObject({
  email: Email,
  name: z.optional(PersonName),
  language: z.optional(Language),
  branch: z.optional(BranchId),
});
export type AudiencePerson = z.infer<typeof AudiencePerson>;

/** What it follows: a case's number, or the other system's id of an order. */
export const Cause = z
  .string()
  .check(z.minLength(1, 'expected at least one character; leave it out where there is nothing'), z.maxLength(200));

/** Asks for one person to be invited, by the file they have or by who they are. */
export const InviteMessage = z.union([
  z.strictObject({ campaign: z.string(), customerKey: z.string(), cause: z.optional(Cause) }),
  z.strictObject({ campaign: z.string(), person: AudiencePerson, cause: z.optional(Cause) }),
]);
export type InviteMessage = z.infer<typeof InviteMessage>;
