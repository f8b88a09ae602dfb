import { Feedback } from '../../../shared/domain/feedback.ts';
import type { Case } from '../../../shared/domain/recovery/case.ts';
import type { Colleague } from './staff.ts';

/** The case that a feedback opened. @throws Error where it opened none. */
export async function readCaseOf(reader: Colleague, feedbackId: string): Promise<Case> {
  const { caseNumber } = await reader.get(`/api/feedback/${feedbackId}`, Feedback);
  if (caseNumber === undefined) throw new Error(`feedback ${feedbackId}: expected that it opens a case`);
  return (await reader.see(caseNumber)).case;
}
