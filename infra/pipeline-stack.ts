import { Duration, Stack, type StackProps } from 'aws-cdk-lib';
import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import type { Construct } from 'constructs';
import { deskRoutes } from '../shared/api/routes.ts';
import { acknowledge } from './acknowledge.ts';
import { type Connections, connections, type PipelineParts } from './connections.ts';
import { HttpFunction } from './constructs/http-function.ts';
import { QueueFunction } from './constructs/queue-function.ts';
import { ScheduledFunction } from './constructs/scheduled-function.ts';
import { StreamFunction } from './constructs/stream-function.ts';
import { MAIL_PREFIX } from './mail.ts';
import { CUSTOMER_KEY, LINK_KEY, rightToRead, SECRETS_PREFIX, sourceSecret } from './secrets.ts';
import { rightTo, rightToQueryIndex } from './table-rights.ts';
import { letAskTextEngines } from './text-engines.ts';

/** Everything that moves, one block per function, in the order of the flow. It can be deleted and deployed anew: nothing is kept in it but the staff's accounts. */
export class PipelineStack extends Stack {
  constructor(scope: Construct, id: string, { config, data, bundles, ...props }: PipelineParts & StackProps) {
    super(scope, id, props);
    const parts = { config, data, bundles };
    const joined = connections(this, parts);
    this.doors(parts, joined);
    this.understandAndCount(parts, joined);
    this.act(parts, joined);
    this.answer(parts, joined);
  }

  /** Where words come in. */
  private doors({ config, data }: PipelineParts, { pipeline, api, queues: { feedback, mail, mailEvents } }: Connections): void {
    new HttpFunction(this, 'TakeForm', pipeline, {
      name: 'take-form',
      api,
      routes: [
        { route: 'GET /f/{survey}', access: 'public', perSecond: 50 },
        { route: 'POST /f/{survey}', access: 'public', perSecond: 100 },
      ],
      errorImpact: 'Customers cannot give feedback by the form.',
      environment: { FEEDBACK_QUEUE_URL: feedback.queue.queueUrl, SECRETS_PREFIX },
      rights: [feedback.rightToSend(), ...rightToRead(this, [LINK_KEY])],
    });

    new HttpFunction(this, 'TakeWebhook', pipeline, {
      name: 'take-webhook',
      api,
      routes: [
        { route: 'POST /hooks/{source}', access: 'public', perSecond: 100 },
        { route: 'HEAD /hooks/{source}', access: 'public', perSecond: 5 },
      ],
      errorImpact: 'Survey tools cannot deliver; most try again for hours, then give the answers up.',
      environment: { FEEDBACK_QUEUE_URL: feedback.queue.queueUrl, SECRETS_PREFIX },
      rights: [
        feedback.rightToSend(),
        ...rightToRead(
          this,
          config.sources.map((source) => sourceSecret(source.id)),
        ),
      ],
    });

    const takeMail = new QueueFunction(this, 'TakeMail', pipeline, {
      name: 'take-mail',
      from: mail,
      batchSize: 2,
      // Two mails of 25 MB, raw and decoded, are in memory at once.
      memoryMiB: 1024,
      environment: { MAIL_BUCKET: data.mail.bucketName, FEEDBACK_QUEUE_URL: feedback.queue.queueUrl },
      rights: [
        new PolicyStatement({ actions: ['s3:GetObject'], resources: [data.mail.arnForObjects(`${MAIL_PREFIX}*`)] }),
        feedback.rightToSend(),
      ],
    });
    acknowledge(
      takeMail.role,
      'AwsSolutions-IAM5[Resource::AmendsData:ExportsOutputFnGetAttMail6A3D1F64ArnA87704DD/mail/*]',
      'SES names the mails: which of them will come is not known. One bucket, one prefix, read only.',
    );

    new QueueFunction(this, 'TakeMailEvent', pipeline, {
      name: 'take-mail-event',
      from: mailEvents,
      batchSize: 10,
      environment: { REGISTER_TABLE: data.register.tableName, SECRETS_PREFIX },
      rights: [rightTo(data.register, 'UpdateItem'), ...rightToRead(this, [CUSTOMER_KEY])],
    });
  }

  /** What is made of them. */
  private understandAndCount({ config, data }: PipelineParts, { pipeline, bus, queues: { feedback, actions } }: Connections): void {
    const assess = new QueueFunction(this, 'Assess', pipeline, {
      name: 'assess',
      from: feedback,
      batchSize: 10,
      environment: { REGISTER_TABLE: data.register.tableName, ACTION_QUEUE_URL: actions.queue.queueUrl, SECRETS_PREFIX },
      rights: [rightTo(data.register, 'GetItem', 'PutItem', 'UpdateItem'), actions.rightToSend(), ...rightToRead(this, [CUSTOMER_KEY])],
    });
    letAskTextEngines(assess, config);

    new StreamFunction(this, 'Count', pipeline, {
      name: 'count',
      from: data.register,
      itemTypes: ['feedback', 'case'],
      timeout: Duration.seconds(30),
      errorImpact: 'Figures, digests and the dashboard fall behind; after 24 hours they would stay wrong.',
      environment: { FIGURES_TABLE: data.figures.tableName },
      rights: [rightTo(data.figures, 'UpdateItem')],
    });

    new StreamFunction(this, 'Publish', pipeline, {
      name: 'publish',
      from: data.register,
      itemTypes: ['feedback', 'case-event'],
      timeout: Duration.seconds(30),
      errorImpact: 'Systems that listen to the event bus do not learn what happened.',
      environment: { EVENT_BUS: bus.eventBusName },
      rights: [new PolicyStatement({ actions: ['events:PutEvents'], resources: [bus.eventBusArn] })],
    });
  }

  /** What is due is done. */
  private act({ config, data }: PipelineParts, { pipeline, api, mailOut, queues: { actions } }: Connections): void {
    new ScheduledFunction(this, 'Sweep', pipeline, {
      name: 'sweep',
      schedules: [{ id: 'each-minute', expression: 'rate(1 minute)', input: {} }],
      timeout: Duration.seconds(50),
      // The next minute does what this one did not.
      retries: 0,
      startsWithin: Duration.minutes(1),
      errorImpact: 'What is due is not done: acknowledgements that failed once are never tried again.',
      environment: { REGISTER_TABLE: data.register.tableName, ACTION_QUEUE_URL: actions.queue.queueUrl },
      rights: [rightToQueryIndex(data.register), rightTo(data.register, 'UpdateItem'), actions.rightToSend()],
    });

    new QueueFunction(this, 'Act', pipeline, {
      name: 'act',
      from: actions,
      batchSize: 5,
      // With the batch, ten mails at once: below the 14 a second that SES gives a new account.
      maxConcurrency: 2,
      environment: {
        REGISTER_TABLE: data.register.tableName,
        PUBLIC_URL: api.url,
        CONFIGURATION_SET: mailOut.configurationSet.configurationSetName,
        SECRETS_PREFIX,
      },
      rights: [
        rightTo(data.register, 'GetItem', 'UpdateItem', 'ConditionCheckItem'),
        mailOut.rightToSend(),
        ...rightToRead(this, [LINK_KEY]),
      ],
    });

    new ScheduledFunction(this, 'Digest', pipeline, {
      name: 'digest',
      schedules: config.digests.map(({ id, schedule }) => ({
        id,
        expression: schedule,
        timeZone: config.brand.timeZone,
        // A retry or redrive after midnight keeps its period.
        input: { digest: id, at: '<aws.scheduler.scheduled-time>' },
      })),
      timeout: Duration.seconds(60),
      retries: 2,
      startsWithin: Duration.hours(6),
      errorImpact: 'Managers do not get their digest.',
      environment: {
        REGISTER_TABLE: data.register.tableName,
        FIGURES_TABLE: data.figures.tableName,
        ACTION_QUEUE_URL: actions.queue.queueUrl,
      },
      rights: [
        rightToQueryIndex(data.register),
        rightTo(data.register, 'BatchGetItem', 'PutItem'),
        rightTo(data.figures, 'Query'),
        actions.rightToSend(),
      ],
    });
  }

  /** Customers and staff look. */
  private answer({ data }: PipelineParts, { pipeline, api }: Connections): void {
    new HttpFunction(this, 'Status', pipeline, {
      name: 'status',
      api,
      routes: [{ route: 'GET /s/{token}', access: 'public', perSecond: 20 }],
      errorImpact: 'Customers cannot look up how their case stands.',
      environment: { REGISTER_TABLE: data.register.tableName, SECRETS_PREFIX },
      rights: [rightTo(data.register, 'GetItem'), ...rightToRead(this, [LINK_KEY])],
    });

    new HttpFunction(this, 'Desk', pipeline, {
      name: 'desk',
      api,
      routes: deskRoutes.map(({ route, access }) => ({ route, access, perSecond: access === 'public' ? 5 : 20 })),
      errorImpact: 'Staff cannot see or work cases.',
      environment: { REGISTER_TABLE: data.register.tableName, FIGURES_TABLE: data.figures.tableName },
      rights: [
        rightTo(data.register, 'GetItem', 'BatchGetItem', 'Query', 'PutItem'),
        rightToQueryIndex(data.register),
        rightTo(data.figures, 'Query'),
      ],
    });
  }
}
