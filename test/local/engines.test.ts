import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { startDynamo } from '../../local/engines/dynamodb.ts';
import { startQueues } from '../../local/engines/queues.ts';
import { clearStale } from '../../local/state-file.ts';

const cleanups: (() => unknown)[] = [];
afterEach(async () => {
  for (const clean of cleanups.splice(0).reverse()) await clean();
});

describe('the DynamoDB engine', () => {
  it('is the one that AMENDS_DYNAMODB_ENDPOINT names, and it says so', async () => {
    const own = await startDynamo('dynoxide', undefined);
    cleanups.push(
      () => own.stop(),
      () => delete process.env['AMENDS_DYNAMODB_ENDPOINT'],
    );
    process.env['AMENDS_DYNAMODB_ENDPOINT'] = own.endpoint;
    const adopted = await startDynamo('dynoxide', undefined);
    expect(adopted).toMatchObject({ endpoint: own.endpoint, description: `AMENDS_DYNAMODB_ENDPOINT, ${own.endpoint}`, children: [] });
    process.env['AMENDS_DYNAMODB_ENDPOINT'] = 'http://127.0.0.1:9';
    await expect(startDynamo('dynoxide', undefined)).rejects.toThrow(
      /expected DynamoDB at http:\/\/127.0.0.1:9, nothing usable answers there/,
    );
  });
});

describe('the queue engine', () => {
  it('listens on this machine only: customers’ mail is in it', async () => {
    const engine = await startQueues(undefined);
    cleanups.push(() => engine.stop());
    // Every listening socket of this process is in this table; 0100007F is 127.0.0.1.
    const port = Number(new URL(engine.endpoint).port).toString(16).toUpperCase().padStart(4, '0');
    const listening = ['/proc/net/tcp', '/proc/net/tcp6'].filter(existsSync).flatMap((file) => readFileSync(file, 'utf8').split('\n'));
    expect(listening.filter((line) => line.includes(`:${port} `) && / 0A /.test(line)).map((line) => line.trim().split(/\s+/)[1])).toEqual([
      `0100007F:${port}`,
    ]);
  });
});

describe('what a killed local cloud left', () => {
  const leftBehind = async (program: string) => {
    const dir = await mkdtemp(join(tmpdir(), 'amends-stale-'));
    cleanups.push(() => rm(dir, { recursive: true, force: true }));
    const dead = spawn(process.execPath, ['--eval', '0']);
    await once(dead, 'exit');
    const engine = spawn('sleep', ['600']);
    cleanups.push(() => engine.kill('SIGKILL'));
    writeFileSync(
      join(dir, 'local.json'),
      JSON.stringify({ pid: dead.pid, children: [{ pid: engine.pid, program }], url: 'http://x', token: 't' }),
    );
    return { dir, engine };
  };

  it('is stopped by its process id at the next start', async () => {
    const { dir, engine } = await leftBehind('sleep');
    const gone = once(engine, 'exit');
    clearStale(dir, 'local.json');
    expect(await gone).toEqual([null, 'SIGKILL']);
  });

  it('is left alone where the id belongs to another program by now', async () => {
    const { dir, engine } = await leftBehind('/opt/dynoxide');
    clearStale(dir, 'local.json');
    engine.kill('SIGTERM');
    // Had it been killed before, that would be what it died of.
    expect(await once(engine, 'exit')).toEqual([null, 'SIGTERM']);
  });
});
