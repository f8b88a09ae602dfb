import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod';
import { stopStale } from './engines/supervised.ts';
import { LocalCloudError } from './world.ts';

/** Where the CLI looks, from the folder of the project. */
export const STATE_DIR = '.amends';

const Holder = z.object({ pid: z.number(), children: z.readonly(z.array(z.object({ pid: z.number(), program: z.string() }))) });
const State = z.object({ ...Holder.shape, url: z.string(), token: z.string() });
export type LocalState = z.infer<typeof State>;

export const newToken = () => randomBytes(24).toString('base64url');

/** Says to the CLI where the local cloud is and how to be let in. Readable by its owner only. */
export function writeState(dir: string, state: LocalState): void {
  write(join(dir, 'local.json'), dir, state);
}

/** Engines that a killed local cloud may have left are stopped. */
export function clearStale(dir: string, file: 'local.json' | 'lock.json'): void {
  const holder = readHolder(join(dir, file));
  if (holder !== undefined && !isAlive(holder.pid)) stopStale(holder.children);
}

/** @throws LocalCloudError where another local cloud uses the folder. */
export function lockFolder(dir: string): void {
  const holder = readHolder(join(dir, 'lock.json'));
  if (holder !== undefined && holder.pid !== process.pid && isAlive(holder.pid)) {
    throw new LocalCloudError(`${dir}: the local cloud with process id ${holder.pid} uses this folder. Stop it, or name another folder.`);
  }
  clearStale(dir, 'lock.json');
  writeLock(dir, []);
}

export const writeLock = (dir: string, children: LocalState['children']) =>
  write(join(dir, 'lock.json'), dir, { pid: process.pid, children });

/** Removes the file if it is ours still. */
export function release(dir: string, file: 'local.json' | 'lock.json'): void {
  if (readHolder(join(dir, file))?.pid === process.pid) rmSync(join(dir, file), { force: true });
}

function readHolder(file: string): z.infer<typeof Holder> | undefined {
  if (!existsSync(file)) return undefined;
  try {
    return Holder.safeParse(JSON.parse(readFileSync(file, 'utf8'))).data;
  } catch {
    return undefined;
  }
}

function write(file: string, dir: string, value: object): void {
  // Customers' words will lie in it.
  mkdirSync(dir, { recursive: true, mode: 0o700 });
  writeFileSync(`${file}.${process.pid}`, JSON.stringify(value), { mode: 0o600 });
  renameSync(`${file}.${process.pid}`, file);
}

export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // Alive, but somebody else's.
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}
