import { describe, expect, it } from 'vitest';
import { surveyFaults } from '../../../shared/config/survey-faults.ts';
import { ECSI } from '../../../shared/domain/analytics/index/models.ts';
import { expectationOf, importanceOf, perceptionOf, SERVQUAL_ITEMS } from '../../../shared/domain/analytics/measures/servqual-items.ts';
import { fieldNamesOf } from '../../../shared/domain/survey/field-names.ts';
import { readySurveys } from '../../../shared/domain/survey/ready-surveys.ts';
import { Survey } from '../../../shared/domain/survey/survey.ts';
import { SERVQUAL_DIMENSIONS } from '../../../shared/domain/understand/servqual.ts';

const surveys = Object.entries(readySurveys).map(([name, definition]) => ({ name, survey: Survey.parse(definition) }));
const answersOf = (name: keyof typeof readySurveys) => Survey.parse(readySurveys[name]).questions.flatMap(fieldNamesOf);

describe('ready surveys (R11)', () => {
  it.each(surveys)('$name is sound', ({ survey }) => {
    expect(surveyFaults([survey])).toEqual([]);
  });

  it('service asks satisfaction and recommendation, effort the effort and whether one contact was enough', () => {
    const metricsOf = (name: keyof typeof readySurveys) =>
      Survey.parse(readySurveys[name]).questions.flatMap((one) => (one.kind === 'scale' ? [one.metric] : []));
    expect(metricsOf('service')).toEqual(['csat', 'nps']);
    expect(metricsOf('effort')).toEqual(['ces', 'fcr']);
  });

  it('SERVQUAL asks the 22 pairs and the weight of five dimensions under the names that its analysis knows (R13)', () => {
    const names = answersOf('servqual');
    expect(SERVQUAL_ITEMS).toHaveLength(22);
    for (const item of SERVQUAL_ITEMS) expect(names).toEqual(expect.arrayContaining([expectationOf(item), perceptionOf(item)]));
    for (const dimension of SERVQUAL_DIMENSIONS) expect(names).toContain(importanceOf(dimension));
  });

  it('the index asks exactly the 24 items of the ECSI model, on its scale, with "cannot say" (R11, R14)', () => {
    const items = ECSI.constructs.flatMap((construct) => construct.items);
    const matrices = Survey.parse(readySurveys.index).questions.flatMap((one) => (one.kind === 'matrix' ? [one] : []));
    expect(matrices.flatMap(fieldNamesOf).sort()).toEqual([...items].sort());
    expect(items).toHaveLength(24);
    for (const { min, max, hasCannotSay } of matrices) expect({ min, max, hasCannotSay }).toEqual({ ...ECSI.scale, hasCannotSay: true });
  });

  it('the airline asks ten subjects with 2–8 items on 1–10 with "cannot say", then six questions of profile (R11)', () => {
    const { questions } = Survey.parse(readySurveys.airline);
    const subjects = questions.flatMap((one) => (one.kind === 'matrix' ? [one] : []));
    expect(subjects.map(({ id }) => id)).toEqual([
      'brand',
      'crew',
      'cabin',
      'meals',
      'entertainment',
      'safety',
      'punctuality',
      'price',
      'overall',
      'loyalty',
    ]);
    for (const { rows, min, max, hasCannotSay } of subjects) {
      expect(rows.length).toBeGreaterThanOrEqual(2);
      expect(rows.length).toBeLessThanOrEqual(8);
      expect({ min, max, hasCannotSay }).toEqual({ min: 1, max: 10, hasCannotSay: true });
    }
    const profile = questions.flatMap((one) => (one.kind === 'choice' ? [one] : []));
    expect(profile.map(({ id }) => id)).toEqual(['age', 'sex', 'occupation', 'schooling', 'income', 'flights']);
    expect(profile.some(({ isRequired }) => isRequired)).toBe(false);
  });

  it('each dual rating is an importance with a satisfaction (R14)', () => {
    for (const name of answersOf('dualRating').filter((one) => one.startsWith('service.'))) {
      expect(name).toMatch(/\.(importance|satisfaction)$/);
    }
  });
});
