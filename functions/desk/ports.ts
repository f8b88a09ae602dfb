import type { Clock } from '../../shared/adapters/clock.ts';
import type { AmendsConfig } from '../../shared/config/schema.ts';
import type { RecoverySettings } from '../../shared/domain/recovery/settings.ts';
import type { ActionQueue, AlarmReader, CaseStore, FeedbackWriter, FiguresReader, RegisterReader, StaffStore } from '../../shared/ports.ts';
import type { CustomerPorts } from './customers/ports.ts';

/** What commands on cases need of it. */
export type CommandPorts = Pick<DeskPorts, 'cases' | 'actions' | 'recovery' | 'warn'>;

/** What the desk works with. */
export interface DeskPorts {
  readonly register: RegisterReader;
  readonly cases: CaseStore;
  /** Of `act`: mails that a command caused. */
  readonly actions: ActionQueue;
  readonly staff: StaffStore;
  readonly feedback: FeedbackWriter;
  readonly figures: FiguresReader;
  readonly alarms: AlarmReader;
  readonly customers: CustomerPorts;
  readonly clock: Clock;
  /** Notes something that failed and costs nothing but time. */
  readonly warn: (message: string, error: unknown) => void;
  readonly recovery: RecoverySettings;
  readonly config: Pick<AmendsConfig, 'brand' | 'branches' | 'surveys' | 'campaigns' | 'recovery' | 'customers' | 'alarms'>;
}
