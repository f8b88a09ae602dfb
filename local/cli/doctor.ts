import { spawnSync } from 'node:child_process';
import { createRequire } from 'node:module';
import { Command } from 'commander';
import * as z from 'zod';
import config from '#config';
import { coverageGaps } from '../../shared/config/coverage.ts';
import { findBrowser } from '../browser.ts';
import { readSecrets, SECRETS_FILE } from '../secrets.ts';
import { connect, runningLocalCloud } from './connection.ts';
import { type OutputOptions, show } from './output.ts';
import { faultOfSecret, secretNames } from './secrets.ts';

interface Finding {
  readonly what: string;
  /** `fault`: something will not work. `note`: worth knowing. */
  readonly state: 'ok' | 'note' | 'fault';
  readonly detail: string;
}

export function doctorCommand(): Command {
  return new Command('doctor')
    .description('look for what is missing or wrong here; exit code 1 where something will not work')
    .option('--json', 'as JSON')
    .action(async (options: OutputOptions) => {
      const findings = [node(), engine(), java(), browser(), ...calendars(new Date().toISOString()), await secrets(), await cloud()];
      const marks = { ok: '✓', note: '·', fault: '✗' } as const;
      show(findings, options, () => findings.map(({ what, state, detail }) => `${marks[state]} ${what}: ${detail}`).join('\n'));
      if (findings.some(({ state }) => state === 'fault')) process.exitCode = 1;
    });
}

function node(): Finding {
  const major = Number(process.versions.node.split('.')[0]);
  return {
    what: 'Node.js',
    state: major >= 24 ? 'ok' : 'fault',
    detail:
      major >= 24 ? process.version : `${process.version}; expected 24, which npm ci brings. Start with "npx amends" or an npm script.`,
  };
}

function engine(): Finding {
  const what = 'DynamoDB engine';
  if (process.env['AMENDS_DYNAMODB_ENDPOINT'] !== undefined) return { what, state: 'ok', detail: 'AMENDS_DYNAMODB_ENDPOINT is used' };
  try {
    createRequire(import.meta.url).resolve('@dynoxide/linux-x64/package.json');
    return { what, state: 'ok', detail: 'dynoxide' };
  } catch {
    return {
      what,
      state: 'fault',
      detail: 'dynoxide has no binary for this platform here. Set AMENDS_DYNAMODB_ENDPOINT, or use --engine dynamodb-local (needs Java).',
    };
  }
}

function java(): Finding {
  const isThere = spawnSync('java', ['-version'], { stdio: 'ignore' }).status === 0;
  return {
    what: 'Java',
    state: isThere ? 'ok' : 'note',
    detail: isThere ? 'found, so --engine dynamodb-local works too' : 'not found; only --engine dynamodb-local needs it',
  };
}

function browser(): Finding {
  const path = findBrowser();
  return { what: 'Browser', state: path === undefined ? 'note' : 'ok', detail: path ?? 'no Chromium found; the page tests will not run' };
}

function calendars(now: string): Finding[] {
  const gaps = coverageGaps(config, now);
  return Object.entries(config.calendars).map(([name, { coveredYears }]) => {
    const what = `Calendar "${name}"`;
    const own = gaps.filter(({ calendar }) => calendar === name);
    if (own.length > 0)
      return { what, state: own.some(({ isNow }) => isNow) ? 'fault' : 'note', detail: own.map(({ advice }) => advice).join(' ') };
    return { what, state: 'ok', detail: `knows the holidays of ${coveredYears.join(', ')}` };
  });
}

async function secrets(): Promise<Finding> {
  const what = `Secrets in ${SECRETS_FILE}`;
  const values = await readSecrets(SECRETS_FILE);
  if (Object.keys(values).length === 0) return { what, state: 'note', detail: 'none yet; the first start makes them' };
  const bad = secretNames().filter((name) => faultOfSecret(name, values[name] ?? '') !== undefined);
  return bad.length === 0
    ? { what, state: 'ok', detail: 'all set' }
    : { what, state: 'fault', detail: `missing or not as expected: ${bad.join(', ')}. Set with "amends secrets set NAME --random".` };
}

const Queues = z.array(z.object({ logicalId: z.string(), waiting: z.int(), inFlight: z.int(), isDeadLetterQueue: z.boolean() }));

async function cloud(): Promise<Finding> {
  const what = 'Local cloud';
  if ((await runningLocalCloud()) === undefined) return { what, state: 'note', detail: 'does not run; start it with "npm start"' };
  const { url, local } = await connect();
  const queues = Queues.parse(await (await local('queues')).json());
  const dead = queues.filter(({ isDeadLetterQueue, waiting }) => isDeadLetterQueue && waiting > 0);
  if (dead.length > 0)
    return {
      what,
      state: 'fault',
      detail: `${url}; dead letters in ${dead.map(({ logicalId, waiting }) => `${logicalId} (${waiting})`).join(', ')}`,
    };
  return { what, state: 'ok', detail: `${url}; no dead letters` };
}
