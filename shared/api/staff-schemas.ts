import * as z from 'zod/mini';
import { Localized } from '../domain/language.ts';
import { AuthorityRole, Team } from '../domain/recovery/policy.ts';
import { Day } from './schemas.ts';

/** Days on which an agent gets no new cases, both included; without `until`, from then on. */
const Days = z.strictObject({ from: Day, until: z.optional(Day) });

export const StaffBoardAnswer = z.strictObject({
  agents: z.array(
    z.strictObject({
      id: z.string(),
      name: Localized,
      branch: z.optional(z.string()),
      authority: AuthorityRole,
      /** That they own. */
      openCases: z.int(),
      absence: z.optional(Days),
    }),
  ),
  teams: z.array(Team),
});

export const StaffPath = z.strictObject({ id: z.string().check(z.minLength(1), z.maxLength(100)) });
/** Without days: back again. */
export const AbsenceBody = z.partial(Days);
export const AbsenceAnswer = z.strictObject({ agent: z.string(), ...AbsenceBody.shape });
