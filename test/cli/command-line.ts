import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import { join } from 'node:path';

export const ROOT = join(import.meta.dirname, '..', '..');

interface Run {
  readonly stdin?: string | Uint8Array;
  readonly env?: Readonly<Record<string, string>>;
}

/** The command line in a folder, as somebody types it. */
export async function amends(folder: string, args: readonly string[], { stdin = '', env = {} }: Run = {}) {
  const child = startAmends(folder, args, env);
  child.stdin.end(stdin);
  const [out, err] = [[] as Buffer[], [] as Buffer[]];
  child.stdout.on('data', (chunk: Buffer) => out.push(chunk));
  child.stderr.on('data', (chunk: Buffer) => err.push(chunk));
  const code = await exitCode(child);
  return { code, out: Buffer.concat(out).toString(), err: Buffer.concat(err).toString() };
}

/** The same, for tests that decide themselves when it is fed and read. */
export const startAmends = (folder: string, args: readonly string[], env: Readonly<Record<string, string>> = {}) =>
  spawn(process.execPath, [join(ROOT, 'local', 'cli', 'amends.ts'), ...args], { cwd: folder, env: { ...process.env, ...env } });

export const exitCode = (child: ChildProcessWithoutNullStreams) => new Promise<number | null>((resolve) => child.on('close', resolve));
