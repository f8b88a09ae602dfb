import { describe, expect, it } from 'vitest';
import { type Import, importsOf, reach, read, sources, target, usesOf } from './source-scan.ts';

interface Room {
  /** Path, or its beginning; the longest that fits is the file's room. */
  readonly at: string;
  /** What its files may name: paths or their beginnings, packages; `*` is any package. */
  readonly may: readonly string[];
  /** What they may name in types only: it is gone when they run. */
  readonly mayAsType?: readonly string[];
  readonly because: string;
}

/** Neither clock nor input and output is in them, at least where we call them with all they need. */
const PURE_PACKAGES = ['zod/mini', 'temporal-polyfill', 'mustache', 'jstat'];

/** Each is read by everybody who opens a page. */
const BROWSER_PACKAGES = ['preact', 'preact/hooks', 'uplot', 'uplot/', 'dompurify', 'intl-messageformat', 'openapi-fetch', 'zod/mini'];

const ROOMS: readonly Room[] = [
  { at: 'shared/domain/', may: ['shared/domain/', ...PURE_PACKAGES], because: 'domain is pure: take a port instead' },
  { at: 'shared/ports', may: ['shared/domain/', 'shared/ports/'], because: 'ports speak of the domain only' },
  {
    at: 'shared/api/',
    may: ['shared/api/', 'shared/domain/', 'zod/', 'zod-openapi'],
    because: 'the contract of the HTTP API is said in words of the domain',
  },
  {
    at: 'shared/api/write-openapi.ts',
    may: ['shared/api/', 'node:fs'],
    because: 'it writes the contract to docs/, when the project is built',
  },
  {
    at: 'shared/config/',
    may: ['shared/domain/', 'shared/config/', 'zod/', 'temporal-polyfill'],
    because: 'the config is data in words of the domain',
  },
  {
    at: 'shared/config/holidays.ts',
    may: ['shared/domain/', 'chinese-days', 'date-holidays', 'temporal-polyfill', 'node:module'],
    because: 'it looks holidays up when the config is read; functions carry what it found',
  },
  { at: 'shared/config/current.ts', may: ['amends.config.ts', 'shared/config/'], because: 'the one place that reads amends.config.ts' },
  {
    at: 'amends.config.ts',
    may: ['shared/config/schema.ts', 'shared/domain/survey/ready-surveys.ts'],
    because: 'it is written by people who do not program',
  },
  {
    at: 'shared/adapters/',
    may: ['shared/adapters/', 'shared/domain/', 'shared/ports.ts', 'models/weights/folder.ts', '*'],
    mayAsType: ['shared/config/schema.ts'],
    because: 'adapters are the edge: the frame and the functions use them, not the other way round',
  },
  {
    at: 'shared/lambda/',
    may: ['shared/lambda/', 'shared/domain/', '*'],
    because: 'the frame turns a trigger into calls: which adapter is called is for functions/*/index.ts',
  },
  {
    at: 'shared/lambda/endpoint.ts',
    may: ['shared/lambda/', 'shared/api/', 'shared/domain/'],
    because: 'it is the frame around routes of staff: it checks requests by the contract of the HTTP API',
  },
  {
    at: 'functions/',
    may: ['functions/<own>/', 'shared/', 'web/', 'docs/openapi.json', '*'],
    because: 'a function stands alone: what two of them need belongs in shared/',
  },
  { at: 'web/', may: ['web/', 'shared/domain/', '*'], because: 'pages talk to the HTTP API only' },
  ...['web/desk/', 'web/dashboard/', 'web/signed-in/', 'web/browser/', 'web/form/browser/'].map((at) => ({
    at,
    may: [...new Set([at, 'web/browser/', 'web/form/', 'web/sheet/', 'web/status/']), 'shared/domain/', ...BROWSER_PACKAGES],
    because: 'it runs in browsers: what it names goes to each of them, and Node is not there',
  })),
  {
    at: 'infra/',
    may: [
      'infra/',
      'shared/api/routes.ts',
      'shared/config/schema.ts',
      'shared/config/coverage.ts',
      'shared/adapters/dynamo/keys.ts',
      'shared/lambda/tries.ts',
      'models/weights/folder.ts',
      '#config',
      '*',
    ],
    because: 'infra says what exists, not what it does',
  },
  {
    at: 'local/',
    may: [
      'local/',
      'infra/',
      'shared/',
      'functions/',
      'web/sheet/',
      'web/form/',
      'events/',
      'package.json',
      'amends.config.ts',
      '#config',
      '*',
    ],
    because: 'tests and benches use it',
  },
  { at: 'events/', may: ['events/', 'shared/', '*'], because: 'samples are for local/, bench/ and test/' },
  { at: 'bench/', may: ['bench/', 'local/', 'infra/', 'shared/', 'functions/', 'events/', '#config', '*'], because: 'nobody needs it' },
  { at: 'models/', may: ['models/', 'shared/domain/', 'shared/adapters/text-models.ts', '*'], because: 'models know the domain only' },
  {
    at: 'test/',
    may: [
      'test/',
      'local/',
      'infra/',
      'shared/',
      'functions/',
      'web/',
      'events/',
      'bench/',
      'models/',
      'package.json',
      'amends.config.ts',
      '#config',
      '*',
    ],
    because: 'it may name everything',
  },
  { at: 'vitest.config.ts', may: ['local/', '*'], because: 'it configures a tool' },
  { at: 'vite.config.ts', may: ['*'], because: 'it configures a tool' },
];

const roomOf = (path: string) => ROOMS.filter(({ at }) => path.startsWith(at)).sort((a, b) => b.at.length - a.at.length)[0];

function isAllowed(path: string, wanted: string, list: readonly string[]): boolean {
  const isPackage = !/^\.\.|^#|\.tsx?$|\.json$/.test(wanted);
  return list.some((entry) => {
    if (entry === '*') return isPackage;
    const own = entry.replace('<own>', path.split('/')[1] ?? '');
    return own.endsWith('/') ? wanted.startsWith(own) : wanted === own;
  });
}

/** Tools and tests load what they find; the form's script loads that of photos from where it came itself. */
const COMPUTES = /^(local|bench|test|infra)\/|^web\/form\/browser\/photos-beside\.ts$/;

/** Why this import must not be; `undefined` where it may. */
function fault(path: string, { specifier, isType, line }: Import): string | undefined {
  const say = (why: string) => `${path}:${line} names ${specifier ?? 'something computed'}: ${why}`;
  const room = roomOf(path);
  if (!room) return say('the file lies in no room of test/rooms.test.ts');
  if (specifier === undefined) return COMPUTES.test(path) ? undefined : say('nobody can tell where it leads');
  const wanted = target(path, specifier);
  if (wanted.startsWith('..') || wanted.startsWith('/')) return say('it leaves the project');
  if (wanted === 'zod' && /^(shared|functions)\//.test(path)) return say("it is 75 KB more in a bundle than 'zod/mini'");
  if (wanted === '#config' && /^functions\/[^/]+\/index\.ts$/.test(path)) return undefined;
  if (isAllowed(path, wanted, room.may) || (isType && isAllowed(path, wanted, room.mayAsType ?? []))) return undefined;
  return say(room.because);
}

const IMPURE = new Set(
  ['Date', 'Math.random', 'Temporal.Now', 'performance', 'crypto', 'process', 'Buffer', 'globalThis', 'console', 'fetch', 'require'].concat(
    ['setTimeout', 'setInterval', 'setImmediate', 'queueMicrotask'],
  ),
);

const all = await sources();
const inRoom = (at: string) => all.filter((path) => path.startsWith(at));

describe('rooms (design §2)', () => {
  it('finds the sources it is to judge', () => {
    expect(all).toContain('shared/domain/feedback.ts');
    expect(all.filter((path) => path.includes('node_modules'))).toEqual([]);
  });

  it('lets no file name what its room may not, by import, type import, re-export or dynamic import', () => {
    expect(all.flatMap((path) => importsOf(path, read(path)).flatMap((found) => fault(path, found) ?? []))).toEqual([]);
  });

  it('keeps the clock, randomness, timers and the process out of the domain', () => {
    expect(inRoom('shared/domain/').flatMap((path) => usesOf(IMPURE, path, read(path)))).toEqual([]);
  });

  it('lets the working files of a function run without AWS and without the config', () => {
    const work = inRoom('functions/').filter((path) => !path.endsWith('/index.ts'));
    const reached = work.flatMap((path) =>
      [...reach(path)]
        .filter(([wanted]) => /^(@aws-sdk\/|@smithy\/|#config$)/.test(wanted))
        .map(([wanted, by]) => `${path} reaches ${wanted} by ${by}`),
    );
    expect(reached).toEqual([]);
  });

  it('lets no function carry the packages that know holidays: 12 MB for what the config holds as data', () => {
    const found = inRoom('functions/').flatMap((path) =>
      [...reach(path)]
        .filter(([wanted]) => /^(chinese-days|date-holidays)/.test(wanted))
        .map(([wanted, by]) => `${path} reaches ${wanted} by ${by}`),
    );
    expect(found).toEqual([]);
  });
});

describe('the judge of rooms itself', () => {
  const faults = (path: string, source: string) => importsOf(path, source).flatMap((found) => fault(path, found) ?? []);

  it.each([
    ["import { x } from '../adapters/ids.ts';"],
    ["import type { X } from '../adapters/ids.ts';"],
    ["import { type X } from '../ports.ts';"],
    ["export * from '../lambda/env.ts';"],
    ["export type { X } from '../config/schema.ts';"],
    ["const x = await import('../adapters/ids.ts');"],
    ["type X = import('../adapters/ids.ts').X;"],
    ['const x = await import(name);'],
    ["import { readFileSync } from 'node:fs';"],
    ["import { SQSClient } from '@aws-sdk/client-sqs';"],
    ["import * as z from 'zod';"],
    ["import '../../../shared/data/x.json';"],
    ["import config from '#config';"],
  ])('refuses in the domain: %s', (source) => {
    expect(faults('shared/domain/a.ts', source)).toHaveLength(1);
  });

  it.each([
    ['functions/act/act.ts', "import { assess } from '../assess/assess.ts';"],
    ['functions/act/act.ts', "import config from '#config';"],
    ['functions/act/index.ts', "import { world } from '../../local/world.ts';"],
    ['shared/adapters/ids.ts', "import { handler } from '../../functions/act/index.ts';"],
    ['shared/adapters/ids.ts', "import { schema } from '../config/schema.ts';"],
    ['shared/lambda/env.ts', "import { systemClock } from '../adapters/clock.ts';"],
    ['web/form/page.ts', "import { ids } from '../../shared/adapters/ids.ts';"],
    ['infra/app.ts', "import { act } from '../functions/act/act.ts';"],
    ['elsewhere/a.ts', "import { x } from 'y';"],
    ['test/a.test.ts', "import data from '../../shared/data/mobi.json';"],
  ])('refuses in %s: %s', (path, source) => {
    expect(faults(path, source)).toHaveLength(1);
  });

  it('is not misled by words in comments and strings, and lets through what may be', () => {
    const source =
      "// import x from 'node:fs'\nimport * as z from 'zod/mini';\nconst s = \"import y from 'node:os'\";\nexport { a } from './b.ts';";
    expect(faults('shared/domain/a.ts', source)).toEqual([]);
  });

  it('sees uses of impure globals and no mere names', () => {
    const source =
      'const a = new Date(); Math.random(); let d: Date; o.Date; const p = { process: 1, run() {} }; Math.max(1); setTimeout(f);';
    expect(usesOf(IMPURE, 'a.ts', source)).toEqual(['a.ts:1: Math.random', 'a.ts:1: Date', 'a.ts:1: Date', 'a.ts:1: setTimeout']);
  });
});
