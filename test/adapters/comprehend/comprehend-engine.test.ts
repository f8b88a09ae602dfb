import { ComprehendClient } from '@aws-sdk/client-comprehend';
import fc from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';
import { type EngineFault, seededFaults } from '../../../local/text-engines/faults.ts';
import { readTheOpposite } from '../../../local/text-engines/reading.ts';
import { startTextEngines, type TextEngineServer } from '../../../local/text-engines/server.ts';
import type { StandInSettings } from '../../../local/text-engines/stand-in.ts';
import { comprehendEngine } from '../../../shared/adapters/comprehend/comprehend-engine.ts';
import { readDetectedSentiment } from '../../../shared/adapters/comprehend/detected-sentiment.ts';
import { aReading } from '../../domain/understand/a-reading.ts';
import { clientAt, frame } from '../text-engine/an-engine.ts';

const TEXT = 'Terrible service, the parcel came two weeks late. Write to ada@example.com or call +44 20 7946 0958.';
let server: TextEngineServer | undefined;
afterEach(() => server?.stop());

/** The real SDK client before the stand-in, which answers on the wire. */
async function world(settings: StandInSettings = {}, limits: Parameters<typeof frame>[0] = {}) {
  server = await startTextEngines(settings);
  const made = frame(limits);
  const engine = comprehendEngine(made.around, new ComprehendClient(clientAt(server.url)));
  const read = (text = TEXT, language = 'en') => engine.read({ text, language, own: aReading() });
  return { ...made, engine, read, asked: server.asked };
}

describe('Comprehend', () => {
  it('is asked once, and its sentiment is taken with its shares', async () => {
    const { read, asked, purse } = await world();
    const { verdict } = await read();
    expect(verdict?.sentiment).toMatchObject({ label: 'negative', score: expect.any(Number), confidence: expect.any(Number) });
    expect(asked).toHaveLength(1);
    expect(purse).toMatchObject({ reserved: [300], settled: [] });
  });

  it('gets no address and no telephone number', async () => {
    const { read, asked } = await world();
    await read();
    expect(JSON.stringify(asked[0]?.body)).toMatch(/two weeks late/);
    expect(JSON.stringify(asked[0]?.body)).not.toMatch(/ada@example|7946/);
  });

  it.each([
    ['en', 'en'],
    ['zh-Hans', 'zh'],
    ['zh-Hant', 'zh-TW'],
    ['fr', 'fr'],
  ])('knows %s as %s', async (language, code) => {
    const { engine, read, asked } = await world();
    expect(engine.reads(language)).toBe(true);
    await read('很差', language);
    expect(asked[0]?.body).toMatchObject({ LanguageCode: code });
  });

  it('is not asked in a language that it does not read', async () => {
    const { engine } = await world();
    for (const language of ['nl', 'ru', 'und']) expect(engine.reads(language)).toBe(false);
  });

  it.each(['好'.repeat(3000), '👍🏽'.repeat(1000), 'é'.repeat(2600)])(
    'takes the beginning of a long text, within 5,000 bytes and no character cut in half',
    async (text) => {
      const { read, asked } = await world();
      expect((await read(text, 'zh-Hans')).failure).toBeUndefined();
      const sent = JSON.stringify(asked[0]?.body);
      const { Text }: { Text: string } = JSON.parse(sent);
      expect(Buffer.byteLength(Text)).toBeGreaterThan(4990);
      expect(Buffer.byteLength(Text)).toBeLessThanOrEqual(5000);
      expect(text.startsWith(Text)).toBe(true);
      expect(sent).not.toContain('\ufffd');
    },
  );

  it('says the opposite where it reads the opposite: the answer is its own and not ours', async () => {
    const { read } = await world({ read: readTheOpposite });
    expect((await read()).verdict?.sentiment?.label).toBe('positive');
  });
});

describe('Comprehend failing (P38, P41)', () => {
  const failures: readonly (readonly [EngineFault, string])[] = [
    ['throttle', 'throttled'],
    ['denied', 'refused'],
    ['server-error', 'failed'],
    ['cut', 'failed'],
    ['truncated', 'nonsense'],
    ['nonsense', 'nonsense'],
    ['slow', 'slow'],
    ['stall', 'slow'],
  ];

  it.each(failures)('%s is "%s" after one attempt, and an operator learns it without the words (P33)', async (fault, reason) => {
    const { read, asked, warnings } = await world({ faults: () => fault }, reason === 'slow' ? { timeoutMs: 300 } : {});
    expect(await read()).toEqual({ failure: reason });
    expect(asked).toHaveLength(1);
    expect(warnings).toHaveLength(1);
    expect(warnings[0]).toContain(`"reason":"${reason}"`);
    expect(warnings[0]).not.toMatch(/parcel|Terrible|ada@|7946/);
  });

  it('does not pay for what AWS does not bill: a throttle and a refusal', async () => {
    const { read, purse } = await world({ faults: (call) => (['throttle', 'denied', 'server-error'] as const)[call - 1] });
    for (let call = 0; call < 3; call += 1) await read();
    expect(purse).toMatchObject({ reserved: [300, 300, 300], settled: [0, 0], left: 1_000_000 - 300 });
  });

  it('is not asked when the money is spent', async () => {
    const { read, asked } = await world({}, { microUsd: 700 });
    expect((await Promise.all([read(), read(), read()])).map(({ failure }) => failure)).toEqual([undefined, undefined, 'over-budget']);
    expect(asked).toHaveLength(2);
  });

  it('is not asked when nobody knows what was spent', async () => {
    const { around, asked } = await world();
    const broken = { ...around, budget: { ...around.budget, reserve: () => Promise.reject(new Error('table down')) } };
    const engine = comprehendEngine(broken, new ComprehendClient(clientAt(server?.url ?? '')));
    expect(await engine.read({ text: TEXT, language: 'en', own: aReading() })).toEqual({ failure: 'failed' });
    expect(asked).toHaveLength(0);
  });

  it('under faults as they come: each call ends as its fault says, and none disturbs another', async () => {
    const faults = seededFaults(7, 0.5, ['throttle', 'denied', 'nonsense', 'truncated', 'cut']);
    const { read, asked } = await world({ faults });
    const expected = new Map<EngineFault | undefined, string | undefined>(failures);
    for (let call = 0; call < 80; call += 1) {
      const { failure } = await read();
      expect(failure).toBe(expected.get(asked.at(-1)?.fault));
    }
    expect(new Set(asked.map(({ fault }) => fault)).size).toBe(6);
  });
});

describe('what DetectSentiment answered', () => {
  const shares = { Positive: 0.1, Negative: 0.7, Neutral: 0.1, Mixed: 0.1 };

  it('becomes label, score and confidence; MIXED leaves ours', () => {
    expect(readDetectedSentiment({ Sentiment: 'NEGATIVE', SentimentScore: shares })?.sentiment).toEqual({
      label: 'negative',
      score: expect.closeTo(-0.6),
      confidence: 0.7,
    });
    expect(
      readDetectedSentiment({ Sentiment: 'POSITIVE', SentimentScore: { ...shares, Positive: 1.0000001, Negative: 0 } })?.sentiment,
    ).toEqual({
      label: 'positive',
      score: 1,
      confidence: 1,
    });
    expect(readDetectedSentiment({ Sentiment: 'MIXED', SentimentScore: shares })).toEqual({});
  });

  it('is nonsense in any other shape, and reading it never throws', () => {
    fc.assert(
      fc.property(fc.anything(), (answer) => {
        expect(readDetectedSentiment(answer)).toBeUndefined();
      }),
    );
    fc.assert(
      fc.property(fc.constantFrom(...Object.keys(shares)), fc.anything(), (share, value) => {
        fc.pre(!(typeof value === 'number' && value >= 0 && value <= 1.001));
        expect(readDetectedSentiment({ Sentiment: 'NEGATIVE', SentimentScore: { ...shares, [share]: value } })).toBeUndefined();
      }),
    );
  });
});
