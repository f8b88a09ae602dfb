import { existsSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { HOST, LocalCloudError } from '../world.ts';
import { answering } from './answering.ts';
import type { DynamoEngine } from './dynamodb.ts';
import { freePort, startSupervised } from './supervised.ts';

/** A native binary from the npm registry: starts in 40 ms and needs no JVM. */
export async function startDynoxide(dataDir: string | undefined): Promise<DynamoEngine> {
  const binary = findBinary();
  const port = await freePort();
  if (dataDir !== undefined) await mkdir(dataDir, { recursive: true });
  const kept = dataDir === undefined ? [] : ['--db-path', join(dataDir, 'dynoxide.db')];
  const engine = await startSupervised(binary, ['serve', '--host', HOST, '--port', String(port), ...kept]);
  const endpoint = `http://${HOST}:${port}`;
  await answering(endpoint, engine, 10_000);
  return {
    description: `dynoxide ${dataDir === undefined ? 'in memory' : `in ${dataDir}`}`,
    endpoint,
    children: [{ pid: engine.pid, program: binary }],
    stop: engine.stop,
  };
}

function findBinary(): string {
  const name = `@dynoxide/${process.platform}-${process.arch}`;
  try {
    const binary = join(createRequire(import.meta.url).resolve(`${name}/package.json`), '..', 'dynoxide');
    if (existsSync(binary)) return binary;
  } catch {
    // Not installed: said below.
  }
  throw new LocalCloudError(
    `The local cloud needs an engine that speaks DynamoDB; ${name} is not installed. Run "npm install --no-save ${name}@1.2.1", ` +
      'or install Java 17 and start with "--engine dynamodb-local", or set AMENDS_DYNAMODB_ENDPOINT to one that runs already.',
  );
}
