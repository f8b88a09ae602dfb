import { invalidInput } from '../errors.ts';

/** How much structure a door takes. No provider's answer comes near; deeper or wider input only costs time. */
const MAX_JSON_DEPTH = 32;
const MAX_JSON_VALUES = 10_000;

/**
 * Parses JSON within bounds of depth and number of values. The text's length is bounded by the door.
 * @throws AmendsError 400 where it is not JSON or too deep or wide; the message never quotes the input.
 */
export function parseJson(text: string, maxDepth = MAX_JSON_DEPTH, maxValues = MAX_JSON_VALUES): unknown {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw invalidInput('The body is not JSON.', [{ field: '', reason: 'expected valid JSON in UTF-8' }], 400);
  }
  const excess = excessOf(value, maxDepth, maxValues);
  if (excess !== undefined) throw invalidInput('The body has too much structure.', [{ field: '', reason: excess }], 400);
  return value;
}

/** Walks level by level instead of calling itself: input must not be able to exhaust the stack. */
function excessOf(value: unknown, maxDepth: number, maxValues: number): string | undefined {
  let level: unknown[] = [value];
  let count = 1;
  for (let depth = 0; level.length > 0; depth += 1) {
    if (depth > maxDepth) return `expected at most ${maxDepth} levels of nesting`;
    const next: unknown[] = [];
    for (const item of level) if (typeof item === 'object' && item !== null) for (const child of Object.values(item)) next.push(child);
    count += next.length;
    if (count > maxValues) return `expected at most ${maxValues} values`;
    level = next;
  }
  return undefined;
}

/**
 * The member of an object, own ones only: `__proto__`, `constructor` and their like are names as any other here, and nothing is ever assigned by a name that came in.
 * Absent for what is no object.
 */
export function member(value: unknown, name: string): unknown {
  if (typeof value !== 'object' || value === null || !Object.hasOwn(value, name)) return undefined;
  return Object.getOwnPropertyDescriptor(value, name)?.value;
}

/** Follows a dotted path, e.g. `data.customer.email` or `items.0.score`. */
export const memberAt = (value: unknown, path: string): unknown => path.split('.').reduce<unknown>(member, value);
