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
  '@aws-sdk/endpoint-cache': join(STAND_INS, 'endpoint-cache.ts'),
  'dom-serializer': join(STAND_INS, 'dom-serializer.ts'),
};

interface Trim {
  readonly name: string;
  readonly filter: RegExp;
  /** What the file is in the bundle. */
  readonly become: (path: string) => Promise<string>;
}

const is = (source: string) => () => Promise.resolve(source);

/** A file of the SDK's core. */
const ofCore = (path: string) =>
  new RegExp(`[\\\\/]@smithy[\\\\/]core[\\\\/]dist-es[\\\\/]submodules[\\\\/]${path.replaceAll('/', '[\\\\/]')}\\.js$`);

/** Classes that must be there to be imported and are never made. */
const neverMade = (name: string) =>
  is(`export class ${name}{constructor(){throw new Error("${name} is left out of bundles: infra/bundle-trims.ts")}}`);

export const TRIMS: readonly Trim[] = [
  {
    name: 'version of an SDK client',
    filter: /[\\/]@aws-sdk[\\/]client-[a-z0-9-]+[\\/]package\.json$/,
    // The user agent names it; the rest of the file is for npm. 2.4 KB a client.
    become: async (path) => JSON.stringify({ version: JSON.parse(await readFile(path, 'utf8')).version }),
  },
  {
    name: 'names of regions',
    filter: /[\\/]@aws-sdk[\\/]core[\\/]dist-es[\\/]submodules[\\/]client[\\/]util-endpoints[\\/]lib[\\/]aws[\\/]partitions\.js$/,
    // "Asia Pacific (Tokyo)": nobody reads them. 3 KB.
    become: async (path) => (await readFile(path, 'utf8')).replace(/"description": "[^"]*"/g, ''),
  },
  {
    name: 'schemas of an SDK client',
    filter: /[\\/]@aws-sdk[\\/]client-[a-z0-9-]+[\\/]dist-es[\\/]schemas[\\/]schemas_0\.js$/,
    become: async (path) => literalKeys(withoutErrors(await readFile(path, 'utf8'))),
  },
  {
    // Signs the messages of event streams, which no call of ours uses.
    name: 'signatures of event streams',
    filter: /[\\/]@smithy[\\/]signature-v4[\\/]dist-es[\\/]HeaderFormatter\.js$/,
    become: is('export class HeaderFormatter{}'),
  },
  // The fallbacks where Node's own crypto lacks them.
  { name: 'SHA-256 in JavaScript', filter: ofCore('checksum/sha256/Sha256Js'), become: neverMade('Sha256Js') },
  {
    name: 'SHA-1 in JavaScript',
    filter: /[\\/]@aws-sdk[\\/]checksums[\\/]dist-es[\\/]submodules[\\/]sha[\\/]sha1[\\/]Sha1Js\.js$/,
    become: neverMade('Sha1Js'),
  },
  { name: 'MD5 in JavaScript', filter: ofCore('checksum/md5/Md5Js'), become: neverMade('Md5Js') },
  // Made where AWS_RETRY_MODE is "adaptive"; ours is the standard one.
  { name: 'adaptive retry', filter: ofCore('retry/util-retry/AdaptiveRetryStrategy'), become: neverMade('AdaptiveRetryStrategy') },
  {
    // Lambda has AWS_REGION. Asking a machine's metadata is for machines.
    name: 'region from instance metadata',
    filter: ofCore('config/config-resolver/regionConfig/getInstanceMetadataRegion'),
    become: is('export const getInstanceMetadataRegion=async()=>undefined'),
  },
  {
    // ~/.aws/config and ~/.aws/credentials: not there on Lambda, and looked for at every cold start.
    name: 'configuration files',
    filter: ofCore('config/shared-ini-file-loader/loadSharedConfigFiles'),
    become: is(
      "export{CONFIG_PREFIX_SEPARATOR}from'./constants';export const loadSharedConfigFiles=async()=>({configFile:{},credentialsFile:{}})",
    ),
  },
  {
    // Logs what goes in and out where a client is given a logger. None is, and none may be: words and addresses would be in it (promise 33).
    name: 'logs of SDK calls',
    filter: /[\\/]@aws-sdk[\\/]core[\\/]dist-es[\\/]submodules[\\/]client[\\/]middleware-logger[\\/]loggerMiddleware\.js$/,
    become: is(
      'export const loggerMiddleware=()=>(next)=>next;export const loggerMiddlewareOptions={};export const getLoggerPlugin=()=>({applyToStack(){}});',
    ),
  },
  {
    // Column files are read whole: nothing is looked for in them, so no filter is ever handed in.
    name: 'filters of Parquet',
    filter: /[\\/]hyparquet[\\/]src[\\/]filter\.js$/,
    become: is(
      [
        'const none=()=>[];const never=()=>{throw new Error("filters of Parquet are left out of bundles: infra/bundle-trims.ts")};',
        'export{none as pathsNeededForFilter,none as columnsNeededForFilter,never as matchFilter,never as filterPageRanges};',
        'export{never as intersectRanges,never as unionRanges};export const canSkipRowGroup=({filter})=>filter?never():false;',
      ].join(''),
    ),
  },
  {
    // Fetches attachments from an address: ours have none, and nothing of a mail may make us call anybody.
    name: 'attachments from an address',
    filter: /[\\/]nodemailer[\\/]dist[\\/]esm[\\/]fetch[\\/]index\.js$/,
    become: is("export default()=>{throw new Error('fetching is left out of bundles: infra/bundle-trims.ts')}"),
  },
  {
    // A table of all file name extensions, to guess the type of attachments: our mails have none. 76 KB.
    name: 'MIME types of attachments',
    filter: /[\\/]nodemailer[\\/]dist[\\/]esm[\\/]mime-funcs[\\/]mime-types\.js$/,
    become: is("export const detectMimeType=()=>'application/octet-stream';export const detectExtension=()=>'bin';"),
  },
  {
    // Geometry, variants, floating-point compression, Bloom filters: our column files have none of them, and say so where one comes. 20 KB.
    name: 'what our Parquet has not',
    filter: /[\\/]hyparquet[\\/]src[\\/](alp|wkb|variant|bloom|xxhash)\.js$|[\\/]hyparquet-writer[\\/]src[\\/](wkb|variant)\.js$/,
    become: async (path) => thatThrow(await readFile(path, 'utf8')),
  },
];

/** The same exported functions, without their work. */
const thatThrow = (source: string) =>
  [...source.matchAll(/^export function (\w+)/gm)]
    .map(([, name]) => `export function ${name}(){throw new Error("${name} is left out of bundles: infra/bundle-trims.ts")}`)
    .join('\n');

/** Those that our code asks for by their class. */
const KEPT_ERRORS = /^(ConditionalCheckFailed|TransactionCanceled|TransactionConflict|\w+Service)Exception$/;

/**
 * Schemas of a client without its registered errors, but for `KEPT_ERRORS`: a registration keeps class and schema of each, of operations that nobody
 * calls too. An error that is not registered is thrown as the client's base exception, with its own name and status (`@smithy/core`,
 * getErrorSchemaOrThrowBaseException), which is all that retries and we look at. 27 KB of `assess`, which has three clients.
 */
export function withoutErrors(source: string): string {
  return source.replace(/^n0_registry\.registerError\(\w+\$, (\w+)\);$/gm, (whole, name: string) => (KEPT_ERRORS.test(name) ? whole : ''));
}

/**
 * Schemas of a client with `{ [_xN]: … }` written out as `{ "xmlName": … }`. A computed key might do anything, so a bundler has to keep all schemas of the
 * service, used or not; a literal one is known to do nothing. S3: 66 KB to 8.
 */
export function literalKeys(source: string): string {
  const names = new Map([...source.matchAll(/^const (_\w+) = ("[^"\\]*");$/gm)].map(([, name = '', text = '']) => [name, text]));
  return source.replace(/\[(_\w+)\]:/g, (computed, name: string) => (names.has(name) ? `${names.get(name)}:` : computed));
}

export const trims: Plugin = {
  name: 'amends-trims',
  setup(esbuild) {
    for (const { filter, become } of TRIMS) {
      esbuild.onLoad({ filter }, async ({ path }) => ({ contents: await become(path), loader: loaderOf(path) }));
    }
  },
};

const loaderOf = (path: string) => (path.endsWith('.json') ? 'json' : 'js');
