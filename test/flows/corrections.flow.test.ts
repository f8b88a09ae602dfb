import { spawn } from 'node:child_process';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { LocalCloud } from '../../local/cloud.ts';
import { desk } from '../../local/demo/register-view.ts';
import { MetricsBody } from '../../shared/api/metrics-schema.ts';
import { Feedback } from '../../shared/domain/feedback.ts';
import { TrainingRow } from '../../shared/domain/understand/training-row.ts';
import { deliver, read, startCloud, submissionId, submit, unhappy } from './cloud.ts';

let cloud: LocalCloud;
let folder = '';
beforeAll(async () => {
  cloud = await startCloud();
  folder = await mkdtemp(join(tmpdir(), 'amends-corrections-'));
});
afterAll(async () => {
  await cloud.stop();
  await rm(folder, { recursive: true, force: true });
});

/** The command line, against this cloud as if it were a deployed one. */
async function amends(...args: string[]) {
  const token = await cloud.token('agent');
  const child = spawn(process.execPath, [join(import.meta.dirname, '../../local/cli/amends.ts'), ...args], {
    cwd: folder,
    env: { ...process.env, AMENDS_URL: cloud.url, AMENDS_TOKEN: token },
  });
  const [out, err] = [[] as Buffer[], [] as Buffer[]];
  child.stdout.on('data', (chunk: Buffer) => out.push(chunk));
  child.stderr.on('data', (chunk: Buffer) => err.push(chunk));
  const code = await new Promise<number | null>((resolve) => child.on('close', resolve));
  return { code, out: Buffer.concat(out).toString(), err: Buffer.concat(err).toString() };
}

/** How many are counted at this moment: in all, by mood, and by each topic. */
async function figures() {
  await cloud.idle();
  const api = await desk(cloud, 'manager');
  const all = (await api.get('/api/metrics?by=all', MetricsBody)).items[0]?.figures;
  const topics = (await api.get('/api/metrics?by=topic', MetricsBody)).items;
  return {
    n: all?.n ?? 0,
    negative: all?.sentiment.negative ?? 0,
    positive: all?.sentiment.positive ?? 0,
    topics: Object.fromEntries(topics.map(({ value, figures: { n } }) => [value, n])),
  };
}

const topicsOf = ({ understanding: { topics } }: Feedback) => topics.map(({ topic }) => topic);

/** Of somebody new each time: a second complaint of one customer joins their open case. */
const complaint = async (comment?: string) => {
  const id = submissionId();
  const { receipt = '' } = await submit(cloud, { ...unhappy(`${id}@example.com`, comment), reasons: [] }, id);
  await cloud.idle();
  return receipt;
};

describe('a correction by an agent', () => {
  it('moves the figures by exactly what it changes, once, however often it is sent', async () => {
    const receipt = await complaint();
    const read0 = topicsOf((await read(cloud, receipt)).feedback);
    const agent = await desk(cloud, 'agent');
    const path = `/api/feedback/${receipt}/correct`;
    const first = await figures();
    await agent.post(path, { sentiment: 'positive', topics: [{ topic: 'privacy', polarity: 'positive' }] });
    const second = await figures();
    const moved = Object.entries(first.topics).map(([topic, n]) => [
      topic,
      n - Number(read0.some((one) => one === topic)) + Number(topic === 'privacy'),
    ]);
    expect(read0).not.toContain('privacy');
    expect(second).toEqual({ n: first.n, negative: first.negative - 1, positive: first.positive + 1, topics: Object.fromEntries(moved) });
    await expect(agent.post(path, { sentiment: 'positive' })).rejects.toThrow(/409.*nothing-to-correct/);
    expect(await figures()).toEqual(second);
    await agent.post(path, { sentiment: 'negative', topics: read0.map((topic) => ({ topic, polarity: 'negative' })) });
    expect(await figures()).toEqual(first);
  });

  it('of two at the same moment: one stands, the other is told, and the figures move by one', async () => {
    const receipt = await complaint();
    const before = await figures();
    const agents = await Promise.all((['agent', 'manager', 'admin'] as const).map(async (role) => ({ token: await cloud.token(role) })));
    const answers = await Promise.all(
      agents.map(({ token }) =>
        fetch(`${cloud.url}/api/feedback/${receipt}/correct`, {
          method: 'POST',
          headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json', 'if-match': '"0.0"' },
          body: JSON.stringify({ sentiment: 'positive' }),
        }),
      ),
    );
    const statuses = answers.map(({ status }) => status).sort();
    expect(statuses[0]).toBe(200);
    for (const status of statuses.slice(1)) expect([409, 412]).toContain(status);
    expect((await read(cloud, receipt)).feedback.corrections).toHaveLength(1);
    expect(await figures()).toEqual({ ...before, negative: before.negative - 1, positive: before.positive + 1 });
  });

  it('leaves the case as it was opened, with both severities to be seen, and tells the bus nothing new', async () => {
    const receipt = await complaint();
    const { details } = await read(cloud, receipt);
    const events = cloud.events().length;
    const { code, out, err } = await amends('feedback', 'correct', receipt, '--severity', '4');
    expect({ code, err, out }).toEqual({ code: 0, err: '', out: expect.stringContaining(`amends cases show ${details?.case.number}`) });
    await cloud.idle();
    const after = await read(cloud, receipt);
    expect(after.details?.case).toEqual(details?.case);
    expect(after.details?.feedback[0]?.understanding.severity).toBe(4);
    expect(cloud.events()).toHaveLength(events);
    const shown = await amends('cases', 'show', details?.case.number ?? '');
    expect(shown.out).toMatch(/SEVERITY 4 SINCE .* by agent:local-agent: .*classify.* sets it for the case/);
  });

  it('outlives a revision of the ratings by the survey tool', async () => {
    const said = { id: 'corrected-then-revised', via: 'delighted', comment: 'The parcel came two weeks late.', recommendation: 2 } as const;
    const { receipt } = await deliver(cloud, said, { at: Date.now() - 60_000 });
    await cloud.idle();
    await (await desk(cloud, 'agent')).post(`/api/feedback/${receipt}/correct`, { severity: 4 });
    await deliver(cloud, { ...said, recommendation: 9 });
    await cloud.idle();
    const { feedback } = await read(cloud, receipt);
    expect(feedback).toMatchObject({ answers: [{ value: 9 }], understanding: { severity: 4 }, corrections: [{ to: { severity: 4 } }] });
  });
});

describe('corrections by the command line', () => {
  it('are made, refused with why, and exported as redacted rows', async () => {
    const words = `The parcel came two weeks late. Call me at 0171 5550 123. ${'It was terrible, nobody answered. '.repeat(40)}`;
    const receipt = await complaint(words);
    const flags = ['--sentiment', 'negative', '--topic', 'delivery=negative', '--topic', 'staff=positive', '--severity', '3', '--json'];
    const done = await amends('feedback', 'correct', receipt, ...flags, '--intent', 'request');
    expect({ code: done.code, err: done.err }).toEqual({ code: 0, err: '' });
    expect(Feedback.parse(JSON.parse(done.out)).understanding).toMatchObject({ severity: 3, intent: 'request' });
    const again = await amends('feedback', 'correct', receipt, '--severity', '3');
    expect(again).toEqual({ code: 1, out: '', err: expect.stringMatching(/nothing is there to correct/) });
    const nowhere = await amends('feedback', 'correct', 'a'.repeat(26), '--severity', '3');
    expect(nowhere).toEqual({ code: 1, out: '', err: expect.stringMatching(/There is no feedback of this id/) });

    const piped = await amends('export', 'corrections');
    const rows = piped.out
      .trimEnd()
      .split('\n')
      .map((line) => TrainingRow.parse(JSON.parse(line)));
    // Of every test above, one feedback each: corrected twice or raced for, it is one row.
    expect([piped.code, rows.length]).toEqual([0, 5]);
    const row = rows.find(({ text }) => text.includes('[telephone]'));
    expect(row).toMatchObject({ severity: 3, intent: 'request', before: { intent: 'complaint' } });
    expect(row?.text.length).toBeGreaterThan(1000);
    expect(piped.out).not.toMatch(/0171|@example|local-agent|Ada Example/);

    const filed = await amends('export', 'corrections', '--from', '2026-01-01', '--out', 'rows/corrections.jsonl');
    expect({ code: filed.code, out: filed.out }).toEqual({ code: 0, out: '' });
    expect(await readFile(join(folder, 'rows/corrections.jsonl'), 'utf8')).toBe(piped.out);
    expect(await readdir(join(folder, 'rows'))).toEqual(['corrections.jsonl']);
  });
});

it('needed no right that it has not, and no log holds what was corrected (P31, P33)', () => {
  expect(cloud.denials()).toEqual([]);
  expect(cloud.queues().filter(({ isDeadLetterQueue, waiting }) => isDeadLetterQueue && waiting > 0)).toEqual([]);
  expect(cloud.logs('desk').join('\n')).not.toMatch(/parcel|terrible|0171|@example/);
});
