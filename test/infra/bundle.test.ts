import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import config from '#config';
import { bundleFunctions } from '../../infra/bundle.ts';
import { ROOT } from '../source-scan.ts';

/** Stand-ins for functions, within the project, so that its packages are found; git ignores the folder. */
let folder: string;
const at = (...path: string[]) => join(folder, ...path);

const SOURCES = {
  plain: "import config from '#config';\nexport const handler = () => config.brand.mailFrom;\n",
  sending:
    "import { SQSClient, SendMessageCommand } from '@aws-sdk/client-sqs';\nexport const handler = () => new SQSClient().send(new SendMessageCommand({ QueueUrl: 'q', MessageBody: 'm' }));\n",
  old: "import { tool } from './tool.cjs';\nexport const handler = () => tool();\n",
};

async function put(name: string, source: string): Promise<void> {
  await mkdir(at('functions', name), { recursive: true });
  await writeFile(at('functions', name, 'index.ts'), source);
}

beforeAll(async () => {
  await mkdir(join(ROOT, 'dist'), { recursive: true });
  folder = await mkdtemp(join(ROOT, 'dist', 'bundle-test-'));
  for (const [name, source] of Object.entries(SOURCES)) await put(name, source);
  await writeFile(at('functions', 'old', 'tool.cjs'), "exports.tool = () => require(['node', 'os'].join(':')).EOL + require('os').EOL;\n");
  await mkdir(at('functions', 'unfinished'));
  await bundleFunctions({ functions: at('functions'), to: at('first') });
});
afterAll(() => rm(folder, { recursive: true, force: true }));

/** What the handler of a bundle returns, in a process that has nothing but the bundle. */
async function answer(path: string): Promise<unknown> {
  const script = `const { handler } = await import(${JSON.stringify(pathToFileURL(at(path, 'index.mjs')).href)}); console.log(JSON.stringify(handler()))`;
  const { stdout } = await promisify(execFile)(process.execPath, ['--input-type=module', '-e', script]);
  return JSON.parse(stdout);
}

const text = (path: string) => readFile(at(path), 'utf8');

describe('bundles', () => {
  it('are made of each folder with an index.ts, and hold what is deployed and nothing else', async () => {
    expect((await readdir(at('first'))).sort()).toEqual([
      'old',
      'old.meta.json',
      'plain',
      'plain.meta.json',
      'sending',
      'sending.meta.json',
    ]);
    expect((await readdir(at('first', 'plain'))).sort()).toEqual(['index.mjs', 'index.mjs.map']);
  });

  it('are the same bytes from the same sources', async () => {
    await bundleFunctions({ functions: at('functions'), to: at('second') });
    for (const name of Object.keys(SOURCES)) {
      expect(await text(`second/${name}/index.mjs`)).toBe(await text(`first/${name}/index.mjs`));
      expect(await text(`second/${name}/index.mjs.map`)).toBe(await text(`first/${name}/index.mjs.map`));
      expect(await text(`second/${name}.meta.json`)).toBe(await text(`first/${name}.meta.json`));
    }
  });

  it('carry the config as data, without what checks it', async () => {
    expect(await answer('first/plain')).toBe(config.brand.mailFrom);
    expect(JSON.parse(await text('first/plain.meta.json')).inputs).not.toHaveProperty(['shared/config/schema.ts']);
  });

  it('carry the config they are given', async () => {
    const other = { ...config, brand: { ...config.brand, mailFrom: 'other@example.com' } };
    await bundleFunctions({ functions: at('functions'), to: at('other'), config: other });
    expect(await text('other/plain/index.mjs')).toContain('other@example.com');
  });

  it('take credentials from the environment only, and no event streams', async () => {
    const inputs = Object.keys(JSON.parse(await text('first/sending.meta.json')).inputs);
    expect(inputs).toContain('infra/bundle-stand-ins/credentials.ts');
    expect(
      inputs.filter((path) => /credential-provider-(node|ini|sso|process|http|web-identity)|submodules\/event-streams/.test(path)),
    ).toEqual([]);
  });

  it('hold no sources in their maps, and no comment for lawyers', async () => {
    expect(JSON.parse(await text('first/sending/index.mjs.map'))).not.toHaveProperty('sourcesContent');
  });

  it('give a CommonJS package its require, and others nothing for it', async () => {
    expect(await answer('first/old')).toBe('\n\n');
    expect(await text('first/sending/index.mjs')).not.toContain('createRequire');
  });

  it('of a function that is gone are gone too', async () => {
    await put('brief', SOURCES.plain);
    await bundleFunctions({ functions: at('functions'), to: at('third') });
    expect(existsSync(at('third', 'brief', 'index.mjs'))).toBe(true);
    await rm(at('functions', 'brief'), { recursive: true });
    expect(await bundleFunctions({ functions: at('functions'), to: at('third') })).toEqual(['old', 'plain', 'sending']);
    expect((await readdir(at('third'))).filter((name) => name.startsWith('brief'))).toEqual([]);
  });
});
