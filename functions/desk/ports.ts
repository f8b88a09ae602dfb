import type { Clock } from '../../shared/adapters/clock.ts';
import type { AmendsConfig } from '../../shared/config/schema.ts';
import type { CaseWriter, FeedbackWriter, FiguresReader, RegisterReader } from '../../shared/ports.ts';

/** What the desk works with. */
export interface DeskPorts {
  readonly register: RegisterReader;
  readonly cases: CaseWriter;
  readonly feedback: FeedbackWriter;
  readonly figures: FiguresReader;
  readonly clock: Clock;
  readonly config: Pick<AmendsConfig, 'brand' | 'branches' | 'surveys' | 'recovery'>;
}
