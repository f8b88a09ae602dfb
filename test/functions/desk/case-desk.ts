import type * as z from 'zod/mini';
import { ChangedCase } from '../../../shared/api/case-schemas.ts';
import type { Case } from '../../../shared/domain/recovery/case.ts';
import { CaseCommand } from '../../../shared/domain/recovery/command.ts';
import type { HttpResponse } from '../../../shared/lambda/on-http.ts';
import { aCase, opened } from '../../samples.ts';
import { body, claims, DeskWorld, parsed } from './world.ts';

/** A command as a client may send it: defaults left out. */
export type Sent = z.input<typeof CaseCommand>;

export const NUMBER = '2611-0001';

export function worldWith(...cases: Case[]): DeskWorld {
  const world = new DeskWorld();
  for (const one of cases) world.cases.set(one.number, { case: one, history: [opened(one)] });
  return world;
}

export interface Sending {
  /** Id of the agent; a role where the account is more than an agent. */
  readonly as?: string | undefined;
  readonly role?: string | undefined;
  readonly number?: string | undefined;
  readonly headers?: Readonly<Record<string, string>>;
}

/** Whatever is sent, known or not. */
export const send = (world: DeskWorld, sent: unknown, { as = 'lin', role = 'agent', number = NUMBER, headers = {} }: Sending = {}) =>
  world.call('POST /api/cases/{number}/commands', {
    path: { number },
    body: body(sent),
    claims: claims(role, as),
    headers: { 'content-type': 'application/json', ...headers },
  });

export const command = (world: DeskWorld, sent: Sent, sending: Sending = {}): Promise<HttpResponse> => send(world, sent, sending);
export const refusal = (world: DeskWorld, sent: unknown, sending: Sending = {}): Promise<unknown> =>
  send(world, sent, sending).catch((error: unknown) => error);
export const changed = (response: HttpResponse) => ChangedCase.parse(parsed(response));

/** A desk whose case has come so far. */
export async function deskAfter(steps: readonly Sent[], start: Partial<Case> = {}): Promise<DeskWorld> {
  const world = worldWith(aCase(start));
  for (const step of steps) await command(world, step);
  return world;
}

export const caseIn = (world: DeskWorld, number = NUMBER): Case => {
  const found = world.cases.get(number)?.case;
  if (found === undefined) throw new Error(`there is no case ${number} in this world`);
  return found;
};

const cny = (amount: number) => ({ amount, currency: 'CNY' });
const DECIDE = {
  ...{ type: 'decide', verdict: 'founded', department: 'logistics', cause: 'late-delivery', dispute: 'service' },
  ...{ responsibility: 'company', explanation: 'The parcel lay in our depot.' },
} as const satisfies Sent;

/** Ways to where commands are possible. */
export const WAY = {
  opened: [],
  decided: [DECIDE],
  offered: [DECIDE, { type: 'offer', remedy: 'refund', money: cny(5000) }],
  /** Above what the front line may promise. */
  askedUp: [DECIDE, { type: 'offer', remedy: 'refund', money: cny(50_000) }],
  accepted: [DECIDE, { type: 'offer', remedy: 'apology' }, { type: 'accept', offerId: 'o1' }],
  refused: [DECIDE, { type: 'offer', remedy: 'apology' }, { type: 'refuse', offerId: 'o1' }],
  asked: [{ type: 'ask', question: 'Which order was it?' }],
  solved: [{ type: 'solve', resolution: 'A new one was sent.' }],
  closed: [{ type: 'close', reason: 'withdrawn-by-customer', note: 'It had arrived after all.' }],
  promised: [{ type: 'promise', what: 'a call', dueAt: '2026-11-25T02:00:00.000Z' }],
  measured: [DECIDE, { type: 'plan-measure', what: 'A second van.', owner: 'lin', dueOn: '2026-12-10' }],
  measureDone: [
    DECIDE,
    { type: 'plan-measure', what: 'A second van.', owner: 'lin', dueOn: '2026-12-10' },
    { type: 'complete-measure', measureId: 'm1' },
  ],
} as const satisfies Record<string, readonly Sent[]>;

export { cny, DECIDE };

export const COMMAND_TYPES = CaseCommand.def.options.flatMap((option) => option.shape.type.def.values);
