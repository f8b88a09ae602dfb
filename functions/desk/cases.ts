import type * as z from 'zod/mini';
import { operations } from '../../shared/api/operations.ts';
import type { CustomerOfCase } from '../../shared/api/schemas.ts';
import { invalidInput, notFound } from '../../shared/domain/errors.ts';
import type { CaseCommand } from '../../shared/domain/recovery/case.ts';
import { decide, evolve } from '../../shared/domain/recovery/decide.ts';
import type { CaseWithHistory } from '../../shared/ports.ts';
import { type Call, endpoint } from './endpoint.ts';
import { refuseUnseen } from './if-match.ts';
import type { DeskPorts } from './ports.ts';
import { actorOf, maySee, type Viewer } from './viewer.ts';

/** What is done outwardly for a case: the desk shows how it went, so that an agent sees a mail that did not go out. */
const ACTIONS_OF_CASE = ['acknowledgement', 'owner-notice'];

export const listCases = ({ register }: DeskPorts) =>
  endpoint(operations['GET /api/cases'], async ({ query, viewer }) => {
    if (query.state === 'resolved' && query.month === undefined) {
      throw invalidInput('Resolved cases are listed by month.', [
        { field: 'month', reason: 'expected the month of the case numbers, YYMM' },
      ]);
    }
    if (query.state === 'open' && query.month !== undefined) {
      throw invalidInput('Open cases are listed all together.', [{ field: 'month', reason: 'goes with state=resolved only' }]);
    }
    const page = await register.cases(query.month ?? 'open', { limit: query.limit, cursor: query.cursor });
    return { items: page.items.filter((item) => maySee(viewer, item)), cursor: page.cursor };
  });

export const readCase = ({ register }: DeskPorts) =>
  endpoint(
    operations['GET /api/cases/{number}'],
    async ({ path, viewer }) => {
      const { case: found, history } = await visibleCase(register, path.number, viewer);
      const [feedback, customer, ...actions] = await Promise.all([
        register.feedback(found.feedbackId),
        customerOf(register, found.customerKey),
        ...ACTIONS_OF_CASE.map((kind) => register.action(`${found.number}:${kind}`)),
      ]);
      return { case: found, history: [...history], feedback, customer, actions: actions.filter((action) => action !== undefined) };
    },
    (details) => details.case.version,
  );

export const acknowledgeCase = (ports: DeskPorts) => {
  const operation = operations['POST /api/cases/{number}/acknowledge'];
  return endpoint(operation, (call) => apply(ports, call, { type: 'acknowledge' }), newVersion);
};

export const assignCase = (ports: DeskPorts) => {
  const operation = operations['POST /api/cases/{number}/assign'];
  return endpoint(operation, (call) => apply(ports, call, { type: 'assign', to: call.body.to }), newVersion);
};

export const noteOnCase = (ports: DeskPorts) => {
  const operation = operations['POST /api/cases/{number}/note'];
  return endpoint(operation, (call) => apply(ports, call, { type: 'note', text: call.body.text }), newVersion);
};

export const resolveCase = (ports: DeskPorts) => {
  const operation = operations['POST /api/cases/{number}/resolve'];
  return endpoint(operation, (call) => apply(ports, call, { type: 'resolve', resolution: call.body.resolution }), newVersion);
};

const newVersion = (changed: { case: { version: number } }) => changed.case.version;

/** Reads, decides, saves; the save holds only if nobody saved in between. */
async function apply(
  { register, cases, config }: DeskPorts,
  { path, viewer, now, ifMatch }: Call<{ number: string }, unknown, unknown>,
  command: CaseCommand,
) {
  const { case: seen } = await visibleCase(register, path.number, viewer);
  refuseUnseen(ifMatch, seen.version, `Case ${seen.number}`);
  const agents = config.recovery.agents.map(({ id }) => id);
  const events = decide(command, seen, { by: actorOf(viewer.id), now, agents });
  const next = events.reduce(evolve, seen);
  await cases.saveCase(next, events, seen.version);
  return { case: next, events };
}

/** A case of another branch is answered like one that does not exist: its number must not tell anything. */
async function visibleCase(register: DeskPorts['register'], number: string, viewer: Viewer): Promise<CaseWithHistory> {
  const found = await register.case(number);
  if (found === undefined || !maySee(viewer, found.case)) throw notFound(`There is no case ${number}.`);
  return found;
}

async function customerOf(register: DeskPorts['register'], key: string | undefined): Promise<z.output<typeof CustomerOfCase> | undefined> {
  const customer = key === undefined ? undefined : await register.customer(key);
  if (customer === undefined) return undefined;
  const { customerKey: _, ...rest } = customer;
  return rest;
}
