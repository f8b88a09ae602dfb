import { ACCOUNT, LocalCloudError, PARTITION, REGION } from '../world.ts';
import { isRecord } from './record.ts';

/** What the values of one stack may refer to. */
export interface Scope {
  readonly stack: string;
  ref(logicalId: string): unknown;
  attribute(logicalId: string, attribute: string): unknown;
  imported(name: string): unknown;
  condition(name: string): boolean;
  mapping(map: string, first: string, second: string): unknown;
}

/** AWS::NoValue: the property is as if it were not written. */
const NO_VALUE = Symbol('AWS::NoValue');

const PSEUDO: Readonly<Record<string, unknown>> = {
  'AWS::AccountId': ACCOUNT,
  'AWS::NoValue': NO_VALUE,
  'AWS::Partition': PARTITION,
  'AWS::Region': REGION,
  'AWS::URLSuffix': 'amazonaws.com',
};

/**
 * A value of the template with its intrinsics worked out. `at` says where it stands, e.g. `Pipeline/AssessFunction.Environment`.
 * @throws LocalCloudError for an intrinsic that it does not know.
 */
export function resolve(value: unknown, scope: Scope, at: string): unknown {
  if (Array.isArray(value)) return value.map((entry, i) => resolve(entry, scope, `${at}[${i}]`)).filter((entry) => entry !== NO_VALUE);
  if (!isRecord(value)) return value;
  const entries = Object.entries(value);
  const [only] = entries;
  if (entries.length === 1 && only !== undefined && isIntrinsic(only[0])) return intrinsic(only[0], only[1], scope, at);
  return Object.fromEntries(
    entries.map(([key, entry]) => [key, resolve(entry, scope, `${at}.${key}`)] as const).filter(([, entry]) => entry !== NO_VALUE),
  );
}

const isIntrinsic = (key: string) => key === 'Ref' || key === 'Condition' || key.startsWith('Fn::');

function intrinsic(name: string, argument: unknown, scope: Scope, at: string): unknown {
  const work = INTRINSICS[name];
  // "Condition" is also the conditions of an IAM statement, which are an object.
  if (name === 'Condition' && typeof argument !== 'string') return { Condition: resolve(argument, scope, at) };
  if (work === undefined) {
    throw new LocalCloudError(
      `${at}: expected an intrinsic that the local cloud knows, found ${name}. Add it to local/template/resolve.ts.`,
    );
  }
  return work(argument, scope, at);
}

type Intrinsic = (argument: unknown, scope: Scope, at: string) => unknown;

const INTRINSICS: Readonly<Record<string, Intrinsic>> = {
  Ref: (argument, scope, at) => {
    const id = text(argument, at);
    if (id === 'AWS::StackName') return scope.stack;
    if (id === 'AWS::StackId') return `arn:${PARTITION}:cloudformation:${REGION}:${ACCOUNT}:stack/${scope.stack}/local`;
    return id in PSEUDO ? PSEUDO[id] : scope.ref(id);
  },
  Condition: (argument, scope, at) => scope.condition(text(argument, at)),
  'Fn::GetAtt': (argument, scope, at) => {
    const [id, ...rest] = typeof argument === 'string' ? argument.split('.') : list(argument, at);
    return scope.attribute(text(id, at), rest.map((part) => text(part, at)).join('.'));
  },
  'Fn::Join': (argument, scope, at) => {
    const [separator, parts] = list(argument, at);
    return list(resolve(parts, scope, at), at)
      .map((part) => text(part, at))
      .join(text(separator, at));
  },
  'Fn::Sub': (argument, scope, at) => {
    const [template, variables] = typeof argument === 'string' ? [argument, {}] : list(argument, at);
    const known = isRecord(variables) ? variables : {};
    return text(template, at).replaceAll(/\$\{(!?)([^}]+)\}/g, (_, literal: string, name: string) => {
      if (literal === '!') return `\${${name}}`;
      if (name in known) return text(resolve(known[name], scope, at), at);
      const work = name.includes('.') ? { 'Fn::GetAtt': name } : { Ref: name };
      return text(resolve(work, scope, at), at);
    });
  },
  'Fn::Select': (argument, scope, at) => {
    const [index, from] = list(argument, at);
    return list(resolve(from, scope, at), at)[Number(index)];
  },
  'Fn::Split': (argument, scope, at) => {
    const [separator, from] = list(argument, at);
    return text(resolve(from, scope, at), at).split(text(separator, at));
  },
  'Fn::ImportValue': (argument, scope, at) => scope.imported(text(resolve(argument, scope, at), at)),
  'Fn::Base64': (argument, scope, at) => Buffer.from(text(resolve(argument, scope, at), at)).toString('base64'),
  'Fn::FindInMap': (argument, scope, at) => {
    const [map, first, second] = list(resolve(argument, scope, at), at).map((part) => text(part, at));
    return scope.mapping(map ?? '', first ?? '', second ?? '');
  },
  'Fn::If': (argument, scope, at) => {
    const [name, whenTrue, whenFalse] = list(argument, at);
    return resolve(scope.condition(text(name, at)) ? whenTrue : whenFalse, scope, at);
  },
  'Fn::Equals': (argument, scope, at) => {
    const [left, right] = list(resolve(argument, scope, at), at);
    return left === right;
  },
  'Fn::Not': (argument, scope, at) => list(resolve(argument, scope, at), at)[0] !== true,
  'Fn::And': (argument, scope, at) => list(resolve(argument, scope, at), at).every((part) => part === true),
  'Fn::Or': (argument, scope, at) => list(resolve(argument, scope, at), at).some((part) => part === true),
};

function text(value: unknown, at: string): string {
  if (typeof value === 'string') return value;
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  throw new LocalCloudError(`${at}: expected a text, found ${JSON.stringify(value)}.`);
}

function list(value: unknown, at: string): readonly unknown[] {
  if (Array.isArray(value)) return value;
  throw new LocalCloudError(`${at}: expected a list, found ${JSON.stringify(value)}.`);
}
