import { readKey } from '../../shared/api/idempotency-key.ts';
import { operations } from '../../shared/api/operations.ts';
import { actorOf, authorityOf, type Viewer } from '../../shared/api/viewer.ts';
import { AmendsError } from '../../shared/domain/errors.ts';
import type { Case } from '../../shared/domain/recovery/case.ts';
import { type CaseChange, changeBy } from '../../shared/domain/recovery/change.ts';
import type { CaseCommand } from '../../shared/domain/recovery/command.ts';
import type { CaseEvent } from '../../shared/domain/recovery/event.ts';
import type { DecisionContext } from '../../shared/domain/recovery/settings.ts';
import { hurryMails } from '../../shared/domain/recovery/work-on.ts';
import { callOf, type Endpoint } from '../../shared/lambda/endpoint.ts';
import { json } from '../../shared/lambda/on-http.ts';
import type { Idempotency } from '../../shared/ports.ts';
import { digestOf, refuseReuse } from './idempotency.ts';
import { refuseUnseen } from './if-match.ts';
import { mergeChanges } from './merge.ts';
import type { CommandPorts } from './ports.ts';
import { possibleCommands } from './possible.ts';
import { visible } from './visible-case.ts';

/** A command as it came. */
interface Order {
  readonly number: string;
  readonly command: CaseCommand;
  readonly viewer: Viewer;
  readonly now: string;
  readonly ifMatch: string | undefined;
  readonly once: Idempotency | undefined;
}

/** What a command came to. `isReplayed`: it was carried out before, under the same key. */
interface Outcome {
  readonly case: Case;
  readonly events: readonly CaseEvent[];
  readonly isReplayed: boolean;
}

/** All that is done to a case, by people: one read, one transaction. */
export const commandOnCase = (ports: CommandPorts): Endpoint => {
  const operation = operations['POST /api/cases/{number}/commands'];
  return async (request, viewer, now) => {
    const { path, body: command, ifMatch, idempotencyKey } = callOf(operation, request, viewer, now);
    const key = readKey(idempotencyKey);
    const once = key === undefined ? undefined : { key, hash: digestOf(command, actorOf(viewer.id)) };
    const outcome = await carryOut(ports, { number: path.number, command, viewer, now, ifMatch, once });
    const allowed = possibleCommands(outcome.case, authorityOf(viewer));
    return json(
      200,
      { case: outcome.case, events: outcome.events, allowed },
      { etag: `"${outcome.case.version}"`, ...(outcome.isReplayed ? { 'idempotency-replayed': 'true' } : {}) },
    );
  };
};

async function carryOut(ports: CommandPorts, order: Order): Promise<Outcome> {
  const { number, command, viewer, once } = order;
  const { case: found, done, into } = await ports.cases.load(number, once?.key, command.type === 'merge' ? command.into : undefined);
  // Before all else: a client that lost the answer sends the version it saw then, and may have handed the case over by this very command.
  if (found !== undefined && done !== undefined && done.hash === once?.hash) return replayed(ports, found, done);
  const seen = visible(found, number, viewer);
  if (done !== undefined && once !== undefined) refuseReuse(done.hash, once.hash);
  refuseUnseen(order.ifMatch, seen.version, `Case ${number}`);
  const changes = changesBy(ports, order, seen, into);
  try {
    await ports.cases.save(changes, once);
  } catch (error) {
    return await outcomeOfRace(ports, order, error);
  }
  await hurryMails(changes, ports.actions, ports.warn);
  const [{ after, events }] = changes;
  return { case: after, events, isReplayed: false };
}

async function replayed({ cases }: CommandPorts, found: Case, done: { firstVersion: number; lastVersion: number }): Promise<Outcome> {
  return { case: found, events: await cases.events(found.number, done.firstVersion, done.lastVersion), isReplayed: true };
}

/** Somebody saved in between. Where that was this very command, sent twice at once, both get what it came to. */
async function outcomeOfRace(ports: CommandPorts, { number, once }: Order, error: unknown): Promise<Outcome> {
  if (once === undefined || !(error instanceof AmendsError && error.code === 'conflict')) throw error;
  const { case: found, done } = await ports.cases.load(number, once.key);
  if (found === undefined || done?.hash !== once.hash) throw error;
  return replayed(ports, found, done);
}

function changesBy(
  { recovery }: CommandPorts,
  { command, viewer, now }: Order,
  seen: Case,
  into: Case | undefined,
): readonly [CaseChange, ...CaseChange[]] {
  const context: DecisionContext = { by: actorOf(viewer.id), now, role: authorityOf(viewer), settings: recovery };
  if (command.type === 'merge') return mergeChanges({ command, viewer, context }, seen, into);
  return [changeBy(command, seen, context)];
}
