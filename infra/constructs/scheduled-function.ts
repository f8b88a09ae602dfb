import type { Duration } from 'aws-cdk-lib';
import { PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { SqsDestination } from 'aws-cdk-lib/aws-lambda-destinations';
import { CfnSchedule } from 'aws-cdk-lib/aws-scheduler';
import { Queue } from 'aws-cdk-lib/aws-sqs';
import { Aws } from 'aws-cdk-lib/core';
import type { Construct } from 'constructs';
import { acknowledge } from '../acknowledge.ts';
import { deadLetterAlarm } from './alarms.ts';
import { BundledFunction, type FunctionSettings, type Pipeline } from './bundled-function.ts';
import { DEAD_LETTER_QUEUE } from './queues.ts';

export interface Schedule {
  /** Part of the schedule's logical id: letters, digits, hyphens. */
  readonly id: string;
  /** `rate(…)` or `cron(…)` of EventBridge Scheduler. */
  readonly expression: string;
  /** IANA time zone of a `cron(…)`. */
  readonly timeZone?: string;
  /** What the function is called with. */
  readonly input: Readonly<Record<string, string>>;
}

export interface ScheduledFunctionSettings extends FunctionSettings {
  readonly schedules: readonly Schedule[];
  readonly timeout: Duration;
  /** How often a run that failed is tried again. */
  readonly retries: 0 | 1 | 2;
  /** A run that could not start by then is left out. */
  readonly startsWithin: Duration;
}

/** A function called by the clock. Runs that could not be started, or failed to the end, lie in its dead-letter queue. */
export class ScheduledFunction extends BundledFunction {
  readonly failures: Queue;

  constructor(scope: Construct, id: string, pipeline: Pipeline, settings: ScheduledFunctionSettings) {
    super(scope, id, pipeline, settings);
    const failures = new Queue(this, 'Failures', DEAD_LETTER_QUEUE);
    this.failures = failures;
    acknowledge(failures, 'AwsSolutions-SQS3', 'It is a dead-letter queue itself: of the schedules and of the runs they start.');
    deadLetterAlarm(this, failures, { errorImpact: settings.errorImpact, to: pipeline.alarms });
    this.lambda.configureAsyncInvoke({
      retryAttempts: settings.retries,
      maxEventAge: settings.startsWithin,
      onFailure: new SqsDestination(failures),
    });
    const caller = this.callerRole(failures);
    for (const schedule of settings.schedules) this.call(schedule, caller, failures, settings);
  }

  private callerRole(failures: Queue): Role {
    const role = new Role(this, 'SchedulerRole', {
      assumedBy: new ServicePrincipal('scheduler.amazonaws.com', { conditions: { StringEquals: { 'aws:SourceAccount': Aws.ACCOUNT_ID } } }),
    });
    role.addToPolicy(new PolicyStatement({ actions: ['lambda:InvokeFunction'], resources: [this.lambda.functionArn] }));
    role.addToPolicy(new PolicyStatement({ actions: ['sqs:SendMessage'], resources: [failures.queueArn] }));
    return role;
  }

  private call(schedule: Schedule, caller: Role, failures: Queue, settings: ScheduledFunctionSettings): void {
    const made = new CfnSchedule(this, `Schedule-${schedule.id}`, {
      description: `Amends: ${settings.name} ${schedule.id}`,
      scheduleExpression: schedule.expression,
      ...(schedule.timeZone !== undefined && { scheduleExpressionTimezone: schedule.timeZone }),
      flexibleTimeWindow: { mode: 'OFF' },
      target: {
        arn: this.lambda.functionArn,
        roleArn: caller.roleArn,
        input: JSON.stringify(schedule.input),
        deadLetterConfig: { arn: failures.queueArn },
        retryPolicy: { maximumRetryAttempts: 2, maximumEventAgeInSeconds: settings.startsWithin.toSeconds() },
      },
    });
    made.node.addDependency(caller);
  }
}
