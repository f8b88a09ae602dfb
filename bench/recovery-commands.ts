import type * as z from 'zod/mini';
import { commandOnCase } from '../functions/desk/commands.ts';
import { caseStore } from '../shared/adapters/dynamo/case-store.ts';
import { ChangedCase } from '../shared/api/case-schemas.ts';
import type { Viewer } from '../shared/api/viewer.ts';
import type { Case } from '../shared/domain/recovery/case.ts';
import { changeBy } from '../shared/domain/recovery/change.ts';
import type { CaseCommand } from '../shared/domain/recovery/command.ts';
import { COMMAND_TYPES } from '../shared/domain/recovery/machine.ts';
import { isRead, Meter, unitsOf } from './meter.ts';
import { NOW, openedCase, settings } from './recovery-samples.ts';
import type { RegisterTable } from './register-table.ts';

/** A command as a client sends it: defaults left out. */
type Sent = z.input<typeof CaseCommand>;

/** One step of a case's life: a command of somebody, what its clock brings at a later time, or a mail that comes back and why. */
type Step = Sent | ((state: Case) => Sent) | { readonly tickAt: string } | { readonly comesBack: string };

export interface CommandCost {
  readonly command: string;
  readonly roundTrips: number;
  /** Items in its transaction. */
  readonly written: number;
  readonly readUnits: number;
  readonly writeUnits: number;
}

/** May promise all that the config lets anybody promise. */
const manager: Viewer = { id: 'bench', role: 'manager' };
const agent: Viewer = { id: 'lin', role: 'agent', agent: settings.agents.find(({ id }) => id === 'lin') };
const NEEDS_MANAGER = new Set(['approve', 'reject']);

const OTHER = '2611-9001';
const refund = (amount: number) => ({ type: 'offer', remedy: 'refund', money: { amount, currency: 'CNY' } }) as const;
const lastOffer = (type: 'approve' | 'refuse' | 'accept') => (state: Case) => ({ type, offerId: idOf(state.offers) });
const idOf = (list: readonly { readonly id: string }[]) => list.at(-1)?.id ?? '';

/** A life in which every command comes up. */
const LIFE: readonly Step[] = [
  { type: 'acknowledge' },
  { type: 'note', text: 'Called the depot.' },
  { type: 'register', facts: { product: 'Kettle' } },
  { type: 'classify', severity: 3, reason: 'They need it for a birthday.' },
  { type: 'assign', to: 'morgan' },
  { type: 'assign', to: 'lin', note: 'Knows the depot.' },
  { type: 'investigate' },
  { type: 'find', finding: 'It lies in the depot.' },
  { type: 'ask', question: 'Which order was it?' },
  { type: 'resume' },
  { comesBack: 'bounce' },
  { type: 'reach-again' },
  { type: 'answer', text: 'We have found it.' },
  {
    ...({ type: 'decide', verdict: 'founded', department: 'logistics', cause: 'late-delivery', dispute: 'service' } as const),
    ...({ responsibility: 'company', explanation: 'The parcel lay in our depot.' } as const),
  },
  refund(50_000),
  lastOffer('approve'),
  lastOffer('refuse'),
  refund(60_000),
  (state) => ({ type: 'reject', offerId: idOf(state.offers), reason: 'Too much.' }),
  { type: 'offer', remedy: 'apology' },
  (state) => ({ type: 'withdraw', offerId: idOf(state.offers), reason: 'A better one.' }),
  { type: 'offer', remedy: 'voucher' },
  lastOffer('accept'),
  { type: 'promise', what: 'a call', dueAt: '2026-11-25T02:00:00.000Z' },
  (state) => ({ type: 'move-promise', commitmentId: idOf(state.commitments), dueAt: '2026-11-26T02:00:00.000Z', reason: 'Snow.' }),
  (state) => ({ type: 'keep-promise', commitmentId: idOf(state.commitments) }),
  { type: 'plan-measure', what: 'A second van.', owner: 'lin', dueOn: '2026-12-10' },
  (state) => ({ type: 'complete-measure', measureId: idOf(state.measures) }),
  (state) => ({ type: 'check-measure', measureId: idOf(state.measures), isEffective: true }),
  { type: 'report', report: { cause: 'Snow.', effect: 'Late.', handling: 'Sent anew.', prevention: 'A second van.' } },
  { type: 'exempt', reason: 'An accidental slip.' },
  { type: 'solve', resolution: 'A new one was sent.' },
  { tickAt: '2026-12-20T02:00:00.000Z' },
  { type: 'follow-up', isSolved: true, satisfaction: 75 },
  { type: 'reopen', reason: 'It broke again.' },
  { type: 'close', reason: 'withdrawn-by-customer', note: 'It works after all.' },
];

/** What each kind of command costs on the real engine, by the desk's own code, each sent under a key that makes it happen once. @throws where one is refused or left out */
export async function costOfCommands({ client, table }: RegisterTable): Promise<CommandCost[]> {
  const meter = new Meter();
  const desk = deskOn(caseStore(meter.watch(client), table, () => NOW));
  const store = caseStore(client, table, () => NOW);
  const customerKey = 'bench-commands';
  const [walked, into, ending] = [9000, 9001, 9002].map((running) => openedCase(running, 'lin', customerKey));
  if (walked === undefined || into === undefined || ending === undefined) throw new Error('three cases were asked for');
  for (const change of [walked, into, ending]) await store.save([change]);

  const costs: CommandCost[] = [];
  const measure = async (number: string, sent: Sent, now: string) => {
    const calls = await meter.of(() => desk(number, sent, now, `${number}-${costs.length}`));
    const [reads, writes] = [calls.filter(isRead), calls.filter((call) => !isRead(call))];
    const written = writes.reduce((sum, call) => sum + call.written, 0);
    costs.push({ command: sent.type, roundTrips: calls.length, written, readUnits: unitsOf(reads), writeUnits: unitsOf(writes) });
  };
  await walk(walked.after.number, LIFE, store, measure);
  await measure(ending.after.number, { type: 'merge', into: OTHER }, NOW);
  const missing = COMMAND_TYPES.filter((type) => costs.every(({ command }) => command !== type));
  if (missing.length > 0) throw new Error(`bench/recovery-commands.ts: LIFE lacks ${missing.join(', ')}`);
  return costs;
}

async function walk(
  number: string,
  steps: readonly Step[],
  store: ReturnType<typeof caseStore>,
  measure: (number: string, sent: Sent, now: string) => Promise<void>,
): Promise<void> {
  let now = NOW;
  for (const step of steps) {
    const { case: state } = await store.load(number);
    if (state === undefined) throw new Error(`case ${number} is gone`);
    if ('tickAt' in step || 'comesBack' in step) {
      if ('tickAt' in step) now = step.tickAt;
      const command = 'tickAt' in step ? ({ type: 'tick' } as const) : ({ type: 'undeliverable', reason: step.comesBack } as const);
      const context = { by: 'system', now, role: 'agent', settings } as const;
      await store.save([changeBy(command, state, context)]);
    } else await measure(number, typeof step === 'function' ? step(state) : step, now);
  }
}

/** The desk's endpoint of commands; mails are handed to nobody. */
function deskOn(cases: ReturnType<typeof caseStore>) {
  const warn = (message: string, error: unknown) => {
    throw new Error(message, { cause: error });
  };
  const answer = commandOnCase({ cases, actions: { send: async () => undefined }, warn, recovery: settings });
  return async (number: string, sent: Sent, now: string, key: string) => {
    const request = {
      ...{ method: 'POST', route: 'POST /api/cases/{number}/commands', origin: 'https://desk.example.com' },
      headers: { 'content-type': 'application/json', 'idempotency-key': key },
      ...{ path: { number }, query: {}, claims: {}, body: Buffer.from(JSON.stringify(sent)) },
    };
    const response = await answer(request, NEEDS_MANAGER.has(sent.type) ? manager : agent, now);
    ChangedCase.parse(JSON.parse(response.body ?? ''));
  };
}
