import { Duration } from 'aws-cdk-lib';
import { Alarm, ComparisonOperator, type IMetric, TreatMissingData } from 'aws-cdk-lib/aws-cloudwatch';
import { SnsAction } from 'aws-cdk-lib/aws-cloudwatch-actions';
import { Effect, PolicyStatement, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import type { IFunction } from 'aws-cdk-lib/aws-lambda';
import { FilterPattern, type ILogGroup } from 'aws-cdk-lib/aws-logs';
import { type ITopic, Topic } from 'aws-cdk-lib/aws-sns';
import type { IQueue } from 'aws-cdk-lib/aws-sqs';
import { Aws } from 'aws-cdk-lib/core';
import { Construct } from 'constructs';

const MINUTE = Duration.minutes(1);
const FIVE_MINUTES = Duration.minutes(5);

export interface AlarmSettings {
  /** What is the case when it rings, in one clause. */
  readonly when: string;
  /** Whom it hurts and how: the sentence that tells the one who is woken whether to get up. */
  readonly errorImpact: string;
  readonly metric: IMetric;
  /** Rings at this value and above. */
  readonly atLeast: number;
  readonly to: ITopic;
}

export function alarm(scope: Construct, id: string, settings: AlarmSettings): Alarm {
  const made = new Alarm(scope, id, {
    alarmDescription: `${settings.when}. ${settings.errorImpact}`,
    metric: settings.metric,
    threshold: settings.atLeast,
    evaluationPeriods: 1,
    comparisonOperator: ComparisonOperator.GREATER_THAN_OR_EQUAL_TO_THRESHOLD,
    // Nothing measured is nothing wrong: an idle queue or function sends no figures.
    treatMissingData: TreatMissingData.NOT_BREACHING,
  });
  made.addAlarmAction(new SnsAction(settings.to));
  return made;
}

type Rest = Pick<AlarmSettings, 'errorImpact' | 'to'>;

export function deadLetterAlarm(scope: Construct, queue: IQueue, rest: Rest): void {
  const metric = queue.metricApproximateNumberOfMessagesVisible({ period: MINUTE, statistic: 'Maximum' });
  alarm(scope, 'DeadLetterAlarm', { when: 'Something was given up and lies in a dead-letter queue', metric, atLeast: 1, ...rest });
}

export function queueAgeAlarm(scope: Construct, queue: IQueue, atLeast: Duration, rest: Rest): void {
  const metric = queue.metricApproximateAgeOfOldestMessage({ period: MINUTE, statistic: 'Maximum' });
  const when = `The oldest message waits for more than ${atLeast.toHumanString()}`;
  alarm(scope, 'QueueAgeAlarm', { when, metric, atLeast: atLeast.toSeconds(), ...rest });
}

export function functionAlarms(scope: Construct, fn: IFunction, rest: Rest): void {
  const period = FIVE_MINUTES;
  alarm(scope, 'ErrorAlarm', { when: 'The function fails', metric: fn.metricErrors({ period }), atLeast: 1, ...rest });
  alarm(scope, 'ThrottleAlarm', { when: 'The function is throttled', metric: fn.metricThrottles({ period }), atLeast: 1, ...rest });
}

/** Rings when a function logs this message. */
export function messageAlarm(
  scope: Construct,
  id: string,
  log: ILogGroup,
  message: string,
  rest: Rest & Pick<AlarmSettings, 'when'>,
): void {
  const filter = log.addMetricFilter(`${id}Filter`, {
    filterPattern: FilterPattern.stringValue('$.message', '=', message),
    metricNamespace: 'Amends',
    metricName: id,
  });
  alarm(scope, id, { metric: filter.metric({ period: FIVE_MINUTES, statistic: 'Sum' }), atLeast: 1, ...rest });
}

/** How far a stream's reader is behind. The stream forgets after 24 hours: what is not read by then is missing for good. */
export function iteratorAgeAlarm(scope: Construct, fn: IFunction, rest: Rest): void {
  const metric = fn.metric('IteratorAge', { period: MINUTE, statistic: 'Maximum' });
  alarm(scope, 'IteratorAgeAlarm', {
    when: 'The stream is read more than 5 minutes late',
    metric,
    atLeast: FIVE_MINUTES.toMilliseconds(),
    ...rest,
  });
}

/** Where alarms go. Whoever looks after the pipeline subscribes to it: docs/deploy.md. */
export class AlarmTopic extends Construct {
  readonly topic: Topic;

  constructor(scope: Construct, id: string) {
    super(scope, id);
    this.topic = new Topic(this, 'Topic', { displayName: 'Amends alarms', enforceSSL: true });
    this.topic.addToResourcePolicy(
      new PolicyStatement({
        effect: Effect.ALLOW,
        principals: [new ServicePrincipal('cloudwatch.amazonaws.com')],
        actions: ['sns:Publish'],
        resources: [this.topic.topicArn],
        conditions: { StringEquals: { 'aws:SourceAccount': Aws.ACCOUNT_ID } },
      }),
    );
  }
}
