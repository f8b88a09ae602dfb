import { SERVQUAL_ITEMS, SERVQUAL_SCALE } from '../../analytics/measures/servqual-items.ts';
import { servqualDimensionMeanings, servqualDimensionWords } from '../../analytics/measures/servqual-words.ts';
import { SERVQUAL_DIMENSIONS, type ServqualDimension } from '../../understand/servqual.ts';
import type { SurveyDefinition } from '../survey.ts';
import { agreement, both, comment, contact, satisfied } from './texts.ts';

/** The rows of a dimension: their ids begin with its name, as the names of the answers do. */
const rowsOf = (dimension: ServqualDimension) =>
  SERVQUAL_ITEMS.filter((item) => item.dimension === dimension).map(({ id, label, expectation, perception }) => ({
    id: id.slice(dimension.length + 1),
    text: label,
    first: expectation,
    second: perception,
  }));

const dimensionPage = (dimension: ServqualDimension) => ({
  kind: 'pairs' as const,
  id: dimension,
  startsPage: true,
  text: servqualDimensionWords[dimension],
  hint: both(
    'First think of an excellent company of our kind, then of us. How far do you agree?',
    '请先设想一家同行中的优秀企业，再想想我们。您在多大程度上同意以下说法？',
  ),
  pair: 'expectation-perception' as const,
  firstText: both('An excellent company', '优秀的企业'),
  secondText: both('This company', '我们这家企业'),
  rows: rowsOf(dimension),
  ...SERVQUAL_SCALE,
  ...agreement,
  hasCannotSay: true,
});

/** The 22 pairs of SERVQUAL in its five dimensions (R13), with how much each dimension matters on 0–10. @see SERVQUAL_ITEMS for the literature. */
export const servqual: SurveyDefinition = {
  id: 'servqual',
  title: both('How good is our service?', '您如何评价我们的服务质量？'),
  introduction: both(
    'It takes about ten minutes: a page for each side of a service. You can leave out what you cannot judge.',
    '大约需要十分钟，按服务的几个方面分页填写。无法判断的题目可以不答。',
  ),
  questions: [
    {
      kind: 'scale',
      id: 'satisfaction',
      metric: 'csat',
      text: both('All in all, how satisfied are you with us?', '总的来说，您对我们有多满意？'),
      min: 1,
      max: 7,
      ...satisfied,
      isRequired: true,
    },
    ...SERVQUAL_DIMENSIONS.map(dimensionPage),
    {
      kind: 'matrix',
      id: 'importance',
      startsPage: true,
      metric: 'importance',
      text: both('How much does each of these matter to you?', '以下各方面对您有多重要？'),
      rows: SERVQUAL_DIMENSIONS.map((id) => ({ id, text: servqualDimensionMeanings[id] })),
      min: 0,
      max: 10,
      minLabel: both('Not at all', '完全不重要'),
      maxLabel: both('Very much', '非常重要'),
      hasCannotSay: true,
    },
    comment('What should we do better first?', '您认为我们最应该先改进什么？'),
    contact,
  ],
};
