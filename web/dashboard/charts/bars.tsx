import type { Mark } from '../marks/mark.ts';
import { MarkLink } from '../parts/mark-link.tsx';

export type Tone = 'good' | 'plain' | 'bad';

/** A bar with its words; colour only repeats what they say. */
export interface Bar {
  readonly key: string;
  readonly label: string;
  /** `34 · 16%` */
  readonly amount: string;
  /** Length, 0 … 1 of the longest that there can be. */
  readonly length: number;
  /** A part of it that is told apart, 0 … `length`. */
  readonly part?: number | undefined;
  readonly tone: Tone;
  /** None where nothing is behind it. */
  readonly mark?: Mark | undefined;
}

const percent = (share: number) => `${Math.round(Math.min(1, Math.max(0, share)) * 10_000) / 100}%`;

const Inside = ({ label, amount, length, part }: Bar) => (
  <>
    <span class="label">{label}</span>
    <span class="track" aria-hidden="true">
      <span class="fill" style={{ width: percent(length) }} />
      {part !== undefined && <span class="part" style={{ width: percent(part) }} />}
    </span>
    <span class="amount">{amount}</span>
  </>
);

/** Bars one below the other: they hold their words at any width. Each is a link to the comments behind it. */
export const Bars = ({ bars, name }: { readonly bars: readonly Bar[]; readonly name: string }) => (
  <ul class="bars" aria-label={name}>
    {bars.map((bar) => (
      <li key={bar.key} class={bar.tone}>
        {bar.mark ? (
          <MarkLink class="mark" mark={bar.mark}>
            <Inside {...bar} />
          </MarkLink>
        ) : (
          <span class="mark">
            <Inside {...bar} />
          </span>
        )}
      </li>
    ))}
  </ul>
);
