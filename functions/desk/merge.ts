import { maySee, type Viewer } from '../../shared/api/viewer.ts';
import { type Case, isOpen } from '../../shared/domain/recovery/case.ts';
import { type CaseChange, changeBy } from '../../shared/domain/recovery/change.ts';
import type { CaseCommand } from '../../shared/domain/recovery/command.ts';
import { refuse, refuseField } from '../../shared/domain/recovery/refusal.ts';
import type { DecisionContext } from '../../shared/domain/recovery/settings.ts';

interface Merge {
  readonly command: Extract<CaseCommand, { type: 'merge' }>;
  readonly viewer: Viewer;
  readonly context: DecisionContext;
}

/**
 * Ends a case in another one of the same customer, which takes what it holds (R3): two changes that are saved together or not at all.
 * @throws AmendsError 422 where the other is not there (or not to be seen), 409 `other-customer`, 409 `into-ended`.
 */
export function mergeChanges({ command, viewer, context }: Merge, seen: Case, into: Case | undefined): [CaseChange, CaseChange] {
  const merged = changeBy(command, seen, context);
  if (into === undefined || !maySee(viewer, into))
    throw refuseField('into', `expected the number of a case; there is no case ${command.into}`);
  if (seen.customerKey === undefined || seen.customerKey !== into.customerKey) {
    throw refuse('other-customer', `Cases ${seen.number} and ${into.number} are not known to be of one customer. Work the two apart.`);
  }
  const { feedbackId, joined, severity } = seen;
  const taken = changeBy({ type: 'take-in', from: seen.number, feedbackIds: [feedbackId, ...joined], severity }, into, context);
  // What is still to be done must not end in a case that nobody works on.
  if (!isOpen(taken.after))
    throw refuse('into-ended', `Case ${into.number} is ${taken.after.state}. Reopen it first, or merge it into ${seen.number}.`);
  return [merged, taken];
}
