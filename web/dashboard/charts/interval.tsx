import type { Estimate } from '../figures.ts';
import type { Unit } from '../speech.ts';
import { speech } from '../words.ts';
import { placeOf } from './place.ts';

interface IntervalProps {
  readonly estimate: Estimate;
  readonly unit: Unit;
  /** Ends of the scale, in the figure's own unit. */
  readonly min: number;
  readonly max: number;
  /** Something to compare it with: the days before, the whole house. */
  readonly mark?: number | undefined;
}

/** A figure on its scale: the dot is the value, the bar its 95 % interval, the tick what it is compared with. Its words stand beside it. */
export function Interval({ estimate: { value, low, high }, unit, min, max, mark }: IntervalProps) {
  const at = (one: number) => `${placeOf(one, min, max)}%`;
  const width = `${Math.max(0.5, placeOf(high, min, max) - placeOf(low, min, max))}%`;
  return (
    <span class="interval" role="img" aria-label={speech.range(low, high, unit)}>
      <span class="span" style={{ insetInlineStart: at(low), width }} />
      {mark !== undefined && <span class="tick" style={{ insetInlineStart: at(mark) }} />}
      <span class="dot" style={{ insetInlineStart: at(value) }} />
    </span>
  );
}
