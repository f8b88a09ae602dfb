import { mkdir, readdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import config from '#config';
import { MetricsBody } from '../../shared/api/metrics-schema.ts';
import { METRIC_DIMENSIONS } from '../../shared/api/schemas.ts';
import { LANGUAGES } from '../../shared/domain/language.ts';
import { PERIOD_KINDS } from '../../shared/domain/metrics/period.ts';
import { DigestPreview } from '../cli/digest.ts';
import { type LocalCloud, LocalCloudError } from '../cloud.ts';
import type { Plan } from './deliveries.ts';
import { preparePlan, sizeOf, workCases } from './fill.ts';
import type { Invariant } from './invariant.ts';
import { checkInvariants } from './invariants.ts';
import { progressBar } from './progress.ts';
import { desk, type RegisterView, readRegister } from './register-view.ts';
import { type Answers, sendAll } from './send.ts';
import { runSurveyDemo, type SurveyDemo } from './survey/run.ts';

const QUIET_WITHIN_MS = 120_000;
const SETTLED_WITHIN_MS = 150_000;

export interface DemoResult {
  readonly plan: Plan;
  readonly answers: Answers;
  readonly register: RegisterView;
  readonly mails: ReturnType<LocalCloud['sentMail']>;
  readonly invariants: readonly Invariant[];
  /** What the surveys say, by name of the analysis. */
  readonly reports: SurveyDemo['reports'];
  readonly seconds: { readonly sending: number; readonly untilCounted: number };
}

/** Sends everything in `events/`, lets agents work, and checks what must be true. Writes mails, digests and figures to `out`. */
export async function runDemo(cloud: LocalCloud, out: string, tell: (line: string) => void): Promise<DemoResult> {
  const plans = await preparePlan(cloud);
  // Data of an earlier run that was killed may still be under way.
  await untilQuiet(cloud, out);
  const before = await readRegister(cloud);
  const began = performance.now();
  const answers = await sendAll(cloud, plans, progressBar('Sending', sizeOf(plans)));
  const sent = performance.now();
  tell('Waiting until everything is understood, answered and counted …');
  await untilQuiet(cloud, out);
  const counted = performance.now();

  tell('Agents take cases up and solve some …');
  await workCases(cloud);
  await untilQuiet(cloud, out);

  const register = await untilSettled(cloud, out, tell);
  const mails = cloud.sentMail();
  const deadLetters = (await cloud.queues())
    .filter(({ isDeadLetterQueue }) => isDeadLetterQueue)
    .reduce((sum, { waiting }) => sum + waiting, 0);
  const invariants = checkInvariants({ plan: plans, answers, before, register, mails, deadLetters });
  tell('Bringing in the answers of the past three months, and working out what they say …');
  const surveys = await runSurveyDemo(cloud, config, out, () => untilQuiet(cloud, out));
  await writeResults(cloud, out, mails);
  return {
    plan: plans,
    answers,
    register,
    mails,
    invariants: [...invariants, ...surveys.invariants],
    reports: surveys.reports,
    seconds: { sending: (sent - began) / 1000, untilCounted: (counted - began) / 1000 },
  };
}

/**
 * A sending whose process was killed is settled when its sender must be dead; until then nobody knows. `sweep` brings it then.
 * Without such a thing this returns at once.
 */
async function untilSettled(cloud: LocalCloud, out: string, tell: (line: string) => void): Promise<RegisterView> {
  const deadline = Date.now() + SETTLED_WITHIN_MS;
  for (let isTold = false; ; isTold = true) {
    const register = await readRegister(cloud);
    const open = register.cases.flatMap(({ actions }) => actions.filter(isUnderWay));
    if (open.length === 0 || Date.now() > deadline) return register;
    if (!isTold) tell(`Waiting for ${open.length} mails whose sending was interrupted …`);
    await setTimeout(1_000);
    await cloud.invoke('sweep');
    await untilQuiet(cloud, out);
  }
}

/** A case's clock waits for its time: that is no mail under way. */
const isUnderWay = ({ kind, state }: RegisterView['cases'][number]['actions'][number]) =>
  kind !== 'clock' && (state === 'due' || state === 'sending');

/** What did not come to rest is told with the logs of all functions, which hold ids and codes only. */
async function untilQuiet(cloud: LocalCloud, out: string): Promise<void> {
  try {
    await cloud.idle(QUIET_WITHIN_MS);
  } catch (error) {
    const folder = join(out, 'logs');
    await mkdir(folder, { recursive: true });
    for (const name of await readdir(new URL('../../functions/', import.meta.url)))
      await writeFile(join(folder, `${name}.jsonl`), cloud.logs(name).join('\n'));
    throw new LocalCloudError(`${error instanceof Error ? error.message : String(error)} The functions' logs are in ${folder}.`, {
      cause: error,
    });
  }
}

async function writeResults(cloud: LocalCloud, out: string, mails: DemoResult['mails']): Promise<void> {
  await rm(join(out, 'mail'), { recursive: true, force: true });
  await mkdir(join(out, 'mail'), { recursive: true });
  for (const { actionId, messageId, raw } of mails) {
    await writeFile(join(out, 'mail', `${(actionId ?? messageId).replace(/[^\w.-]/g, '_')}.eml`), raw);
  }
  const api = await desk(cloud, 'manager');
  const metrics = await Promise.all(METRIC_DIMENSIONS.map((by) => api.get(`/api/metrics?by=${by}`, MetricsBody)));
  await writeFile(join(out, 'metrics.json'), `${JSON.stringify(metrics, null, 2)}\n`);
  for (const period of PERIOD_KINDS) {
    for (const language of LANGUAGES) {
      const digest = DigestPreview.parse(await cloud.invoke('digest', { preview: { period, language, includeCurrent: true } }));
      await writeFile(join(out, language === 'en' ? `digest-${period}.html` : `digest-${period}.${language}.html`), digest.html);
    }
  }
}
