import type { FallbackReason } from '../../domain/understand/fallback.ts';

const THROTTLED = new Set([
  'ThrottlingException',
  'ThrottledException',
  'TooManyRequestsException',
  'RequestLimitExceeded',
  'ServiceQuotaExceededException',
  'ProvisionedThroughputExceededException',
  'ModelNotReadyException',
]);
/** Not TimeoutError: the SDK calls a broken connection so, and our own limit shows in the signal. */
const SLOW = new Set(['AbortError', 'ModelTimeoutException']);
/** The answer came and could not be read. */
const UNREADABLE = new Set(['SyntaxError', 'DeserializationException']);

const statusOf = (error: Error): number | undefined => {
  if (!('$metadata' in error) || typeof error.$metadata !== 'object' || error.$metadata === null) return undefined;
  const { $metadata } = error;
  return 'httpStatusCode' in $metadata && typeof $metadata.httpStatusCode === 'number' ? $metadata.httpStatusCode : undefined;
};

/** What an error of an SDK client means for the one who asked, by its name and status; its message is never looked at, since it may quote the text. */
export function failureOf(error: unknown): FallbackReason {
  if (!(error instanceof Error)) return 'failed';
  const status = statusOf(error);
  if (THROTTLED.has(error.name) || status === 429) return 'throttled';
  if (SLOW.has(error.name) || status === 408) return 'slow';
  if (UNREADABLE.has(error.name)) return 'nonsense';
  return status !== undefined && status >= 400 && status < 500 ? 'refused' : 'failed';
}
