import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import config from '#config';
import { type LocalCloud, startLocalCloud } from '../../local/cloud.ts';
import { fillDemo } from '../../local/demo/fill.ts';
import { readRegister } from '../../local/demo/register-view.ts';
import { engineForTests } from './fixtures/tiny-cloud.ts';

const MOST = 8;
let cloud: LocalCloud;

beforeAll(async () => {
  cloud = await startLocalCloud({ engine: engineForTests(), quiet: true, schedules: false, throttles: false });
});
afterAll(() => cloud.stop());

describe('npm start -- --demo', () => {
  it('fills an empty Amends with feedback, cases that agents work, and past answers; a second time it leaves all as it is', async () => {
    const told: string[] = [];
    expect(await fillDemo(cloud, { config, most: MOST, tell: (line) => told.push(line) })).toBe(true);
    const filled = await readRegister(cloud);
    const past = filled.metrics.items[0]?.figures.n ?? 0;
    expect(filled.feedback.length).toBeGreaterThan(0);
    expect(new Set(filled.cases.map(({ case: { state } }) => state)).size).toBeGreaterThan(1);
    expect(past).toBeGreaterThan(0);
    expect(told).toHaveLength(3);

    expect(await fillDemo(cloud, { config, most: MOST, tell: (line) => told.push(line) })).toBe(false);
    expect(told.at(-1)).toBe('The demo’s data is there already.');
    const again = await readRegister(cloud);
    expect(again.cases).toEqual(filled.cases);
    expect(again.feedback).toEqual(filled.feedback);
    expect(again.quarantined).toEqual(filled.quarantined);
  });
});
