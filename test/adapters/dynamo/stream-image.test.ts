import { marshall } from '@aws-sdk/util-dynamodb';
import { describe, expect, it } from 'vitest';
import { registerRecord, streamImage } from '../../../shared/adapters/dynamo/stream-image.ts';

describe('stream images', () => {
  it('become the items they were made from', () => {
    const image = {
      type: { S: 'feedback' },
      score: { N: '75.5' },
      isReachable: { BOOL: false },
      nothing: { NULL: true },
      answers: { L: [{ M: { value: { N: '0' }, metric: { S: 'nps' } } }] },
    };
    const item = { type: 'feedback', score: 75.5, isReachable: false, nothing: null, answers: [{ value: 0, metric: 'nps' }] };
    expect(streamImage(image)).toEqual(item);
    expect(marshall(item)).toEqual(image);
  });

  it('are absent where the record has none', () => {
    expect(streamImage(undefined)).toBeUndefined();
    expect(registerRecord({ eventID: 'e', dynamodb: { SequenceNumber: '1', NewImage: { type: { S: 'x' } } } })).toEqual({
      eventId: 'e',
      second: 'e',
      sequenceNumber: '1',
      old: undefined,
      new: { type: 'x' },
    });
  });

  it('come with the second of their record, the same at each delivery, or alone under its own id where it tells none (P4)', () => {
    const record = (ApproximateCreationDateTime?: number) =>
      registerRecord({
        eventID: 'e',
        dynamodb: { SequenceNumber: '1', ...(ApproximateCreationDateTime && { ApproximateCreationDateTime }) },
      });
    expect(record(1_795_336_200).second).toBe('1795336200');
    expect(record(1_795_336_200.999).second).toBe('1795336200');
    expect(record().second).toBe('e');
  });

  it('are refused where they hold what Lambda writes otherwise than the SDK, or lack an identity to claim', () => {
    expect(() => streamImage({ raw: { B: 'AAEC' } })).toThrow();
    expect(() => registerRecord({ dynamodb: { SequenceNumber: '1' } })).toThrow(/eventID/);
  });
});
