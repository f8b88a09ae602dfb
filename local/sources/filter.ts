import { isRecord } from '../template/record.ts';
import { LocalCloudError } from '../world.ts';

/** Whether an event passes a pattern of EventBridge, as event source mappings filter with. */
export type Filter = (event: unknown) => boolean;

/**
 * Compiles a pattern: exact values, prefix, suffix, anything-but, exists, equals-ignore-case, numeric, $or.
 * @throws LocalCloudError for an operator that it does not know.
 */
export function compileFilter(pattern: string, at: string): Filter {
  const parsed: unknown = JSON.parse(pattern);
  if (!isRecord(parsed)) throw new LocalCloudError(`${at}: expected a filter pattern that is an object, found ${pattern}.`);
  return matcherOf(parsed, at);
}

function matcherOf(pattern: Readonly<Record<string, unknown>>, at: string): Filter {
  const tests = Object.entries(pattern).map(([field, expected]): Filter => {
    if (field === '$or' && Array.isArray(expected)) {
      const any = expected.map((part) => matcherOf(isRecord(part) ? part : {}, at));
      return (event) => any.some((test) => test(event));
    }
    if (Array.isArray(expected)) {
      const rules = expected.map((rule) => ruleOf(rule, at));
      return (event) => valuesOf(fieldOf(event, field)).some((value) => rules.some((rule) => rule(value)));
    }
    if (!isRecord(expected)) throw new LocalCloudError(`${at}: the filter's "${field}" must be a list or an object.`);
    const inner = matcherOf(expected, at);
    return (event) => inner(fieldOf(event, field));
  });
  return (event) => tests.every((test) => test(event));
}

const fieldOf = (event: unknown, field: string): unknown => (isRecord(event) && Object.hasOwn(event, field) ? event[field] : undefined);
/** A list in the event matches where one of its elements does. */
const valuesOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : [value]);

type Rule = (value: unknown) => boolean;

function ruleOf(rule: unknown, at: string): Rule {
  if (!isRecord(rule)) return (value) => value === rule;
  const [[operator, operand] = ['', undefined]] = Object.entries(rule);
  const make = OPERATORS[operator];
  if (make === undefined)
    throw new LocalCloudError(
      `${at}: the filter operator "${operator}" is not known to the local cloud. Add it to local/sources/filter.ts.`,
    );
  return make(operand, at);
}

const OPERATORS: Readonly<Record<string, (operand: unknown, at: string) => Rule>> = {
  prefix: (operand) => (value) => typeof value === 'string' && value.startsWith(String(operand)),
  suffix: (operand) => (value) => typeof value === 'string' && value.endsWith(String(operand)),
  'equals-ignore-case': (operand) => (value) => typeof value === 'string' && value.toLowerCase() === String(operand).toLowerCase(),
  // Only leaves exist: for an object EventBridge answers as if it were absent.
  exists: (operand) => (value) => (value !== undefined && !isRecord(value)) === operand,
  'anything-but': (operand, at) => {
    const excluded = Array.isArray(operand) ? operand.map((entry) => ruleOf(entry, at)) : [ruleOf(operand, at)];
    return (value) => value !== undefined && !excluded.some((rule) => rule(value));
  },
  numeric: (operand, at) => {
    const parts: readonly unknown[] = Array.isArray(operand) ? operand : [];
    const comparisons = Array.from({ length: parts.length / 2 }, (_, i) => comparison(parts[2 * i], Number(parts[2 * i + 1]), at));
    return (value) => typeof value === 'number' && comparisons.every((compare) => compare(value));
  },
};

function comparison(operator: unknown, bound: number, at: string): (value: number) => boolean {
  switch (operator) {
    case '=':
      return (value) => value === bound;
    case '<':
      return (value) => value < bound;
    case '<=':
      return (value) => value <= bound;
    case '>':
      return (value) => value > bound;
    case '>=':
      return (value) => value >= bound;
    default:
      throw new LocalCloudError(`${at}: the filter's numeric operator ${JSON.stringify(operator)} is not one of = < <= > >=.`);
  }
}
