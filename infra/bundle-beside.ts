import { readFile } from 'node:fs/promises';
import { basename, extname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { isDeepStrictEqual } from 'node:util';
import type { Metafile, Plugin } from 'esbuild';

/**
 * Modules that are data and nothing else, too large to be read at each cold start. In a bundle each is a JSON file beside the code, which is read when
 * the first of it is asked for: many containers never show a document, and a text or mail comes after the start.
 */
export const DATA_MODULES = [
  'docs/openapi.json',
  'shared/domain/recovery/mail/layout.ts',
  'shared/domain/recovery/mail/templates.ts',
  'shared/domain/understand/phrases.en.ts',
  'shared/domain/understand/phrases.zh.ts',
] as const;

/** What a data module is in a bundle, and what lies beside it. */
interface Beside {
  readonly code: string;
  readonly file: string;
  readonly json: string;
}

/** Lets a bundle read its data from files; they are `besides` of its metafile. @param root folder of the project, absolute. */
export const dataBeside = (root: string): Plugin => ({
  name: 'amends-data-beside',
  setup(esbuild) {
    const paths = new Map(DATA_MODULES.map((path) => [join(root, path), path]));
    esbuild.onLoad({ filter: /[\\/](openapi\.json|(layout|templates|phrases\.\w+)\.ts)$/ }, async ({ path }) => {
      const found = paths.get(path);
      return found === undefined ? undefined : { contents: (await besideOf(root, found)).code, loader: 'js' };
    });
  },
});

/** The files that belong beside a bundle, by name: of each data module that something of is left in it. */
export async function besides(root: string, { outputs }: Metafile): Promise<ReadonlyMap<string, string>> {
  const used = DATA_MODULES.filter((path) => Object.values(outputs).some(({ inputs }) => (inputs[path]?.bytesInOutput ?? 0) > 0));
  const all = await Promise.all(used.map((path) => besideOf(root, path)));
  return new Map(all.map(({ file, json }) => [file, json]));
}

async function besideOf(root: string, path: string): Promise<Beside> {
  const data = await dataOf(join(root, path));
  const json = JSON.stringify(data);
  if (!isDeepStrictEqual(JSON.parse(json), data)) {
    throw new Error(
      `${path}: expected plain data, came something that JSON does not hold. Take it from DATA_MODULES of infra/bundle-beside.ts.`,
    );
  }
  const file = `${basename(path, extname(path))}.json`;
  const lazily = Object.entries(data).map(([name, value]) => lazyExport(path, name, value));
  return { code: [reader(file), ...lazily, ''].join('\n'), file, json };
}

/** Exports by name, as plain objects. */
async function dataOf(path: string): Promise<Record<string, unknown>> {
  if (path.endsWith('.json')) return { default: JSON.parse(await readFile(path, 'utf8')) };
  return { ...(await import(pathToFileURL(path).href)) };
}

const reader = (file: string) =>
  `import{readFileSync}from'node:fs';
let data;
const read=()=>data??=JSON.parse(readFileSync(new URL(${JSON.stringify(file)},import.meta.url),'utf8'));`;

/** An object that knows its keys now and its values when they are asked for. */
function lazyExport(path: string, name: string, value: unknown): string {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw new Error(`${path}: expected ${name} to be an object, which can be read later; came ${JSON.stringify(value).slice(0, 40)}`);
  }
  const getters = Object.keys(value).map((key) => `get ${JSON.stringify(key)}(){return read().${name}[${JSON.stringify(key)}]}`);
  return name === 'default' ? `export default {${getters.join()}};` : `export const ${name}={${getters.join()}};`;
}
