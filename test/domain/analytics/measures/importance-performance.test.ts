import { describe, expect, it } from 'vitest';
import { importancePerformance } from '../../../../shared/domain/analytics/measures/importance-performance.ts';
import { quadrantWords } from '../../../../shared/domain/analytics/measures/words.ts';
import { repliesOf } from './people.ts';
import { figure, times } from './simulate.ts';

const FIVE = { min: 1, max: 5 };
const ITEMS = ['price', 'speed', 'carpet', 'music'];

/** Important and poor; important and good; neither; good at what matters little: each answered within half a point. */
const people = times(20, (i) => {
  const wobble = i % 2 === 0 ? 0.25 : -0.25;
  return repliesOf({
    'price.importance': 4.5 + wobble,
    'price.satisfaction': 2 + wobble,
    'speed.importance': 4.5 - wobble,
    'speed.satisfaction': 4.5 + wobble,
    'carpet.importance': 2 + wobble,
    'carpet.satisfaction': 2 + wobble,
    'music.importance': 2 - wobble,
    'music.satisfaction': 4.5 - wobble,
  });
});
const options = { importance: FIVE, performance: FIVE, crosshair: 'means' } as const;
const quadrants = (found: ReturnType<typeof importancePerformance>) => figure(found).items.map(({ result }) => figure(result).quadrant);

describe('importance–performance (R14, R23)', () => {
  it('places items by the means of all, or by the middle of the scales', () => {
    const byMeans = figure(importancePerformance(people, ITEMS, options));
    expect(byMeans.crosshair).toEqual({ by: 'means', importance: 3.25, performance: 3.25 });
    expect(quadrants(byMeans)).toEqual(['concentrate', 'keep-up', 'low-priority', 'overkill']);
    expect(byMeans.items.every(({ result }) => figure(result).isClear)).toBe(true);
    const byMidpoints = figure(importancePerformance(people, ITEMS.slice(0, 2), { ...options, crosshair: 'midpoints' }));
    expect(byMidpoints.crosshair).toEqual({ by: 'midpoints', importance: 3, performance: 3 });
    expect(quadrants(byMidpoints)).toEqual(['concentrate', 'keep-up']);
    expect(quadrants(importancePerformance(people, ITEMS.slice(0, 2), options))).toEqual(['concentrate', 'keep-up']);
  });

  it('calls an item whose interval touches a line "not clearly" in its quadrant', () => {
    const torn = people.map((replies, i) => new Map([...replies, ['price.satisfaction', i % 2 === 0 ? 1 : 5]] as const));
    const found = figure(importancePerformance(torn, ITEMS, { ...options, crosshair: 'midpoints' }));
    expect(found.items.map(({ result }) => figure(result).isClear)).toEqual([false, true, true, true]);
  });

  it('draws no lines through the means of fewer than two items, and says so', () => {
    expect(importancePerformance(people, ['price'], options)).toEqual({
      kind: 'refused',
      reason: 'too-few-items',
      n: 1,
      needed: 2,
      leftOut: {},
    });
    expect(importancePerformance(people, ['price', 'unknown', 'speed'], options)).toMatchObject({
      kind: 'measured',
      items: [{ id: 'price' }, { id: 'unknown', result: { kind: 'refused', n: 0, leftOut: { notAnswered: 20 } } }, { id: 'speed' }],
    });
  });

  it('names the quadrants in both languages', () => {
    expect(Object.values(quadrantWords).map((word) => [word.en, word['zh-Hans']])).toEqual([
      ['Keep up the good work', '继续保持'],
      ['Concentrate here', '重点改进'],
      ['Low priority', '次要改进'],
      ['Possible overkill', '可能投入过度'],
    ]);
  });
});
