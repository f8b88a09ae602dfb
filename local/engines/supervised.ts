import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { HOST } from '../world.ts';

/**
 * Starts the engine and waits for the end of standard input. That comes when this process ends, also when it is killed with SIGKILL and
 * could clean up nothing: the kernel closes its end of the pipe. A session of its own keeps a Ctrl-C in the terminal from the engine, so
 * that the local cloud stops first.
 */
const SUPERVISOR = `
exec 3<&0
"$@" </dev/null 3<&- & engine=$!
echo "$engine"
(cat <&3; kill -9 "$engine"; [ -z "$FOLDER" ] || rm -rf "$FOLDER") >/dev/null 2>&1 &
exec 3<&-
wait "$engine"
`;

export interface Supervised {
  /** Of the engine itself. */
  readonly pid: number;
  /** Text of its last words, for errors. */
  lastWords(): string;
  readonly exited: Promise<number | null>;
  stop(): Promise<void>;
}

/** A program that lives no longer than this process, however that ends. A folder given is of no use without it, and goes too. */
export async function startSupervised(command: string, args: readonly string[], folder = ''): Promise<Supervised> {
  const child = spawn('/bin/sh', ['-c', SUPERVISOR, 'supervisor', command, ...args], {
    stdio: ['pipe', 'pipe', 'pipe'],
    detached: true,
    env: { ...process.env, FOLDER: folder },
  });
  let words = '';
  const remember = (chunk: Buffer) => {
    words = `${words}${chunk.toString()}`.slice(-2000);
  };
  const pid = await firstLine(child);
  child.stdout.on('data', remember);
  child.stderr.on('data', remember);
  child.stdin.on('error', () => undefined);
  const exited = once(child, 'exit').then(([code]) => (typeof code === 'number' ? code : null));
  void exited.then(() => child.stdin.destroy());
  return {
    pid,
    lastWords: () => words.trim(),
    exited,
    stop: async () => {
      child.stdin.end();
      await exited;
    },
  };
}

async function firstLine(child: ChildProcess): Promise<number> {
  if (child.stdout === null) throw new Error('the supervisor has no output');
  let text = '';
  for await (const chunk of child.stdout.iterator({ destroyOnReturn: false })) {
    text += String(chunk);
    if (text.includes('\n')) break;
  }
  return Number.parseInt(text, 10);
}

export async function freePort(): Promise<number> {
  const probe = createServer();
  probe.listen(0, HOST);
  await once(probe, 'listening');
  const address = probe.address();
  probe.close();
  await once(probe, 'close');
  if (address === null || typeof address === 'string') throw new Error('expected a port from the system');
  return address.port;
}

/** Ends processes that an earlier local cloud left, if what runs under the id is still that program. */
export function stopStale(children: readonly { readonly pid: number; readonly program: string }[]): void {
  for (const { pid, program } of children) {
    try {
      const command = execFileSync('ps', ['-o', 'args=', '-p', String(pid)], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] });
      if (command.includes(program)) process.kill(pid, 'SIGKILL');
    } catch {
      // No such process: nothing is left of it.
    }
  }
}
