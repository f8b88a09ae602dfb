import { CfnOutput, Duration, Lazy, type Stack } from 'aws-cdk-lib';
import { EventBus } from 'aws-cdk-lib/aws-events';
import type { AmendsConfig } from '../shared/config/schema.ts';
import { AlarmTopic } from './constructs/alarms.ts';
import type { Pipeline } from './constructs/bundled-function.ts';
import { PublicApi } from './constructs/http-api.ts';
import { WorkQueue } from './constructs/queue-function.ts';
import type { DataStack } from './data-stack.ts';
import { IncomingMail, OutgoingMail } from './mail.ts';
import { Site } from './site.ts';
import { Staff } from './staff.ts';

export interface PipelineParts {
  readonly config: AmendsConfig;
  readonly data: DataStack;
  /** Folder of the functions' bundles. */
  readonly bundles: string;
  /** Folder of the built pages. */
  readonly web: string;
}

export type Connections = ReturnType<typeof connections>;

/** What the functions are connected by: the API, mail, the queues and the bus. */
export function connections(stack: Stack, { config, data, bundles, web }: PipelineParts) {
  const pipeline: Pipeline = { bundles, alarms: new AlarmTopic(stack, 'Alarms').topic };
  new CfnOutput(stack, 'AlarmTopic', { value: pipeline.alarms.topicArn, description: 'Subscribe to it' });
  // The pages stand before the API, whose tokens are for those who come back to the pages from signing in.
  const siteUrl = Lazy.string({ produce: () => site.url });
  const staff = new Staff(stack, 'Staff', { signInPrefix: config.site.signInPrefix, siteUrl });
  const api = new PublicApi(stack, 'Http', pipeline, {
    staff: staff.authorizer(),
    errorImpact: 'Customers or providers are told to send again, or staff cannot work.',
  });
  const site = new Site(stack, 'Site', {
    own: config.site,
    apiUrl: api.url,
    signInUrl: staff.signInUrl,
    photosUrl: `https://${data.photos.bucketRegionalDomainName}`,
    web,
  });
  const mailIn = new IncomingMail(stack, 'MailIn', { mailboxes: config.mailboxes, bucket: data.mail });
  const mailOut = new OutgoingMail(stack, 'MailOut', pipeline, { from: config.brand.mailFrom, mailboxes: config.mailboxes });
  const bus = new EventBus(stack, 'Events', { description: 'What happened to feedback and cases, in the envelope of Amends' });
  new CfnOutput(stack, 'EventBus', { value: bus.eventBusName, description: 'Write rules for it to hear of feedback and cases' });

  const mail = new WorkQueue(stack, 'MailQueue', pipeline, {
    batchTimeout: Duration.seconds(60),
    waitsAtMost: Duration.minutes(10),
    errorImpact: 'Customers who wrote a mail are not heard; their mail is safe in the bucket.',
  }).subscribeTo(mailIn.received);
  const mailEvents = new WorkQueue(stack, 'MailEventQueue', pipeline, {
    batchTimeout: Duration.seconds(30),
    waitsAtMost: Duration.minutes(30),
    errorImpact: 'Addresses that bounced or complained may be written to again, and unsure sendings stay unsure.',
  }).subscribeTo(mailOut.events);
  const feedback = new WorkQueue(stack, 'FeedbackQueue', pipeline, {
    batchTimeout: Duration.seconds(30),
    waitsAtMost: Duration.minutes(5),
    errorImpact: 'Feedback that was accepted is not worked: unhappy customers hear nothing.',
  });
  const actions = new WorkQueue(stack, 'ActionQueue', pipeline, {
    batchTimeout: Duration.seconds(30),
    waitsAtMost: Duration.minutes(5),
    errorImpact: 'Customers wait for their acknowledgement and owners do not know of their cases.',
  });

  const deliveries = new WorkQueue(stack, 'DeliveryQueue', pipeline, {
    batchTimeout: Duration.seconds(30),
    // Retries of the first minutes wait in it.
    waitsAtMost: Duration.minutes(20),
    errorImpact: 'Systems and chat rooms that asked to be told do not learn what happened.',
  });

  const answers = new WorkQueue(stack, 'AnswerQueue', pipeline, {
    batchTimeout: Duration.seconds(60),
    // They gather for a minute.
    waitsAtMost: Duration.minutes(15),
    errorImpact: 'Answers are missing from analyses and exports until they are archived; figures and cases go on.',
  });
  const analyses = new WorkQueue(stack, 'AnalysisQueue', pipeline, {
    batchTimeout: Duration.minutes(5),
    waitsAtMost: Duration.minutes(30),
    errorImpact: 'Analyses that were asked for are not computed.',
  });

  const invitations = new WorkQueue(stack, 'InvitationQueue', pipeline, {
    batchTimeout: Duration.seconds(30),
    // A file of a hundred thousand persons is worked off in half an hour.
    waitsAtMost: Duration.hours(2),
    errorImpact: 'Customers who were to be asked for their opinion are not asked.',
  });

  return {
    pipeline,
    api,
    site,
    staff,
    mailOut,
    bus,
    queues: { answers, analyses, mail, mailEvents, feedback, actions, deliveries, invitations },
  };
}
