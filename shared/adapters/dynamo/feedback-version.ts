import type { Feedback } from '../../domain/feedback.ts';

/** Holds where the feedback still stands as it was seen: in that revision, with so many corrections. */
export function asSeen({ revision, corrections = [] }: Feedback) {
  const isUncorrected = corrections.length === 0;
  return {
    ConditionExpression: `revision = :revision AND ${isUncorrected ? 'attribute_not_exists(corrections)' : 'size(corrections) = :corrections'}`,
    ExpressionAttributeValues: { ':revision': revision, ...(isUncorrected ? {} : { ':corrections': corrections.length }) },
  };
}
