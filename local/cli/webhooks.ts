import { Command, Option } from 'commander';
import type * as z from 'zod';
import { DeliveryPage, EndpointList, ListedDelivery, ListedEndpoint } from '../../shared/api/outgoing-schemas.ts';
import { type Attempt, DELIVERY_STATES, Delivery } from '../../shared/domain/outgoing/delivery.ts';
import { type Connection, connect } from './connection.ts';
import { more } from './feedback.ts';
import { listOptions, pageQuery } from './list-options.ts';
import { Failure, note, type OutputOptions, print, show, table } from './output.ts';
import { testWebhook } from './webhook-test.ts';

/** Deliveries that are replayed by one command, at most. */
const MAX_REPLAYED = 1000;

export function webhooksCommand(): Command {
  const list = new Command('list')
    .description('endpoints and chat rooms of the config, and how they have been doing')
    .option('--json', 'as JSON')
    .action(async (options: OutputOptions) => {
      show(await (await connect()).read('/api/endpoints', 'manager', EndpointList), options, endpointsInWords);
    });
  const log = listOptions(new Command('log').description('deliveries of an endpoint, or one delivery with its attempts and payload'))
    .argument('<endpoint|delivery>', 'id of the endpoint, or of the delivery')
    .addOption(stateOption().default('failed'))
    .action(showLog);
  const replay = new Command('replay')
    .description('make events go out again, under the ids they had: one delivery, or all of an endpoint in a state')
    .argument('<endpoint|delivery>', 'id of the endpoint (with --state), or of the delivery')
    .addOption(stateOption())
    .action(replayAll);
  const enable = new Command('enable')
    .description('enable what was disabled after failures; what was held is replayed by "replay ENDPOINT --state held"')
    .argument('<endpoint>', 'id of an endpoint or a chat room')
    .action(async (id: string) => {
      await (await connect()).post(`/api/endpoints/${encodeURIComponent(id)}/enable`, 'manager', {}, ListedEndpoint);
      note(`${id} is enabled.`);
    });
  const test = new Command('test')
    .description('send a signed test event from here to an endpoint of the config; exit code 1 where it was not taken')
    .argument('<endpoint>', 'id of the endpoint: its secret signs')
    .option('--to <url>', 'to this URL instead, which may be one on this machine, e.g. http://127.0.0.1:3000/hook')
    .action(testWebhook);
  const commands = new Command('webhooks').description('what is told to systems of others: endpoints, deliveries, replay');
  for (const command of [list, log, replay, enable, test]) commands.addCommand(command);
  return commands;
}

const stateOption = () => new Option('--state <state>', 'of which state').choices([...DELIVERY_STATES]);
const isDelivery = (id: string) => id.includes(':');

async function showLog(id: string, options: OutputOptions & Record<string, string>): Promise<void> {
  const connection = await connect();
  if (isDelivery(id))
    return show(await connection.read(`/api/deliveries/${encodeURIComponent(id)}`, 'manager', Delivery), options, wholeInWords);
  const query = pageQuery(options, ['state']);
  query.set('endpoint', id);
  show(await connection.read(`/api/deliveries?${query}`, 'manager', DeliveryPage), options, logInWords);
}

async function replayAll(id: string, { state }: { state?: string }): Promise<void> {
  if (!isDelivery(id) && state === undefined) {
    throw new Failure(`"${id}" is no delivery. To replay all of an endpoint, say which: --state failed or --state held.`);
  }
  const connection = await connect();
  if (state === undefined || isDelivery(id)) return replayOne(connection, id);
  // All ids first: what is replayed leaves the list that is being read.
  const ids: string[] = [];
  let cursor: string | undefined;
  do {
    const query = new URLSearchParams({ endpoint: id, state, limit: '100', ...(cursor === undefined ? {} : { cursor }) });
    const page = await connection.read(`/api/deliveries?${query}`, 'manager', DeliveryPage);
    ids.push(...page.items.map((one) => one.id));
    cursor = page.cursor;
  } while (cursor !== undefined && ids.length < MAX_REPLAYED);
  for (const one of ids) await replayOne(connection, one);
  note(`${ids.length} deliveries go out again within a minute${cursor === undefined ? '' : '; there are more, run it again'}.`);
}

async function replayOne(connection: Connection, id: string): Promise<void> {
  const { dueAt } = await connection.post(`/api/deliveries/${encodeURIComponent(id)}/replay`, 'manager', {}, ListedDelivery);
  print(`${id}  due ${dueAt}`);
}

const endpointsInWords = ({ items }: z.output<typeof EndpointList>) =>
  items.length === 0
    ? 'The config names no webhooks and no notices: docs/webhooks-out.md says how.'
    : table(
        ['ID', 'KIND', 'HOST', 'STATE', 'FAILING SINCE', 'LAST FAILURE'],
        items.map(({ id, kind, host = '', isEnabled, health }) => [
          id,
          kind,
          host,
          isEnabled ? (health.isDisabled ? `disabled: ${health.reason ?? ''}` : 'enabled') : 'off in the config',
          health.failingSince?.slice(0, 16) ?? '',
          health.lastFailure === undefined ? '' : `${health.lastFailure} at ${health.lastFailureAt?.slice(0, 16)}`,
        ]),
      );

const outcome = ({ status, failure }: Attempt) => failure ?? String(status);

const logInWords = ({ items, cursor }: z.output<typeof DeliveryPage>) =>
  items.length === 0
    ? 'No such deliveries.'
    : table(
        ['DELIVERY', 'EVENT', 'STATE', 'SINCE', 'ATTEMPTS', 'LAST'],
        items.map(({ id, eventType, state, reason, dueAt, endedAt, attempts, log }) => [
          id,
          eventType,
          reason === undefined ? state : `${state}: ${reason}`,
          (endedAt ?? dueAt).slice(0, 19),
          String(attempts),
          log.slice(-1).map(outcome).join(''),
        ]),
      ) + more(cursor);

const wholeInWords = ({ id, eventType, state, reason, dueAt, endedAt, replays, log, payload }: Delivery) =>
  [
    `${id}  ${eventType}  ${state}${reason === undefined ? '' : ` (${reason})`}  ${endedAt === undefined ? `due ${dueAt}` : `since ${endedAt}`}`,
    ...(replays === 0 ? [] : [`replayed ${replays} times`]),
    ...log.map((attempt) => `${attempt.at}  ${outcome(attempt)}  ${attempt.ms} ms`),
    '',
    payload === '' ? '(no payload)' : payload,
  ].join('\n');
