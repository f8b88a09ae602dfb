import { CreateBucketCommand, S3Client } from '@aws-sdk/client-s3';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { archive } from '../../../functions/archive/archive.ts';
import { compactMonth } from '../../../functions/compact/compact.ts';
import { type QueueEngine, startQueues } from '../../../local/engines/queues.ts';
import { analysisStore } from '../../../shared/adapters/s3/analysis-store.ts';
import { columnFileWriter } from '../../../shared/adapters/s3/column-file-writer.ts';
import { columnFiles } from '../../../shared/adapters/s3/column-files.ts';
import type { AnalysisDocument } from '../../../shared/domain/analytics/analysis/request.ts';
import { gatherAnswers } from '../../../shared/domain/analytics/gather-answers.ts';
import { anAnswer, anAnswered } from '../../answers.ts';

let engine: QueueEngine;
let s3: S3Client;
let buckets = 0;
let bucket = '';
const MONTH = '2026-11';

beforeAll(async () => {
  engine = await startQueues(undefined);
  const credentials = { accessKeyId: 'local', secretAccessKey: 'local' };
  s3 = new S3Client({ endpoint: engine.endpoint, region: 'eu-west-1', forcePathStyle: true, credentials });
});
beforeEach(async () => {
  buckets += 1;
  bucket = `answers-${buckets}`;
  await s3.send(new CreateBucketCommand({ Bucket: bucket }));
});
afterAll(() => engine.stop());

const files = () => ({ ...columnFiles(s3, bucket), ...columnFileWriter(s3, bucket) });
const wanted = { survey: 'service', from: '2026-11-01', to: '2026-12-31' };

describe('column files in S3', () => {
  it('lie by month as Athena and DuckDB tell partitions, and come back row by row', async () => {
    const name = await files().add(MONTH, 'part', [anAnswer()]);
    expect(name).toMatch(/^answers\/month=2026-11\/part-[a-z2-7]{32}\.parquet$/);
    expect(await files().list(MONTH)).toEqual([{ name, bytes: expect.any(Number), kind: 'part' }]);
    expect(await files().rows(name)).toEqual([anAnswer()]);
    expect(await files().months()).toEqual([MONTH]);
  });

  it('are the same file for the same rows (P42)', async () => {
    for (let i = 0; i < 3; i += 1) await archive([anAnswered('a'), anAnswered('b')], files());
    expect(await files().list(MONTH)).toHaveLength(1);
  });

  it('are undefined once they are removed', async () => {
    const name = await files().add(MONTH, 'part', [anAnswer()]);
    await files().remove(name);
    expect(await files().rows(name)).toBeUndefined();
    expect(await files().pivotedRows(name)).toBeUndefined();
  });

  it('are put together into one, and say the same before, between and after (P41)', async () => {
    for (const response of ['a', 'b', 'c']) await archive([anAnswered(response)], files());
    await archive([anAnswered('b', { revision: 1 }, [1, 2])], files());
    const before = await gatherAnswers(wanted, files());
    expect(before).toHaveLength(4);
    await compactMonth(MONTH, files());
    expect(await files().list(MONTH)).toMatchObject([{ kind: 'whole' }]);
    const sorted = (rows: typeof before) => rows.map((row) => JSON.stringify(row)).sort();
    expect(sorted(await gatherAnswers(wanted, files()))).toEqual(sorted(before));
  });

  it('are listed again where one was put together while they were read', async () => {
    for (const response of ['a', 'b']) await archive([anAnswered(response)], files());
    let isFirst = true;
    const moving = {
      ...files(),
      pivotedRows: async (name: string) => {
        if (isFirst) {
          isFirst = false;
          await compactMonth(MONTH, files());
        }
        return files().pivotedRows(name);
      },
    };
    expect(await gatherAnswers(wanted, moving)).toHaveLength(2);
  });

  it('are listed again where a long list was torn: parts gone at its end, and what they went into not yet there at its beginning', async () => {
    for (const response of ['a', 'b']) await archive([anAnswered(response)], files());
    let isFirst = true;
    const torn = {
      ...files(),
      list: async (month: string) => {
        const listed = isFirst ? [] : await files().list(month);
        if (isFirst) await compactMonth(MONTH, files());
        isFirst = false;
        return listed;
      },
    };
    expect(await gatherAnswers({ ...wanted, to: '2026-11-30' }, torn)).toHaveLength(2);
  });

  it('are read for one survey, branch and time alone', async () => {
    await archive(
      [anAnswered('a'), anAnswered('b', { branch: 'south' }), anAnswered('c', { survey: 'other' }), anAnswered('d', { day: '2026-12-02' })],
      files(),
    );
    expect(await gatherAnswers({ ...wanted, to: '2026-11-30' }, files())).toHaveLength(2);
    expect(await gatherAnswers({ ...wanted, branch: 'south' }, files())).toHaveLength(1);
  });
});

describe('analyses in S3', () => {
  const document = (id: string): AnalysisDocument => ({
    id,
    request: { kind: 'servqual', survey: 'servqual', from: '2026-11-01', to: '2026-11-30' },
    state: 'waiting',
    requestedAt: '2026-11-22T08:30:00.000Z',
  });

  it('are found by their id and listed', async () => {
    const store = analysisStore(s3, bucket);
    const ids = ['aaaaaaaaaaaaaaaaaaaaaaaaaa', 'bbbbbbbbbbbbbbbbbbbbbbbbbb'];
    for (const id of ids) await store.put(document(id));
    expect(await store.get(ids[0] ?? '')).toEqual(document(ids[0] ?? ''));
    expect(await store.get('cccccccccccccccccccccccccc')).toBeUndefined();
    expect((await store.newest(10)).map(({ id }) => id).sort()).toEqual(ids);
    expect(await store.newest(1)).toHaveLength(1);
  });

  it('are found by kind and survey, figures of all surveys among them', async () => {
    const store = analysisStore(s3, bucket);
    const days = { from: '2026-11-01', to: '2026-11-30' };
    const put = (id: string, request: AnalysisDocument['request']) => store.put({ ...document(id.repeat(26)), request });
    await put('d', { kind: 'figures', ...days });
    await put('e', { kind: 'figures', ...days, where: { survey: 'service', tier: 'vip' } });
    await put('f', { kind: 'trend', ...days, survey: 'service', item: 'satisfaction' });
    await put('e', { kind: 'figures', ...days, where: { survey: 'service', tier: 'vip' } });
    const found = async (of: Parameters<typeof store.newest>[1]) => (await store.newest(10, of)).map(({ id }) => id.charAt(0)).sort();
    expect(await found({ kind: 'figures' })).toEqual(['d', 'e']);
    expect(await found({ kind: 'figures', survey: 'service' })).toEqual(['e']);
    expect(await found({ kind: 'trend', survey: 'service' })).toEqual(['f']);
    expect(await found({ kind: 'ipa' })).toEqual([]);
  });
});
