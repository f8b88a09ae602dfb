import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { SecondReader } from '../../../functions/assess/second-reader.ts';
import { type DynamoForTests, startDynamo } from '../../engine.ts';
import { MortalProcess } from '../../faults.ts';
import { received, recoveryWorld } from '../recovery-world.ts';

let dynamo: DynamoForTests;
beforeAll(async () => {
  dynamo = await startDynamo();
});
afterAll(() => dynamo.stop());

/** A second reader that always finds the worst, and remembers what it read. */
function severest() {
  const texts: string[] = [];
  const second: SecondReader = async (text, own) => {
    texts.push(text);
    return { ...own, severity: 4, engine: 'comprehend' };
  };
  return { second, texts };
}

describe('assess with another engine', () => {
  const happy = {
    answers: [{ question: 'satisfaction', metric: 'csat' as const, value: 5, min: 1, max: 5 }],
    comment: 'All fine, thank you.',
  };

  it('stores who read it and judges by what was read: a case opens that our rules would not have opened (R4)', async () => {
    const world = recoveryWorld(dynamo);
    const { second } = severest();
    expect(await world.assess(received('second-1', happy), new MortalProcess(), { second })).toBe('opened');
    const stored = await world.reader.feedback(received('second-1').id);
    expect(stored).toMatchObject({ understanding: { engine: 'comprehend', severity: 4 }, recoveryReasons: ['severe'] });
  });

  it('asks nobody about quarantined items and machines’ mail', async () => {
    const world = recoveryWorld(dynamo);
    const { second, texts } = severest();
    await world.assess(received('second-2', { quarantine: { reason: 'honeypot' } }), new MortalProcess(), { second });
    await world.assess(received('second-3', { automatic: 'auto-reply' }), new MortalProcess(), { second });
    expect(texts).toEqual([]);
  });

  it('brought again is read again and stays one item (P4): only the money is spent twice', async () => {
    const world = recoveryWorld(dynamo);
    const { second, texts } = severest();
    expect(await world.assess(received('second-4'), new MortalProcess(), { second })).toBe('opened');
    expect(await world.assess(received('second-4'), new MortalProcess(), { second })).toBe('duplicate');
    expect(texts).toHaveLength(2);
  });
});
