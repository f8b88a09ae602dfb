import middy from '@middy/core';
import { describeError, logger } from './logger.ts';

/** The frame of scheduled functions. What it throws fails the invocation, so that the scheduler's retries and the alarm see it. */
export function onSchedule<Result>(run: (event: unknown) => Promise<Result>) {
  return middy<unknown, Result>().handler(async (event) => {
    try {
      return await run(event);
    } catch (error) {
      logger.error('scheduled run failed', describeError(error));
      throw error;
    }
  });
}
