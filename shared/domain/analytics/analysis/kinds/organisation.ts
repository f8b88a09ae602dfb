import { type Group, type OrganisationGapFigures, organisationGaps } from '../../measures/organisation-gaps.ts';
import { SERVQUAL_SCALE } from '../../measures/servqual-items.ts';
import { servqualDimensionWords } from '../../measures/servqual-words.ts';
import { groupRefusalSentence, organisationGapWords } from '../../measures/words.ts';
import { decimal } from '../../number-words.ts';
import type { AnswerTable } from '../../pivot.ts';
import type { Cell, Section } from '../../report/report.ts';
import type { Analysed } from '../analysed.ts';
import { peopleOf, scaleOf } from '../table.ts';
import { INTERVAL, inBoth, intervalCell, N, text } from '../words.ts';

/** The five gaps of the organisation (R13), from what customers, managers and staff answered. */
export function gaps5({ customers, managers, staff }: Readonly<Record<Group, AnswerTable>>): Analysed {
  const people = (table: AnswerTable) => peopleOf(table, [...table.numbers.keys()]);
  const scale = scaleOf(
    customers,
    [...customers.numbers.keys()].filter((question) => /\.(expectation|perception)$/.test(question)),
  );
  const gaps = organisationGaps(
    { customers: people(customers), managers: people(managers), staff: people(staff) },
    scale ?? SERVQUAL_SCALE,
  );
  return {
    result: { gaps },
    report: {
      title: text('The five gaps of the organisation', '服务质量五差距'),
      sentences: [sentenceOf(gaps)],
      sections: gaps.map(sectionOf),
      method: [
        text(
          'Later less earlier, below 0 where the later falls short; paired within a group, Welch’s interval between groups (Parasuraman, Zeithaml and Berry 1985).',
          '后者减前者，小于 0 表示后者不足；同一群体内配对比较，群体之间采用 Welch 区间（Parasuraman、Zeithaml 与 Berry，1985）。',
        ),
      ],
    },
  };
}

function sentenceOf(gaps: readonly OrganisationGapFigures[]) {
  const found = gaps.flatMap(({ gap, dimensions }) =>
    dimensions.flatMap(({ dimension, result }) => (result.kind === 'measured' && result.gap.high < 0 ? [{ gap, dimension, result }] : [])),
  );
  const [worst] = found.sort((a, b) => a.result.gap.value - b.result.gap.value);
  if (worst === undefined && gaps.every(({ dimensions }) => dimensions.every(({ result }) => result.kind === 'refused')))
    return text('No gap could be computed: too few answers, see below.', '回答太少，无法计算任何差距，详见下表。');
  if (worst === undefined) return text('No gap can be told from none.', '没有可以确认的差距。');
  const { en, 'zh-Hans': zh } = servqualDimensionWords[worst.dimension];
  const size = decimal(Math.abs(worst.result.gap.value), 2);
  return text(
    `The widest that can be told from none: ${organisationGapWords[worst.gap].en}, in ${en.toLowerCase()}, by ${size}.`,
    `可以确认的最大差距：${organisationGapWords[worst.gap]['zh-Hans']}（${zh}），相差 ${size} 分。`,
  );
}

const sectionOf = ({ gap, dimensions }: OrganisationGapFigures): Section => ({
  heading: organisationGapWords[gap],
  head: [text('Dimension', '维度'), text('Gap', '差距'), INTERVAL, N],
  rows: dimensions.map(({ dimension, result }): Cell[] =>
    result.kind === 'measured'
      ? [servqualDimensionWords[dimension], decimal(result.gap.value, 2), intervalCell(result.gap), String(result.n)]
      : [servqualDimensionWords[dimension], inBoth((language) => groupRefusalSentence(result, language)), '', ''],
  ),
  notes: [],
});
