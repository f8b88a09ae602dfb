import { describe, expect, it } from 'vitest';
import { callsPerItem, sumPerItem, withoutMailEvents } from '../../bench/usage.ts';
import { openMeter } from '../../local/gateway/usage.ts';

function twoItems() {
  const meter = openMeter();
  for (let i = 0; i < 2; i += 1) {
    meter.call('assess', 'dynamodb', 'PutItem', { isError: false, writeUnits: 3, bytes: 700 });
    meter.call('act', 'ses', 'SendRawEmail', { isError: false, bytes: 9000 });
  }
  meter.call('count', 'dynamodb', 'TransactWriteItems', { isError: false, writeUnits: 10, bytes: 700 });
  meter.call('take-mail-event', 'dynamodb', 'UpdateItem', { isError: true, writeUnits: 1, bytes: 100 });
  meter.call('event source of take-mail-event', 'sqs', 'ReceiveMessage', { isError: false, bytes: 100 });
  meter.invocation('take-mail-event', 512, 5, false);
  meter.invocation('act', 512, 5, false);
  return meter.usage();
}

describe('what an item uses', () => {
  it('leaves out what follows a mail, and nothing else', () => {
    const usage = withoutMailEvents(twoItems());
    expect([...callsPerItem(usage, 2).keys()].sort()).toEqual(['assess dynamodb PutItem', 'count dynamodb TransactWriteItems']);
    expect(usage.invocations.map(({ functionName }) => functionName)).toEqual(['act']);
  });

  it('is divided by the items, call by call and together', () => {
    const usage = withoutMailEvents(twoItems());
    expect(callsPerItem(usage, 2).get('count dynamodb TransactWriteItems')).toEqual({ calls: 0.5, readUnits: 0, writeUnits: 5 });
    expect(sumPerItem(usage, 2)).toEqual({ calls: 1.5, readUnits: 0, writeUnits: 8 });
  });
});
