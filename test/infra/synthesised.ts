import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as z from 'zod/mini';
import config from '#config';
import { amendsApp } from '../../infra/amends-app.ts';
import { FUNCTION_NAMES } from '../../infra/function-names.ts';
import type { AmendsConfig } from '../../shared/config/schema.ts';

/** Folder with an empty bundle for each function: what the template says does not depend on what is in them. */
export function emptyBundles(names: readonly string[] = FUNCTION_NAMES): string {
  const folder = mkdtempSync(join(tmpdir(), 'amends-infra-'));
  for (const name of names) {
    mkdirSync(join(folder, name));
    writeFileSync(join(folder, name, 'index.mjs'), `export const handler = () => '${name}';\n`);
  }
  return folder;
}

/** Folder with what the build of the pages leaves at least: what the template says does not depend on what is in the files. */
export function emptyWeb(): string {
  const folder = mkdtempSync(join(tmpdir(), 'amends-infra-web-'));
  for (const page of ['desk', 'dashboard', 'signed-in']) {
    mkdirSync(join(folder, page));
    writeFileSync(join(folder, page, 'index.html'), `<!doctype html><title>${page}</title>\n`);
  }
  for (const script of ['form.js', 'widget.js', 'photos.js']) writeFileSync(join(folder, script), '');
  return folder;
}

const Template = z.object({
  Resources: z.record(
    z.string(),
    z.looseObject({
      Type: z.string(),
      Properties: z.optional(z.unknown()),
      DependsOn: z.optional(z.array(z.string())),
      DeletionPolicy: z.optional(z.string()),
      UpdateReplacePolicy: z.optional(z.string()),
      Metadata: z.optional(z.looseObject({ 'aws:cdk:path': z.optional(z.string()) })),
    }),
  ),
  Outputs: z.optional(z.record(z.string(), z.looseObject({ Value: z.unknown(), Export: z.optional(z.object({ Name: z.string() })) }))),
});
type Template = z.infer<typeof Template>;

/** The app with the default config or another, synthesised with all its checks, as templates. */
export function synthesise(withConfig: AmendsConfig = config) {
  const made = amendsApp({
    config: withConfig,
    bundles: emptyBundles(),
    web: emptyWeb(),
    outdir: mkdtempSync(join(tmpdir(), 'amends-infra-out-')),
    holdsAssets: false,
  });
  const assembly = made.app.synth();
  const templates = assembly.stacks.map((stack): Template => Template.parse(stack.template));
  return { ...made, assembly, ...lookUps(templates) };
}

function lookUps(templates: readonly Template[]) {
  const resources = templates.flatMap(({ Resources }) => Object.entries(Resources).map(([id, resource]) => ({ id, ...resource })));
  const exported = new Map(
    templates.flatMap(({ Outputs }) =>
      Object.values(Outputs ?? {}).flatMap(({ Export, Value }) => (Export ? [[Export.Name, Value] as const] : [])),
    ),
  );

  /** All resources of a type, their properties checked and narrowed by a schema of what the test looks at. */
  const all = <Properties extends z.core.$ZodType>(type: string, schema: Properties): { id: string; Properties: z.output<Properties> }[] =>
    resources
      .filter((resource) => resource.Type === type && !isOfCdk(resource))
      .map(({ id, Properties }) => ({ id, Properties: z.parse(schema, Properties ?? {}) }));

  /** A value of the template in words: references become the paths of the constructs, e.g. `AmendsPipeline/ActionQueue/Queue`. */
  const inWords = (value: unknown): string => {
    if (typeof value === 'string') return value;
    const read = Intrinsic.safeParse(value);
    if (!read.success) return JSON.stringify(value);
    const intrinsic = read.data;
    if ('Ref' in intrinsic) return pathOf(intrinsic.Ref);
    if ('Fn::GetAtt' in intrinsic) return pathOf(intrinsic['Fn::GetAtt'][0]);
    if ('Fn::ImportValue' in intrinsic) return inWords(exported.get(intrinsic['Fn::ImportValue']));
    return intrinsic['Fn::Join'][1].map(inWords).join(intrinsic['Fn::Join'][0]);
  };
  const pathOf = (id: string) =>
    resources.find((resource) => resource.id === id)?.Metadata?.['aws:cdk:path']?.replace(/\/Resource$/, '') ?? id;

  return { resources, all, inWords };
}

/** The function by which the CDK brings the pages into their bucket: neither code nor settings of it are ours. test/infra/site.test.ts looks at it. */
export const isOfCdk = ({ Type, id }: { Type: string; id: string }) =>
  Type === 'AWS::Lambda::Function' && id.startsWith('CustomCDKBucketDeployment');

const Intrinsic = z.union([
  z.strictObject({ Ref: z.string() }),
  z.strictObject({ 'Fn::GetAtt': z.tuple([z.string(), z.string()]) }),
  z.strictObject({ 'Fn::ImportValue': z.string() }),
  z.strictObject({ 'Fn::Join': z.tuple([z.string(), z.array(z.unknown())]) }),
]);

/** What the tests look at of a function. */
export const LambdaFunction = z.object({
  Runtime: z.string(),
  Architectures: z.array(z.string()),
  Timeout: z.number(),
  MemorySize: z.number(),
  Role: z.unknown(),
  ReservedConcurrentExecutions: z.optional(z.number()),
  LoggingConfig: z.object({ LogGroup: z.unknown(), LogFormat: z.string() }),
  Environment: z.object({ Variables: z.looseObject({ POWERTOOLS_SERVICE_NAME: z.string() }) }),
});
