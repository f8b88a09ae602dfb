import { actorOf, type Viewer } from '../../../shared/api/viewer.ts';
import type { Look } from '../../../shared/domain/customer/look.ts';
import type { LookLog } from '../../../shared/ports.ts';

/**
 * Records that somebody looks at a customer's data (R17), before they are shown: a look that could not be recorded does not happen.
 * Opening a case with its customer: `recordLook(files, viewer, now, customerKey, 'case', number)`.
 */
export function recordLook(
  log: LookLog,
  viewer: Pick<Viewer, 'id'>,
  now: string,
  customerKey: string,
  what: Extract<Look['what'], 'case' | 'file' | 'history' | 'looks' | 'export'>,
  caseNumber?: string,
): Promise<void> {
  return log.recordLook({ customerKey, at: now, by: actorOf(viewer.id), what, caseNumber });
}
