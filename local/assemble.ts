import { createServer, type Server } from 'node:http';
import { join } from 'node:path';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { actionIdOfTag } from '../shared/domain/recovery/action.ts';
import { openActivity } from './activity.ts';
import { adminHandler } from './admin/admin.ts';
import type { LocalCloud } from './cloud.ts';
import { startDynamo } from './engines/dynamodb.ts';
import { dynamoCaller } from './engines/dynamo-call.ts';
import { startMailbox } from './engines/mailbox.ts';
import { startQueues } from './engines/queues.ts';
import { s3Putter } from './engines/s3-put.ts';
import { sqsCaller } from './engines/sqs-call.ts';
import { openEventLog } from './event-log.ts';
import { dynamodbService } from './gateway/dynamodb.ts';
import { eventBridgeService } from './gateway/event-bridge.ts';
import { type Denial, type GatewaySettings, gatewayServer } from './gateway/gateway.ts';
import { readPermissions } from './gateway/roles.ts';
import { s3Service } from './gateway/s3.ts';
import { secretsManagerService } from './gateway/secrets-manager.ts';
import { sesService } from './gateway/ses.ts';
import { sqsService } from './gateway/sqs.ts';
import { openMeter } from './gateway/usage.ts';
import { readRoutes } from './http-api/routes.ts';
import { httpApi } from './http-api/server.ts';
import { untilIdle } from './idle.ts';
import { asyncInvoker } from './lambda/async-invoker.ts';
import { functionDefinitions } from './lambda/definition.ts';
import { startFunctions } from './lambda/functions.ts';
import { openLogs } from './lambda/logs.ts';
import { listen } from './listen.ts';
import { mailEvents } from './mail/events.ts';
import { mailDoor } from './mail/receive.ts';
import { openSentMails, type SentMail } from './mail/sent.ts';
import type { LocalCloudOptions } from './options.ts';
import { checkDeliveries } from './provision/deliveries.ts';
import { makeQueues } from './provision/queues.ts';
import { makeTables } from './provision/tables.ts';
import { makeBuckets, makeTopics } from './provision/topics.ts';
import { queueDepths } from './queue-depths.ts';
import { openSecrets } from './secrets.ts';
import { openCheckpoints } from './sources/checkpoints.ts';
import { readMappings } from './sources/mapping.ts';
import { startSchedules } from './sources/schedule.ts';
import { startSources } from './sources/start.ts';
import { clearStale, lockFolder, newToken, release, writeLock, writeState } from './state-file.ts';
import { synthesise } from './synth.ts';
import { loadStacks } from './template/load.ts';
import { readTemplate } from './template/template.ts';
import { openTokens } from './tokens.ts';
import { lastPart, LocalCloudError, REGION } from './world.ts';

type Undo = () => Promise<unknown> | unknown;

/** Starts everything in its order; what was started is stopped again should a later step fail. */
export async function assemble(options: LocalCloudOptions): Promise<LocalCloud> {
  const undo: Undo[] = [];
  try {
    return await start(options, undo);
  } catch (error) {
    for (const step of undo.reverse()) await step();
    throw error;
  }
}

async function start(options: LocalCloudOptions, undo: Undo[]): Promise<LocalCloud> {
  const { dataDir, stateDir } = options;
  const inData = (name: string) => (dataDir === undefined ? undefined : join(dataDir, name));
  const inState = (name: string) => (stateDir === undefined ? inData(name) : join(stateDir, name));
  const templateDir = options.templateDir ?? (await synthesise());
  if (stateDir !== undefined) clearStale(stateDir, 'local.json');
  if (dataDir !== undefined) {
    lockFolder(dataDir);
    undo.push(() => release(dataDir, 'lock.json'));
  }

  // Engines.
  const dynamo = await startDynamo(options.engine ?? 'dynoxide', dataDir);
  undo.push(() => dynamo.stop());
  if (dataDir !== undefined) writeLock(dataDir, dynamo.children);
  const queueEngine = await startQueues(dataDir);
  undo.push(() => queueEngine.stop());
  const mailbox = await startMailbox();
  undo.push(() => mailbox.stop());
  const callDynamo = dynamoCaller(dynamo.endpoint);
  const callSqs = sqsCaller(queueEngine.endpoint);

  // Addresses first: the template's references need them.
  let gatewaySettings: GatewaySettings | undefined;
  let handleRequest: ReturnType<typeof httpApi> | undefined;
  const gateway = gatewayServer(() => gatewaySettings ?? notReady());
  const api = createServer((request, response) => {
    (handleRequest ?? notReady())(request, response).catch(() => response.destroy());
  });
  const gatewayUrl = await listen(gateway, 0);
  undo.push(() => close(gateway));
  const url = await listen(api, options.port ?? 0);
  undo.push(() => close(api));

  // What the template says.
  const template = readTemplate(await loadStacks(templateDir), { api: url, gateway: gatewayUrl });
  const permissions = readPermissions(template);
  const [tables, queues] = [await makeTables(template, callDynamo), await makeQueues(template, queueEngine, callSqs)];
  checkDeliveries(template, makeTopics(template, queueEngine), permissions);
  makeBuckets(template, queueEngine);
  const secrets = await openSecrets(template, inState('secrets.json'));
  const tokens = await openTokens(template, inState('token-key.json'));
  const [activity, logs, events, sent] = [openActivity(), openLogs(inData('logs')), openEventLog(inData('events.jsonl')), openSentMails(inData('mail'))];
  let meter = openMeter();
  const currentMeter: typeof meter = {
    call: (...args) => meter.call(...args),
    invocation: (...args) => meter.invocation(...args),
    httpRequest: () => meter.httpRequest(),
    usage: () => meter.usage(),
  };
  const publish = (topicArn: string, message: string) => {
    queueEngine.server.publish(lastPart(topicArn), message);
    activity.changed();
  };

  // Functions, and AWS as they see it.
  const environments = (name: string) => options.concurrency?.[name] ?? DEFAULT_CONCURRENCY[name] ?? 1;
  const functions = startFunctions({
    definitions: functionDefinitions(template),
    gatewayUrl,
    logs,
    meter: currentMeter,
    activity,
    concurrency: ({ name }) => environments(name),
  });
  undo.push(() => functions.stop());
  const denials: Denial[] = [];
  const reportEvents = mailEvents(template, publish);
  gatewaySettings = {
    services: {
      dynamodb: dynamodbService(dynamo.endpoint, activity.changed),
      events: eventBridgeService(template, events),
      s3: s3Service(queueEngine.endpoint, (caller, demand) => permissions.roleMay(caller.roleArn, demand)),
      secretsmanager: secretsManagerService(template, () => secrets),
      ses: sesService({
        endpoint: mailbox.url,
        configurationSets: new Set(template.ofType('AWS::SES::ConfigurationSet').map((set) => set.name)),
        identities: new Set(template.ofType('AWS::SES::EmailIdentity').map((identity) => identity.name.toLowerCase())),
        onSent: (mail: SentMail) => {
          sent.append(mail);
          reportEvents(mail);
        },
      }),
      sqs: sqsService(queueEngine.endpoint),
    },
    callers: new Map(functions.definitions.map((definition) => [definition.logicalId, definition])),
    permissions,
    meter: currentMeter,
    interceptors: options.interceptors ?? [],
    onDenied: (denial) => {
      denials.push(denial);
      if (options.quiet !== true) console.error(`local cloud: DENIED ${denial.caller} may not ${denial.action} on ${denial.resource}. Grant it in infra/.`);
    },
  };

  // What drives them.
  const mappings = readMappings(template, functions, permissions);
  const routes = readRoutes(template, functions, permissions);
  const door = mailDoor({ template, permissions, put: s3Putter(queueEngine.endpoint), publish });
  const checkpoints = openCheckpoints(inData('streams.json'));
  const stopping = new AbortController();
  undo.push(() => stopping.abort());
  const invokeLater = asyncInvoker(functions, permissions, callSqs, stopping.signal);
  const schedules = startSchedules({ template, functions, permissions, invoke: invokeLater }, options.schedules !== false);
  undo.push(() => schedules.stop());
  const sources = startSources({ mappings, queues, tables, functions, sqs: callSqs, dynamo: callDynamo, checkpoints, activity, meter: currentMeter, retryAfterSeconds: options.retryAfterSeconds, concurrency: environments });
  undo.push(() => sources.stop());
  const serveApi = httpApi({ routes, functions, tokens, activity, meter: currentMeter, isThrottled: options.throttles !== false });

  const client = DynamoDBDocumentClient.from(new DynamoDBClient({ endpoint: dynamo.endpoint, region: REGION, credentials: { accessKeyId: 'local', secretAccessKey: 'local' } }));
  const extraDeadLetters = new Set([...mappings, ...functions.definitions].flatMap(({ onFailureArn }) => (onFailureArn === undefined ? [] : [onFailureArn])));
  const end = async (isGraceful: boolean) => {
    stopping.abort();
    await schedules.stop();
    api.closeAllConnections();
    const stopped = sources.stop();
    if (isGraceful) await within(STOP_MS, stopped);
    await functions.stop();
    await dynamo.stop();
    await Promise.all([close(gateway), close(api), mailbox.stop(), queueEngine.stop()]);
    client.destroy();
    if (dataDir !== undefined) release(dataDir, 'lock.json');
    if (stateDir !== undefined) release(stateDir, 'local.json');
  };
  const cloud: LocalCloud = {
    url,
    mailboxUrl: mailbox.url,
    engine: dynamo.description,
    adminToken: newToken(),
    dynamoEndpoint: dynamo.endpoint,
    queueEndpoint: queueEngine.endpoint,
    dynamo: client,
    physicalName: (type, logicalIdStart) => {
      const found = template.ofType(type).filter(({ logicalId }) => logicalId.startsWith(logicalIdStart));
      const [only] = found;
      if (only === undefined || found.length > 1) throw new LocalCloudError(`expected one ${type} whose logical id starts with "${logicalIdStart}", found ${found.length}.`);
      return only.name;
    },
    invoke: async (name, payload = {}) => functions.invoke(functions.find(name), payload),
    queues: () => queueDepths(queues, queueEngine, extraDeadLetters),
    usage: () => meter.usage(),
    resetUsage: () => {
      meter = openMeter();
    },
    sentMail: () => sent.all().map((mail) => ({ ...mail, to: mail.destinations, actionId: mail.tags['action'] === undefined ? undefined : actionIdOfTag(mail.tags['action']) })),
    events: events.all,
    denials: () => denials,
    logs: logs.of,
    token: (...roles) => tokens.issue(roles),
    secret: async (name) => {
      const value = await secrets.get(name);
      if (value === undefined) throw new LocalCloudError(`no secret "${name}".`);
      return value;
    },
    receiveMail: (raw, receiveOptions) => door.receive(Buffer.from(raw), receiveOptions),
    idle: (timeoutMs = 60_000) => untilIdle({ activity, sources, queues: cloud.queues, timeoutMs }),
    kill: () => end(false),
    stop: () => end(true),
  };
  handleRequest = adminHandler(cloud, serveApi, template);
  if (stateDir !== undefined) writeState(stateDir, { url, pid: process.pid, token: cloud.adminToken, children: [...dynamo.children] });
  undo.length = 0;
  return cloud;
}

/** One event at a time finds most faults of order; `assess` is the one that must share. */
const DEFAULT_CONCURRENCY: Readonly<Record<string, number>> = { assess: 2 };
/** What is under way may end; then it is cut off, and comes again. */
const STOP_MS = 5000;

function notReady(): never {
  throw new LocalCloudError('the local cloud is still starting.');
}

async function close(server: Server): Promise<void> {
  if (!server.listening) return;
  const closed = new Promise((done) => server.close(done));
  server.closeAllConnections();
  await closed;
}

const within = (ms: number, work: Promise<unknown>): Promise<unknown> => {
  let timer: NodeJS.Timeout | undefined;
  const limit = new Promise((done) => {
    timer = setTimeout(done, ms);
  });
  return Promise.race([work, limit]).finally(() => clearTimeout(timer));
};
