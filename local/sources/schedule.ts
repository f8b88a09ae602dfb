import { Cron } from 'croner';
import * as z from 'zod';
import type { Permissions } from '../gateway/roles.ts';
import type { AsyncInvoker } from '../lambda/async-invoker.ts';
import type { Functions } from '../lambda/functions.ts';
import type { Template } from '../template/template.ts';
import { LocalCloudError } from '../world.ts';

const Schedule = z.object({
  ScheduleExpression: z.string(),
  ScheduleExpressionTimezone: z.optional(z.string()),
  State: z.optional(z.enum(['ENABLED', 'DISABLED'])),
  Target: z.object({ Arn: z.string(), RoleArn: z.string(), Input: z.optional(z.string()) }),
});

export interface ScheduleSettings {
  readonly template: Template;
  readonly functions: Functions;
  readonly permissions: Permissions;
  readonly invoke: AsyncInvoker;
}

/** EventBridge Scheduler for functions. @throws LocalCloudError for an expression or a missing right, whether or not it is started. */
export function startSchedules({ template, functions, permissions, invoke }: ScheduleSettings, isEnabled: boolean): { stop(): void } {
  const stops = template.ofType('AWS::Scheduler::Schedule').map((resource) => {
    const at = `${resource.stack}/${resource.logicalId}`;
    const { ScheduleExpression, ScheduleExpressionTimezone, State, Target } = resource.read(Schedule);
    const definition = functions.find(Target.Arn);
    const start = timerFor(ScheduleExpression, ScheduleExpressionTimezone ?? 'UTC', at);
    if (!permissions.roleMay(Target.RoleArn, { action: 'lambda:InvokeFunction', resource: definition.arn })) {
      throw new LocalCloudError(`${at}: the schedule's role needs lambda:InvokeFunction on ${definition.arn}. Grant it in infra/.`);
    }
    if (State === 'DISABLED' || !isEnabled) return () => undefined;
    return start((scheduledAt) => void invoke(definition, payloadOf(Target.Input, scheduledAt)));
  });
  return {
    stop: () => {
      for (const stop of stops) stop();
    },
  };
}

/** Scheduler fills in its context attributes. */
function payloadOf(input: string | undefined, scheduledAt: Date): unknown {
  const time = scheduledAt.toISOString().replace(/\.\d+Z$/, 'Z');
  return JSON.parse((input ?? '{}').replaceAll('<aws.scheduler.scheduled-time>', time));
}

/** Starts it; gives back how to stop it. */
type Timer = (run: (scheduledAt: Date) => void) => () => void;

const UNITS: Readonly<Record<string, number>> = {
  minute: 60_000,
  minutes: 60_000,
  hour: 3_600_000,
  hours: 3_600_000,
  day: 86_400_000,
  days: 86_400_000,
};

function timerFor(expression: string, timezone: string, at: string): Timer {
  const [, rate, unit = ''] = /^rate\((\d+) (\w+)\)$/.exec(expression) ?? [];
  const unitMs = UNITS[unit];
  if (rate !== undefined && unitMs !== undefined) {
    return (run) => {
      const timer = setInterval(() => run(new Date()), Number(rate) * unitMs);
      return () => clearInterval(timer);
    };
  }
  const job = cronOf(expression, timezone, at);
  return (run) => {
    job.schedule((self: Cron) => run(self.currentRun() ?? new Date()));
    return () => job.stop();
  };
}

/**
 * `cron(minutes hours day-of-month month day-of-week year)` with Sunday as 1; it does not run by itself.
 * @throws LocalCloudError where it is none.
 */
export function cronOf(expression: string, timezone: string, at: string): Cron {
  const fields = /^cron\((.+)\)$/.exec(expression)?.[1];
  try {
    if (fields === undefined || fields.trim().split(/\s+/).length !== 6) throw new Error('expected rate(…) or cron(…) with six fields');
    return new Cron(`0 ${fields}`, { mode: '7-part', alternativeWeekdays: true, timezone });
  } catch (cause) {
    const why = cause instanceof Error ? cause.message : String(cause);
    throw new LocalCloudError(`${at}: "${expression}" is no schedule that the local cloud can read: ${why}`, { cause });
  }
}
