import { execFile } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { join, relative } from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as z from 'zod/mini';
import config from '#config';
import { bundleFunctions } from '../../infra/bundle.ts';
import { literalKeys, REPLACED_PACKAGES, TRIMS, withoutErrors } from '../../infra/bundle-trims.ts';
import { LAYOUT } from '../../shared/domain/recovery/mail/layout.ts';
import { TEMPLATES } from '../../shared/domain/recovery/mail/templates.ts';
import { MODELLED, TASKS, weightsFile } from '../../shared/domain/understand/models.ts';
import { ENGLISH_PHRASES } from '../../shared/domain/understand/phrases.en.ts';
import { CHINESE_PHRASES } from '../../shared/domain/understand/phrases.zh.ts';
import { ROOT } from '../source-scan.ts';

/** Stand-ins for functions, within the project, so that its packages are found; git ignores the folder. */
let folder: string;
const at = (...path: string[]) => join(folder, ...path);

const SOURCES = {
  reading: `
    import { textModels } from '../../../../shared/adapters/text-models.ts';
    import { understand } from '../../../../shared/domain/understand/understand.ts';
    export const handler = () => understand('Terrible service, still waiting.', {}, textModels());`,
  wording: `
    import openApi from '../../../../docs/openapi.json' with { type: 'json' };
    import { LAYOUT } from '../../../../shared/domain/recovery/mail/layout.ts';
    import { TEMPLATES } from '../../../../shared/domain/recovery/mail/templates.ts';
    import { ENGLISH_PHRASES } from '../../../../shared/domain/understand/phrases.en.ts';
    import { CHINESE_PHRASES } from '../../../../shared/domain/understand/phrases.zh.ts';
    export const handler = () => [openApi, LAYOUT, TEMPLATES, ENGLISH_PHRASES, CHINESE_PHRASES];`,
  plain: `
    import config from '#config';
    export const handler = () => config.brand.mailFrom;`,
  sending: `
    import { SQSClient, SendMessageCommand } from '@aws-sdk/client-sqs';
    export const handler = () => new SQSClient().send(new SendMessageCommand({ QueueUrl: 'q', MessageBody: 'm' }));`,
  storing: `
    import { ConditionalCheckFailedException, DynamoDBClient, DynamoDBServiceException, GetItemCommand } from '@aws-sdk/client-dynamodb';
    export const handler = async () => {
      try {
        return await new DynamoDBClient({ maxAttempts: 1 }).send(new GetItemCommand({ TableName: 't', Key: {} }));
      } catch (error) {
        const { name, message, $fault, $metadata } = error;
        return [name, message, $fault, $metadata.httpStatusCode, error instanceof DynamoDBServiceException, error instanceof ConditionalCheckFailedException];
      }
    };`,
  mailing: `
    import MailComposer from 'nodemailer/lib/mail-composer/index.js';
    export const handler = () => typeof MailComposer;`,
  fetching: `
    import { GetObjectCommand, S3Client } from '@aws-sdk/client-s3';
    import { Tokenizer } from 'htmlparser2';
    export const handler = async () => {
      const s3 = new S3Client({ forcePathStyle: true });
      const { Body, Metadata } = await s3.send(new GetObjectCommand({ Bucket: 'b', Key: 'k' }));
      return [await Body?.transformToString(), Metadata, typeof Tokenizer];
    };`,
  columns: `
    import { parquetReadObjects } from 'hyparquet';
    import { parquetWriteBuffer } from 'hyparquet-writer';
    export const handler = async () => {
      const written = parquetWriteBuffer({ columnData: [{ name: 'word', type: 'STRING', data: ['once', null, '满意'] }] });
      return parquetReadObjects({ file: written });
    };`,
  old: `
    import { tool } from './tool.cjs';
    export const handler = () => tool();`,
};

const Metafile = z.object({ inputs: z.record(z.string(), z.object({ bytes: z.number() })) });

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
async function answer(path: string, env: Readonly<Record<string, string>> = {}): Promise<unknown> {
  const script = `const { handler } = await import(${JSON.stringify(pathToFileURL(at(path, 'index.mjs')).href)}); console.log(JSON.stringify(await handler()))`;
  const { stdout } = await promisify(execFile)(process.execPath, ['--input-type=module', '-e', script], { env });
  return JSON.parse(stdout);
}

const text = (path: string) => readFile(at(path), 'utf8');

describe('bundles', () => {
  it('are made of each folder with an index.ts, and hold what is deployed and nothing else', async () => {
    const names = Object.keys(SOURCES);
    expect((await readdir(at('first'))).sort()).toEqual([...names, ...names.map((name) => `${name}.meta.json`)].sort());
    expect((await readdir(at('first', 'plain'))).sort()).toEqual(['config.json', 'index.mjs', 'index.mjs.map']);
    expect((await readdir(at('first', 'sending'))).sort()).toEqual(['index.mjs', 'index.mjs.map']);
  });

  it('have the text models beside the code that reads them, and only there (R4)', async () => {
    const models = (await readdir(at('first', 'reading'))).filter((name) => name.endsWith('.bin'));
    expect(models.sort()).toEqual(MODELLED.flatMap((language) => TASKS.map((task) => weightsFile(language, task))).sort());
    expect(await answer('first/reading')).toMatchObject({ language: 'en', sentiment: { label: 'negative' } });
  });

  it('have large data beside the code, whole, and only what they read', async () => {
    const files = async (name: string) => (await readdir(at('first', name))).filter((file) => file.endsWith('.json')).sort();
    expect(await files('wording')).toEqual(['layout.json', 'openapi.json', 'phrases.en.json', 'phrases.zh.json', 'templates.json']);
    expect(await files('reading')).toEqual(['phrases.en.json', 'phrases.zh.json']);
    const openApi = JSON.parse(await readFile(join(ROOT, 'docs', 'openapi.json'), 'utf8'));
    expect(await answer('first/wording')).toEqual([openApi, LAYOUT, TEMPLATES, ENGLISH_PHRASES, CHINESE_PHRASES]);
    expect((await stat(at('first', 'wording', 'index.mjs'))).size).toBeLessThan(10_000);
  });

  it('are the same bytes from the same sources', async () => {
    await bundleFunctions({ functions: at('functions'), to: at('second') });
    for (const name of Object.keys(SOURCES)) {
      const files = await readdir(at('first', name));
      expect(await readdir(at('second', name))).toEqual(files);
      for (const file of files) expect(await readFile(at('second', name, file))).toEqual(await readFile(at('first', name, file)));
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
    expect(await answer('other/plain')).toBe('other@example.com');
  });

  it('leave out what no function runs: each trim finds its file in the version that is installed', async () => {
    const inputs = await Promise.all(
      ['sending', 'storing', 'fetching', 'mailing', 'reading', 'columns'].map(
        async (name) => Metafile.parse(JSON.parse(await text(`first/${name}.meta.json`))).inputs,
      ),
    );
    const bytes = new Map(inputs.flatMap((one) => Object.entries(one).map(([path, { bytes: size }]) => [path, size] as const)));
    for (const { name, filter } of TRIMS) {
      const found = [...bytes].filter(([path]) => filter.test(path));
      expect(found, name).not.toEqual([]);
      for (const [path, size] of found) expect(size, `${name}: ${path}`).not.toBe((await stat(join(ROOT, path))).size);
    }
    for (const [name, path] of Object.entries(REPLACED_PACKAGES)) expect([...bytes.keys()], name).toContain(relative(ROOT, path));
    expect(
      [...bytes.keys()].filter((path) => /credential-provider-(ini|sso|process|http|web-identity)|submodules\/event-streams/.test(path)),
    ).toEqual([]);
  });

  it('still speak to AWS: the SDK signs, sends and reads with what is left of it', async () => {
    const asked: string[] = [];
    const server = createServer((request, response) => {
      asked.push(
        `${request.method} ${request.url} ${request.headers.authorization?.split(',')[0]} ${request.headers['x-amz-security-token']}`,
      );
      response.writeHead(200, { 'x-amz-meta-place': 'counter' }).end('words');
    });
    await once(server.listen(0, '127.0.0.1'), 'listening');
    const address = server.address();
    const port = typeof address === 'object' ? address?.port : undefined;
    try {
      const credentials = { AWS_ACCESS_KEY_ID: 'AKIDEXAMPLE', AWS_SECRET_ACCESS_KEY: 'secret', AWS_SESSION_TOKEN: 'token' };
      const env = { AWS_REGION: 'eu-west-1', AWS_ENDPOINT_URL: `http://127.0.0.1:${port}`, ...credentials };
      expect(await answer('first/fetching', env)).toEqual(['words', { place: 'counter' }, 'function']);
    } finally {
      server.close();
    }
    expect(asked).toEqual([
      expect.stringMatching(/^GET \/b\/k\S* AWS4-HMAC-SHA256 Credential=AKIDEXAMPLE\/\d{8}\/eu-west-1\/s3\/aws4_request token$/),
    ]);
  });

  it.each([
    ['ConditionalCheckFailedException', true],
    ['TableInUseException', false],
  ])('tell an error by name, message and status, and %s by its class: %s', async (name, isOwnClass) => {
    const server = createServer((_, response) => {
      response.writeHead(400, { 'content-type': 'application/x-amz-json-1.0' });
      response.end(JSON.stringify({ __type: `com.amazonaws.dynamodb.v20120810#${name}`, message: 'not now' }));
    });
    await once(server.listen(0, '127.0.0.1'), 'listening');
    const address = server.address();
    const port = typeof address === 'object' ? address?.port : undefined;
    try {
      const env = {
        AWS_REGION: 'eu-west-1',
        AWS_ENDPOINT_URL: `http://127.0.0.1:${port}`,
        AWS_ACCESS_KEY_ID: 'a',
        AWS_SECRET_ACCESS_KEY: 'b',
      };
      expect(await answer('first/storing', env)).toEqual([name, 'not now', 'client', 400, true, isOwnClass]);
    } finally {
      server.close();
    }
  });

  it('leave out errors that nobody asks for by their class, and keep the others', () => {
    const source =
      'n0_registry.registerError(Busy$, Busy);\nn0_registry.registerError(TransactionCanceledException$, TransactionCanceledException);\n';
    expect(withoutErrors(source)).toBe('\nn0_registry.registerError(TransactionCanceledException$, TransactionCanceledException);\n');
  });

  it('write computed keys of schemas out, and leave every other computed key alone', () => {
    const source = 'const _xN = "xmlName";\nconst _q = "a\\"b";\nexport var A$ = [{ [_xN]: 1 }, { [_q]: 2 }, { [other]: 3 }];';
    expect(literalKeys(source)).toBe(
      'const _xN = "xmlName";\nconst _q = "a\\"b";\nexport var A$ = [{ "xmlName": 1 }, { [_q]: 2 }, { [other]: 3 }];',
    );
  });

  it('hold no sources in their maps, and no comment for lawyers', async () => {
    expect(JSON.parse(await text('first/sending/index.mjs.map'))).not.toHaveProperty('sourcesContent');
  });

  it('give a CommonJS package its require, and others nothing for it', async () => {
    expect(await answer('first/old')).toBe('\n\n');
    expect(await text('first/sending/index.mjs')).not.toContain('createRequire');
  });

  it('of a function that is gone are gone too, and files that one does not read any more', async () => {
    await put('brief', SOURCES.plain);
    await bundleFunctions({ functions: at('functions'), to: at('third') });
    expect(existsSync(at('third', 'brief', 'index.mjs'))).toBe(true);
    await writeFile(at('third', 'plain', 'phrases.en.json'), '{}');
    await rm(at('functions', 'brief'), { recursive: true });
    expect(await bundleFunctions({ functions: at('functions'), to: at('third') })).toEqual(Object.keys(SOURCES).sort());
    expect((await readdir(at('third'))).filter((name) => name.startsWith('brief'))).toEqual([]);
    expect(await readdir(at('third', 'plain'))).toEqual(await readdir(at('first', 'plain')));
  });
});
