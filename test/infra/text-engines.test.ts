import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as z from 'zod/mini';
import config from '#config';
import { bundleFunctions } from '../../infra/bundle.ts';
import type { AmendsConfig } from '../../shared/config/schema.ts';
import { ROOT } from '../source-scan.ts';
import { synthesise } from './synthesised.ts';

type Engines = AmendsConfig['understanding']['engines'];

const comprehend = { engine: 'comprehend' as const };
const model = 'anthropic.claude-3-haiku-20240307-v1:0';
const bedrock = { engine: 'bedrock' as const, model, pricePerMillionTokens: { input: 0.25, output: 1.25, asOf: '2026-11-26' } };
const abroad = { ...bedrock, profile: { id: `eu.${model}`, regions: ['eu-west-1', 'eu-central-1'] } };
const withEngines = (engines: Engines): AmendsConfig => ({ ...config, understanding: { ...config.understanding, engines } });

const Statement = z.looseObject({ Action: z.unknown(), Resource: z.unknown() });
const Policy = z.object({ Roles: z.array(z.unknown()), PolicyDocument: z.object({ Statement: z.array(Statement) }) });

/** `role action resource`, of all that is about other engines. cdk-nag fails the synth on what is not explained (P32). */
const rights = (engines: Engines): string[] => rightsOf(withEngines(engines));

function rightsOf(withConfig: AmendsConfig): string[] {
  const { all, inWords } = synthesise(withConfig);
  return all('AWS::IAM::Policy', Policy).flatMap(({ Properties: { Roles, PolicyDocument } }) =>
    PolicyDocument.Statement.filter(({ Action }) => /comprehend|bedrock/.test(JSON.stringify(Action))).flatMap(({ Action, Resource }) =>
      (Array.isArray(Resource) ? Resource : [Resource]).map((one) => `${Roles.map(inWords)} ${inWords(Action)} ${inWords(one)}`),
    ),
  );
}

const ROLE = 'AmendsPipeline/Assess/Role';
const HERE = 'arn:AWS::Partition:bedrock:AWS::Region';

describe('rights to other engines (P31)', () => {
  it('are not there where the config turns none on', () => {
    expect(rights({})).toEqual([]);
  });

  it('Comprehend: assess may detect sentiment, and nobody anything else', () => {
    expect(rights({ en: comprehend, 'zh-Hans': comprehend })).toEqual([`${ROLE} comprehend:DetectSentiment *`]);
  });

  it('Bedrock: assess may invoke the one model, in its own region', () => {
    expect(rights({ 'zh-Hans': bedrock, other: bedrock })).toEqual([`${ROLE} bedrock:InvokeModel ${HERE}::foundation-model/${model}`]);
  });

  it('Bedrock abroad: the profile, and the model in the regions that the config names', () => {
    expect(rights({ en: abroad })).toEqual([
      `${ROLE} bedrock:InvokeModel ${HERE}:AWS::AccountId:inference-profile/eu.${model}`,
      `${ROLE} bedrock:InvokeModel arn:AWS::Partition:bedrock:eu-west-1::foundation-model/${model}`,
      `${ROLE} bedrock:InvokeModel arn:AWS::Partition:bedrock:eu-central-1::foundation-model/${model}`,
    ]);
  });
});

describe('the right to translate comments (P31)', () => {
  it("is the digest's alone, to the one model that the config names", () => {
    expect(rightsOf({ ...config, translation: { by: bedrock, timeoutMs: 10_000 } })).toEqual([
      `AmendsPipeline/Digest/Role bedrock:InvokeModel ${HERE}::foundation-model/${model}`,
    ]);
  });
});

const Metafile = z.object({ inputs: z.record(z.string(), z.unknown()) });

describe('the bundle of assess (design §7)', () => {
  const parts = new Map<string, string[]>();
  let folder: string;
  const kinds: readonly (readonly [string, Engines])[] = [
    ['off', {}],
    ['comprehend', { en: comprehend }],
    ['bedrock', { other: bedrock }],
  ];
  beforeAll(async () => {
    // Within the project, so that packages are found; git ignores the folder. One function is enough.
    mkdirSync(join(ROOT, 'dist'), { recursive: true });
    folder = mkdtempSync(join(ROOT, 'dist', 'engines-test-'));
    mkdirSync(join(folder, 'functions', 'assess'), { recursive: true });
    writeFileSync(join(folder, 'functions', 'assess', 'index.ts'), "export { handler } from '../../../../functions/assess/index.ts';\n");
    for (const [name, engines] of kinds) {
      await bundleFunctions({ functions: join(folder, 'functions'), to: join(folder, name), config: withEngines(engines) });
      parts.set(name, Object.keys(Metafile.parse(JSON.parse(readFileSync(join(folder, name, 'assess.meta.json'), 'utf8'))).inputs));
    }
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  const holds = (name: string, what: RegExp) => parts.get(name)?.some((path) => what.test(path));

  it('holds neither engine, client, fuse nor what combines where none is turned on', () => {
    expect(holds('off', /assess\.ts$/)).toBe(true);
    for (const what of [/client-comprehend/, /client-bedrock/, /engine-budget/, /understand\/combine/, /text-engine\/fused/])
      expect(holds('off', what), String(what)).toBe(false);
  });

  it('holds the one that is turned on, and not the other', () => {
    expect([holds('comprehend', /client-comprehend/), holds('comprehend', /client-bedrock/)]).toEqual([true, false]);
    expect([holds('bedrock', /client-comprehend/), holds('bedrock', /client-bedrock/)]).toEqual([false, true]);
    for (const name of ['comprehend', 'bedrock']) expect(holds(name, /engine-budget/)).toBe(true);
  });

  it('leaves the streams and tokens of Bedrock’s client out: each stand-in finds its package', () => {
    expect(holds('bedrock', /bundle-stand-ins\/bedrock-streams/)).toBe(true);
    expect(holds('bedrock', /eventstream-handler-node|middleware-eventstream|middleware-websocket|token-providers/)).toBe(false);
  });
});
