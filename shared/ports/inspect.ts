import type { Judgement, QuarantinedItem } from '../domain/intake/quarantined.ts';
import type { PhotoState } from '../domain/photo.ts';
import type { Page, PageRequest } from './pages.ts';

/** What was kept aside, for whoever judges it. */
export interface QuarantineDesk {
  /** Newest first, judged ones among them. */
  quarantined(page: PageRequest): Promise<Page<QuarantinedItem>>;
  one(id: string): Promise<QuarantinedItem | undefined>;
  /** Puts the judgement on record. @throws AmendsError 409 `conflict` where somebody judged meanwhile. */
  judge(id: string, judgement: Judgement): Promise<void>;
}

/** A message that was given up, as it lies. */
export interface DeadLetter {
  readonly id: string;
  /** Instant at which it was first sent; a move to another queue does not change it. */
  readonly sentAt: string;
  /** How often it was handed out since it was sent. */
  readonly receives: number;
  readonly body: string;
}

/** Queues of messages that were given up, each by its name in SQS. */
export interface DeadLetters {
  /** About how many lie there, as SQS counts. */
  waiting(queue: string): Promise<number>;
  /** Some of them, each once, and back again at once: nothing is taken away. */
  peek(queue: string, atMost: number): Promise<readonly DeadLetter[]>;
  /** Sends up to so many on to another queue. One that was sent and not removed is sent again later: readers bear it. @returns how many. */
  move(queue: string, to: string, atMost: number): Promise<number>;
}

/** Customers' photos, where they lie. */
export interface PhotoStore {
  /** How it stands. */
  state(key: string): Promise<PhotoState>;
  /** An address at which it can be seen for some minutes, if it is clean. */
  url(key: string): string;
}

/** A customer's mail, for whoever works what was said in it. */
export interface ShownMail {
  readonly subject?: string | undefined;
  readonly from?: string | undefined;
  readonly text: string;
  readonly isTruncated: boolean;
  /** As it came: whoever shows it has to make it harmless. */
  readonly html?: string | undefined;
  readonly isHtmlTruncated?: true | undefined;
  readonly attachments: readonly { readonly name?: string | undefined; readonly type: string }[];
}
