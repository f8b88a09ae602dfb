import type { LinearModel } from '../shared/domain/understand/linear-model.ts';
import { probabilitiesOf } from '../shared/domain/understand/probabilities.ts';
import type { ReadExample } from './table.ts';
import type { TaskPlan } from './tasks.ts';

/** Temperatures that are tried, from sure of itself to doubtful. */
const TEMPERATURES = Array.from({ length: 61 }, (_, i) => 0.4 * 1.04 ** i);

/** The temperature at which the probabilities of a one-of model are least surprised by the truth (Guo et al. 2017, section 4.2). */
export function temperatureOf(plan: TaskPlan, model: LinearModel, texts: readonly ReadExample[]): number {
  if (plan.kind === 'each' || texts.length === 0) return 1;
  const judged = texts.map((text) => ({ logits: model.logits(text.pieces, text.measures), truth: plan.labelsOf(text.example)?.[0] ?? 0 }));
  const surprise = (temperature: number): number =>
    judged.reduce((sum, { logits, truth }) => sum - Math.log(Math.max(1e-9, probabilitiesOf(logits, temperature)[truth] ?? 0)), 0);
  return TEMPERATURES.reduce((best, one) => (surprise(one) < surprise(best) ? one : best), 1);
}

/** Per output, the logit from which to speak. */
export function thresholdsOf(plan: TaskPlan, model: LinearModel, texts: readonly ReadExample[]): number[] {
  if (plan.kind === 'one-of') return plan.outputs.map(() => 0);
  const judged = texts.map((text) => ({ logits: model.logits(text.pieces, text.measures), labels: plan.labelsOf(text.example) ?? [] }));
  return plan.outputs.map((output, k) => {
    const given = plan.thresholdOf?.(output);
    if (given !== undefined) return given;
    const told = judged.flatMap(({ logits, labels }) =>
      (labels[k] ?? -1) < 0 ? [] : [{ logit: logits[k] ?? 0, isNamed: labels[k] === 1 }],
    );
    return evenThreshold(told);
  });
}

/** Of what no text of a language tells, an output must not speak. */
const NEVER = 1e6;
/** Of few texts the threshold is chance: it is drawn towards the usual one, the more the fewer there are. */
const USUAL = -0.4;
const DRAWN_BY = 15;

/** Where as many are said as are true: near to the highest F1, and steadier than the highest F1 of few texts. */
function evenThreshold(told: readonly { logit: number; isNamed: boolean }[]): number {
  if (told.length === 0) return NEVER;
  const named = told.filter(({ isNamed }) => isNamed).length;
  const logits = told.map(({ logit }) => logit).sort((a, b) => b - a);
  const at = ((logits[named - 1] ?? USUAL) + (logits[named] ?? USUAL)) / 2;
  return (at * named + USUAL * DRAWN_BY) / (named + DRAWN_BY);
}
