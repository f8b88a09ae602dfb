import { SENTIMENT_LABELS } from '../shared/domain/understand/understanding.ts';
import { type Judged, outcomesOf, type Row } from './evaluate.ts';
import { accuracy, macroF1 } from './metrics.ts';
import { type Rival, rivals } from './rivals.ts';

/** The same texts read by the packages that people use. */
export interface RivalRow extends Row {
  readonly rival: string;
}

/** @param sets the held-out texts of each source. */
export async function compare(sets: readonly (readonly Judged[])[]): Promise<RivalRow[]> {
  const rows: RivalRow[] = [];
  for (const rival of rivals()) {
    for (const set of sets) {
      const told = set.filter(({ example }) => example.sentiment !== undefined && example.language === rival.language);
      if (told.length > 0) rows.push(...(await rowsOfRival(rival, told)));
    }
  }
  return rows;
}

async function rowsOfRival(rival: Rival, told: readonly Judged[]): Promise<RivalRow[]> {
  const scored: { truth: string; score: number }[] = [];
  for (const { example } of told) scored.push({ truth: example.sentiment ?? '', score: await rival.score(example.text) });
  const labelOf = (score: number): string => {
    const [negative, neutral, positive] = SENTIMENT_LABELS;
    return Math.abs(score) < rival.neutralBelow ? neutral : score < 0 ? negative : positive;
  };
  const clear = scored.filter(({ truth }) => truth !== 'neutral');
  const about = { rival: rival.name, task: 'sentiment', language: rival.language, source: told[0]?.example.source ?? '' };
  const rows: RivalRow[] = [
    {
      ...about,
      measure: 'accuracy, two classes',
      figure: accuracy(clear.map(({ truth, score }) => score >= 0 === (truth === 'positive'))),
    },
  ];
  if (clear.length < scored.length) {
    const items = scored.map(({ truth, score }) => outcomesOf(SENTIMENT_LABELS, truth, labelOf(score)));
    rows.push({ ...about, measure: 'macro-F1, three classes', figure: macroF1(items) });
  }
  return rows;
}
