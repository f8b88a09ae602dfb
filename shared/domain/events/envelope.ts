import * as z from 'zod/mini';
import { Instant } from '../feedback.ts';

/** Of the shape of `data`. Grows when a field or an event changes its meaning or goes; new ones alone do not raise it. */
export const EVENT_VERSION = 2;

export const envelope = {
  /** The same for the same happening, however often it is delivered: receivers may drop what they have seen. */
  id: z.string(),
  version: z.literal(EVENT_VERSION),
  occurredAt: Instant,
  /** What it happened to: `feedback/{id}` or `case/{number}`. */
  subject: z.string(),
};
