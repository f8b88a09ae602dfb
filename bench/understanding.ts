import config from '#config';
import { readComments } from '../local/demo/comment.ts';
import { textModels } from '../shared/adapters/text-models.ts';
import { scoreOf } from '../shared/domain/score.ts';
import { understand } from '../shared/domain/understand/understand.ts';
import type { Finding } from './figure.ts';
import { median, percentile } from './statistics.ts';

/** Rounds over all comments before anything is timed: the compiler has done its work then. */
const WARM_UP_ROUNDS = 20;
const ROUNDS = 60;
/** Microseconds, design §7. */
const GOAL = 100;

/** How long understanding one text takes. */
export function measureUnderstanding(): Finding {
  const items = readComments().flatMap(({ comment, satisfaction, language }) => {
    const score = satisfaction === undefined ? undefined : scoreOf({ value: satisfaction, min: 1, max: 5 });
    return comment === undefined ? [] : [{ text: comment, hints: { locale: language, score, topicPhrases: config.topicPhrases } }];
  });
  const models = textModels();
  const times = items.map((): number[] => []);
  for (let round = -WARM_UP_ROUNDS; round < ROUNDS; round += 1) {
    for (const [i, { text, hints }] of items.entries()) {
      const began = performance.now();
      understand(text, hints, models);
      if (round >= 0) times[i]?.push((performance.now() - began) * 1000);
    }
  }
  // The median of each comment: a pause of the machine or its garbage collector is not the text's.
  const each = times.map(median);
  const characters = median(items.map(({ text }) => [...text].length));
  return {
    title: 'Understanding one item',
    figures: [
      { name: 'median over the comments', value: median(each), unit: 'µs', goal: { atMost: GOAL } },
      { name: '95 % take at most', value: percentile(each, 0.95), unit: 'µs' },
      {
        name: 'all comments together, an item',
        value: times.flat().reduce((sum, time) => sum + time, 0) / times.flat().length,
        unit: 'µs',
      },
    ],
    how: [
      `${items.length} comments in events/comments (half Chinese; median ${characters} characters) with their rating as a hint, ${ROUNDS} rounds after ${WARM_UP_ROUNDS} that warm up; of each comment the median of its rounds counts.`,
      'Beside vader-sentiment and others, with accuracy, on texts of one length: npm run eval.',
    ],
  };
}
