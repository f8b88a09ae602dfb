import type { AttributeValue as SdkValue } from '@aws-sdk/client-dynamodb';
import { unmarshall } from '@aws-sdk/util-dynamodb';
import type { AttributeValue, DynamoDBRecord } from 'aws-lambda';
import * as z from 'zod/mini';

/** Lambda hands images on as the JSON that DynamoDB writes, which is what the SDK reads as long as no binary value is in it; we store none. */
const Marshalled = z.record(
  z.string(),
  z.custom<SdkValue>((value) => typeof value === 'object' && value !== null && !('B' in value) && !('BS' in value)),
);

/**
 * An image of a stream record as a plain object; undefined where the record has none (no old image of a new item, no new one of a removed).
 * @throws ZodError for an item with binary attributes.
 */
export function streamImage(image: Readonly<Record<string, AttributeValue>> | undefined): Record<string, unknown> | undefined {
  return image === undefined ? undefined : unmarshall(Marshalled.parse(image));
}

/**
 * A record of the register's stream with its images as plain objects. Its `second` is the same whenever it is delivered, as its claim needs:
 * the stream keeps the time of its creation with it. A record without that time stands alone, under its own id, which is as stable;
 * the time of the delivery, or of this process, would be another one the next time.
 */
export function registerRecord({ eventID, dynamodb }: DynamoDBRecord) {
  if (eventID === undefined || dynamodb?.SequenceNumber === undefined) {
    throw new Error('stream record: expected an eventID and a SequenceNumber; one of them is missing');
  }
  const created = dynamodb.ApproximateCreationDateTime;
  return {
    eventId: eventID,
    second: created === undefined ? eventID : String(Math.floor(created)),
    sequenceNumber: dynamodb.SequenceNumber,
    old: streamImage(dynamodb.OldImage),
    new: streamImage(dynamodb.NewImage),
  };
}
