import { AmendsError } from '../../shared/domain/errors.ts';
import { changeBy } from '../../shared/domain/recovery/change.ts';
import type { DecisionContext, RecoverySettings } from '../../shared/domain/recovery/settings.ts';
import type { Acted, ActPorts } from './ports.ts';

/**
 * What of a case's clock is due happens, each thing once: the save holds only if nobody else saved since the case was read, and moves the timer to what
 * comes next. Mails that are lost between the save and the queue wait for `sweep`, a minute at most.
 * @throws Error where the case is not in the register, or where its clock stands at a time at which nothing happens.
 */
export async function tickCase(number: string, ports: ActPorts, settings: RecoverySettings): Promise<Acted> {
  const { case: seen } = await ports.cases.load(number);
  if (seen === undefined) throw new Error(`clock of case ${number}: expected the case in the register, found nothing`);
  const context: DecisionContext = { by: 'system', now: ports.now(), role: 'agent', settings };
  // Saved also where nothing happened, as after a change of the config: the timer then moves to when something will, or it would ring for ever.
  const change = changeBy({ type: 'tick' }, seen, context);
  if (change.events.length === 0 && change.nextAt !== undefined && change.nextAt <= context.now) {
    throw new Error(`clock of case ${number}: due at ${change.nextAt}, and nothing happens then`);
  }
  try {
    await ports.cases.save([change]);
  } catch (error) {
    // Whoever was faster has moved the timer too.
    if (error instanceof AmendsError && error.code === 'conflict') return 'later';
    throw error;
  }
  if (change.mails.length > 0) await ports.actions.send(change.mails.map(({ id }) => id));
  return change.events.length > 0 ? 'ticked' : 'settled';
}
