import type { MetricsItem } from '../figures.ts';
import { oneOf, TOPICS } from '../filters.ts';
import type { Mark } from '../marks/mark.ts';
import { inPoints } from '../measures.ts';
import { verdictWord } from '../parts/verdict-word.ts';
import type { Speech } from '../speech.ts';
import type { Table } from '../table.ts';

/** Topics that were named on these days, those of most feedback first. */
export const namedTopics = (items: readonly MetricsItem[]): MetricsItem[] =>
  items.filter(({ figures }) => figures.n > 0).toSorted((a, b) => b.figures.n - a.figures.n);

/** The mark of a topic; none of one that this page does not know. */
export function topicMark(value: string, days: Pick<Mark, 'from' | 'to'>): Mark | undefined {
  const topic = oneOf(TOPICS, value);
  return topic && { from: days.from, to: days.to, topic };
}

interface TopicsTable {
  readonly items: readonly MetricsItem[];
  readonly days: Pick<Mark, 'from' | 'to'>;
  readonly name: (topic: string) => string;
}

/** What was said about each topic, and how content those were who named it. */
export const topicsTable = ({ items, days, name }: TopicsTable, speech: Speech): Table => {
  const { say } = speech;
  const points = { unit: 'points' } as const;
  return {
    columns: [
      { label: say('topic') },
      { label: say('said'), unit: 'count' },
      { label: say('against'), unit: 'count' },
      { label: say('csatAnswers'), unit: 'count' },
      { label: say('satisfiedPercent'), ...points },
      { label: say('low'), ...points },
      { label: say('high'), ...points },
      { label: say('before'), ...points },
      { label: say('change') },
    ],
    rows: items.map(({ value, figures: { n, sentiment, csat }, previous, changes }) => ({
      cells: [
        name(value),
        n,
        sentiment.negative,
        csat.n,
        inPoints(csat.topTwoBox?.value, 'share'),
        inPoints(csat.topTwoBox?.low, 'share'),
        inPoints(csat.topTwoBox?.high, 'share'),
        inPoints(previous?.figures.csat.topTwoBox?.value, 'share'),
        verdictWord(changes?.satisfied, speech),
      ],
      mark: topicMark(value, days),
    })),
  };
};
