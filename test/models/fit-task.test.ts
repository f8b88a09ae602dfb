import { describe, expect, it } from 'vitest';
import type { Example } from '../../models/example.ts';
import { fitTask } from '../../models/fit-task.ts';
import { readExamples } from '../../models/table.ts';
import { planOf } from '../../models/tasks.ts';
import { writeModel } from '../../models/write-model.ts';
import { LinearModel } from '../../shared/domain/understand/linear-model.ts';
import { MEASURES } from '../../shared/domain/understand/measures.ts';
import { labelOf, probabilitiesOf } from '../../shared/domain/understand/probabilities.ts';
import { readText } from '../../shared/domain/understand/reading.ts';

const example = (text: string, sentiment: Example['sentiment']): Example => ({
  text,
  language: 'en',
  source: 'test',
  group: 'test',
  isHeldOut: false,
  weight: 1,
  sentiment,
});
/** Words that no list of ours knows, so that what is learned is learned from these. */
const TEXTS = [
  ...['the zorple is blickish today', 'a blickish zorple for us', 'blickish zorple again', 'so blickish'].map((text) =>
    example(text, 'positive'),
  ),
  ...['the zorple is grumbous today', 'a grumbous zorple for us', 'grumbous zorple again', 'so grumbous'].map((text) =>
    example(text, 'negative'),
  ),
  ...['the zorple is here today', 'a zorple for us', 'zorple again', 'so'].map((text) => example(text, 'neutral')),
];
const SLOTS = 1 << 10;
const plan = { ...planOf('sentiment'), penalty: 0.05 };
const words = {
  task: plan.task,
  language: 'en',
  outputs: plan.outputs,
  measures: MEASURES,
  slots: SLOTS,
  temperature: 1,
  thresholds: [0, 0],
};
const train = () =>
  writeModel(
    fitTask(plan, SLOTS, readExamples(TEXTS), () => {}),
    words,
  );

describe('training', () => {
  it('gives the same bytes from the same texts', () => {
    expect(train()).toEqual(train());
  });

  it('learns words that stand in no list, and tells them in sentences it has not seen', () => {
    const model = LinearModel.read(train(), 'test');
    const label = (text: string) => {
      const { features, measures } = readText(text);
      return labelOf(probabilitiesOf(model.logits(features.hashes, measures), 1));
    };
    expect(label('our blickish zorple')).toBe('positive');
    expect(label('our grumbous zorple')).toBe('negative');
  });

  it('keeps no more pieces than the table has room for', () => {
    const { pieces } = fitTask(plan, 16, readExamples(TEXTS), () => {});
    expect(pieces.length).toBeLessThanOrEqual(16);
    expect(pieces.length).toBeGreaterThan(4);
  });
});
