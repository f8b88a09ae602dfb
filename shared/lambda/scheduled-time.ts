import { Temporal } from 'temporal-polyfill';
import * as z from 'zod/mini';

/** When a run was meant to be, as EventBridge Scheduler writes it: without milliseconds. Comes out as our own instants are written. */
export const ScheduledTime = z.pipe(
  z.string().check(z.regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d{1,9})?Z$/)),
  z.transform((text) => Temporal.Instant.from(text).toString({ fractionalSecondDigits: 3 })),
);
