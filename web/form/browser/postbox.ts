import { type Answer, exchange } from './exchange.ts';
import { dropParcel, hasParcel, keepParcel, type Parcel, type Place, type Shelf } from './kept.ts';
import { alone } from './locks.ts';
import { Pause } from './pause.ts';
import { pauseMs } from './pauses.ts';

/** Told to the person while something waits. */
export interface Wait {
  /** Is it on the device, so that this page may be closed? */
  readonly isKept: boolean;
  /** Nobody answered; otherwise they said that they cannot now. */
  readonly isSilent: boolean;
  readonly pauseMs: number;
}

/** What became of a parcel; `elsewhere`: another window has sent it, `withdrawn`: its sender has. */
export type Fate = Answer | 'elsewhere' | 'withdrawn';

/** Sends one parcel until it has arrived, or is refused: when the network is back, and after growing pauses, always under the same submission id. */
export class Delivery {
  private isWithdrawn = false;
  private pausing: Pause | undefined;

  private readonly parcel: Parcel;
  private readonly place: Place;
  private readonly shelf: Shelf | undefined;

  constructor(parcel: Parcel, place: Place, shelf: Shelf | undefined) {
    this.parcel = parcel;
    this.place = place;
    this.shelf = shelf;
  }

  /** @param onWait called each time it did not work, before the pause. */
  run(onWait: (wait: Wait) => void): Promise<Fate> {
    // Before the first try: a window may be closed while it is on its way.
    return this.try(this.shelf !== undefined && keepParcel(this.shelf, this.place, this.parcel), onWait);
  }

  /** Of a parcel that was found on the device: it is not put there again, for another window may have sent it since. */
  runFound(onWait: (wait: Wait) => void): Promise<Fate> {
    return this.try(true, onWait);
  }

  private async try(isKept: boolean, onWait: (wait: Wait) => void): Promise<Fate> {
    for (let failures = 1; ; failures += 1) {
      const fate = await this.attempt(isKept);
      if (this.isWithdrawn) return 'withdrawn';
      if (fate === 'elsewhere' || fate.outcome.kind !== 'later') return fate;
      const pause = pauseMs(failures, Math.random(), fate.outcome.afterMs);
      onWait({ isKept, isSilent: fate.isSilent, pauseMs: pause });
      this.pausing = new Pause(pause);
      await this.pausing.ended;
      if (this.isWithdrawn) return 'withdrawn';
    }
  }

  /** Windows take turns, so that each sees what another has sent. */
  private attempt(isKept: boolean): Promise<Answer | 'elsewhere'> {
    const { parcel, place, shelf } = this;
    return alone(`amends:send:${parcel.submissionId}`, async () => {
      if (isKept && shelf !== undefined && !hasParcel(shelf, place, parcel.submissionId)) return 'elsewhere';
      const answer = await exchange(new URL(parcel.to, place.origin).href, parcel.body);
      if (answer.outcome.kind === 'sent') this.drop();
      return answer;
    });
  }

  /** Tries at once instead of at the end of the pause. */
  now(): void {
    this.pausing?.end();
  }

  drop(): void {
    if (this.shelf !== undefined) dropParcel(this.shelf, this.place, this.parcel.submissionId);
  }

  withdraw(): void {
    this.isWithdrawn = true;
    this.drop();
    this.now();
  }
}
