import type { Case } from '../../shared/domain/recovery/case.ts';
import { changeOf } from '../../shared/domain/recovery/change.ts';
import type { CaseCommand } from '../../shared/domain/recovery/command.ts';
import { decide } from '../../shared/domain/recovery/decide.ts';
import type { DecisionContext } from '../../shared/domain/recovery/settings.ts';
import { workOn } from '../../shared/domain/recovery/work-on.ts';
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
    return command && changeOf(seen, decide(command, seen, context), context);
  });
  const mails = change?.mails.map(({ id }) => id) ?? [];
  // They are saved: without the queue they only go with the next sweep.
  if (mails.length > 0) await ports.actions.send(mails).catch((error: unknown) => ports.onFault('mails wait for the next sweep', error));
  return { case: after, isTaken: change !== undefined };
}
