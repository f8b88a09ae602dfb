import type { PersonKeys } from '../../../shared/domain/customer/change.ts';
import type { CallList, CustomerFiles, ErasureStore, InvitationErasure } from '../../../shared/ports.ts';

/** What the desk needs for customers' files, besides what it has for all. */
export interface CustomerPorts {
  readonly files: CustomerFiles;
  readonly erasure: ErasureStore;
  readonly invitations: InvitationErasure;
  readonly calls: CallList;
  /** Keyed hashes; the key is a secret. */
  readonly keys: () => Promise<PersonKeys>;
}
