import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** Tests that talk to DynamoDB: adapters and functions on a table of their own, journeys on a whole local cloud. */
const FOLDERS = ['test/adapters/dynamo', 'test/functions', 'test/flows', 'test/local'];

const folder = fileURLToPath(new URL('dynamodb-local/', import.meta.url));

function run(command: string, args: readonly string[], env: Readonly<Record<string, string>> = {}): void {
  const { status, error } = spawnSync(command, args, { stdio: 'inherit', env: { ...process.env, ...env } });
  if (error !== undefined) console.error(`${command}: ${error.message}`);
  if (status !== 0) process.exit(status ?? 1);
}

if (spawnSync('java', ['-version'], { stdio: 'ignore' }).status !== 0) {
  console.error('DynamoDB Local needs Java 17 or later on the path, and found no "java". Install it; npm test needs none.');
  process.exit(1);
}
if (!existsSync(`${folder}node_modules`)) run('npm', ['ci', '--ignore-scripts', '--prefix', folder]);
const asked = process.argv.slice(2);
run('vitest', ['run', ...(asked.length > 0 ? asked : FOLDERS)], { AMENDS_ENGINE: 'dynamodb-local' });
