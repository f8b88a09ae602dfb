import { ArnFormat, CfnOutput, Stack } from 'aws-cdk-lib';
import { Metric } from 'aws-cdk-lib/aws-cloudwatch';
import { PolicyStatement, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import type { Bucket } from 'aws-cdk-lib/aws-s3';
import {
  CfnReceiptRule,
  CfnReceiptRuleSet,
  ConfigurationSet,
  EmailIdentity,
  EmailSendingEvent,
  EventDestination,
  Identity,
  SuppressionReasons,
} from 'aws-cdk-lib/aws-ses';
import { Topic } from 'aws-cdk-lib/aws-sns';
import { Aws, Duration } from 'aws-cdk-lib/core';
import { Construct } from 'constructs';
import type { AmendsConfig } from '../shared/config/schema.ts';
import { alarm } from './constructs/alarms.ts';
import type { Pipeline } from './constructs/bundled-function.ts';

/** Keys of raw mail in the bucket start with it. */
export const MAIL_PREFIX = 'mail/';

/** SES reviews an account at 5 % bounces or 0.1 % complaints; a person should know before. */
const BOUNCE_RATE = 0.04;
const COMPLAINT_RATE = 0.0008;

const domainOf = (address: string) => address.slice(address.lastIndexOf('@') + 1).toLowerCase();

/** SES in this account may do it, for nobody else's sake. */
function allowSes(action: string, resource: string): PolicyStatement {
  return new PolicyStatement({
    principals: [new ServicePrincipal('ses.amazonaws.com')],
    actions: [action],
    resources: [resource],
    conditions: { StringEquals: { 'aws:SourceAccount': Aws.ACCOUNT_ID } },
  });
}

export interface IncomingMailSettings {
  readonly mailboxes: AmendsConfig['mailboxes'];
  readonly bucket: Bucket;
}

/**
 * Mail to a mailbox: SES judges it, stores it whole in the bucket and tells the topic, with its verdicts. They are taken from there and not from the
 * mail's own headers, which anybody can write.
 */
export class IncomingMail extends Construct {
  readonly received: Topic;

  constructor(scope: Construct, id: string, { mailboxes, bucket }: IncomingMailSettings) {
    super(scope, id);
    this.received = new Topic(this, 'Received', { enforceSSL: true });
    const published = this.received.addToResourcePolicy(allowSes('sns:Publish', this.received.topicArn));
    bucket.addToResourcePolicy(allowSes('s3:PutObject', bucket.arnForObjects(`${MAIL_PREFIX}*`)));
    const rules = new CfnReceiptRuleSet(this, 'Rules');
    new CfnOutput(this, 'ReceiptRuleSet', { value: rules.ref, description: 'Make it the active one: docs/deploy.md' });
    if (mailboxes.length === 0) return;
    const rule = new CfnReceiptRule(this, 'Rule', {
      ruleSetName: rules.ref,
      rule: {
        enabled: true,
        recipients: mailboxes.map((mailbox) => mailbox.address),
        scanEnabled: true,
        // A customer whose provider has no TLS is a customer.
        tlsPolicy: 'Optional',
        actions: [{ s3Action: { bucketName: bucket.bucketName, objectKeyPrefix: MAIL_PREFIX, topicArn: this.received.topicArn } }],
      },
    });
    // SES tries both when the rule is made.
    if (published.policyDependable) rule.node.addDependency(published.policyDependable);
    if (bucket.policy) rule.node.addDependency(bucket.policy);
  }
}

export interface OutgoingMailSettings {
  readonly from: string;
  /** Domains that mail is received for need proving too. */
  readonly mailboxes: AmendsConfig['mailboxes'];
}

/** Sending: proven domains, and the configuration set that reports what became of each mail. Opens and clicks are not watched. */
export class OutgoingMail extends Construct {
  readonly configurationSet: ConfigurationSet;
  readonly events: Topic;
  private readonly from: string;

  constructor(scope: Construct, id: string, pipeline: Pipeline, settings: OutgoingMailSettings) {
    super(scope, id);
    this.from = settings.from;
    const domains = new Set([settings.from, ...settings.mailboxes.map((mailbox) => mailbox.address)].map(domainOf));
    for (const domain of domains) this.identity(domain);
    this.events = new Topic(this, 'Events', { enforceSSL: true });
    this.configurationSet = new ConfigurationSet(this, 'ConfigurationSet', {
      reputationMetrics: true,
      suppressionReasons: SuppressionReasons.BOUNCES_AND_COMPLAINTS,
    });
    const destination = this.configurationSet.addEventDestination('ToTopic', {
      destination: EventDestination.snsTopic(this.events),
      events: [
        EmailSendingEvent.SEND,
        EmailSendingEvent.REJECT,
        EmailSendingEvent.BOUNCE,
        EmailSendingEvent.COMPLAINT,
        EmailSendingEvent.DELIVERY,
        EmailSendingEvent.DELIVERY_DELAY,
      ],
    });
    destination.node.addDependency(this.events);
    this.reputationAlarm('BounceRateAlarm', 'Reputation.BounceRate', BOUNCE_RATE, pipeline);
    this.reputationAlarm('ComplaintRateAlarm', 'Reputation.ComplaintRate', COMPLAINT_RATE, pipeline);
  }

  /** To send from the one address, through the one configuration set. */
  rightToSend(): PolicyStatement {
    const ses = (resource: string, resourceName: string) =>
      Stack.of(this).formatArn({ service: 'ses', resource, resourceName, arnFormat: ArnFormat.SLASH_RESOURCE_NAME });
    return new PolicyStatement({
      actions: ['ses:SendRawEmail'],
      resources: [ses('identity', domainOf(this.from)), ses('configuration-set', this.configurationSet.configurationSetName)],
      conditions: { StringEquals: { 'ses:FromAddress': this.from } },
    });
  }

  private identity(domain: string): void {
    const identity = new EmailIdentity(this, `Identity-${domain}`, { identity: Identity.domain(domain) });
    identity.dkimRecords.forEach(({ name, value }, i) => {
      new CfnOutput(this, `Dkim-${domain}-${i + 1}`, { value: `${name} CNAME ${value}` });
    });
  }

  private reputationAlarm(id: string, metricName: string, atLeast: number, pipeline: Pipeline): void {
    alarm(this, id, {
      when: `${metricName} of the account is at ${atLeast * 100} % or more`,
      errorImpact: 'SES may stop all sending: customers would wait for acknowledgements that never come.',
      metric: new Metric({ namespace: 'AWS/SES', metricName, statistic: 'Average', period: Duration.hours(1) }),
      atLeast,
      to: pipeline.alarms,
    });
  }
}
