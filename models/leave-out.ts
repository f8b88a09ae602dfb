import { LinearModel } from '../shared/domain/understand/linear-model.ts';
import { labelOf, probabilitiesOf } from '../shared/domain/understand/probabilities.ts';
import { SENTIMENT_LABELS } from '../shared/domain/understand/understanding.ts';
import { outcomesOf } from './evaluate.ts';
import { fitTask } from './fit-task.ts';
import { accuracy, type Figure, macroF1 } from './metrics.ts';
import type { Source } from './sources.ts';
import { readExamples } from './table.ts';
import { planOf } from './tasks.ts';
import { readWordLists } from './word-lists.ts';
import { uncalibrated, writeModel } from './write-model.ts';

/** How sentiment is read of a source, or of an author, that took no part in training. */
export interface LeftOut {
  readonly name: string;
  readonly twoClasses: Figure;
  readonly threeClasses: Figure | undefined;
}

/** Trains sentiment anew on all but one source or author, and measures on that one, all of it. */
export function leaveOut(name: string, sources: readonly Source[]): LeftOut {
  const plan = planOf('sentiment');
  const all = [...sources, ...readWordLists()].flatMap(({ examples }) => examples).filter(({ sentiment }) => sentiment !== undefined);
  const isAsked = (one: { source: string; group: string }): boolean => one.source === name || one.group === name;
  const asked = all.filter(isAsked);
  const language = asked[0]?.language ?? 'en';
  console.error(`training without ${name}, ${asked.length} texts`);
  const rest = all.filter((one) => one.language === language && one.weight > 0 && !one.isHeldOut && !isAsked(one));
  const fitted = fitTask(plan, plan.slots[language], readExamples(rest), () => {});
  const words = uncalibrated(plan, language);
  const model = LinearModel.read(writeModel(fitted, words), `without ${name}`);
  const read = readExamples(asked).map(({ example, pieces, measures }) => {
    const probabilities = probabilitiesOf(model.logits(pieces, measures), 1);
    return { truth: example.sentiment ?? '', probabilities };
  });
  const clear = read.filter(({ truth }) => truth !== 'neutral');
  const right = clear.map(({ truth, probabilities: [negative = 0, positive = 0] }) => positive >= negative === (truth === 'positive'));
  const items = read.map(({ truth, probabilities }) => outcomesOf(SENTIMENT_LABELS, truth, labelOf(probabilities)));
  return { name, twoClasses: accuracy(right), threeClasses: clear.length < read.length ? macroF1(items) : undefined };
}
