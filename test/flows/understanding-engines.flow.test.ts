import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import config from '#config';
import { amendsApp } from '../../infra/amends-app.ts';
import { bundleFunctions } from '../../infra/bundle.ts';
import type { LocalCloud } from '../../local/cloud.ts';
import type { EngineFault } from '../../local/text-engines/faults.ts';
import { readTheOpposite } from '../../local/text-engines/reading.ts';
import type { AmendsConfig } from '../../shared/config/schema.ts';
import { emptyWeb } from '../infra/synthesised.ts';
import { ROOT } from '../source-scan.ts';
import { acknowledgementsTo, read, startCloud, submit, unhappy } from './cloud.ts';

const model = 'anthropic.claude-3-haiku-20240307-v1:0';
const understanding: AmendsConfig['understanding'] = {
  engines: {
    en: { engine: 'comprehend' },
    'zh-Hans': { engine: 'bedrock', model, pricePerMillionTokens: { input: 0.25, output: 1.25, asOf: '2026-11-26' } },
  },
  dailyBudget: { usd: 0.01 },
  timeoutMs: 3000,
};

/** The fault of the next call; the engines say the opposite of what our rules read, so that it shows whose word stands. */
let fault: EngineFault | undefined;
const sent: string[] = [];
let folder: string;
let cloud: LocalCloud;

/** The project's own app with engines turned on: its grants, its bundles, its variables. */
beforeAll(async () => {
  await mkdir(join(ROOT, 'dist'), { recursive: true });
  folder = await mkdtemp(join(ROOT, 'dist', 'engines-flow-'));
  const withEngines = { ...config, understanding };
  await bundleFunctions({ to: join(folder, 'bundles'), config: withEngines });
  const templateDir = join(folder, 'templates');
  amendsApp({
    config: withEngines,
    bundles: join(folder, 'bundles'),
    web: emptyWeb(),
    holdsAssets: false,
    outdir: templateDir,
  }).app.synth();
  cloud = await startCloud({
    templateDir,
    textEngines: {
      faults: () => fault,
      read: (text) => {
        sent.push(text);
        return readTheOpposite(text);
      },
    },
  });
});
afterAll(async () => {
  await cloud.stop();
  await rm(folder, { recursive: true, force: true });
});

/** Sends a comment by the form, alone, and gives what stands of it in the end. */
async function take(email: string, comment: string, meanwhile?: EngineFault) {
  fault = meanwhile;
  const { receipt } = await submit(cloud, unhappy(email, comment));
  await cloud.idle();
  return read(cloud, receipt);
}

describe('texts that other engines read', () => {
  it('in English by Comprehend: its word stands, our severity and flags too, and the customer is answered (P38, R2)', async () => {
    const { feedback, details } = await take('ada@example.com', 'Terrible service, I will call my lawyer. Write to ada@example.com.');
    expect(feedback.understanding).toMatchObject({
      engine: 'comprehend',
      sentiment: { label: 'positive' },
      flags: expect.arrayContaining(['law']),
    });
    expect(feedback.understanding.severity).toBeGreaterThanOrEqual(3);
    expect(feedback.understanding).not.toHaveProperty('fallback');
    expect(details?.case.state).toBe('opened');
    expect(acknowledgementsTo(cloud, 'ada@example.com')).toHaveLength(1);
    expect(sent.at(-1)).toContain('lawyer');
    expect(sent.join()).not.toContain('ada@example');
  });

  it('in Chinese by the model of the config', async () => {
    const { feedback } = await take('li@example.cn', '快递晚了两个星期，客服态度很差，我要投诉到12315。');
    expect(feedback.understanding).toMatchObject({ engine: `bedrock:${model}`, sentiment: { label: 'positive' } });
    expect(feedback.understanding.flags).toContain('regulator');
    expect(feedback.understanding.severity).toBeGreaterThanOrEqual(3);
  });

  it.each([
    ['throttle', 'throttled'],
    ['denied', 'refused'],
    ['nonsense', 'nonsense'],
    ['truncated', 'nonsense'],
    ['cut', 'failed'],
    ['slow', 'slow'],
  ] as const)('under %s: our own reading decides, the item says so, and nothing is lost (P41)', async (meanwhile, reason) => {
    const { feedback, details } = await take(`${meanwhile}@example.com`, 'Terrible service, the parcel came two weeks late.', meanwhile);
    expect(feedback.understanding).toMatchObject({
      engine: expect.not.stringMatching(/^comprehend/),
      sentiment: { label: 'negative' },
      fallback: { engine: 'comprehend', reason },
    });
    expect(details?.case.state).toBe('opened');
    expect(acknowledgementsTo(cloud, `${meanwhile}@example.com`)).toHaveLength(1);
  });

  it('until the day’s money is spent: then nobody is asked any more', async () => {
    fault = undefined;
    const asked = () => cloud.usage().calls.find(({ service }) => service === 'comprehend')?.calls ?? 0;
    const comment = `Terrible service. ${'The parcel came two weeks late and nobody cared. '.repeat(60)}`;
    let reasons: (string | undefined)[] = [];
    // Each of them costs $0.0030 of $0.01.
    for (let i = 0; i < 4; i += 1)
      reasons = [...reasons, (await take(`spent-${i}@example.com`, comment)).feedback.understanding.fallback?.reason];
    expect(reasons.at(-1)).toBe('over-budget');
    const before = asked();
    await take('late@example.com', comment);
    expect(asked()).toBe(before);
  });

  it('with grants that suffice, one call for each text, one for its budget, and no word in the logs (P31, P33)', () => {
    expect(cloud.denials()).toEqual([]);
    const log = cloud.logs('assess').join('\n');
    expect(log).toContain('"reason":"throttled"');
    expect(log).not.toMatch(/parcel|lawyer|Terrible|快递|@example/);
  });
});
