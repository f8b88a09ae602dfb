import { describe, expect, it } from 'vitest';
import { organisationGaps, type Questionnaires } from '../../../../shared/domain/analytics/measures/organisation-gaps.ts';
import { groupRefusalSentence } from '../../../../shared/domain/analytics/measures/words.ts';
import { repliesOf, servqualPerson } from './people.ts';
import { coverage, die, times } from './simulate.ts';

const DIMENSION = 'reliability';

const questionnaires = (customers: number, managers: number, staff: number): Questionnaires => ({
  customers: times(customers, (i) =>
    servqualPerson(
      () => 6 + (i % 2),
      () => 4 + (i % 2),
    ),
  ),
  managers: times(managers, (i) => repliesOf({ 'reliability.belief': 5 + (i % 2), 'reliability.standard': 5 })),
  staff: times(staff, (i) => repliesOf({ 'reliability.delivery': 4, 'reliability.told': 6 + (i % 2) })),
});

const resultsFor = (of: Questionnaires) =>
  organisationGaps(of).map(({ gap, dimensions }) => ({ gap, result: dimensions.find(({ dimension }) => dimension === DIMENSION)?.result }));

describe('the five gaps of the organisation (R13)', () => {
  it('by hand: belief − expectation, standard − belief, delivery − standard, delivery − told, perception − expectation', () => {
    const found = resultsFor(questionnaires(20, 6, 8));
    expect(found.map(({ result }) => (result?.kind === 'measured' ? [result.gap.value, result.method] : result))).toEqual([
      [-1, 'welch'],
      [-0.5, 'paired'],
      [-1, 'welch'],
      [-2.5, 'paired'],
      [-2, 'paired'],
    ]);
    expect(found[0]?.result).toMatchObject({
      n: 26,
      sides: [
        { group: 'customers', aspect: 'expectation', n: 20 },
        { group: 'managers', aspect: 'belief', n: 6 },
      ],
    });
  });

  it('tell which group is missing or too small, and measure what the others allow', () => {
    const found = resultsFor(questionnaires(20, 3, 0));
    expect(found.map(({ result }) => (result?.kind === 'refused' ? [result.group, result.n, result.needed] : 'measured'))).toEqual([
      ['managers', 3, 5],
      ['managers', 3, 5],
      ['staff', 0, 5],
      ['staff', 0, 5],
      'measured',
    ]);
    const missing = found[2]?.result;
    if (missing?.kind !== 'refused') throw new Error('expected a refusal');
    expect(groupRefusalSentence(missing, 'en')).toBe('Staff: Too few usable answers for a figure: there are 0, and it takes 5.');
    expect(groupRefusalSentence(missing, 'zh-Hans')).toBe('一线员工：可用的回答太少，无法得出数值：现有 0 份，至少需要 5 份。');
  });

  it('report each dimension by itself: one that nobody was asked about is refused', () => {
    const [first] = organisationGaps(questionnaires(20, 6, 8));
    expect(first?.dimensions.map(({ dimension, result }) => [dimension, result.kind])).toEqual([
      ['tangibles', 'refused'],
      ['reliability', 'measured'],
      ['responsiveness', 'refused'],
      ['assurance', 'refused'],
      ['empathy', 'refused'],
    ]);
    expect(first?.dimensions[0]?.result).toMatchObject({ group: 'managers', n: 0, leftOut: { notAnswered: 6 } });
  });

  it('take managers who were asked item by item too, by the mean of what they answered', () => {
    const managers = times(5, () =>
      repliesOf({ 'reliability.promises.belief': 7, 'reliability.records.belief': 5, 'reliability.problems.belief': 'cannot-say' }),
    );
    const [first] = resultsFor({ ...questionnaires(20, 0, 0), managers });
    expect(first?.result).toMatchObject({ kind: 'measured', gap: { value: -0.5 } });
  });

  it('hold the true gap between two groups in about 95 of 100 surveys, though they differ in size and scatter', () => {
    // Customers expect 5 … 7, managers believe 2 … 6: the true gap is −2. Of eight managers on whole numbers Welch's interval holds it at 94.3 %.
    const held = coverage(41, 2000, -2, (random) => {
      const of: Questionnaires = {
        customers: times(40, () => repliesOf({ 'reliability.expectation': die(random, 5, 7) })),
        managers: times(8, () => repliesOf({ 'reliability.belief': die(random, 2, 6) })),
        staff: [],
      };
      const result = resultsFor(of)[0]?.result;
      if (result?.kind !== 'measured') throw new Error('expected a figure');
      return result.gap;
    });
    expect(held).toBeGreaterThan(0.925);
    expect(held).toBeLessThan(0.965);
  });
});
