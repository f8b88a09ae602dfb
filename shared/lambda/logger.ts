import { Logger } from '@aws-lambda-powertools/logger';
import { AmendsError, SetupError } from '../domain/errors.ts';

/**
 * One structured logger per function. Promise 33: call it with ids, counts and codes only, never with a customer's words or address, a token or a signature.
 */
export const logger = new Logger();

/**
 * What may be logged of something thrown. Messages of libraries can quote their input (an address, a body), so only names and codes of foreign errors go out.
 */
export function describeError(error: unknown): Record<string, unknown> {
  if (error instanceof AmendsError) return { code: error.code, status: error.status, reason: error.message, issues: error.issues };
  if (error instanceof SetupError) return { errorType: error.name, reason: error.message };
  if (!(error instanceof Error)) return { errorType: typeof error };
  return {
    errorType: error.name,
    // Frames of our own code and libraries: places, not values. The first line holds the message and is left out.
    frames: error.stack
      ?.split('\n')
      .filter((line) => /^\s+at /.test(line))
      .slice(0, 8)
      .map((line) => line.trim()),
  };
}
