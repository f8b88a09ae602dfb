import { describe, expect, it } from 'vitest';
import { SERVQUAL_DIMENSIONS, SERVQUAL_OF } from '../../../shared/domain/understand/servqual.ts';
import { TOPICS } from '../../../shared/domain/understand/understanding.ts';

describe('topics and the dimensions of service quality (R13)', () => {
  it('each topic speaks to one dimension, and each dimension is spoken to', () => {
    expect(Object.keys(SERVQUAL_OF).sort()).toEqual([...TOPICS].sort());
    expect([...new Set(Object.values(SERVQUAL_OF))].sort()).toEqual([...SERVQUAL_DIMENSIONS].sort());
  });

  it('as the paper words them: equipment is tangible, promptness responsive, courtesy and safety assure', () => {
    expect(SERVQUAL_OF).toMatchObject({
      'premises-and-cleanliness': 'tangibles',
      delivery: 'reliability',
      waiting: 'responsiveness',
      staff: 'assurance',
      safety: 'assurance',
      reachability: 'empathy',
    });
  });
});
