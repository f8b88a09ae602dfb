import { useSeat } from './seat.ts';
import { spanOf } from './span.ts';
import { say } from './words.ts';

/** A moment in the house's zone. */
export const Moment = ({ at }: { readonly at: string }) => <time dateTime={at}>{useSeat().told.time(at)}</time>;

/** How long until then, or since. */
export function leftWords(at: string, now: number): string {
  const ms = Date.parse(at) - now;
  const { unit, ...parts } = spanOf(Math.abs(ms));
  const span = say(`span-${unit}`, parts);
  return ms >= 0 ? say('left', { span }) : say('over', { span });
}

/** The time that is left, with the moment itself for whoever points at it or has it read. */
export const Countdown = ({ at, now }: { readonly at: string; readonly now: number }) => (
  <time dateTime={at} title={useSeat().told.time(at)} class={Date.parse(at) < now ? 'over' : undefined}>
    {leftWords(at, now)}
  </time>
);
