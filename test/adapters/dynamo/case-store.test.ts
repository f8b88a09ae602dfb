import { DeleteCommand, GetCommand, PutCommand } from '@aws-sdk/lib-dynamodb';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { actionStore } from '../../../shared/adapters/dynamo/action-store.ts';
import { caseStore } from '../../../shared/adapters/dynamo/case-store.ts';
import { caseEventItem, caseItem } from '../../../shared/adapters/dynamo/items.ts';
import { actionKey, agentKey, budgetKey, customerFileKey, type Key, suppressionKey } from '../../../shared/adapters/dynamo/keys.ts';
import { mailOutcomes } from '../../../shared/adapters/dynamo/mail-outcomes.ts';
import { registerReader } from '../../../shared/adapters/dynamo/register-reader.ts';
import config from '../../../shared/config/current.ts';
import { recoverySettings } from '../../../shared/config/recovery-settings.ts';
import type { Case } from '../../../shared/domain/recovery/case.ts';
import { changeOf } from '../../../shared/domain/recovery/change.ts';
import type { CaseCommand, SystemCommand } from '../../../shared/domain/recovery/command.ts';
import { decide } from '../../../shared/domain/recovery/decide.ts';
import type { AuthorityRole } from '../../../shared/domain/recovery/policy.ts';
import type { RecoverySettings } from '../../../shared/domain/recovery/settings.ts';
import type { CaseStore, RegisterReader } from '../../../shared/ports.ts';
import { type DynamoForTests, startDynamo } from '../../engine.ts';
import { aCase, opened } from '../../samples.ts';

const NOW = '2026-11-23T02:00:00.000Z';
const settings: RecoverySettings = recoverySettings(config);
let dynamo: DynamoForTests;
let store: CaseStore;
let reader: RegisterReader;

beforeAll(async () => {
  dynamo = await startDynamo();
  store = caseStore(dynamo.client, dynamo.registerTable, () => NOW);
  reader = registerReader(dynamo.client, dynamo.registerTable);
});
afterAll(() => dynamo.stop());

const put = (Item: Record<string, unknown>) => dynamo.client.send(new PutCommand({ TableName: dynamo.registerTable, Item }));
const item = async (key: Key) => (await dynamo.client.send(new GetCommand({ TableName: dynamo.registerTable, Key: { ...key } }))).Item;

async function stored(overrides: Partial<Case>): Promise<Case> {
  const of = aCase(overrides);
  await put(caseItem(of));
  await put(caseEventItem(of.number, 1, opened(of)));
  return of;
}

interface Asked {
  readonly by?: string;
  readonly role?: AuthorityRole;
  readonly with?: Partial<RecoverySettings>;
}

const changed = (state: Case, command: CaseCommand, { by = 'agent:lin', role = 'agent', with: other = {} }: Asked = {}) => {
  const context = { by, now: NOW, role, settings: { ...settings, ...other } };
  return changeOf(state, decide(command, state, context), context);
};

const decision = {
  ...({ type: 'decide', verdict: 'founded', department: 'logistics', cause: 'late-delivery', dispute: 'service' } as const),
  ...({ responsibility: 'company', explanation: 'It lay in the depot.', via: 'mail' } as const),
};
const offer = (amount: number) =>
  ({ type: 'offer', remedy: 'refund', money: { amount, currency: 'CNY' }, via: 'mail', forApproval: false }) as const;

describe('saving what happened to a case', () => {
  it('writes case, events, mails, clock and load in one transaction, and reads back the same (R1)', async () => {
    const first = await stored({ number: '2611-0010' });
    const change = changed(first, { type: 'answer', text: 'We look into it.', kind: 'answer', via: 'mail' });
    await store.save([change]);
    expect((await store.load('2611-0010')).case).toEqual(change.after);
    expect((await reader.case('2611-0010'))?.history).toHaveLength(change.after.version);
    expect(await store.events('2611-0010', 2, change.after.version)).toEqual(change.events);
    expect(await reader.action('2611-0010:answer:4')).toMatchObject({ template: 'answer', to: 'customer', state: 'due' });
    expect(await reader.action('2611-0010:clock')).toMatchObject({ kind: 'clock', dueAt: change.nextAt });
  });

  it('that two change at once is changed by one; the other is told to read again, and nothing of theirs stays (R3)', async () => {
    const state = await stored({ number: '2611-0020' });
    const commands: CaseCommand[] = [
      { type: 'assign', to: 'morgan' },
      { type: 'acknowledge' },
      { type: 'solve', resolution: 'Done.', via: 'telephone' },
    ];
    const outcomes = await Promise.allSettled(commands.map((command) => store.save([changed(state, command)])));
    const refused = outcomes.filter((outcome) => outcome.status === 'rejected');
    expect(refused).toHaveLength(2);
    for (const { reason } of refused) expect(reason).toMatchObject({ status: 409, code: 'conflict' });
    const read = await reader.case('2611-0020');
    expect(read?.history).toHaveLength(read?.case.version ?? -1);
  });

  it('moves the load with the case: handed over, closed, opened again', async () => {
    const loads = async () => [(await item(agentKey('wu')))?.['openCases'] ?? 0, (await item(agentKey('ma')))?.['openCases'] ?? 0];
    const agents = [...settings.agents, { ...settings.agents[0], id: 'wu' }, { ...settings.agents[0], id: 'ma' }];
    const other = { agents: agents.flatMap((agent) => ('email' in agent ? [agent] : [])) } as Partial<RecoverySettings>;
    let state = await stored({ number: '2611-0030', owner: 'wu' });
    const work = async (command: CaseCommand) => {
      const change = changed(state, command, { with: other });
      await store.save([change]);
      state = change.after;
    };
    await work({ type: 'assign', to: 'ma' });
    expect(await loads()).toEqual([-1, 1]);
    await work({ type: 'close', reason: 'duplicate', note: 'The same as 2611-0010.' });
    expect(await loads()).toEqual([-1, 0]);
    await work({ type: 'reopen', reason: 'It was not.' });
    expect(await loads()).toEqual([-1, 1]);
  });

  it("keeps the customer's file told of their open cases (R3)", async () => {
    const state = await stored({ number: '2611-0040', customerKey: 'k40' });
    await store.save([changed(state, { type: 'close', reason: 'duplicate', note: 'Twice.' })]);
    const closed = (await store.load('2611-0040')).case ?? state;
    await store.save([changed(closed, { type: 'reopen', reason: 'Not the same after all.' })]);
    expect((await item(customerFileKey('k40')))?.['openCases']).toEqual(new Set(['2611-0040']));
  });

  it('takes the clock away when nothing is to come', async () => {
    const state = await stored({ number: '2611-0050' });
    await store.save([changed(state, { type: 'acknowledge' })]);
    expect(await item(actionKey('2611-0050:clock'))).toBeDefined();
    const next = (await store.load('2611-0050')).case ?? state;
    await store.save([changed(next, { type: 'close', reason: 'duplicate', note: 'Twice.' })]);
    expect(await item(actionKey('2611-0050:clock'))).toBeUndefined();
  });
});

describe('an address that is silenced', () => {
  const KEYS = ['k-new', 'k-old'];
  const answer = { type: 'answer', text: 'It is on its way.', kind: 'answer', via: 'mail' } as const;

  /** A case whose mail came back, as SES's event tells it. */
  async function cameBack(number: string, address: string, then?: 'complaint') {
    const keys = KEYS.map((key) => `${key}-${number}`);
    const outcomes = mailOutcomes(dynamo.client, dynamo.registerTable, () => keys);
    const addressKeys = await outcomes.suppress(address, 'bounce', NOW);
    const change = byAmends(await stored({ number, customerKey: keys[1] }), { type: 'undeliverable', reason: 'bounce', addressKeys });
    await store.save([change]);
    if (then !== undefined) await outcomes.suppress(address, then, NOW);
    return { state: change.after, keys };
  }
  const byAmends = (state: Case, command: SystemCommand) => {
    const context = { by: 'system', now: NOW, role: 'agent', settings } as const;
    return changeOf(state, decide(command, state, context), context);
  };
  /** As `act` begins the newest mail to the customer. */
  async function begins(number: string, id: string, customerKey: string) {
    const actions = actionStore(dynamo.client, dynamo.registerTable);
    const action = await actions.action(id);
    if (action === undefined) throw new Error(`case ${number} has no mail ${id}`);
    return actions.begin(action, { now: NOW, recheckAt: NOW, customer: { customerKey } });
  }

  it('is written to again when somebody says that it takes mail: the next answer goes out (P24)', async () => {
    const { state, keys } = await cameBack('2611-0080', 'full@example.com');
    await store.save([changed(state, { type: 'reach-again', note: 'The mailbox was full.' })]);
    for (const key of keys) expect(await item(suppressionKey(key))).toBeUndefined();
    const reached = (await store.load('2611-0080')).case ?? state;
    expect(reached.undeliverable).toBeUndefined();
    const change = changed(reached, answer);
    await store.save([change]);
    expect(await begins('2611-0080', change.mails[0]?.id ?? '', keys[1] ?? '')).toBe('begun');
  });

  it('stays silenced where a complaint came after the bounce, and then nothing of it is written (P24)', async () => {
    const { state, keys } = await cameBack('2611-0081', 'spam@example.com', 'complaint');
    const change = changed(state, { type: 'reach-again' });
    await expect(store.save([change])).rejects.toMatchObject({ status: 409, code: 'complained' });
    expect((await store.load('2611-0081')).case).toEqual(state);
    expect(await item(suppressionKey(keys[0] ?? ''))).toMatchObject({ reason: 'complaint' });
  });

  it('that is silenced no more stops nobody; a case that others changed is to be read again', async () => {
    const { state, keys } = await cameBack('2611-0082', 'freed@example.com');
    const freed = (key: string) =>
      dynamo.client.send(new DeleteCommand({ TableName: dynamo.registerTable, Key: { ...suppressionKey(key) } }));
    await Promise.all(keys.map(freed));
    const change = changed(state, { type: 'reach-again' });
    await store.save([change]);
    await expect(store.save([change])).rejects.toMatchObject({ status: 409, code: 'conflict' });
  });
});

describe('a command under an idempotency key', () => {
  it('is remembered with what it was used for, and saved once however often it comes', async () => {
    const state = await stored({ number: '2611-0060' });
    const change = changed(state, { type: 'note', text: 'Called; no answer.' });
    const key = { key: 'k-1', hash: 'h' };
    const outcomes = await Promise.allSettled([store.save([change], key), store.save([change], key)]);
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect((await store.load('2611-0060', 'k-1')).done).toMatchObject({ hash: 'h', firstVersion: 2, lastVersion: 2 });
    expect((await store.load('2611-0060', 'k-2')).done).toBeUndefined();
  });
});

describe('the budget of a month', () => {
  const budget = { authority: { ...settings.authority, monthlyBudgets: { default: 25_000 } } };

  it('holds what is offered and gives back what is refused; nobody of the front line goes beyond it, two at once neither (R5)', async () => {
    const decided = async (number: string) => {
      const state = await stored({ number, branch: 'east' });
      const change = changed(state, decision, { with: budget });
      await store.save([change]);
      return change.after;
    };
    const [one, two] = [await decided('2611-0070'), await decided('2611-0071')];
    const outcomes = await Promise.allSettled([one, two].map((state) => store.save([changed(state, offer(15_000), { with: budget })])));
    const refused = outcomes.filter((outcome) => outcome.status === 'rejected');
    expect(refused).toHaveLength(1);
    expect(refused[0]?.reason).toMatchObject({ status: 409 });
    expect((await item(budgetKey('default', '2026-11')))?.['committed']).toBe(15_000);

    const winner = outcomes[0]?.status === 'fulfilled' ? one : two;
    const loser = winner === one ? two : one;
    await expect(store.save([changed(loser, offer(15_000), { with: budget })])).rejects.toMatchObject({ code: 'budget-exceeded' });
    expect((await store.load(loser.number)).case).toEqual(loser);
    await expect(
      store.save([
        changed(loser, { ...offer(19_000) }, { with: { authority: { ...budget.authority, monthlyBudgets: { default: 100 } } } }),
      ]),
    ).rejects.toMatchObject({ code: 'budget-exceeded' });

    const offered = (await store.load(winner.number)).case ?? winner;
    await store.save([changed(offered, { type: 'refuse', offerId: 'o1' }, { by: 'customer', with: budget })]);
    expect((await item(budgetKey('default', '2026-11')))?.['committed']).toBe(0);
  });
});
