import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Plugin } from 'esbuild';

/**
 * What libraries bring along and no function of ours runs. A cold start reads, compiles and runs every byte of a bundle, and doors have 250 KB.
 * Each entry was looked up in the version that the lock file pins; test/infra/bundle.test.ts fails when one of them matches nothing any more.
 */
const STAND_INS = join(import.meta.dirname, 'bundle-stand-ins');

/** Packages that are replaced whole. */
export const REPLACED_PACKAGES = {
  '@aws-sdk/credential-provider-node': join(STAND_INS, 'credentials.ts'),
  '@smithy/core/event-streams': join(STAND_INS, 'event-streams.ts'),
};

interface Trim {
  readonly name: string;
  readonly filter: RegExp;
  /** What the file is in the bundle. */
  readonly become: (path: string) => Promise<string>;
}

/** Classes that must be there to be imported and are never made. */
const neverMade = (...names: string[]) => {
  const said = 'left out of this bundle: take it out of infra/bundle-trims.ts';
  return () =>
    Promise.resolve(names.map((name) => `export class ${name}{constructor(){throw new Error("${name} is ${said}")}}`).join('\n'));
};

export const TRIMS: readonly Trim[] = [
  {
    name: 'version of an SDK client',
    filter: /[\\/]@aws-sdk[\\/]client-[a-z0-9-]+[\\/]package\.json$/,
    // The user agent names it; the rest of the file is for npm. 2.4 KB a client.
    become: async (path) => JSON.stringify({ version: JSON.parse(await readFile(path, 'utf8')).version }),
  },
  {
    name: 'schemas of an SDK client',
    filter: /[\\/]@aws-sdk[\\/]client-[a-z0-9-]+[\\/]dist-es[\\/]schemas[\\/]schemas_0\.js$/,
    become: async (path) => literalKeys(await readFile(path, 'utf8')),
  },
  {
    // The fallback where Node's own crypto lacks it.
    name: 'SHA-256 in JavaScript',
    filter: /[\\/]@smithy[\\/]core[\\/]dist-es[\\/]submodules[\\/]checksum[\\/]sha256[\\/]Sha256Js\.js$/,
    become: neverMade('Sha256Js'),
  },
  {
    name: 'MD5 in JavaScript',
    filter: /[\\/]@smithy[\\/]core[\\/]dist-es[\\/]submodules[\\/]checksum[\\/]md5[\\/]Md5Js\.js$/,
    become: neverMade('Md5Js'),
  },
  {
    // A table of all file name extensions, to guess the type of attachments: our mails have none. 76 KB.
    name: 'MIME types of attachments',
    filter: /[\\/]nodemailer[\\/]dist[\\/]esm[\\/]mime-funcs[\\/]mime-types\.js$/,
    become: () => Promise.resolve("export const detectMimeType=()=>'application/octet-stream';export const detectExtension=()=>'bin';"),
  },
];

/**
 * Schemas of a client with `{ [_xN]: … }` written out as `{ "xmlName": … }`. A computed key might do anything, so a bundler has to keep all schemas of the
 * service, used or not; a literal one is known to do nothing. S3: 66 KB to 8.
 */
export function literalKeys(source: string): string {
  const names = new Map([...source.matchAll(/^const (_\w+) = ("[^"\\]*");$/gm)].map(([, name = '', text = '']) => [name, text]));
  return source.replace(/\[(_\w+)\]:/g, (computed, name: string) => (names.has(name) ? `${names.get(name)}:` : computed));
}

/** @param onTrim told of each file that was trimmed. */
export const trims = (onTrim: (name: string) => void = () => {}): Plugin => ({
  name: 'amends-trims',
  setup(esbuild) {
    for (const { name, filter, become } of TRIMS) {
      esbuild.onLoad({ filter }, async ({ path }) => {
        onTrim(name);
        return { contents: await become(path), loader: path.endsWith('.json') ? 'json' : 'js' };
      });
    }
  },
});
