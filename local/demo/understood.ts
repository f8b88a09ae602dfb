import { severityWords, topicWords } from '../../shared/domain/words.ts';
import type { RegisterView } from './register-view.ts';

type CaseView = RegisterView['cases'][number];

/** A rating from here on, 0–100, is a happy customer's: what opened the case was the words. */
const HAPPY_FROM = 75;
const MOST_SHOWN = 6;
const POLARITY_SIGNS = { positive: '+', neutral: '·', negative: '−' } as const;

/** How often each topic was spoken of, most often first, with how often against. */
export function topicRows({ feedback }: RegisterView): string[][] {
  const counts = new Map<string, { all: number; against: number }>();
  for (const { understanding } of feedback) {
    for (const { topic, polarity } of understanding.topics) {
      const count = counts.get(topicWords[topic].en) ?? { all: 0, against: 0 };
      count.all += 1;
      if (polarity === 'negative') count.against += 1;
      counts.set(topicWords[topic].en, count);
    }
  }
  return [...counts].sort(([, a], [, b]) => b.all - a.all).map(([name, { all, against }]) => [name, `${all}`, `${against}`]);
}

/** Cases per severity, gravest first, with what made them so. */
export function severityRows({ cases }: RegisterView): string[][] {
  return ([4, 3, 2, 1] as const).map((severity) => {
    const own = cases.filter(({ feedback: [feedback] }) => feedback?.understanding.severity === severity);
    const reasons = Map.groupBy(
      own.flatMap(({ feedback: [feedback] }) => feedback?.understanding.severityReasons ?? []),
      (reason) => reason,
    );
    const often = [...reasons].sort(([, a], [, b]) => b.length - a.length).map(([reason, times]) => `${reason} ${times.length}`);
    return [`${severity} ${severityWords[severity].en}`, `${own.length}`, often.slice(0, MOST_SHOWN).join(', ')];
  });
}

/** Cases of customers who gave a good rating and told of something grave, gravest first. */
export function openedByWordsAlone({ cases }: RegisterView): string[][] {
  return cases
    .flatMap((one) => {
      const [first] = one.feedback;
      return first === undefined || (first.score ?? 0) < HAPPY_FROM ? [] : [rowOf(one, first)];
    })
    .sort((a, b) => Number(b[1]?.charAt(0)) - Number(a[1]?.charAt(0)))
    .slice(0, MOST_SHOWN);
}

function rowOf({ case: { number } }: CaseView, { understanding, score }: CaseView['feedback'][number]): string[] {
  const topics = understanding.topics.map(({ topic, polarity }) => `${topicWords[topic].en} ${POLARITY_SIGNS[polarity]}`);
  const severity = `${understanding.severity} ${severityWords[understanding.severity].en}`;
  return [number, severity, understanding.severityReasons.join(', '), topics.join(', ') || 'none', `${score}`];
}
