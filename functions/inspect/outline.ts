import * as z from 'zod/mini';

/** Fields that hold ids of ours or of AWS, wherever in a message they stand. Ids of providers may be anything, an address among it. */
const ID_FIELDS = new Set([
  ...['id', 'feedbackId', 'actionId', 'caseNumber', 'deliveryId', 'room', 'campaign', 'survey', 'source', 'channel', 'type'],
  ...['messageId', 'objectKey', 'requestId', 'condition', 'shardId', 'startSequenceNumber', 'endSequenceNumber'],
]);
/** No address, and no words: those have spaces. */
const PLAIN_ID = /^[\w:.#/-]{1,120}$/;
const PLAIN_NAME = /^[A-Za-z][\w-]{0,39}$/;
const MAX_DEPTH = 4;
const MAX_FIELDS = 40;

const Fields = z.record(z.string(), z.unknown());

/** What a message is made of, without what it says: fields by name and kind, and the ids in it. */
export function outlineOf(body: string): { bytes: number; isJson: boolean; shape: string[]; ids: Record<string, string> } {
  const value = fromJson(body);
  const bytes = Buffer.byteLength(body);
  return value === undefined
    ? { bytes, isJson: false, shape: [], ids: {} }
    : { bytes, isJson: true, shape: shapeOf(value), ids: Object.fromEntries([...idsIn(value)].slice(0, MAX_FIELDS)) };
}

function fromJson(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return undefined;
  }
}

const fieldsOf = (value: unknown): [string, unknown][] => {
  const fields = Array.isArray(value) ? undefined : Fields.safeParse(value);
  return Object.entries(fields?.data ?? {}).filter(([name]) => PLAIN_NAME.test(name));
};

const shapeOf = (value: unknown): string[] =>
  fieldsOf(value)
    .slice(0, MAX_FIELDS)
    .map(([name, one]) => `${name}: ${kindOf(one)}`);

function kindOf(value: unknown): string {
  if (Array.isArray(value)) return `list of ${value.length}`;
  return typeof value === 'string' ? 'text' : value === null ? 'nothing' : typeof value;
}

function* idsIn(value: unknown, path = '', depth = 0): Generator<[string, string]> {
  for (const [name, one] of fieldsOf(value)) {
    const at = path === '' ? name : `${path}.${name}`;
    if (typeof one === 'string' && ID_FIELDS.has(name) && PLAIN_ID.test(one)) yield [at, one];
    else if (depth < MAX_DEPTH) yield* idsIn(one, at, depth + 1);
  }
}
