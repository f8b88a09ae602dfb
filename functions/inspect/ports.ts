import type { Clock } from '../../shared/adapters/clock.ts';
import type { AmendsConfig } from '../../shared/config/schema.ts';
import type {
  DeadLetters,
  FeedbackQueue,
  LookLog,
  PhotoStore,
  QuarantineDesk,
  RawMailStore,
  RegisterReader,
  ShownMail,
} from '../../shared/ports.ts';
import type { OutgoingPorts } from './deliveries.ts';

/** A queue of messages that were given up, as infra made it. */
export interface DeadLetterQueue {
  /** As people call it, e.g. `feedback`. */
  readonly name: string;
  /** Its name in SQS. */
  readonly queue: string;
  /** The queue from which they came, in SQS; absent where there is none to send them back to. */
  readonly from?: string | undefined;
  readonly errorImpact: string;
}

/** What `inspect` works with. */
export interface InspectPorts {
  readonly register: Pick<RegisterReader, 'feedback'>;
  readonly quarantine: QuarantineDesk;
  /** Where released feedback goes. */
  readonly intake: FeedbackQueue;
  readonly looks: LookLog;
  readonly mail: RawMailStore;
  /** @throws UnreadableMail */
  readonly showMail: (bytes: Uint8Array) => Promise<ShownMail>;
  readonly photos: PhotoStore;
  /** What goes out to systems of others. */
  readonly outgoing: OutgoingPorts;
  readonly letters: DeadLetters;
  readonly queues: readonly DeadLetterQueue[];
  readonly clock: Clock;
  readonly config: Pick<AmendsConfig, 'brand' | 'branches' | 'surveys' | 'campaigns' | 'recovery' | 'standards' | 'webhooks' | 'notices'>;
}
