import type { Action } from '../../shared/domain/recovery/action.ts';
import type { ActionEnd, OutgoingMail } from '../../shared/ports.ts';
import { NotSent } from '../../shared/ports.ts';
import { type Acted, type ActHouse, type ActPorts, later } from './ports.ts';
import { settleInvitation } from './settle-invitation.ts';

/** Longer than the function's timeout: whoever began this long ago is dead. Milliseconds. */
export const SENDER_IS_DEAD_AFTER_MS = 60_000;
/** `sweep` looks again at what was begun, when its sender must be done or dead. Milliseconds. */
export const RECHECK_AFTER_MS = SENDER_IS_DEAD_AFTER_MS + 5_000;
/** Pauses after definite failures; after the last one the action is refused and shows in its case. Milliseconds. */
const RETRY_AFTER_MS = [60_000, 300_000, 900_000, 3_600_000, 3_600_000, 14_400_000, 28_800_000] as const;

/** Sends what has been begun, and says what became of it. */
export async function send(sending: Action, mail: OutgoingMail, ports: ActPorts, house: ActHouse): Promise<Acted> {
  let sesMessageId: string;
  try {
    sesMessageId = await ports.mailer.send(mail);
  } catch (error) {
    const at = ports.now();
    if (!(error instanceof NotSent)) return finish(sending, { state: 'unknown', at, reason: 'answer-lost' }, 'unknown', ports, house);
    const pause = RETRY_AFTER_MS[sending.attempts];
    if (error.isLasting || pause === undefined)
      return finish(sending, { state: 'refused', at, reason: error.reason }, 'refused', ports, house);
    return finish(sending, { state: 'due', dueAt: later(at, pause), reason: error.reason }, 'later', ports, house);
  }
  return finish(sending, { state: 'done', at: ports.now(), sesMessageId }, 'sent', ports, house);
}

export async function finish(action: Action, end: ActionEnd, acted: Acted, ports: ActPorts, house: ActHouse): Promise<Acted> {
  if (action.kind === 'invitation') await settleInvitation(action, end, ports, house);
  await ports.store.end(action, end);
  return acted;
}
