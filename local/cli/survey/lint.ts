import { surveyFaults } from '../../../shared/config/survey-faults.ts';
import type { Survey } from '../../../shared/domain/survey/survey.ts';
import { type Finding, fault, type Rule } from './finding.ts';
import { LENGTH } from './length.ts';
import { ORDER } from './order.ts';
import { SCALES } from './scales.ts';
import { WORDING } from './wording.ts';

const conditions: Rule = (survey) =>
  surveyFaults([survey]).map((line) => {
    const [, path = '', message = line] = /^surveys\[0\]\.(\S+?):? (.*)$/s.exec(line) ?? [];
    return fault('unsound', path, message);
  });

const RULES: readonly Rule[] = [conditions, ...WORDING, ...SCALES, ...LENGTH, ...ORDER];

/** What is wrong with a survey, and what could be better: faults first, each in the order of the questions. */
export const lintSurvey = (survey: Survey): readonly Finding[] => {
  const findings = RULES.flatMap((rule) => rule(survey));
  return [...findings.filter(({ level }) => level === 'fault'), ...findings.filter(({ level }) => level === 'hint')];
};
