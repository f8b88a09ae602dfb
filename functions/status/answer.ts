import type { Case } from '../../shared/domain/recovery/case.ts';
import { changeBy } from '../../shared/domain/recovery/change.ts';
import type { CaseCommand } from '../../shared/domain/recovery/command.ts';
import type { DecisionContext } from '../../shared/domain/recovery/settings.ts';
import { hurryMails, workOn } from '../../shared/domain/recovery/work-on.ts';
import type { StatusPorts } from './ports.ts';

/**
 * Carries out what a customer says by a link, on the case as it stands, and sends the mails that come of it.
 * @param commandFor undefined where the link has been answered, or nothing can be answered any more.
 * @returns the case after, and whether this answer changed it.
 * @throws AmendsError 409 where the case does not allow it, or is saved by others all the time.
 */
export async function answer(
  number: string,
  ports: StatusPorts,
  commandFor: (seen: Case) => CaseCommand | undefined,
): Promise<{ readonly case: Case | undefined; readonly isTaken: boolean }> {
  const { cases, recovery } = ports;
  const read = async () => (await cases.load(number)).case;
  const { case: after, change } = await workOn(read, cases, (seen) => {
    const command = commandFor(seen);
    // What a customer may do needs no authority, and promises no money.
    const context: DecisionContext = { by: 'customer', now: ports.now(), role: 'agent', settings: recovery };
    return command && changeBy(command, seen, context);
  });
  if (change !== undefined) await hurryMails([change], ports.actions, ports.onFault);
  return { case: after, isTaken: change !== undefined };
}
