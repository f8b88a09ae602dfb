import * as z from 'zod';
import { listOf, stringsOf } from '../template/record.ts';
import { LocalCloudError } from '../world.ts';

/** What a call needs, in IAM's words. */
export interface Demand {
  /** e.g. `dynamodb:PutItem`. */
  readonly action: string;
  readonly resource: string;
  /** Condition keys of the request, lower case, e.g. `ses:fromaddress`. */
  readonly context?: Readonly<Record<string, readonly string[]>>;
}

export interface Statement {
  readonly isDeny: boolean;
  readonly matches: (demand: Demand) => boolean;
  /** Principals of a resource policy, e.g. `sns.amazonaws.com`, or `*`. Empty in a role's policy. */
  readonly principals: readonly string[];
}

const OneOrMany = z.optional(z.union([z.string(), z.array(z.string())]));

const PolicyDocument = z.object({
  Statement: z.union([z.array(z.unknown()), z.unknown()]),
});

const StatementShape = z.object({
  Effect: z.enum(['Allow', 'Deny']),
  Action: OneOrMany,
  NotAction: OneOrMany,
  Resource: OneOrMany,
  NotResource: OneOrMany,
  Principal: z.optional(z.union([z.string(), z.record(z.string(), z.union([z.string(), z.array(z.string())]))])),
  Condition: z.optional(z.record(z.string(), z.record(z.string(), z.unknown()))),
});

/** @throws LocalCloudError naming the place, for what it does not understand: guessing would let a missing grant pass. */
export function readPolicy(document: unknown, at: string): readonly Statement[] {
  return listOf(PolicyDocument.parse(document).Statement).map((entry) => {
    const parsed = StatementShape.safeParse(entry);
    if (!parsed.success) throw new LocalCloudError(`${at}: ${z.prettifyError(parsed.error)}`);
    const { Effect, Action, NotAction, Resource, NotResource, Principal, Condition } = parsed.data;
    const isAction = oneOf(Action, NotAction, true);
    const isResource = oneOf(Resource, NotResource, false);
    const holds = conditions(Condition ?? {}, at);
    return {
      isDeny: Effect === 'Deny',
      principals: typeof Principal === 'string' ? [Principal] : Object.values(Principal ?? {}).flatMap(stringsOf),
      matches: (demand) => isAction(demand.action) && isResource(demand.resource) && holds(demand.context ?? {}),
    };
  });
}

/** IAM's rule: an explicit deny wins, otherwise one allow is needed. */
export function isAllowed(statements: readonly Statement[], demand: Demand): boolean {
  const applying = statements.filter((statement) => statement.matches(demand));
  return applying.length > 0 && applying.every((statement) => !statement.isDeny);
}

function oneOf(patterns: unknown, notPatterns: unknown, isCaseInsensitive: boolean): (value: string) => boolean {
  const included = stringsOf(patterns).map((pattern) => wildcard(pattern, isCaseInsensitive));
  const excluded = stringsOf(notPatterns).map((pattern) => wildcard(pattern, isCaseInsensitive));
  if (excluded.length > 0) return (value) => !excluded.some((pattern) => pattern.test(value));
  return (value) => included.some((pattern) => pattern.test(value));
}

/** `*` any characters, `?` any one. */
function wildcard(pattern: string, isCaseInsensitive = false): RegExp {
  const source = pattern
    .replaceAll(/[.+^${}()|[\]\\]/g, '\\$&')
    .replaceAll('*', '.*')
    .replaceAll('?', '.');
  return new RegExp(`^${source}$`, isCaseInsensitive ? 'is' : 's');
}

type Test = (value: string, expected: string) => boolean;

const equal: Test = (value, expected) => value === expected;
const like: Test = (value, expected) => wildcard(expected).test(value);

const OPERATORS: Readonly<Record<string, { readonly test: Test; readonly isNegated?: boolean }>> = {
  StringEquals: { test: equal },
  StringNotEquals: { test: equal, isNegated: true },
  StringEqualsIgnoreCase: { test: (value, expected) => value.toLowerCase() === expected.toLowerCase() },
  StringLike: { test: like },
  StringNotLike: { test: like, isNegated: true },
  ArnEquals: { test: like },
  ArnLike: { test: like },
  ArnNotLike: { test: like, isNegated: true },
  NumericLessThan: { test: (value, expected) => Number(value) < Number(expected) },
  NumericLessThanEquals: { test: (value, expected) => Number(value) <= Number(expected) },
  NumericGreaterThanEquals: { test: (value, expected) => Number(value) >= Number(expected) },
  Bool: { test: (value, expected) => value === expected },
};

function conditions(block: Readonly<Record<string, Readonly<Record<string, unknown>>>>, at: string) {
  const tests = Object.entries(block).flatMap(([written, keys]) => {
    const [, quantifier, name = '', ifExists] = /^(?:(ForAllValues|ForAnyValue):)?(\w+?)(IfExists)?$/.exec(written) ?? [];
    const operator = OPERATORS[name];
    if (operator === undefined)
      throw new LocalCloudError(
        `${at}: the condition operator "${written}" is not known to the local cloud. Add it to local/gateway/iam.ts.`,
      );
    return Object.entries(keys).map(([key, value]) => {
      const expected = listOf(value).map(String);
      const passes = (actual: string) => expected.some((entry) => operator.test(actual, entry)) !== (operator.isNegated === true);
      return (context: Readonly<Record<string, readonly string[]>>) => {
        const actual = context[key.toLowerCase()] ?? ALWAYS[key.toLowerCase()];
        if (actual === undefined) return ifExists !== undefined || operator.isNegated === true || quantifier === 'ForAllValues';
        return quantifier === 'ForAllValues' ? actual.every(passes) : actual.some(passes);
      };
    });
  });
  return (context: Readonly<Record<string, readonly string[]>>) => tests.every((test) => test(context));
}

/** The functions call AWS over TLS; that the way to the gateway has none must not trip a policy that asks for it. */
const ALWAYS: Readonly<Record<string, readonly string[]>> = {
  'aws:securetransport': ['true'],
  's3:tlsversion': ['1.3'],
  'aws:sourceaccount': ['000000000000'],
  'aws:principalaccount': ['000000000000'],
};
