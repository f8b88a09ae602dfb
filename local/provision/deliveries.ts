import * as z from 'zod';
import type { Permissions } from '../gateway/roles.ts';
import type { Template } from '../template/template.ts';
import { ACCOUNT, arn, LocalCloudError } from '../world.ts';
import type { TopicSubscription } from './topics.ts';

const EventDestination = z.object({
  ConfigurationSetName: z.string(),
  EventDestination: z.object({ SnsDestination: z.optional(z.object({ TopicARN: z.string() })) }),
});

/** Between services AWS asks the receiver's policy, and drops in silence what it does not allow. @throws LocalCloudError */
export function checkDeliveries(template: Template, subscriptions: readonly TopicSubscription[], permissions: Permissions): void {
  for (const { topicArn, queueArn, logicalId } of subscriptions) {
    const demand = { action: 'sqs:SendMessage', resource: queueArn, context: { 'aws:sourcearn': [topicArn] } };
    if (!permissions.serviceMay('sns.amazonaws.com', demand)) {
      throw new LocalCloudError(
        `${logicalId}: SNS needs sqs:SendMessage on ${queueArn} from ${topicArn} by a queue policy. Grant it in infra/.`,
      );
    }
  }
  for (const destination of template.ofType('AWS::SES::ConfigurationSetEventDestination')) {
    const { ConfigurationSetName, EventDestination: to } = destination.read(EventDestination);
    const topicArn = to.SnsDestination?.TopicARN;
    const context = { 'aws:sourcearn': [arn('ses', `configuration-set/${ConfigurationSetName}`)], 'aws:sourceaccount': [ACCOUNT] };
    if (topicArn !== undefined && !permissions.serviceMay('ses.amazonaws.com', { action: 'sns:Publish', resource: topicArn, context })) {
      throw new LocalCloudError(
        `${destination.stack}/${destination.logicalId}: SES needs sns:Publish on ${topicArn} by a topic policy. Grant it in infra/.`,
      );
    }
  }
}
