import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { LocalCloudError } from './world.ts';

const ROOT = dirname(import.meta.dirname);
/** What the template and the bundles are made of. */
const SOURCES = ['amends.config.ts', 'package.json', 'package-lock.json', 'infra', 'functions', 'shared', 'web'];

/**
 * The output of synthesising the project, made anew only where a source changed.
 * @throws LocalCloudError with what the synthesis said.
 */
export async function synthesise(): Promise<string> {
  const outDir = join(ROOT, '.amends', 'synth', await hashOfSources());
  if (existsSync(join(outDir, 'complete'))) return outDir;
  const draft = `${outDir}.${process.pid}`;
  await mkdir(dirname(outDir), { recursive: true });
  await rm(draft, { recursive: true, force: true });
  await run(draft);
  await writeFile(join(draft, 'complete'), '');
  await removeOlder(dirname(outDir));
  // Somebody else may have been faster; theirs is the same.
  await rename(draft, outDir).catch(() => rm(draft, { recursive: true, force: true }));
  return outDir;
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
const KEPT = 3;

async function removeOlder(folder: string): Promise<void> {
  const names = await readdir(folder);
  const age = (name: string) => stat(join(folder, name)).then(({ mtimeMs }) => mtimeMs);
  const aged = await Promise.all(names.map(async (name) => ({ name, at: await age(name).catch(() => 0) })));
  for (const { name } of aged.sort((a, b) => b.at - a.at).slice(KEPT)) await rm(join(folder, name), { recursive: true, force: true });
}
