import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import * as z from 'zod/mini';
import { BUNDLES, bundleFunctions, bundleLines } from '../infra/bundle.ts';

/** Bytes, design §7. One KB is 1,000 bytes. */
const DOOR_GOAL = 250_000;
const ANY_GOAL = 500_000;
/** Import time, as a multiple of that of a bundle with the same SDK clients only. */
const IMPORT_GOAL = 1.5;
/** Fresh processes for each median. */
const RUNS = 9;

/** Where words come in while somebody waits for the answer. take-mail is no such door: nobody waits for it. */
const DOORS = new Set(['take-form', 'take-webhook']);

export interface BundleFigures {
  readonly name: string;
  readonly bytes: number;
  readonly bytesGoal: number;
  /** Milliseconds, median. */
  readonly importMs: number;
  /** Milliseconds, median, of the bundle that holds only the same SDK clients. */
  readonly clientsImportMs: number;
  readonly importRatio: number;
}

const Metafile = z.object({
  outputs: z.record(z.string(), z.object({ inputs: z.record(z.string(), z.object({ bytesInOutput: z.number() })) })),
});

/** The SDK clients that are in a function's bundle, as package names. */
async function clientsOf(name: string): Promise<string[]> {
  const { outputs } = Metafile.parse(JSON.parse(await readFile(join(BUNDLES, `${name}.meta.json`), 'utf8')));
  const used = Object.values(outputs).flatMap(({ inputs }) => Object.entries(inputs).filter(([, { bytesInOutput }]) => bytesInOutput > 0));
  return [...new Set(used.flatMap(([path]) => /@aws-sdk\/(client-[a-z-]+|lib-dynamodb)\//.exec(path)?.[1] ?? []))].sort();
}

/** The class of each client, by package. */
const CLASSES: Readonly<Record<string, string>> = {
  'client-dynamodb': 'DynamoDBClient',
  'client-eventbridge': 'EventBridgeClient',
  'client-s3': 'S3Client',
  'client-secrets-manager': 'SecretsManagerClient',
  'client-ses': 'SESClient',
  'client-sqs': 'SQSClient',
  'lib-dynamodb': 'DynamoDBDocumentClient',
};

/** A module that makes the clients and does nothing else; the document client wraps DynamoDB's, as ours does. */
function onlyClients(packages: readonly string[]): string {
  const names = packages.map((name) => {
    const made = CLASSES[name];
    if (made === undefined) throw new Error(`bench/bundles.ts: which class is the client of @aws-sdk/${name}? Put it into CLASSES.`);
    return made;
  });
  const imports = packages.map((name, i) => `import { ${names[i]} } from '@aws-sdk/${name}';`);
  const makes = names.map((name) =>
    name === 'DynamoDBDocumentClient' ? 'DynamoDBDocumentClient.from(new DynamoDBClient())' : `new ${name}()`,
  );
  return `${imports.join('\n')}\nexport const clients = [${makes.join(', ')}];\n`;
}

/** Milliseconds that a fresh process takes to import a module. Its output is opened before: Lambda's runtime has done so too when it imports a function. */
async function importTime(file: string): Promise<number> {
  const script = `process.stdout; process.stderr; const start = performance.now(); await import(${JSON.stringify(pathToFileURL(file).href)}); console.log(performance.now() - start);`;
  const env = { AWS_REGION: 'us-east-1', POWERTOOLS_SERVICE_NAME: 'bench', POWERTOOLS_LOG_LEVEL: 'INFO' };
  const { stdout } = await promisify(execFile)(process.execPath, ['--input-type=module', '-e', script], { env });
  return Number(stdout);
}

const median = (values: readonly number[]) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;

/** Bundles anew and measures. Function and comparison take turns, so that a busy moment of the machine hits both. */
export async function measureBundles(): Promise<BundleFigures[]> {
  const names = await bundleFunctions();
  const folder = await mkdtemp(join(tmpdir(), 'amends-bench-'));
  try {
    const figures: BundleFigures[] = [];
    for (const name of names) figures.push(await measure(name, folder));
    return figures;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function measure(name: string, folder: string): Promise<BundleFigures> {
  const bundle = join(BUNDLES, name, 'index.mjs');
  const clients = join(folder, `${name}.mjs`);
  await writeFile(clients, await bundleLines(onlyClients(await clientsOf(name))));
  const times: { readonly own: number; readonly clients: number }[] = [];
  for (let run = 0; run < RUNS; run += 1) times.push({ own: await importTime(bundle), clients: await importTime(clients) });
  const importMs = median(times.map(({ own }) => own));
  const clientsImportMs = median(times.map((time) => time.clients));
  return {
    name,
    bytes: (await stat(bundle)).size,
    bytesGoal: DOORS.has(name) ? DOOR_GOAL : ANY_GOAL,
    importMs,
    clientsImportMs,
    importRatio: importMs / clientsImportMs,
  };
}

if (import.meta.main) {
  const figures = await measureBundles();
  for (const one of figures) {
    const size = `${(one.bytes / 1000).toFixed(0).padStart(5)} KB ${one.bytes <= one.bytesGoal ? 'ok  ' : 'OVER'} (goal ${one.bytesGoal / 1000})`;
    const time = `${one.importMs.toFixed(1).padStart(6)} ms, clients alone ${one.clientsImportMs.toFixed(1).padStart(5)} ms`;
    console.log(
      `${one.name.padEnd(16)}${size}  ${time}, ratio ${one.importRatio.toFixed(2)} ${one.importRatio <= IMPORT_GOAL ? 'ok' : `OVER (goal ${IMPORT_GOAL})`}`,
    );
  }
}
