import { type EventBridgeClient, PutEventsCommand, type PutEventsRequestEntry } from '@aws-sdk/client-eventbridge';
import type { AmendsEvent } from '../../domain/events.ts';
import type { EventBus } from '../../ports.ts';

/** EventBridge takes at most this many entries, and this many bytes of them, in one call. */
const MAX_ENTRIES = 10;
const MAX_BYTES = 256 * 1024;
/** What EventBridge counts for the time of an entry. */
const TIME_BYTES = 14;
/** Tries of a call, the first included; then the stream brings the records again. */
const MAX_TRIES = 4;

const SOURCE = 'amends';

interface Indexed {
  readonly index: number;
  readonly entry: PutEventsRequestEntry;
}

/**
 * Puts events on a bus, in order, call by call. A call may take some entries and refuse others: only those refused are put again.
 * @param pause waits before the given retry, 1 for the first.
 */
export const eventBus = (client: EventBridgeClient, busName: string, pause: (retry: number) => Promise<void>): EventBus => ({
  async put(events) {
    for (const call of calls(events.map((event, index) => ({ index, entry: entryOf(event, busName) })))) {
      const refused = await putCall(client, call, pause);
      if (refused !== undefined) return refused;
    }
    return 'all';
  },
});

async function putCall(client: EventBridgeClient, call: readonly Indexed[], pause: (retry: number) => Promise<void>) {
  let open = call;
  for (let attempt = 1; ; attempt++) {
    let cause: unknown;
    try {
      const { Entries = [] } = await client.send(new PutEventsCommand({ Entries: open.map(({ entry }) => entry) }));
      const codes = open.map((_, i) => (Entries[i]?.EventId === undefined ? (Entries[i]?.ErrorCode ?? 'NoAnswer') : undefined));
      open = open.filter((_, i) => codes[i] !== undefined);
      cause = new Error(`PutEvents refused ${open.length} entries: ${[...new Set(codes)].filter((code) => code !== undefined).join(', ')}`);
    } catch (error) {
      // It may have been taken all the same: putting it again is harmless, the ids are the same.
      cause = error;
    }
    const [first] = open;
    if (first === undefined) return undefined;
    if (attempt === MAX_TRIES) return { firstRefused: first.index, cause };
    await pause(attempt);
  }
}

const entryOf = (event: AmendsEvent, busName: string): PutEventsRequestEntry => ({
  EventBusName: busName,
  Source: SOURCE,
  DetailType: event.type,
  Time: new Date(event.occurredAt),
  Detail: JSON.stringify(event),
});

/** Entries in calls as large as EventBridge takes, in order. One that is too large by itself goes alone, and EventBridge says so. */
function calls(entries: readonly Indexed[]): Indexed[][] {
  const packed: Indexed[][] = [];
  let bytes = 0;
  for (const indexed of entries) {
    const size = sizeOf(indexed.entry);
    const last = packed.at(-1);
    if (last === undefined || last.length === MAX_ENTRIES || bytes + size > MAX_BYTES) {
      packed.push([indexed]);
      bytes = size;
    } else {
      last.push(indexed);
      bytes += size;
    }
  }
  return packed;
}

/** As EventBridge counts: time, source, detail type and detail in UTF-8. */
const sizeOf = ({ Source = '', DetailType = '', Detail = '' }: PutEventsRequestEntry) =>
  TIME_BYTES + [Source, DetailType, Detail].reduce((sum, text) => sum + Buffer.byteLength(text), 0);
