import type { Clock } from '../../shared/adapters/clock.ts';
import type { AmendsConfig } from '../../shared/config/schema.ts';
import type { RecoverySettings } from '../../shared/domain/recovery/settings.ts';
import type {
  ActionQueue,
  AlarmReader,
  CaseStore,
  FeedbackBatches,
  FeedbackQueue,
  FeedbackWriter,
  FiguresReader,
  RegisterReader,
  StaffStore,
} from '../../shared/ports.ts';
import type { CampaignPorts } from './campaigns.ts';
import type { CustomerPorts } from './customers/ports.ts';
import type { OutgoingPorts } from './deliveries.ts';

/** What commands on cases need of it. */
export type CommandPorts = Pick<DeskPorts, 'cases' | 'actions' | 'recovery' | 'warn'>;

/** What the desk works with. */
export interface DeskPorts {
  readonly register: RegisterReader;
  readonly cases: CaseStore;
  /** Of `act`: mails that a command caused. */
  readonly actions: ActionQueue;
  /** Of `assess`: what staff enter, and what is brought in from the past. */
  readonly intake: FeedbackQueue & FeedbackBatches;
  readonly staff: StaffStore;
  readonly feedback: FeedbackWriter;
  readonly figures: FiguresReader;
  readonly alarms: AlarmReader;
  readonly customers: CustomerPorts;
  readonly campaigns: CampaignPorts;
  /** What goes out to systems of others. */
  readonly outgoing: OutgoingPorts;
  readonly clock: Clock;
  /** A new id that nobody can guess. */
  readonly newId: () => string;
  /** Notes something that failed and costs nothing but time. */
  readonly warn: (message: string, error: unknown) => void;
  readonly recovery: RecoverySettings;
  readonly config: Pick<
    AmendsConfig,
    'brand' | 'branches' | 'surveys' | 'campaigns' | 'recovery' | 'customers' | 'alarms' | 'webhooks' | 'notices'
  >;
}
