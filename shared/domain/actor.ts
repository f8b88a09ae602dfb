import * as z from 'zod/mini';

/** Who did something: an agent by id, the customer by a link or a reply, or Amends itself. */
export const Actor = z.string().check(z.regex(/^(agent:[\w.@-]{1,100}|customer|system)$/));
