import { existsSync } from 'node:fs';
import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { type BuildOptions, type BuildResult, build, type Metafile, type Plugin } from 'esbuild';
import config from '#config';
import { WEIGHTS } from '../models/weights/folder.ts';
import type { AmendsConfig } from '../shared/config/schema.ts';
import { besides, dataBeside } from './bundle-beside.ts';
import { enginesTurnedOn } from './bundle-engines.ts';
import { REPLACED_PACKAGES, trims } from './bundle-trims.ts';

const ROOT = dirname(import.meta.dirname);
/** Where a deploy and the local cloud find `<name>/index.mjs`; git ignores it. */
export const BUNDLES = join(ROOT, 'dist', 'functions');

/** CommonJS packages that ask for Node's own modules at run time need a `require`, which ESM has not. Only their bundles pay for it. */
const REQUIRE_BANNER = "import{createRequire as amendsRequire}from'node:module';const require=amendsRequire(import.meta.url);";

/** By importing it a function says that it reads the models; see there. */
const WEIGHTS_MODULE = 'models/weights/folder.ts';

/** A function that draws imports the module; its engine lies beside the code, where `adapters/picture/png.ts` looks for it. */
const PICTURE_ENGINE = {
  module: 'node_modules/@resvg/resvg-wasm/index.mjs',
  wasm: 'node_modules/@resvg/resvg-wasm/index_bg.wasm',
  file: 'resvg.wasm',
} as const;

export interface BundleOptions {
  /** Folder that holds one folder per function. */
  readonly functions?: string;
  readonly to?: string;
  /** What `#config` is in the bundles. */
  readonly config?: AmendsConfig;
}

/**
 * Bundles each function that has an `index.ts` to `<to>/<name>/index.mjs` with its source map, and esbuild's account of what is in it to
 * `<to>/<name>.meta.json`, outside of what is deployed. Same sources, same bytes.
 * @returns the names, sorted.
 * @throws esbuild's BuildFailure where a source does not build.
 */
export async function bundleFunctions(options: BundleOptions = {}): Promise<string[]> {
  const functions = options.functions ?? join(ROOT, 'functions');
  const to = options.to ?? BUNDLES;
  const entries = (await readdir(functions, { withFileTypes: true })).filter(
    (entry) => entry.isDirectory() && existsSync(join(functions, entry.name, 'index.ts')),
  );
  const names = entries.map((entry) => entry.name).sort();
  await mkdir(to, { recursive: true });
  await removeOthers(to, names);
  await Promise.all(names.map((name) => bundle(join(functions, name, 'index.ts'), name, to, options.config ?? config)));
  return names;
}

async function bundle(entry: string, name: string, to: string, withConfig: AmendsConfig): Promise<void> {
  const entryPoints = [entry];
  let result = await run({ entryPoints }, withConfig, '');
  if (needsRequire(result.metafile)) result = await run({ entryPoints }, withConfig, REQUIRE_BANNER);
  await mkdir(join(to, name), { recursive: true });
  for (const file of result.outputFiles) {
    await replaceFile(join(to, name, file.path.endsWith('.map') ? 'index.mjs.map' : 'index.mjs'), file.contents);
  }
  await replaceBeside(join(to, name), await beside(result.metafile, withConfig));
  await replaceFile(join(to, `${name}.meta.json`), `${JSON.stringify(result.metafile)}\n`);
}

/** What lies beside the code that reads it, by name: the config, large data, the text models. */
async function beside(metafile: Metafile, withConfig: AmendsConfig): Promise<Map<string, Uint8Array | string>> {
  const files = new Map<string, Uint8Array | string>(await besides(ROOT, metafile));
  if (`${CONFIG.namespace}:${CONFIG.path}` in metafile.inputs) files.set(CONFIG.file, JSON.stringify(withConfig));
  if (WEIGHTS_MODULE in metafile.inputs) for (const [file, weights] of await weightFiles()) files.set(file, weights);
  if (PICTURE_ENGINE.module in metafile.inputs) files.set(PICTURE_ENGINE.file, await readFile(join(ROOT, PICTURE_ENGINE.wasm)));
  return files;
}

/** What an old build left there must not be deployed. */
async function replaceBeside(folder: string, files: ReadonlyMap<string, Uint8Array | string>): Promise<void> {
  for (const old of await readdir(folder))
    if (/\.(json|bin|wasm)$/.test(old) && !files.has(old)) await rm(join(folder, old), { force: true });
  for (const [file, contents] of files) await replaceFile(join(folder, file), contents);
}

/** Bytes need no parsing, and a language's are read when a text in it comes. */
async function weightFiles(): Promise<[string, Uint8Array][]> {
  const names = (await readdir(WEIGHTS)).filter((file) => file.endsWith('.bin'));
  return Promise.all(names.map(async (file): Promise<[string, Uint8Array]> => [file, await readFile(join(WEIGHTS, file))]));
}

/** A few lines bundled as a function would be; `bench/` compares with it. */
export async function bundleLines(lines: string): Promise<Uint8Array> {
  const { outputFiles } = await run({ stdin: { contents: lines, resolveDir: ROOT, loader: 'ts' } }, config, '');
  const code = outputFiles.find((file) => file.path.endsWith('.mjs'));
  if (code === undefined) throw new Error('esbuild wrote no .mjs');
  return code.contents;
}

type Bundle = BuildResult<{ write: false; metafile: true }>;

function run(entry: BuildOptions, withConfig: AmendsConfig, banner: string): Promise<Bundle> {
  return build({
    ...entry,
    outfile: 'index.mjs',
    absWorkingDir: ROOT,
    bundle: true,
    write: false,
    metafile: true,
    platform: 'node',
    target: 'node24',
    format: 'esm',
    mainFields: ['module', 'main'],
    minify: true,
    legalComments: 'none',
    // Chinese as it is: escaped, each of its characters would take six bytes instead of three.
    charset: 'utf8',
    // For stack traces with our own lines. Without the sources themselves: they would double the asset and are in git.
    sourcemap: 'linked',
    sourcesContent: false,
    banner: { js: banner },
    alias: REPLACED_PACKAGES,
    plugins: [configAsData, enginesTurnedOn(withConfig), dataBeside(ROOT), trims],
    logLevel: 'error',
  });
}

const CONFIG = { namespace: 'amends-config', path: 'amends.config', file: 'config.json' } as const;
const CONFIG_CODE = `import{readFileSync}from'node:fs';export default JSON.parse(readFileSync(new URL('${CONFIG.file}',import.meta.url),'utf8'));`;

/**
 * The config was checked by this process; a function carries the outcome, not the checker, and as a file beside its code, so that a house with many
 * branches, texts and holidays has no larger bundles.
 */
const configAsData: Plugin = {
  name: 'amends-config',
  setup(esbuild) {
    esbuild.onResolve({ filter: /^#config$/ }, () => ({ path: CONFIG.path, namespace: CONFIG.namespace }));
    esbuild.onLoad({ filter: /.*/, namespace: CONFIG.namespace }, () => ({ contents: CONFIG_CODE, loader: 'js' }));
  },
};

const needsRequire = (metafile: Metafile) =>
  Object.values(metafile.outputs).some((output) => output.imports.some((used) => used.kind === 'require-call' && used.external === true));

/** A function that is gone must not be deployed from an old build. */
async function removeOthers(to: string, names: readonly string[]): Promise<void> {
  const kept = new Set(names.flatMap((name) => [name, `${name}.meta.json`]));
  for (const entry of await readdir(to)) if (!kept.has(entry)) await rm(join(to, entry), { recursive: true, force: true });
}

/** Whole or not at all, so that a process that loads bundles meanwhile never reads half of one. */
async function replaceFile(path: string, contents: Uint8Array | string): Promise<void> {
  const draft = `${path}.${process.pid}`;
  await writeFile(draft, contents);
  await rename(draft, path);
}

if (import.meta.main) {
  const names = await bundleFunctions();
  console.log(`bundled ${names.length} functions to ${BUNDLES}: ${names.join(', ')}`);
}
