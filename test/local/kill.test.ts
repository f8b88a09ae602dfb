import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { afterEach, describe, expect, it } from 'vitest';
import * as z from 'zod';
import { startLocalCloud } from '../../local/cloud.ts';
import { dynamoCaller } from '../../local/engines/dynamo-call.ts';
import { sqsCaller } from '../../local/engines/sqs-call.ts';
import { httpExchange } from '../../local/gateway/exchange.ts';
import { engineForTests } from './fixtures/tiny-cloud.ts';
import { writeTinyTemplate } from './fixtures/tiny-template.ts';

const cleanups: (() => unknown)[] = [];
afterEach(async () => {
  for (const clean of cleanups.splice(0).reverse()) await clean();
});

async function folder(): Promise<string> {
  const dir = await mkdtemp(join(tmpdir(), 'amends-kill-'));
  cleanups.push(() => rm(dir, { recursive: true, force: true }));
  return dir;
}

const Started = z.object({ url: z.string(), dynamoEndpoint: z.string(), queueEndpoint: z.string() });

async function startChild(...args: string[]): Promise<{ child: ChildProcess; started: z.infer<typeof Started> }> {
  const child = spawn(process.execPath, [join(import.meta.dirname, 'fixtures', 'run-tiny.ts'), ...args], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  cleanups.push(() => child.kill('SIGKILL'));
  const [line] = await once(child.stdout, 'data');
  return { child, started: Started.parse(JSON.parse(String(line))) };
}

const State = z.object({ children: z.array(z.object({ pid: z.number() })) });

/** Waits for a condition, not for a time. */
async function until(holds: () => boolean): Promise<void> {
  while (!holds()) await setTimeout(10);
}

const isAlive = (pid: number) => {
  try {
    // A zombie still answers to signals; nobody reaps it where this test's container has no init.
    process.kill(pid, 0);
    return !/^State:\s+Z/m.test(readFileSync(`/proc/${pid}/status`, 'utf8'));
  } catch {
    return false;
  }
};

describe('SIGKILL', () => {
  it('in mid-run leaves no engine behind, and after a restart nothing that was accepted is lost (P46)', async () => {
    const template = await writeTinyTemplate();
    cleanups.push(() => template.remove());
    const [dataDir, stateDir] = [await folder(), await folder()];
    const { child, started } = await startChild(template.dir, dataDir, stateDir);
    const { children } = State.parse(JSON.parse(readFileSync(join(stateDir, 'local.json'), 'utf8')));

    const sqs = sqsCaller(httpExchange(started.queueEndpoint));
    const dynamo = dynamoCaller(started.dynamoEndpoint);
    const accepted: string[] = [];
    const send = async (i: number) => {
      await sqs('SendMessage', {
        QueueUrl: 'http://local/000000000000/Pipeline-Work',
        MessageBody: JSON.stringify({ id: `message-${i}` }),
      });
      accepted.push(`message-${i}`);
      await dynamo('PutItem', { TableName: 'Things', Item: { pk: { S: `record-${i}` }, sk: { S: 'x' }, type: { S: 'watched' } } });
      accepted.push(`record-${i}`);
    };
    const sending = (async () => {
      for (let i = 0; i < 500; i += 1) await send(i);
    })().catch(() => 'cut off');
    const log = join(dataDir, 'events.jsonl');
    await until(() => existsSync(log) && readFileSync(log, 'utf8').split('\n').length > 40);
    child.kill('SIGKILL');
    await once(child, 'exit');
    expect(await sending).toBe('cut off');
    await until(() => children.every(({ pid }) => !isAlive(pid)));

    const cloud = await startLocalCloud({
      templateDir: template.dir,
      dataDir,
      stateDir,
      engine: engineForTests(),
      quiet: true,
      schedules: false,
    });
    cleanups.push(() => cloud.stop());
    await cloud.idle();
    const done = new Set(cloud.events().map(({ detail }) => z.object({ id: z.string() }).parse(detail).id));
    expect(accepted.length).toBeGreaterThan(10);
    expect(accepted.filter((id) => !done.has(id))).toEqual([]);
    expect(cloud.queues().filter(({ waiting, inFlight }) => waiting + inFlight > 0)).toEqual([]);
  });

  it('of the local cloud does not stop the next one: its lock and its state are taken over', async () => {
    const template = await writeTinyTemplate();
    cleanups.push(() => template.remove());
    const [dataDir, stateDir] = [await folder(), await folder()];
    const { child } = await startChild(template.dir, dataDir, stateDir);
    await expect(startLocalCloud({ templateDir: template.dir, dataDir, engine: engineForTests(), quiet: true })).rejects.toThrow(
      `process id ${child.pid} uses this folder`,
    );
    child.kill('SIGKILL');
    await once(child, 'exit');
    const secretsBefore = readFileSync(join(stateDir, 'secrets.json'), 'utf8');
    const { started } = await startChild(template.dir, dataDir, stateDir);
    const state = z.object({ url: z.string() }).parse(JSON.parse(readFileSync(join(stateDir, 'local.json'), 'utf8')));
    expect(state.url).toBe(started.url);
    expect(readFileSync(join(stateDir, 'secrets.json'), 'utf8')).toBe(secretsBefore);
  });
});

describe('stop', () => {
  it('ends everything, and takes back its state file', async () => {
    const template = await writeTinyTemplate();
    cleanups.push(() => template.remove());
    const stateDir = await folder();
    const cloud = await startLocalCloud({ templateDir: template.dir, stateDir, engine: engineForTests(), quiet: true });
    const { children } = State.parse(JSON.parse(readFileSync(join(stateDir, 'local.json'), 'utf8')));
    await cloud.stop();
    expect(existsSync(join(stateDir, 'local.json'))).toBe(false);
    await until(() => children.every(({ pid }) => !isAlive(pid)));
    await expect(fetch(cloud.url)).rejects.toThrow();
    await expect(fetch(cloud.queueEndpoint)).rejects.toThrow();
    await expect(fetch(cloud.mailboxUrl)).rejects.toThrow();
  });

  it('frees a port that is asked for; a taken one is not waited for', async () => {
    const template = await writeTinyTemplate();
    cleanups.push(() => template.remove());
    const options = { templateDir: template.dir, engine: engineForTests(), quiet: true, schedules: false } as const;
    const first = await startLocalCloud(options);
    cleanups.push(() => first.stop());
    const second = await startLocalCloud({ ...options, port: Number(new URL(first.url).port) });
    cleanups.push(() => second.stop());
    expect(second.url).not.toBe(first.url);
    expect((await fetch(`${second.url}/echo/x`)).status).toBe(200);
  });
});
