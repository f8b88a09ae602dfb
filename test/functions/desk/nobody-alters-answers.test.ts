import { QueryCommand } from '@aws-sdk/lib-dynamodb';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { caseStore } from '../../../shared/adapters/dynamo/case-store.ts';
import { feedbackKey } from '../../../shared/adapters/dynamo/keys.ts';
import { registerReader } from '../../../shared/adapters/dynamo/register-reader.ts';
import { staffStore } from '../../../shared/adapters/dynamo/staff-store.ts';
import { staffRoutes } from '../../../shared/api/routes.ts';
import { AmendsError } from '../../../shared/domain/errors.ts';
import { aCampaign, anInvitation } from '../../domain/campaign/a-campaign.ts';
import { type DynamoForTests, startDynamo } from '../../engine.ts';
import { read, sources } from '../../source-scan.ts';
import { InspectWorld } from '../inspect/world.ts';
import { received, recoveryWorld } from '../recovery-world.ts';
import { StudyWorld } from '../study/world.ts';
import { COMMAND_TYPES } from './case-desk.ts';
import { CustomersWorld } from './customers-world.ts';
import { body, claims, recovery } from './world.ts';

let dynamo: DynamoForTests;
beforeAll(async () => {
  dynamo = await startDynamo();
});
afterAll(() => dynamo.stop());

/** Another answer than the one that stands, put wherever a body might take one. */
const OTHER = {
  revision: 99,
  answers: { satisfaction: 5 },
  value: 5,
  score: 100,
  comment: 'All is well.',
  cannotSay: ['satisfaction'],
  selections: [],
};

type Parts = {
  readonly id: string;
  readonly externalId: string;
  readonly number: string;
  readonly key: string;
  readonly invitation: string;
};

/** What a member of staff with every right might send to each route that writes: as the route takes it, and with the answers besides. */
const BODIES: Readonly<Record<string, (parts: Parts) => readonly object[]>> = {
  'POST /api/feedback': ({ externalId, invitation }) => [
    { channel: 'telephone', externalId, survey: 'service', ...pick('answers', 'comment') },
    { channel: 'telephone', externalId, source: 'form', survey: 'service', ...pick('answers') },
    { channel: 'telephone', campaign: 'calls', invitation, ...pick('answers') },
  ],
  'POST /api/answers': ({ externalId }) => [
    { rows: [{ externalId, at: '2026-11-23T02:00:00.000Z', survey: 'service', ...pick('answers', 'comment') }], openCases: true },
    { rows: [{ externalId, at: '2026-11-23T02:00:00.000Z', source: 'form', revision: 99, survey: 'service', ...pick('answers') }] },
  ],
  'POST /api/feedback/{id}/correct': () => [
    { severity: 1 },
    { topics: ['price'], ...OTHER },
    { sentiment: 'positive', ...pick('answers') },
  ],
  'POST /api/cases/{number}/commands': () =>
    COMMAND_TYPES.flatMap((type) => [
      { type, text: 'Words.', reason: 'Words.', note: 'Words.', to: 'morgan', severity: 1 },
      { type, ...OTHER },
    ]),
  'POST /api/staff/{id}/absence': () => [{ from: '2026-11-24', to: '2026-11-25' }, OTHER],
  'POST /api/customers/find': () => [{ email: 'alter@example.com' }],
  'POST /api/customers/import': () => [
    { rows: [{ email: 'alter@example.com', name: 'Somebody Else' }] },
    { rows: [{ email: 'alter@example.com', ...OTHER }] },
  ],
  'POST /api/customers/{key}/correct': () => [{ name: 'Somebody Else' }, OTHER],
  'POST /api/customers/{key}/consent': () => [{ contact: true, care: true, source: 'telephone' }],
  'POST /api/customers/{key}/merge': ({ key }) => [{ with: key }],
  'POST /api/customers/{key}/called': () => [{ outcome: 'reached', note: 'Is content.' }, OTHER],
  'POST /api/campaigns/{id}/start': () => [{}, OTHER],
  'POST /api/campaigns/{id}/audience': () => [
    { rows: [{ email: 'alter@example.com' }] },
    { rows: [{ email: 'alter@example.com', ...OTHER }] },
  ],
  'POST /api/campaigns/{id}/invitations': () => [{ email: 'alter@example.com', cause: 'order-1' }, OTHER],
  'POST /api/quarantine/{id}/release': () => [{}, OTHER],
  'POST /api/quarantine/{id}/discard': () => [{ reason: 'Words.' }, { reason: 'Words.', ...OTHER }],
  'POST /api/dead-letters/{queue}/redrive': () => [{}, OTHER],
  'POST /api/deliveries/{id}/replay': () => [{}, OTHER],
  'POST /api/endpoints/{id}/enable': () => [{}, OTHER],
  'POST /api/analyses': () => [
    { kind: 'ratings', survey: 'service', from: '2026-11-01', to: '2026-11-30' },
    { kind: 'ratings', survey: 'service', from: '2026-11-01', to: '2026-11-30', ...OTHER },
  ],
  // Erasing takes words away and leaves the answers: R10 and promise 35 together.
  'POST /api/customers/{key}/erase': () => [{}, {}],
};

function pick(...names: (keyof typeof OTHER)[]): object {
  return Object.fromEntries(names.map((name) => [name, OTHER[name]]));
}

const writing = staffRoutes.filter(({ route }) => route.startsWith('POST '));

describe('nobody of the house alters an answer (R10)', () => {
  it('every route that writes is tried, of the desk, of study and of inspect', () => {
    expect(Object.keys(BODIES).sort()).toEqual(writing.map(({ route }) => route).sort());
    expect(new Set(writing.map(({ by }) => by))).toEqual(new Set(['desk', 'study', 'inspect']));
  });

  it('the command line has no way of its own to the register: all that it writes goes by these routes', async () => {
    const commands = (await sources()).filter((path) => path.startsWith('local/cli/'));
    expect(commands.length).toBeGreaterThan(30);
    expect(commands.filter((path) => /adapters\/dynamo\/|@aws-sdk\/(?:client|lib)-dynamodb/.test(read(path)))).toEqual([]);
  });

  it.each(writing)('$route', async ({ route, by }) => {
    const externalId = `alter-${route.replace(/\W+/g, '-')}`;
    const pipeline = recoveryWorld(dynamo);
    const first = received(externalId, { customer: { email: 'alter@example.com', name: 'Ada Example', hasConsented: true } });
    await pipeline.assess(first);
    const standing = async () => {
      const { Items = [] } = await dynamo.client.send(
        new QueryCommand({
          TableName: dynamo.registerTable,
          KeyConditionExpression: 'pk = :pk',
          ExpressionAttributeValues: { ':pk': feedbackKey(first.id).pk },
        }),
      );
      return Items.map(({ sk, answers, selections, cannotSay, score, revision }) => ({
        sk,
        answers,
        selections,
        cannotSay,
        score,
        revision,
      }));
    };
    const before = await standing();
    expect(before).toMatchObject([{ sk: 'FEEDBACK', answers: first.answers, revision: 0 }]);

    const world = new CustomersWorld(dynamo);
    Object.assign(world.ports, {
      register: registerReader(dynamo.client, dynamo.registerTable),
      cases: caseStore(dynamo.client, dynamo.registerTable, () => world.now),
      staff: staffStore(
        dynamo.client,
        dynamo.registerTable,
        recovery.agents.map(({ id }) => id),
      ),
    });
    const study = new StudyWorld();
    Object.assign(study.ports.config, { campaigns: [aCampaign(), aCampaign({ id: 'calls', channel: 'telephone', reminders: [] })] });
    const invitation = anInvitation({ campaign: 'calls', state: 'answered', answers: 1, customerKey: 'customer-key-1' });
    study.campaigns.invited.set(invitation.id, invitation);

    const inspect = new InspectWorld();
    // The same feedback with other answers, kept aside: released, it meets what stands.
    const other = { ...first, answers: first.answers.map((answer) => ({ ...answer, value: answer.max })) };
    inspect.quarantine.set(first.id, { id: first.id, at: world.now, quarantine: { reason: 'spam' }, received: other });

    const { caseNumber: number = '', customerKey: key = '' } = (await world.ports.register.feedback(first.id)) ?? {};
    const parts: Parts = { id: first.id, externalId, number, key, invitation: invitation.id };
    let tried = 0;
    for (const sent of BODIES[route]?.(parts) ?? []) {
      for (const id of [first.id, 'autumn', 'calls', 'lin', 'crm']) {
        const request = { path: { id, number, key, queue: 'feedback' }, claims: claims('admin', 'zhao'), body: body(sent) };
        await { desk: world, study, inspect }[by].call(route, request).catch((error: unknown) => {
          if (!(error instanceof AmendsError)) throw error;
        });
        tried += 1;
      }
    }
    // What staff enter goes the way of all feedback: it must not arrive at what stands either.
    for (const entered of [...study.received, ...inspect.sent]) await pipeline.assess(entered);
    expect(tried).toBeGreaterThan(0);
    expect(await standing()).toEqual(before);
  });
});
