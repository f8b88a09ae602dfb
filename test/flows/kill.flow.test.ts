import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import * as z from 'zod';
import { engine } from './cloud.ts';

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'amends-demo-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const cli = join(import.meta.dirname, '..', '..', 'local', 'cli', 'amends.ts');
const runDemo = () =>
  spawn(process.execPath, [cli, 'demo', '--json', '--engine', engine, '--data', join(folder, 'data'), '--out', join(folder, 'out')], {
    stdio: ['ignore', 'pipe', 'pipe'],
    // A state folder of its own, away from that of a developer's local cloud.
    cwd: folder,
  });

const Summary = z.object({ invariants: z.array(z.object({ name: z.string(), holds: z.boolean(), detail: z.string() })) });

it('SIGKILL while the demo sends, then a start with the same data and everything sent again: the invariants hold (P41, P46)', async () => {
  const first = runDemo();
  const gone = once(first, 'exit');
  let said = '';
  first.stderr.on('data', (chunk) => {
    said += String(chunk);
    // A quarter is sent; doors, queues, streams and mails are all in the middle of something.
    if (/Sending \d+\/\d+\n/.test(said)) first.kill('SIGKILL');
  });
  expect(await gone).toEqual([null, 'SIGKILL']);

  const second = runDemo();
  const [output, errors] = [[] as Buffer[], [] as Buffer[]];
  second.stdout.on('data', (chunk: Buffer) => output.push(chunk));
  second.stderr.on('data', (chunk: Buffer) => errors.push(chunk));
  const [code] = await once(second, 'exit');
  const told = Buffer.concat(errors).toString();
  expect({ code, told: code === 0 ? '' : told + Buffer.concat(output).toString() }).toEqual({ code: 0, told: '' });
  const { invariants } = Summary.parse(JSON.parse(Buffer.concat(output).toString()));
  expect(invariants.filter(({ holds }) => !holds)).toEqual([]);
  expect(invariants.length).toBeGreaterThanOrEqual(8);
}, 360_000);
