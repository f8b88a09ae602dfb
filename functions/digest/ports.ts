import type { AmendsConfig } from '../../shared/config/schema.ts';
import type { ActionQueue, DigestOptOuts, DigestOutbox, PictureDrawer, Translator } from '../../shared/ports.ts';
import type { CaseReportPorts } from './case-report.ts';
import type { ReadPorts } from './read.ts';

export interface DigestPorts extends ReadPorts {
  readonly outbox: DigestOutbox;
  readonly actions: ActionQueue;
  readonly optOuts: Pick<DigestOptOuts, 'endedBy'>;
  readonly drawPicture: PictureDrawer;
  /** Absent where the config turns none on. */
  readonly translator?: Translator | undefined;
  /** Keyed hash of a recipient's address. */
  recipientKey(address: string): Promise<string>;
  /** Where a recipient ends a digest: signed. */
  endUrl(digest: string, recipient: string): Promise<string>;
  clock(): string;
  readonly config: Pick<AmendsConfig, 'brand' | 'branches' | 'digests' | 'redaction' | 'standards'> & CaseReportPorts['config'];
}
