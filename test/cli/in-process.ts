import { vi } from 'vitest';
import { runCli } from '../../local/cli/program.ts';

/**
 * The command line without a process of its own, for tests of many lines: starting Node for each takes a second. That it starts at all,
 * and what a process does with pipes and exit codes, the tests on `command-line.ts` hold.
 */
export async function typed(line: readonly string[], env: Readonly<Record<string, string>>) {
  const said = { out: '', err: '' };
  const listen = (stream: 'stdout' | 'stderr', to: 'out' | 'err') =>
    vi.spyOn(process[stream], 'write').mockImplementation((text) => {
      said[to] += String(text);
      return true;
    });
  const spies = [listen('stdout', 'out'), listen('stderr', 'err')];
  for (const [name, value] of Object.entries(env)) vi.stubEnv(name, value);
  try {
    return { code: await runCli(['node', 'amends', ...line]), ...said };
  } finally {
    for (const spy of spies) spy.mockRestore();
    // Of this line, not of the next one, nor of the run of the tests.
    process.exitCode = undefined;
    vi.unstubAllEnvs();
  }
}
