import * as z from 'zod/mini';

/** Class of a customer. It shortens deadlines and orders lists; nobody is treated badly for being of a lower one (R16). */
export const TIERS = ['vip', 'regular', 'new'] as const;
export const Tier = z.enum(TIERS);
export type Tier = z.infer<typeof Tier>;
