import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { GetObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { ScanCommand } from '@aws-sdk/lib-dynamodb';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { LocalCloud } from '../../local/cloud.ts';
import { desk } from '../../local/demo/register-view.ts';
import { CustomerFile, CustomersFound, ErasureAnswer, HistoryPage, ImportAnswer } from '../../shared/api/customer-schemas.ts';
import { MetricsBody } from '../../shared/api/metrics-schema.ts';
import { startCloud, submit, unhappy } from './cloud.ts';

const EMAIL = 'ruth.calder@example.com';
const TRACES = [/ruth/i, /calder/i, /kettle/i, /CRM-1001/];

let cloud: LocalCloud;
beforeAll(async () => {
  cloud = await startCloud();
});
afterAll(() => cloud.stop());

/** Everything in both tables, as it lies there. */
async function everything(): Promise<string> {
  const all: string[] = [];
  for (const start of ['Register', 'Figures']) {
    const { Items = [] } = await cloud.dynamo.send(new ScanCommand({ TableName: cloud.physicalName('AWS::DynamoDB::Table', start) }));
    all.push(JSON.stringify(Items));
  }
  return all.join('\n');
}

/** Past the gateway, as whoever has the bucket would see it. */
const rawMail = ({ bucket, key }: { bucket: string; key: string }) => {
  const credentials = { accessKeyId: 'local', secretAccessKey: 'local' };
  const s3 = new S3Client({ endpoint: cloud.queueEndpoint, region: 'eu-west-1', forcePathStyle: true, credentials });
  return s3.send(new GetObjectCommand({ Bucket: bucket, Key: key }));
};

const customer = async (email: string) => {
  const found = await (await desk(cloud, 'agent')).post('/api/customers/find', { email });
  return CustomersFound.parse(found).items[0];
};
const figures = async () => {
  await cloud.idle();
  return (await (await desk(cloud, 'manager')).get('/api/metrics?by=all', MetricsBody)).items[0]?.figures;
};

describe('a customer from the first mail to the last trace', () => {
  it('is filed, graded, known by both addresses, and erased wherever they are; figures stay (R16, R17, P35)', async () => {
    const stored = await cloud.receiveMail(await readFile(join(import.meta.dirname, '../../events/mail/complaint-en.eml')));
    await submit(cloud, unhappy('r.calder@example.cn', 'Ruth Calder again: still no kettle.'));
    await cloud.idle();
    const manager = await desk(cloud, 'manager');
    const rows = [
      { email: EMAIL, ownId: 'CRM-1001', ordersPerYear: 40, tier: 'vip' },
      { email: 'r.calder@example.cn', ownId: 'CRM-1001' },
    ];
    const { results } = ImportAnswer.parse(await manager.post('/api/customers/import', { rows }));
    expect(results.map(({ outcome }) => outcome)).toEqual(['changed', 'merged']);
    const ruth = await customer('r.calder@example.cn');
    expect(ruth).toMatchObject({ email: EMAIL, otherEmails: ['r.calder@example.cn'], tier: 'vip', feedbackCount: 2 });
    expect(ruth?.openCases.length).toBeGreaterThan(0);
    const key = ruth?.customerKey ?? '';
    const { items } = await manager.get(`/api/customers/${key}/history`, HistoryPage);
    expect(new Set(items.map(({ kind }) => kind))).toEqual(new Set(['case', 'feedback']));
    const before = await figures();
    await expect(rawMail(stored)).resolves.toBeDefined();

    const admin = await desk(cloud, 'admin');
    let answer: ErasureAnswer;
    do answer = ErasureAnswer.parse(await admin.post(`/api/customers/${key}/erase`, {}));
    while (!answer.isDone);
    expect(answer.erasure).toMatchObject({ feedback: 2, mails: 1 });

    const after = await everything();
    for (const trace of TRACES) expect(after).not.toMatch(trace);
    await expect(rawMail(stored)).rejects.toMatchObject({ name: 'NoSuchKey' });
    expect(await figures()).toEqual(before);
    expect(await customer(EMAIL)).toBeUndefined();
    expect(await manager.get(`/api/customers/${key}`, CustomerFile)).toMatchObject({
      erasedAt: expect.any(String),
      openCases: ruth?.openCases,
    });
    expect(cloud.denials()).toEqual([]);
  });
});
