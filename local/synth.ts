import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { promisify } from 'node:util';
import { isAlive } from './state-file.ts';
import { LocalCloudError } from './world.ts';

const ROOT = dirname(import.meta.dirname);
const FOLDER = join(ROOT, '.amends', 'synth');
/** The file that says so. */
const COMPLETE = 'complete';
const KEPT = 3;
/** What the template, the bundles and the pages are made of. */
const SOURCES = [
  'amends.config.ts',
  'package.json',
  'package-lock.json',
  'vite.config.ts',
  'infra',
  'functions',
  'shared',
  'web',
  'docs/openapi.json',
];

/**
 * The output of synthesising the project, made anew only where a source changed, and by one process where several ask at once.
 * @throws LocalCloudError with what the synthesis said.
 */
export async function synthesise(): Promise<string> {
  const outDir = join(FOLDER, await hashOfSources());
  await mkdir(FOLDER, { recursive: true });
  const release = await takeTurn(`${outDir}.lock`);
  try {
    if (!existsSync(join(outDir, COMPLETE))) await make(outDir);
    return outDir;
  } finally {
    await release();
  }
}

/** Whole or not at all: a process that is killed leaves nothing that looks finished. */
async function make(outDir: string): Promise<void> {
  const draft = `${outDir}.draft`;
  await rm(draft, { recursive: true, force: true });
  await run(draft);
  await writeFile(join(draft, COMPLETE), '');
  await rm(outDir, { recursive: true, force: true });
  await rename(draft, outDir);
  await removeOlder();
}

/** The file holds the process that has the turn. One that is not alive any more was killed in it. */
async function takeTurn(lock: string): Promise<() => Promise<void>> {
  for (;;) {
    try {
      await writeFile(lock, String(process.pid), { flag: 'wx' });
      return () => rm(lock, { force: true });
    } catch (error) {
      if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
    }
    const holder = Number(await readFile(lock, 'utf8').catch(() => ''));
    // Empty for the moment in which it is written.
    if (holder > 0 && !isAlive(holder)) await rm(lock, { force: true });
    else await wait(50);
  }
}

/** Not the environment of a developer's AWS profile: the local account and region are the template's unknowns. */
async function run(outDir: string): Promise<void> {
  const { CDK_DEFAULT_ACCOUNT: _, CDK_DEFAULT_REGION: __, ...env } = process.env;
  try {
    await promisify(execFile)(process.execPath, [join(ROOT, 'infra', 'app.ts')], {
      cwd: ROOT,
      env: { ...env, CDK_OUTDIR: outDir },
      maxBuffer: 64 * 1024 * 1024,
    });
  } catch (cause) {
    const said = typeof cause === 'object' && cause !== null && 'stderr' in cause ? String(cause.stderr).trim() : String(cause);
    throw new LocalCloudError(`infra/app.ts could not be synthesised:\n${said}`, { cause });
  }
}

async function hashOfSources(): Promise<string> {
  const hash = createHash('sha256').update(process.version);
  for (const source of SOURCES) await addTo(hash, join(ROOT, source));
  return hash.digest('hex').slice(0, 16);
}

async function addTo(hash: ReturnType<typeof createHash>, path: string): Promise<void> {
  if (!existsSync(path)) return;
  const entries = await readdir(path, { withFileTypes: true }).catch(() => undefined);
  if (entries === undefined) {
    hash.update(path.slice(ROOT.length)).update(await readFile(path));
    return;
  }
  for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) await addTo(hash, join(path, entry.name));
}

/** The latest few are enough; another process may be reading one. */
async function removeOlder(): Promise<void> {
  const made = (await readdir(FOLDER)).filter((name) => existsSync(join(FOLDER, name, COMPLETE)));
  const aged = await Promise.all(made.map(async (name) => ({ name, at: (await stat(join(FOLDER, name))).mtimeMs })));
  for (const { name } of aged.sort((a, b) => b.at - a.at).slice(KEPT)) await rm(join(FOLDER, name), { recursive: true, force: true });
}
