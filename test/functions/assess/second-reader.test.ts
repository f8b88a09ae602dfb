import { describe, expect, it } from 'vitest';
import { type SecondReader, secondReader } from '../../../functions/assess/second-reader.ts';
import { EngineSettings } from '../../../shared/domain/understand/engine-settings.ts';
import type { EngineAnswer, TextEngine, TextQuestion } from '../../../shared/ports.ts';
import { aCalmReading, aReading } from '../../domain/understand/a-reading.ts';

const SEVERE = 'The heater exploded and my daughter was burned. I will call my lawyer.';

/** Engines that answer what the test says, and remember what they were asked. */
function world(answer: EngineAnswer, engines: object = { en: { engine: 'comprehend' }, other: { engine: 'comprehend' } }) {
  const opened: string[] = [];
  const asked: TextQuestion[] = [];
  const second: SecondReader = secondReader(EngineSettings.parse({ engines }), (choice): TextEngine => {
    opened.push(choice.engine);
    return {
      name: choice.engine,
      reads: (language) => language !== 'nl',
      read: async (question) => {
        asked.push(question);
        return answer;
      },
    };
  });
  return { second, opened, asked };
}

describe('a second reader', () => {
  it('cannot calm what our rules found: praise from an engine leaves severity and flags (P38)', async () => {
    const own = aReading();
    const praise = { sentiment: { label: 'positive', score: 1, confidence: 1 }, intent: 'praise', severity: 1, flags: [] } as const;
    const read = await world({ verdict: praise }).second(SEVERE, own);
    expect(read).toMatchObject({ engine: 'comprehend', severity: 4, sentiment: { label: 'positive' } });
    expect(read.flags).toEqual(own.flags);
    expect(read.fallback).toBeUndefined();
  });

  it('that fails leaves our own reading, and the item says which engine and why', async () => {
    const own = aReading();
    const read = await world({ failure: 'throttled' }).second(SEVERE, own);
    expect(read).toEqual({ ...own, fallback: { engine: 'comprehend', reason: 'throttled' } });
  });

  it('is opened once, and with the first text for it', async () => {
    const { second, opened, asked } = world({ verdict: {} });
    expect(opened).toEqual([]);
    await second('Good.', aCalmReading());
    await second('Bad.', aReading());
    expect(opened).toEqual(['comprehend']);
    expect(asked).toHaveLength(2);
  });

  it.each([
    ['that the config names no engine for', { en: { engine: 'comprehend' } }, 'fr'],
    ['that its engine does not know', { other: { engine: 'comprehend' } }, 'nl'],
    ['that could not be told', { other: { engine: 'comprehend' } }, 'und'],
  ])('is not asked in a language %s, and our own reading stays as it is', async (_what, engines, language) => {
    const { second, asked } = world({ verdict: { severity: 4 } }, engines);
    const own = aReading({ language });
    expect(await second('…', own)).toEqual(own);
    expect(asked).toEqual([]);
  });
});
