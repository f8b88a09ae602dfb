import * as z from 'zod/mini';

/** Who did something: an agent by id, or Amends itself. */
export const Actor = z.string().check(z.regex(/^(agent:[\w.@-]{1,100}|system)$/));
