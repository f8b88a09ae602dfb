import type { Change } from '../figures.ts';
import type { Unit } from '../speech.ts';
import { say, speech } from '../words.ts';
import { differenceOf, verdictWord } from './verdict-word.ts';

/** Seen without colour: the word says it, the sign repeats it. */
const SIGNS = { better: '▲', worse: '▼', 'no-clear-change': '→', 'too-few': '·' } as const;

/** How a figure changed: in words, with the ends of the change's own interval. */
export function Verdict({ change, unit }: { readonly change: Change | undefined; readonly unit: Unit }) {
  if (change === undefined) return null;
  if (change.verdict === 'too-few')
    return (
      <p class="verdict too-few">
        <span aria-hidden="true">{SIGNS['too-few']} </span>
        {say('tooFewToCompare', { n: change.n, before: change.nBefore, needed: change.needed })}
      </p>
    );
  const [value, low, high] = [change.value, change.low, change.high].map((one) => speech.text(...differenceOf(one, unit)));
  return (
    <p class={`verdict ${change.verdict}`}>
      <span aria-hidden="true">{SIGNS[change.verdict]} </span>
      <b>{verdictWord(change, speech)}</b> {say('changeBy', { value: value ?? '', low: low ?? '', high: high ?? '' })}
    </p>
  );
}
