import { readdir, readFile } from 'node:fs/promises';
import { join, resolve as resolvePath } from 'node:path';
import * as z from 'zod';
import { LocalCloudError } from '../world.ts';

const Unknowns = z.record(z.string(), z.unknown());

const Resource = z.object({
  Type: z.string(),
  Properties: z.optional(Unknowns),
  Condition: z.optional(z.string()),
});

const Template = z.object({
  Resources: z.record(z.string(), Resource),
  Parameters: z.optional(z.record(z.string(), z.object({ Default: z.optional(z.unknown()) }))),
  Mappings: z.optional(z.record(z.string(), z.record(z.string(), Unknowns))),
  Conditions: z.optional(Unknowns),
  Outputs: z.optional(z.record(z.string(), z.object({ Value: z.unknown(), Export: z.optional(z.object({ Name: z.unknown() })) }))),
});

const Assets = z.object({ files: z.record(z.string(), z.object({ source: z.object({ path: z.optional(z.string()) }) })) });

const Manifest = z.object({
  artifacts: z.record(
    z.string(),
    z.object({
      type: z.string(),
      dependencies: z.optional(z.array(z.string())),
      properties: z.optional(z.object({ templateFile: z.optional(z.string()), stackName: z.optional(z.string()) })),
    }),
  ),
});

export type Stack = z.infer<typeof Template> & {
  readonly name: string;
  /** Folder of each file asset by its hash. */
  readonly assets: ReadonlyMap<string, string>;
};

/**
 * Reads what `cdk synth` wrote, in the order of deployment.
 * @throws LocalCloudError where nothing was synthesised or a file has another shape.
 */
export async function loadStacks(templateDir: string): Promise<readonly Stack[]> {
  const manifest = await readJson(join(templateDir, 'manifest.json'), Manifest);
  const stacks = new Map(Object.entries(manifest.artifacts).filter(([, artifact]) => artifact.type === 'aws:cloudformation:stack'));
  const ordered: string[] = [];
  const visit = (id: string) => {
    const artifact = stacks.get(id);
    if (artifact === undefined || ordered.includes(id)) return;
    for (const dependency of artifact.dependencies ?? []) visit(dependency);
    ordered.push(id);
  };
  for (const id of stacks.keys()) visit(id);
  if (ordered.length === 0) throw new LocalCloudError(`${templateDir}: expected at least one stack, found none. Run "npm run synth".`);
  return Promise.all(
    ordered.map(async (id) => {
      const properties = stacks.get(id)?.properties;
      const template = await readJson(join(templateDir, properties?.templateFile ?? `${id}.template.json`), Template);
      return { ...template, name: properties?.stackName ?? id, assets: await loadAssets(templateDir, id) };
    }),
  );
}

async function loadAssets(templateDir: string, id: string): Promise<ReadonlyMap<string, string>> {
  const file = `${id}.assets.json`;
  if (!(await readdir(templateDir)).includes(file)) return new Map();
  const { files } = await readJson(join(templateDir, file), Assets);
  return new Map(
    Object.entries(files).flatMap(([hash, asset]) =>
      asset.source.path === undefined ? [] : [[hash, resolvePath(templateDir, asset.source.path)] as const],
    ),
  );
}

async function readJson<Schema extends z.ZodType>(path: string, schema: Schema): Promise<z.output<Schema>> {
  let text: string;
  try {
    text = await readFile(path, 'utf8');
  } catch (cause) {
    throw new LocalCloudError(`${path}: expected the output of "cdk synth" there, found no such file. Run "npm run synth".`, { cause });
  }
  const parsed = schema.safeParse(JSON.parse(text));
  if (!parsed.success) throw new LocalCloudError(`${path}: ${z.prettifyError(parsed.error)}`);
  return parsed.data;
}
