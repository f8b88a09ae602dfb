import { describe, expect, it } from 'vitest';
import { billPerMillion } from '../../bench/bill.ts';
import { openMeter } from '../../local/gateway/usage.ts';

/** A run of two items: one request and one message each, one batch, three writes, one event each. */
function measured() {
  const meter = openMeter();
  for (const bytes of [100, 70_000]) {
    meter.httpRequest();
    meter.invocation('take-form', 512, 20, false);
    meter.call('take-form', 'sqs', 'SendMessage', { isError: false, bytes });
  }
  meter.invocation('assess', 512, 60, false);
  meter.call('assess', 'dynamodb', 'PutItem', { isError: false, writeUnits: 3, readUnits: 0.5, bytes: 700 });
  meter.call('take-mail', 's3', 'GetObject', { isError: false, bytes: 0 });
  return { usage: meter.usage(), items: 2, busEvents: 2 };
}

describe('the bill', () => {
  const bill = billPerMillion(measured());
  const line = (what: string) => bill.lines.find((one) => one.what === what);

  it('prices what the local cloud counted, by item and for a million of them', () => {
    expect(line('dynamodbWriteUnits')).toMatchObject({ perItem: 1.5, usd: expect.closeTo(0.9375, 6) });
    expect(line('dynamodbReadUnits')).toMatchObject({ perItem: 0.25, usd: expect.closeTo(0.03125, 6) });
    expect(line('lambdaRequests')).toMatchObject({ perItem: 1.5, usd: expect.closeTo(0.3, 6) });
    expect(line('httpApiRequests')).toMatchObject({ perItem: 1, usd: 1 });
    expect(line('eventBridgeEvents')).toMatchObject({ perItem: 1, usd: 1 });
    expect(line('s3Gets')).toMatchObject({ perItem: 0.5, usd: expect.closeTo(0.2, 6) });
    expect(line('s3Puts')).toMatchObject({ perItem: 0 });
  });

  it('counts each begun 64 KB of a message as a request, and memory times run time', () => {
    expect(line('sqsRequests')).toMatchObject({ perItem: 1.5, usd: expect.closeTo(0.6, 6) });
    // 0.1 s at half a gigabyte, for two items.
    expect(line('lambdaGbSeconds')).toMatchObject({ perItem: expect.closeTo(0.025, 6), usd: expect.closeTo(0.333335, 6) });
  });

  it('adds up to its lines, and names the day of its prices', () => {
    expect(bill.usd).toBeCloseTo(
      bill.lines.reduce((total, { usd }) => total + usd, 0),
      9,
    );
    expect(bill.asOf).toMatch(/^\d{4}-\d{2}-\d{2}$/);
  });

  it('refuses to divide by nothing', () => {
    expect(() => billPerMillion({ ...measured(), items: 0 })).toThrow('at least one item');
  });
});
