import * as z from 'zod';
import { LocalCloudError } from '../world.ts';
import { type Addresses, identityOf, type Named } from './identities.ts';
import type { Stack } from './load.ts';
import { isRecord, type Json } from './record.ts';
import { resolve, type Scope } from './resolve.ts';
import { type Localise, localiser } from './stand-ins.ts';

export interface Resource {
  readonly stack: string;
  readonly logicalId: string;
  readonly type: string;
  /** The physical name. */
  readonly name: string;
  /** What `Ref` gives. */
  readonly ref: string;
  /** What `Fn::GetAtt` gives. */
  attribute(name: string): string;
  /** Worked out when first asked for, since resources refer to each other. */
  properties(): Json;
  /** @throws LocalCloudError naming the resource and what its properties should be. */
  read<Schema extends z.ZodType>(schema: Schema): z.output<Schema>;
  /** Folder of the asset with this S3 key. */
  asset(s3Key: string): string | undefined;
}

export interface Template {
  readonly resources: readonly Resource[];
  ofType(...types: readonly string[]): readonly Resource[];
}

/**
 * The stacks as one set of resources with every reference worked out.
 * @throws LocalCloudError naming the logical id of a resource whose type the local cloud does not know.
 */
export function readTemplate(stacks: readonly Stack[], addresses: Addresses): Template {
  const exported = new Map<string, () => unknown>();
  const localise = localiser(() => resources, addresses);
  const resources = stacks.flatMap((stack) => resourcesOf(stack, addresses, exported, localise));
  return { resources, ofType: (...types) => resources.filter((resource) => types.includes(resource.type)) };
}

function resourcesOf(stack: Stack, addresses: Addresses, exported: Map<string, () => unknown>, localise: Localise): readonly Resource[] {
  const here = new Map<string, Resource>();
  const scope = scopeOf(stack, here, exported);
  for (const [logicalId, { Type, Properties, Condition }] of Object.entries(stack.Resources)) {
    if (Condition !== undefined && !scope.condition(Condition)) continue;
    here.set(logicalId, resource(stack, logicalId, Type, Properties ?? {}, addresses, scope, localise));
  }
  for (const [output, { Value, Export }] of Object.entries(stack.Outputs ?? {})) {
    if (Export === undefined) continue;
    const name = resolve(Export.Name, scope, `${stack.name}/Outputs.${output}`);
    exported.set(String(name), () => resolve(Value, scope, `${stack.name}/Outputs.${output}`));
  }
  return [...here.values()];
}

function scopeOf(stack: Stack, here: ReadonlyMap<string, Resource>, exported: ReadonlyMap<string, () => unknown>): Scope {
  const known = (logicalId: string): Resource => {
    const found = here.get(logicalId);
    if (found === undefined) throw new LocalCloudError(`${stack.name}: something refers to "${logicalId}", which the stack does not have.`);
    return found;
  };
  const scope: Scope = {
    stack: stack.name,
    ref: (logicalId) => {
      const parameter = stack.Parameters?.[logicalId];
      return parameter === undefined ? known(logicalId).ref : parameter.Default;
    },
    attribute: (logicalId, attribute) => known(logicalId).attribute(attribute),
    imported: (name) => {
      const value = exported.get(name);
      if (value === undefined) throw new LocalCloudError(`${stack.name}: imports "${name}", which no stack before it exports.`);
      return value();
    },
    condition: (name) => resolve(stack.Conditions?.[name], scope, `${stack.name}/Conditions.${name}`) === true,
    mapping: (map, first, second) => stack.Mappings?.[map]?.[first]?.[second],
  };
  return scope;
}

function resource(
  stack: Stack,
  logicalId: string,
  type: string,
  raw: Json,
  addresses: Addresses,
  scope: Scope,
  localise: Localise,
): Resource {
  const at = `${stack.name}/${logicalId}`;
  const identity = identityOf(type);
  if (identity === undefined) {
    throw new LocalCloudError(
      `${at}: the local cloud does not know the type ${type}. Teach it in local/template/identities.ts, or leave it out.`,
    );
  }
  const named: Named = { name: physicalName(type, identity.nameProperty, raw, scope, at), logicalId, addresses };
  let properties: Json | undefined;
  const self: Resource = {
    stack: stack.name,
    logicalId,
    type,
    name: named.name,
    ref: identity.ref(named),
    attribute: (attribute) => {
      const give = identity.attributes?.[attribute];
      if (give === undefined)
        throw new LocalCloudError(
          `${at} (${type}): something asks for its attribute "${attribute}". Add it to local/template/identities.ts.`,
        );
      return give(named);
    },
    properties: () => {
      if (properties === undefined) {
        const resolved = localise(resolve(raw, scope, at));
        properties = isRecord(resolved) ? resolved : {};
      }
      return properties;
    },
    read: (schema) => {
      const parsed = schema.safeParse(self.properties());
      if (!parsed.success) throw new LocalCloudError(`${at} (${type}): ${z.prettifyError(parsed.error)}`);
      return parsed.data;
    },
    asset: (s3Key) => stack.assets.get(s3Key.replace(/\.zip$/, '')),
  };
  return self;
}

/** As CloudFormation makes names, but without its random end: the same at each start, so that kept data is found again. */
function physicalName(type: string, nameProperty: string | undefined, raw: Json, scope: Scope, at: string): string {
  const given = nameProperty === undefined ? undefined : resolve(raw[nameProperty], scope, `${at}.${nameProperty}`);
  if (typeof given === 'string') return given;
  const made = `${scope.stack}-${at.slice(scope.stack.length + 1)}`;
  if (type === 'AWS::S3::Bucket') return made.toLowerCase().slice(0, 63);
  return type === 'AWS::SQS::Queue' ? made.slice(0, 80) : made;
}
