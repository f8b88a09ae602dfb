import { randomUUID } from 'node:crypto';
import * as z from 'zod/mini';
import type { EventLog } from '../event-log.ts';
import type { Template } from '../template/template.ts';
import { arn, lastPart } from '../world.ts';
import { jsonBody, Refused, type Service, targetAction } from './call.ts';

const Entry = z.object({
  EventBusName: z.optional(z.string()),
  Source: z.string(),
  DetailType: z.string(),
  Detail: z.string(),
  Time: z.optional(z.number()),
});
const Put = z.object({ Entries: z.array(Entry).check(z.minLength(1), z.maxLength(10)) });

/** An event may have 256 KB, its entry as a whole. */
const MAX_ENTRY_BYTES = 262_144;

/** PutEvents, kept in a log. */
export function eventBridgeService(template: Template, log: EventLog): Service {
  const buses = new Set(['default', ...template.ofType('AWS::Events::EventBus').map((bus) => bus.name)]);
  return {
    dialect: 'json',
    understand: (request) => {
      const action = targetAction(request);
      if (action !== 'PutEvents')
        throw new Refused(
          'UnknownOperationException',
          `The local cloud passes no EventBridge ${action}. If functions need it, add it to local/gateway/event-bridge.ts.`,
        );
      const { Entries } = Put.parse(jsonBody(request));
      const entries = Entries.map((entry) => ({ ...entry, bus: lastPart(entry.EventBusName ?? 'default', '/') }));
      return {
        action,
        demands: [...new Set(entries.map((entry) => entry.bus))].map((bus) => ({
          action: 'events:PutEvents',
          resource: arn('events', `event-bus/${bus}`),
        })),
        answer: async () => {
          const results = entries.map(({ bus, ...entry }) => {
            if (!buses.has(bus)) return { ErrorCode: 'InvalidArgument', ErrorMessage: `Event bus ${bus} does not exist.` };
            if (Buffer.byteLength(entry.Detail + entry.DetailType + entry.Source) > MAX_ENTRY_BYTES)
              return { ErrorCode: 'InvalidArgument', ErrorMessage: 'Event size exceeded 256KB.' };
            const detail = parseDetail(entry.Detail);
            if (detail === undefined) return { ErrorCode: 'MalformedDetail', ErrorMessage: 'Detail is malformed.' };
            const id = randomUUID();
            log.append({
              id,
              bus,
              time: new Date(entry.Time === undefined ? Date.now() : entry.Time * 1000).toISOString(),
              source: entry.Source,
              detailType: entry.DetailType,
              detail,
            });
            return { EventId: id };
          });
          const body = { FailedEntryCount: results.filter((result) => 'ErrorCode' in result).length, Entries: results };
          return { status: 200, headers: { 'content-type': 'application/x-amz-json-1.1' }, body: JSON.stringify(body) };
        },
      };
    },
  };
}

function parseDetail(text: string): unknown {
  try {
    const detail: unknown = JSON.parse(text);
    return typeof detail === 'object' && detail !== null ? detail : undefined;
  } catch {
    return undefined;
  }
}
