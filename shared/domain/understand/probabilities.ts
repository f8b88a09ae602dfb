/** Softmax of logits and of a last class whose logit is 0. */
export function probabilitiesOf(logits: Float64Array, temperature: number): number[] {
  const scaled = [...logits.map((logit) => logit / temperature), 0];
  const most = Math.max(...scaled);
  const powers = scaled.map((logit) => Math.exp(logit - most));
  const sum = powers.reduce((total, power) => total + power, 0);
  return powers.map((power) => power / sum);
}
