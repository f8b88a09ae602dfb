import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { LocalCloudError } from '../world.ts';
import { answering } from './answering.ts';
import type { DynamoEngine } from './dynamodb.ts';
import { freePort, startSupervised } from './supervised.ts';

/** AWS's own emulator, from the jar in the npm package amplify-dynamodb-simulator. It needs Java. */
export async function startDynamodbLocal(dataDir: string | undefined): Promise<DynamoEngine> {
  const folder = findJar();
  requireJava();
  const port = await freePort();
  if (dataDir !== undefined) await mkdir(dataDir, { recursive: true });
  const jar = join(folder, 'DynamoDBLocal.jar');
  const engine = await startSupervised('java', [
    `-Djava.library.path=${join(folder, 'DynamoDBLocal_lib')}`,
    '-jar',
    jar,
    '-port',
    String(port),
    '-sharedDb',
    ...(dataDir === undefined ? ['-inMemory'] : ['-dbPath', dataDir]),
    '-disableTelemetry',
  ]);
  const endpoint = `http://127.0.0.1:${port}`;
  await answering(endpoint, engine, 60_000);
  return {
    description: `DynamoDB Local ${dataDir === undefined ? 'in memory' : `in ${dataDir}`}`,
    endpoint,
    children: [{ pid: engine.pid, program: jar }],
    stop: engine.stop,
  };
}

function findJar(): string {
  const candidates = [process.env['AMENDS_DYNAMODB_LOCAL_DIR']];
  try {
    const manifest = createRequire(new URL('dynamodb-local/package.json', import.meta.url)).resolve(
      'amplify-dynamodb-simulator/package.json',
    );
    candidates.push(join(dirname(manifest), 'emulator'));
  } catch {
    // Not installed: said below.
  }
  const found = candidates.find((folder) => folder !== undefined && existsSync(join(folder, 'DynamoDBLocal.jar')));
  if (found !== undefined) return found;
  throw new LocalCloudError(
    'The engine dynamodb-local needs the jar of DynamoDB Local. Run "npm ci --prefix local/engines/dynamodb-local", ' +
      'or set AMENDS_DYNAMODB_LOCAL_DIR to the folder of DynamoDBLocal.jar.',
  );
}

function requireJava(): void {
  try {
    execFileSync('java', ['-version'], { stdio: 'ignore' });
  } catch (cause) {
    throw new LocalCloudError(
      'The engine dynamodb-local needs Java 17 or later on the path, and found no "java". Install it, or use "--engine dynoxide".',
      {
        cause,
      },
    );
  }
}
