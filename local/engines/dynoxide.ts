import { existsSync, statfsSync } from 'node:fs';
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { HOST, LocalCloudError } from '../world.ts';
import { answering } from './answering.ts';
import type { DynamoEngine } from './dynamodb.ts';
import { freePort, startSupervised } from './supervised.ts';

/** A native binary from the npm registry: starts in 40 ms and needs no JVM. */
export async function startDynoxide(dataDir: string | undefined): Promise<DynamoEngine> {
  const binary = findBinary();
  const port = await freePort();
  const folder = dataDir ?? (await mkdtemp(join(memoryFolder(), 'amends-dynoxide-')));
  await mkdir(folder, { recursive: true });
  const file = join(folder, 'dynoxide.db');
  const args = ['serve', '--host', HOST, '--port', String(port), '--db-path', file];
  const engine = await startSupervised(binary, args, dataDir === undefined ? folder : undefined);
  const endpoint = `http://${HOST}:${port}`;
  await answering(endpoint, engine, 10_000);
  indexStream(file);
  return {
    description: `dynoxide ${dataDir === undefined ? 'in memory' : `in ${dataDir}`}`,
    endpoint,
    children: [{ pid: engine.pid, program: binary }],
    stop: async () => {
      await engine.stop();
      if (dataDir === undefined) await rm(folder, { recursive: true, force: true });
    },
  };
}

/** Less free room than this is a container's default of 64 MB, which a long run fills. */
const ENOUGH_BYTES = 1024 ** 3;

/** Linux keeps /dev/shm in memory. It goes with the engine, also when we are killed. */
function memoryFolder(): string {
  const shared = '/dev/shm';
  if (!existsSync(shared)) return tmpdir();
  const { bavail, bsize } = statfsSync(shared);
  return bavail * bsize >= ENOUGH_BYTES ? shared : tmpdir();
}

/**
 * With each write dynoxide 1.2.1 looks for the highest sequence number of the stream, through all its records: 0.4 ms become 1.7 after 5,000
 * writes. With an index it stays at 0.4, measured here; the data is the same. That needs a file, so there is no `:memory:`.
 */
function indexStream(file: string): void {
  const database = new DatabaseSync(file, { timeout: 5000 });
  try {
    database.exec('CREATE INDEX IF NOT EXISTS amends_stream_by_sequence ON _stream_records (table_name, CAST(sequence_number AS INTEGER))');
  } finally {
    database.close();
  }
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
