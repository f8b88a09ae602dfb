import { isOpen } from '../../shared/domain/recovery/case.ts';
import { changeBy } from '../../shared/domain/recovery/change.ts';
import type { DecisionContext, RecoverySettings } from '../../shared/domain/recovery/settings.ts';
import { caseNow, workOn } from '../../shared/domain/recovery/work-on.ts';
import type { ActPorts } from './ports.ts';

/**
 * An address that was given up in another case: nothing goes out, so no event of SES will say so of this one. The case shows it, and its owner is asked
 * for another way to the customer; once, however many mails were to go there.
 */
export async function tellUnreachable(
  number: string,
  /** Of the address, as the suppression stands under it. */
  addressKey: string | undefined,
  { cases, actions, now }: ActPorts,
  settings: RecoverySettings,
): Promise<void> {
  const context: DecisionContext = { by: 'system', now: now(), role: 'agent', settings };
  const { change } = await workOn(
    () => caseNow(number, cases),
    cases,
    (seen) =>
      isOpen(seen) && seen.undeliverable === undefined
        ? changeBy(
            { type: 'undeliverable', reason: 'suppressed', addressKeys: addressKey === undefined ? undefined : [addressKey] },
            seen,
            context,
          )
        : undefined,
  );
  if (change !== undefined && change.mails.length > 0) await actions.send(change.mails.map(({ id }) => id));
}
