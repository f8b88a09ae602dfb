import { describe, expect, it } from 'vitest';
import { loyaltyFigures } from '../../../../shared/domain/analytics/measures/loyalty.ts';
import { loyaltyWords } from '../../../../shared/domain/analytics/measures/words.ts';
import { seededRandom } from '../../../../shared/domain/analytics/random.ts';
import { figure, times } from './simulate.ts';

const options = { attitude: { min: 0, max: 10 }, behaviour: { min: 0, max: 1 }, behaviourFrom: 0.5 };
const customers = [
  ...times(4, () => ({ attitude: 9, behaviour: 0.5 })),
  ...times(3, () => ({ attitude: 10, behaviour: 0.49 })),
  ...times(2, () => ({ attitude: 8, behaviour: 1 })),
  { attitude: 0, behaviour: 0 },
];

describe('loyalty by attitude and behaviour (R15)', () => {
  it('places customers in four quadrants; those of whom a half is missing are left out', () => {
    const found = figure(
      loyaltyFigures([...customers, { attitude: 9, behaviour: undefined }, { attitude: 11, behaviour: 'cannot-say' }], options),
    );
    expect(found).toMatchObject({ n: 10, leftOut: { notAnswered: 1, outOfScale: 1 } });
    expect([found.loyal.count, found.latent.count, found.spurious.count, found.none.count]).toEqual([4, 3, 2, 1]);
    expect(found.loyal.share.value + found.latent.share.value + found.spurious.share.value + found.none.share.value).toBeCloseTo(1, 12);
  });

  it('takes another line for attitude where one is given', () => {
    const found = figure(loyaltyFigures(customers, { ...options, attitudeFrom: 8 }));
    expect([found.loyal.count, found.spurious.count]).toEqual([6, 0]);
    expect(loyaltyFigures(customers, { ...options, behaviourFrom: Number.NaN })).toMatchObject({ reason: 'unfit-scale' });
  });

  it('holds all four true shares at once in 95 of 100 surveys', () => {
    const random = seededRandom(61);
    let held = 0;
    for (let i = 0; i < 1000; i += 1) {
      const found = figure(
        loyaltyFigures(
          times(60, () => ({ attitude: random() < 0.4 ? 10 : 5, behaviour: random() < 0.5 ? 1 : 0 })),
          options,
        ),
      );
      const truths = [
        [found.loyal, 0.2],
        [found.latent, 0.2],
        [found.spurious, 0.3],
        [found.none, 0.3],
      ] as const;
      if (truths.every(([{ share }, truth]) => share.low <= truth && truth <= share.high)) held += 1;
    }
    expect(held).toBeGreaterThan(935);
    expect(held).toBeLessThan(1000);
  });

  it('is named in both languages', () => {
    expect(Object.values(loyaltyWords).map((word) => word['zh-Hans'])).toEqual(['忠诚', '潜在忠诚', '虚假忠诚', '不忠诚']);
  });
});
