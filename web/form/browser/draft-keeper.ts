import type { Fields } from './fields.ts';
import { type Draft, dropDraft, keepDraft, keptDrafts, keptParcels, type Parcel, type Place, type Shelf } from './kept.ts';
import { take } from './locks.ts';
import { Delivery } from './postbox.ts';
import { serverTime } from './server-clock.ts';

/** A keystroke later it is kept, but not with each of them, in milliseconds. */
const SOON_MS = 300;

type Identity = Pick<Draft, 'submissionId' | 'startToken'>;

interface Keeping {
  readonly shelf: Shelf;
  readonly place: Place;
  readonly version: string;
  /** Questions of which nothing is kept. */
  readonly personal: readonly string[];
  readonly identity: Identity;
  /** Our time, whatever the device's clock says. */
  readonly now: () => number;
}

const hiddenIn = (form: HTMLFormElement, name: string): string => {
  const field = form.elements.namedItem(name);
  return field instanceof HTMLInputElement ? field.value : '';
};

/** Keeps one window's typed words on the device until they are sent. */
export class DraftKeeper {
  /** Number of the page before the one that is open. */
  from: string | undefined;
  /** Could it be kept the last time? */
  works = true;
  private readonly shelf: Shelf;
  private readonly place: Place;
  private readonly version: string;
  private readonly personal: readonly string[];
  private identity: Identity;
  private readonly now: () => number;
  private isOver = false;
  private soon: ReturnType<typeof setTimeout> | undefined;

  private constructor({ shelf, place, version, personal, identity, now }: Keeping) {
    this.shelf = shelf;
    this.place = place;
    this.version = version;
    this.personal = personal;
    this.identity = identity;
    this.now = now;
  }

  /** Undefined for a form whose token says no time: nothing is kept that could not be cleared away in time. */
  static of(form: HTMLFormElement, origin: string, shelf: Shelf): DraftKeeper | undefined {
    const identity = { submissionId: hiddenIn(form, 'submissionId'), startToken: hiddenIn(form, 'startToken') };
    const openedAt = performance.now();
    const now = () => serverTime(identity.startToken, performance.now() - openedAt) ?? 0;
    if (now() === 0) return undefined;
    const { survey = '', version = '', personal = '' } = form.dataset;
    return new DraftKeeper({
      shelf,
      place: { origin, survey },
      version,
      personal: personal.split(' ').filter((id) => id !== ''),
      identity,
      now,
    });
  }

  /** This window has it; others leave it alone. */
  async claim(): Promise<void> {
    await take(this.lockOf(this.identity.submissionId));
  }

  /** The newest draft that no other window has. */
  async claimKept(): Promise<Draft | undefined> {
    for (const draft of keptDrafts(this.shelf, this.place, this.version, this.now())) {
      if (await take(this.lockOf(draft.submissionId))) return draft;
    }
    await this.claim();
    return undefined;
  }

  /** Goes on under the draft's own id: should it have been sent already, it stays one. */
  adopt({ submissionId, startToken, from }: Draft): void {
    this.identity = { submissionId, startToken };
    this.from = from;
  }

  saveSoon(fields: Fields): void {
    clearTimeout(this.soon);
    this.soon = setTimeout(() => this.save(fields), SOON_MS);
  }

  save(fields: Fields): void {
    clearTimeout(this.soon);
    if (this.isOver) return;
    const said = fields.answered(this.personal);
    if (said.length === 0) {
      dropDraft(this.shelf, this.place, this.identity.submissionId);
      return;
    }
    this.works = keepDraft(this.shelf, this.place, {
      ...this.identity,
      version: this.version,
      keptAt: this.now(),
      from: this.from,
      fields: said,
    });
  }

  /** It is sent, or not to be kept any more. */
  drop(): void {
    this.isOver = true;
    clearTimeout(this.soon);
    dropDraft(this.shelf, this.place, this.identity.submissionId);
  }

  unsent = (): Parcel[] => keptParcels(this.shelf, this.place);

  deliver = (parcel: Parcel): Delivery => new Delivery(parcel, this.place, this.shelf);

  private lockOf = (submissionId: string) => `amends:draft:${this.place.origin}:${submissionId}`;
}
