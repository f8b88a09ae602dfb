import { describe, expect, it } from 'vitest';
import { type IndexModel, planOf, readIndexModel } from '../../../../shared/domain/analytics/index/model.ts';
import { INDEX_MODELS } from '../../../../shared/domain/analytics/index/models.ts';
import { CHAIN } from './simulated.ts';

const issuesOf = (model: unknown) => {
  const read = readIndexModel(model);
  return 'issues' in read ? read.issues : [];
};
const [quality, value, loyalty] = CHAIN.constructs;

describe('a model of an index (R14)', () => {
  it('is read as it is written in JSON', () => {
    expect(readIndexModel(JSON.parse(JSON.stringify(CHAIN)))).toEqual({ model: CHAIN });
  });

  it.each<[string, Record<string, unknown>, string, string]>([
    [
      'an unknown construct in a path',
      { paths: [...CHAIN.paths, ['Price', 'Loyalty']] },
      'paths.3.0',
      'there is no construct "Price"; there are: Quality, Value, Loyalty',
    ],
    ['a circle', { paths: [...CHAIN.paths, ['Loyalty', 'Quality']] }, 'paths', 'the paths make a circle: Quality → Loyalty → Quality'],
    ['a path to itself', { paths: [...CHAIN.paths, ['Value', 'Value']] }, 'paths', 'the paths make a circle: Value → Value'],
    ['a path twice', { paths: [...CHAIN.paths, ['Quality', 'Value']] }, 'paths.3', 'the path from "Quality" to "Value" is given twice'],
    [
      'an item of two constructs',
      { constructs: [quality, value, { ...loyalty, items: ['l1', 'q2'] }] },
      'constructs.2.items.1',
      '"q2" is an item of "Quality" already; an item measures one construct',
    ],
    [
      'an item twice',
      { constructs: [quality, { ...value, items: ['v1', 'v1'] }, loyalty] },
      'constructs.1.items.1',
      '"v1" is an item of "Value" already; an item measures one construct',
    ],
    [
      'a construct without items',
      { constructs: [quality, value, { ...loyalty, items: [] }] },
      'constructs.2.items',
      'expected at least one item: a construct without items cannot be measured',
    ],
    [
      'a construct by itself',
      { paths: [['Quality', 'Value']] },
      'constructs.2',
      'no path leads to or from "Loyalty": connect it, or leave it out',
    ],
    [
      'a name twice',
      { constructs: [quality, value, loyalty, { ...loyalty, items: ['x'] }] },
      'constructs.3.name',
      'there is another construct "Loyalty"',
    ],
    ['a scale without length', { scale: { min: 5, max: 5 } }, 'scale', 'expected `min` below `max`'],
    [
      'a mode that there is not',
      { constructs: [quality, value, { ...loyalty, mode: 'C' }] },
      'constructs.2.mode',
      'expected "A" (the items reflect the construct) or "B" (they form it)',
    ],
  ])('is refused with %s, by place and reason', (_, change, field, reason) => {
    expect(issuesOf({ ...CHAIN, ...change })).toContainEqual({ field, reason });
  });

  it.each([
    null,
    undefined,
    3,
    'model',
    [],
    {},
    { constructs: 1 },
    { ...CHAIN, scale: { min: Number.NaN, max: 3 } },
    { ...CHAIN, paths: [['Quality']] },
  ])('is refused without a crash when it is %j', (given) => {
    expect(issuesOf(given).length).toBeGreaterThan(0);
  });

  it('lists every fault', () => {
    const paths = [...CHAIN.paths, ['Price', 'Loyalty'], ['Loyalty', 'Quality']];
    expect(issuesOf({ ...CHAIN, paths }).map(({ field }) => field)).toEqual(['paths.3.0', 'paths']);
  });

  it('is put into an order of causes before effects', () => {
    const turned: IndexModel = { ...CHAIN, constructs: [...CHAIN.constructs].reverse() };
    const plan = planOf(turned);
    expect(plan.order.map((place) => plan.constructs[place]?.name)).toEqual(['Quality', 'Value', 'Loyalty']);
  });
});

describe('the ready models (R14)', () => {
  it.each(Object.entries(INDEX_MODELS))('%s is sound, on 1–10, with names and questions in both languages', (_, model) => {
    expect(issuesOf(model)).toEqual([]);
    expect(model.scale).toEqual({ min: 1, max: 10 });
    for (const { label, items } of model.constructs) {
      expect(label?.['zh-Hans']).toMatch(/^\p{Script=Han}+$/u);
      for (const item of items) expect(model.labels?.[item]?.['zh-Hans']).toMatch(/\p{Script=Han}/u);
    }
    expect(Object.keys(model.labels ?? {}).sort()).toEqual(model.constructs.flatMap(({ items }) => items).sort());
  });

  it('have the constructs of their sources', () => {
    const names = Object.fromEntries(
      Object.entries(INDEX_MODELS).map(([key, { constructs }]) => [key, constructs.map(({ label }) => label?.['zh-Hans'])]),
    );
    expect(names['ecsi']).toEqual(['企业形象', '顾客期望', '感知质量', '感知价值', '顾客满意度', '顾客抱怨', '顾客忠诚']);
    expect(names['acsi']).toEqual(['顾客期望', '感知质量', '感知价值', '顾客满意度', '顾客抱怨', '顾客忠诚']);
    expect(names['ccsi']).toEqual(['品牌形象', '预期质量', '感知质量', '感知价值', '顾客满意度', '顾客忠诚']);
  });
});
