import { readFileSync, writeFileSync } from 'node:fs';
import { compile, type JSONSchema } from 'json-schema-to-typescript';
import * as z from 'zod';

/**
 * Writes `web/browser/api/paths.ts`: the OpenAPI document as the type that `openapi-fetch` takes, so that a page which asks for what the API does not
 * give fails to compile. `--check` only says whether it is what the document says.
 *
 * The document is turned into one JSON schema whose properties are its paths. `openapi-typescript`, which is made for this, needs the compiler API that
 * TypeScript 7 has not.
 */
const DOCUMENT = new URL('../docs/openapi.json', import.meta.url);
const FILE = new URL('../web/browser/api/paths.ts', import.meta.url);
const METHODS = ['get', 'post'] as const;

const Schema = z.custom<JSONSchema>((value) => typeof value === 'object' && value !== null);
const Content = z.looseObject({ content: z.optional(z.record(z.string(), z.looseObject({ schema: z.optional(Schema) }))) });
const Operation = z.looseObject({
  parameters: z.optional(
    z.array(
      z.looseObject({ in: z.enum(['path', 'query', 'header']), name: z.string(), required: z.optional(z.boolean()), schema: Schema }),
    ),
  ),
  requestBody: z.optional(Content.extend({ required: z.optional(z.boolean()) })),
  responses: z.record(z.string(), Content),
});
type Operation = z.infer<typeof Operation>;
const Tuple = z.looseObject({ prefixItems: z.array(Schema) });
const Document = z.looseObject({
  paths: z.record(z.string(), z.looseObject({ get: z.optional(Operation), post: z.optional(Operation) })),
  components: z.looseObject({ schemas: z.record(z.string(), Schema) }),
});

const object = (properties: Record<string, JSONSchema>, required: readonly string[] = Object.keys(properties)): JSONSchema => ({
  type: 'object',
  properties,
  required: [...required],
  additionalProperties: false,
});
const never: JSONSchema = { tsType: 'never' };

function parametersOf({ parameters = [] }: Operation): JSONSchema {
  const places = (['path', 'query', 'header'] as const).flatMap((place) => {
    const here = parameters.filter((one) => one.in === place);
    if (here.length === 0) return [];
    const required = here.filter((one) => one.required === true).map(({ name }) => name);
    return [[place, object(Object.fromEntries(here.map(({ name, schema }) => [name, schema])), required), required.length > 0] as const];
  });
  return object(
    Object.fromEntries(places.map(([place, schema]) => [place, schema])),
    places.filter(([, , isRequired]) => isRequired).map(([place]) => place),
  );
}

const contentOf = ({ content = {} }: z.infer<typeof Content>): JSONSchema =>
  object({ content: object(Object.fromEntries(Object.entries(content).map(([type, { schema }]) => [type, schema ?? {}]))) });

function operationOf(operation: Operation): JSONSchema {
  const body = operation.requestBody;
  return object(
    {
      parameters: parametersOf(operation),
      ...(body && { requestBody: contentOf(body) }),
      responses: object(Object.fromEntries(Object.entries(operation.responses).map(([status, answer]) => [status, contentOf(answer)]))),
    },
    ['parameters', 'responses', ...(body?.required === true ? ['requestBody'] : [])],
  );
}

/** References are to what stands beside the paths; a tuple is a list of what it may hold, for the compiler knows only older drafts' tuples. */
const relocated = <T>(schema: T): T =>
  JSON.parse(JSON.stringify(schema).replaceAll('#/components/schemas/', '#/definitions/'), (_, value) => {
    const tuple = Tuple.safeParse(value);
    return tuple.success ? { ...tuple.data, prefixItems: undefined, items: { anyOf: tuple.data.prefixItems } } : value;
  });

async function typesOf(text: string): Promise<string> {
  const { paths, components } = Document.parse(JSON.parse(text));
  const entries = Object.entries(paths).map(([path, item]) => {
    const methods = METHODS.flatMap((method) => (item[method] === undefined ? [] : [[method, operationOf(item[method])] as const]));
    const absent = METHODS.filter((method) => item[method] === undefined).map((method) => [method, never] as const);
    return [
      path,
      object(
        { ...Object.fromEntries(methods), ...Object.fromEntries(absent) },
        methods.map(([method]) => method),
      ),
    ] as const;
  });
  const schema = relocated({ ...object(Object.fromEntries(entries)), definitions: components.schemas });
  const written = await compile(schema, 'paths', {
    bannerComment: '// Written by infra/api-types.ts from docs/openapi.json: npm run openapi.',
    additionalProperties: false,
    unreachableDefinitions: true,
    ignoreMinAndMaxItems: true,
    format: false,
  });
  // A status is a number to openapi-fetch.
  return written.replaceAll(/^"(\d{3})": /gm, '$1: ');
}

const types = await typesOf(readFileSync(DOCUMENT, 'utf8'));
if (!process.argv.includes('--check')) writeFileSync(FILE, types);
else if (readFileSync(FILE, 'utf8') !== types) {
  process.stderr.write('web/browser/api/paths.ts differs from docs/openapi.json. Write it anew: npm run openapi\n');
  process.exitCode = 1;
}
