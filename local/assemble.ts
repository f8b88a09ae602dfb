import { createServer } from 'node:http';
import { join } from 'node:path';
import config from '#config';
import { adminHandler } from './admin/admin.ts';
import { awsFor } from './aws.ts';
import { localClock } from './clock.ts';
import type { LocalCloud } from './cloud.ts';
import { releaseInFlight } from './engines/release-in-flight.ts';
import { type Engines, startEngines } from './engines/start.ts';
import { facade } from './facade.ts';
import { type GatewaySettings, gatewayServer } from './gateway/gateway.ts';
import { readPermissions } from './gateway/roles.ts';
import { readRoutes } from './http-api/routes.ts';
import { httpApi, type RequestHandler } from './http-api/server.ts';
import { asyncInvoker } from './lambda/async-invoker.ts';
import { functionDefinitions } from './lambda/definition.ts';
import { startFunctions } from './lambda/functions.ts';
import { closeServer, type Lifetime, newLifetime, within } from './lifetime.ts';
import { listen } from './listen.ts';
import { mailDoor } from './mail/receive.ts';
import type { LocalCloudOptions } from './options.ts';
import { provision } from './provision/provision.ts';
import { openRecords, type Records } from './records.ts';
import { openSecrets } from './secrets.ts';
import { signInHandler } from './sign-in/sign-in.ts';
import { readDistribution } from './site/distribution.ts';
import { siteHandler } from './site/serve.ts';
import { readMappings } from './sources/mapping.ts';
import { startSchedules } from './sources/schedule.ts';
import { startSources } from './sources/start.ts';
import { clearStale, release, writeState } from './state-file.ts';
import { synthesise } from './synth.ts';
import { loadStacks } from './template/load.ts';
import { readTemplate } from './template/template.ts';
import { openTokens } from './tokens.ts';
import { LocalCloudError, lastPart } from './world.ts';

/** Starts everything in its order; what was started ends again should a later step fail. */
export async function assemble(options: LocalCloudOptions): Promise<LocalCloud> {
  const templateDir = options.templateDir ?? (await synthesise());
  const lifetime = newLifetime();
  try {
    return await start(options, templateDir, lifetime);
  } catch (error) {
    await lifetime.end(false);
    throw error;
  }
}

async function start(options: LocalCloudOptions, templateDir: string, lifetime: Lifetime): Promise<LocalCloud> {
  const { dataDir, stateDir = dataDir } = options;
  const inState = (name: string) => (stateDir === undefined ? undefined : join(stateDir, name));
  if (options.stateDir !== undefined) clearStale(options.stateDir, 'local.json');

  const engines = await startEngines(options, lifetime);
  const servers = await startServers(options, lifetime);
  const template = readTemplate(await loadStacks(templateDir), { api: servers.url, gateway: servers.gatewayUrl });
  const permissions = readPermissions(template);
  const made = await provision(template, permissions, engines);
  await releaseInFlight(made.provisionedQueues, engines.queues, engines.callSqs);
  const records = openRecords(dataDir, options.quiet === true);
  const secrets = await openSecrets(template, inState('secrets.json'));
  const tokens = await openTokens(template, inState('token-key.json'));
  const publish = publisher(engines, records);
  const clock = localClock();

  const environments = (name: string) => options.concurrency?.[name] ?? DEFAULT_CONCURRENCY[name] ?? 1;
  const functions = startFunctions({
    ...records,
    definitions: functionDefinitions(template),
    gatewayUrl: servers.gatewayUrl,
    environments,
    clock,
  });
  lifetime.add(functions, () => functions.stop());
  const common = { template, permissions, functions, engines, records, secrets, publish, clock };
  servers.serveAws(
    awsFor({ ...common, interceptors: options.interceptors ?? [], textEngines: options.textEngines, scanMs: options.scanMs }),
  );

  const mappings = readMappings(template, functions, permissions);
  const routes = readRoutes(template, functions, permissions);
  const door = mailDoor({ template, permissions, s3: engines.queues.exchange, publish, clock });
  const stopping = new AbortController();
  const invoke = asyncInvoker(functions, permissions, engines.callSqs, stopping.signal);
  const schedules = startSchedules({ template, functions, permissions, invoke }, options.schedules !== false);
  const sources = startSources({
    ...engines,
    ...records,
    ...made,
    mappings,
    functions,
    environments,
    retryAfterSeconds: options.retryAfterSeconds,
  });
  lifetime.add(sources, async (isGraceful) => {
    stopping.abort();
    schedules.stop();
    const stopped = sources.stop();
    if (isGraceful) await within(STOP_MS, stopped);
  });

  const cloud = facade({ ...common, ...made, ...servers, mappings, tokens, door, sources, lifetime });
  const serveApi = httpApi({ ...records, routes, functions, tokens, isThrottled: options.throttles !== false });
  const serveSite = siteHandler(readDistribution(template, permissions, new URL(servers.url).host), serveApi);
  servers.serveHttp(adminHandler(cloud, { template, serveSite, signIn: signInHandler(template, tokens, config) }));
  if (options.stateDir !== undefined) announce(options.stateDir, cloud, engines, lifetime);
  return cloud;
}

/** One event at a time finds most faults of order; `assess` is the one that must share. */
const DEFAULT_CONCURRENCY: Readonly<Record<string, number>> = { assess: 2 };
/** What is under way at a stop may take so long. */
const STOP_MS = 5000;

/** Addresses before all else: the template's references need them. What answers there follows. */
async function startServers({ port }: LocalCloudOptions, lifetime: Lifetime) {
  let aws: GatewaySettings | undefined;
  let http: RequestHandler | undefined;
  const gateway = gatewayServer(() => aws ?? notReady());
  const api = createServer((request, response) => {
    if (http === undefined) response.writeHead(503).end();
    else http(request, response).catch(() => response.destroy());
  });
  const gatewayUrl = await listen(gateway, 0);
  lifetime.add(gateway, () => closeServer(gateway));
  const url = await listen(api, port ?? 0);
  lifetime.add(api, () => closeServer(api));
  return {
    url,
    gatewayUrl,
    serveAws: (settings: GatewaySettings) => {
      aws = settings;
    },
    serveHttp: (handler: RequestHandler) => {
      http = handler;
    },
  };
}

const publisher =
  (engines: Engines, { activity }: Records) =>
  (topicArn: string, message: string) => {
    engines.queues.server.publish(lastPart(topicArn), message);
    activity.changed();
  };

function announce(stateDir: string, { url, adminToken }: LocalCloud, { dynamo }: Engines, lifetime: Lifetime): void {
  writeState(stateDir, { url, pid: process.pid, token: adminToken, children: dynamo.children });
  lifetime.add(undefined, () => release(stateDir, 'local.json'));
}

function notReady(): never {
  throw new LocalCloudError('the local cloud is still starting.');
}
