import type { Feedback } from '../../domain/feedback.ts';

/** Holds where the feedback still stands as it was seen: in that revision, with so many corrections, and not emptied with its person meanwhile. */
export function asSeen({ revision, corrections = [], contentHash }: Feedback) {
  const isUncorrected = corrections.length === 0;
  return {
    ConditionExpression: `revision = :revision AND contentHash = :content AND ${isUncorrected ? 'attribute_not_exists(corrections)' : 'size(corrections) = :corrections'}`,
    ExpressionAttributeValues: {
      ':revision': revision,
      ':content': contentHash,
      ...(isUncorrected ? {} : { ':corrections': corrections.length }),
    },
  };
}
