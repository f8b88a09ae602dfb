import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { actionIdOfTag } from '../shared/domain/recovery/action.ts';
import type { LocalClock } from './clock.ts';
import type { CloudMail, LocalCloud } from './cloud.ts';
import type { Engines } from './engines/start.ts';
import { untilIdle } from './idle.ts';
import type { Functions } from './lambda/functions.ts';
import type { Lifetime } from './lifetime.ts';
import type { MailDoor } from './mail/receive.ts';
import type { SentMail } from './mail/sent.ts';
import type { Provisioned } from './provision/provision.ts';
import { queueDepths } from './queue-depths.ts';
import type { Records } from './records.ts';
import type { SecretStore } from './secrets.ts';
import type { SourceMapping } from './sources/mapping.ts';
import type { Sources } from './sources/start.ts';
import { newToken } from './state-file.ts';
import type { Template } from './template/template.ts';
import type { Tokens } from './tokens.ts';
import { LocalCloudError, REGION } from './world.ts';

export interface FacadeParts extends Provisioned {
  readonly url: string;
  readonly template: Template;
  readonly engines: Engines;
  readonly records: Records;
  readonly clock: LocalClock;
  readonly functions: Functions;
  readonly mappings: readonly SourceMapping[];
  readonly secrets: SecretStore;
  readonly tokens: Tokens;
  readonly door: MailDoor;
  readonly sources: Sources;
  readonly lifetime: Lifetime;
}

/** The one object that people, tests and the CLI hold. */
export function facade(parts: FacadeParts): LocalCloud {
  const { url, template, engines, records, functions, secrets, tokens, door, sources, clock, lifetime } = parts;
  const queues = () => queueDepths(parts.provisionedQueues, engines.queues, givenUpTo(parts));
  return {
    url,
    mailboxUrl: engines.mailbox.url,
    engine: engines.dynamo.description,
    adminToken: newToken(),
    dynamoEndpoint: engines.dynamo.endpoint,
    queueEndpoint: engines.queues.endpoint,
    dynamo: documentClient(engines.dynamo.endpoint, lifetime),
    physicalName: (type, logicalIdStart) => onlyOne(template, type, logicalIdStart),
    invoke: async (name, payload = {}) => functions.invoke(functions.find(name), payload),
    queues,
    usage: () => records.meter.usage(),
    resetUsage: () => records.meter.reset(),
    sentMail: () => records.sent.all().map(cloudMail),
    events: () => records.events.all(),
    denials: () => records.denials,
    logs: (name) => records.logs.of(name),
    token: (...roles) => tokens.issue(roles),
    tokenOf: (name, ...roles) => tokens.issue(roles, { 'cognito:username': name, sub: name, email: `${name}@example.com` }),
    now: clock.now,
    advanceClock: clock.advance,
    secret: async (name) => (await secrets.get(name)) ?? missingSecret(name),
    receiveMail: (raw, options) => door.receive(Buffer.from(raw), options),
    idle: (timeoutMs = 60_000) => untilIdle({ activity: records.activity, sources, queues, timeoutMs }),
    kill: () => lifetime.end(false),
    stop: () => lifetime.end(true),
  };
}

/** Queues that take what streams and asynchronous invocations gave up. */
const givenUpTo = ({ mappings, functions }: FacadeParts) =>
  new Set([...mappings, ...functions.definitions].flatMap(({ onFailureArn }) => (onFailureArn === undefined ? [] : [onFailureArn])));

function documentClient(endpoint: string, lifetime: Lifetime): DynamoDBDocumentClient {
  const credentials = { accessKeyId: 'local', secretAccessKey: 'local' };
  const client = new DynamoDBClient({ endpoint, region: REGION, credentials });
  return lifetime.add(DynamoDBDocumentClient.from(client), () => client.destroy());
}

function onlyOne(template: Template, type: string, logicalIdStart: string): string {
  const [only, ...others] = template.ofType(type).filter(({ logicalId }) => logicalId.startsWith(logicalIdStart));
  if (only !== undefined && others.length === 0) return only.name;
  const found = template.ofType(type).map(({ logicalId }) => logicalId);
  throw new LocalCloudError(
    `expected one ${type} whose logical id starts with "${logicalIdStart}"; the template has ${found.join(', ') || 'none'}.`,
  );
}

function cloudMail(mail: SentMail): CloudMail {
  const tag = mail.tags['action'];
  return { ...mail, to: mail.destinations, actionId: tag === undefined ? undefined : actionIdOfTag(tag) };
}

function missingSecret(name: string): never {
  throw new LocalCloudError(`no secret "${name}".`);
}
