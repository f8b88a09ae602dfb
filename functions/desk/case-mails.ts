import { clockId } from '../../shared/domain/recovery/action.ts';
import type { Case } from '../../shared/domain/recovery/case.ts';
import type { CaseEvent } from '../../shared/domain/recovery/event.ts';
import { evolve } from '../../shared/domain/recovery/evolve.ts';
import { mailsOf } from '../../shared/domain/recovery/notices.ts';
import type { RecoverySettings } from '../../shared/domain/recovery/settings.ts';

/**
 * Ids of all actions that a case can have: its clock, and the mails that its events caused. They are told from the history, so that no list of them has
 * to be kept; some may never have been, e.g. where the customer could not be reached.
 */
export function actionIdsOf(number: string, history: readonly CaseEvent[], settings: RecoverySettings): string[] {
  const ids = [clockId(number)];
  let before: Case | undefined;
  for (const event of history) {
    const after = evolve(before, event);
    // Where an event stood beside others, the customer may have been within reach at its end and not at its beginning.
    const reachable = { ...after, isReachable: true, undeliverable: undefined };
    ids.push(...mailsOf(before, reachable, [event], settings, event.at).map(({ id }) => id));
    before = after;
  }
  return [...new Set(ids)];
}
