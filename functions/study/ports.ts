import type { Clock } from '../../shared/adapters/clock.ts';
import type { AmendsConfig } from '../../shared/config/schema.ts';
import type { AnalysisRequest } from '../../shared/domain/analytics/analysis/request.ts';
import type {
  AnalysisQueue,
  AnalysisStore,
  CampaignRuns,
  ColumnFilesReader,
  FeedbackBatches,
  FeedbackQueue,
  FiguresReader,
  InvitationDesk,
  InvitationQueue,
} from '../../shared/ports.ts';

/** What campaigns need. */
export interface CampaignPorts {
  readonly runs: CampaignRuns;
  readonly invitations: Pick<InvitationDesk, 'invitation' | 'answer' | 'survey'>;
  /** Of `invite`. */
  readonly queue: InvitationQueue;
}

/** What `study` works with. */
export interface StudyPorts {
  readonly files: Pick<ColumnFilesReader, 'list' | 'rows'>;
  readonly analyses: AnalysisStore;
  /** Of `analyse`. */
  readonly queue: AnalysisQueue;
  readonly idOf: (request: AnalysisRequest) => string;
  /** Of `assess`: what staff enter, and what is brought in from the past. */
  readonly intake: FeedbackQueue & FeedbackBatches;
  readonly campaigns: CampaignPorts;
  readonly figures: FiguresReader;
  readonly clock: Clock;
  /** A new id that nobody can guess. */
  readonly newId: () => string;
  readonly config: Pick<AmendsConfig, 'brand' | 'branches' | 'surveys' | 'campaigns'> & {
    readonly recovery: Pick<AmendsConfig['recovery'], 'agents'>;
  };
}
