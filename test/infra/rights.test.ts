import { describe, expect, it } from 'vitest';
import * as z from 'zod/mini';
import { reach, read } from '../source-scan.ts';
import { LambdaFunction, synthesise } from './synthesised.ts';

const REGISTER = 'AmendsData/Register';
const INDEX = 'AmendsData/Register/index/index';
const OWNERS = 'AmendsData/Register/index/owner';
const FIGURES = 'AmendsData/Figures';
const FEEDBACK = 'AmendsPipeline/FeedbackQueue/Queue';
const ACTIONS = 'AmendsPipeline/ActionQueue/Queue';
const INVITATIONS = 'AmendsPipeline/InvitationQueue/Queue';
const DELIVERIES = 'AmendsPipeline/DeliveryQueue/Queue';
const ANSWERS = 'AmendsPipeline/AnswerQueue/Queue';
const ANALYSES = 'AmendsPipeline/AnalysisQueue/Queue';

/** Queue readers of their own: receive, delete, extend, look. */
const trigger = (queue: string) => [
  `sqs:ReceiveMessage ${queue}`,
  `sqs:DeleteMessage ${queue}`,
  `sqs:ChangeMessageVisibility ${queue}`,
  `sqs:GetQueueAttributes ${queue}`,
];
const stream = (name: string) => [
  `dynamodb:DescribeStream ${REGISTER}`,
  `dynamodb:GetRecords ${REGISTER}`,
  `dynamodb:GetShardIterator ${REGISTER}`,
  'dynamodb:ListStreams *',
  `sqs:SendMessage AmendsPipeline/${name}/Failures`,
  `sqs:GetQueueAttributes AmendsPipeline/${name}/Failures`,
  `sqs:GetQueueUrl AmendsPipeline/${name}/Failures`,
];
const failedRuns = (name: string) => stream(name).slice(4);
const secret = (name: string) =>
  `secretsmanager:GetSecretValue arn:AWS::Partition:secretsmanager:AWS::Region:AWS::AccountId:secret:amends/${name}-??????`;
const table = (name: string, ...actions: string[]) => actions.map((action) => `dynamodb:${action} ${name}`);
const objects = (folder: 'answers' | 'analyses', ...actions: string[]) =>
  actions.map((action) => `s3:${action} AmendsData/Answers/${folder}/*`);
const SES = 'arn:AWS::Partition:ses:AWS::Region:AWS::AccountId';

const workQueues = ['Mail', 'MailEvent', 'Feedback', 'Action', 'Delivery', 'Answer', 'Analysis', 'Invitation'].map(
  (name) => `AmendsPipeline/${name}Queue`,
);
const deadLetters = [
  ...workQueues.map((queue) => `${queue}/DeadLetters`),
  ...['Count', 'Publish', 'Sweep', 'Digest', 'Watch', 'Care', 'Gather', 'Compact'].map((name) => `AmendsPipeline/${name}/Failures`),
];

/** All that each function may do, besides writing its own log. */
const RIGHTS: Record<string, string[]> = {
  'take-form': [`sqs:SendMessage ${FEEDBACK}`, secret('link-key')],
  'take-photo': ['s3:PutObject AmendsData/Photos/Bucket/new/*', secret('link-key')],
  'take-answer': [...table(REGISTER, 'GetItem', 'PutItem'), `sqs:SendMessage ${FEEDBACK}`, secret('link-key')],
  'take-webhook': [`sqs:SendMessage ${FEEDBACK}`, ...['shop', 'typeform', 'tally', 'delighted'].map((id) => secret(`source/${id}`))],
  'take-mail': [
    's3:GetObject AmendsData/Mail/mail/*',
    `sqs:SendMessage ${FEEDBACK}`,
    secret('link-key'),
    ...trigger('AmendsPipeline/MailQueue/Queue'),
  ],
  'take-mail-event': [
    ...table(REGISTER, 'GetItem', 'BatchGetItem', 'PutItem', 'UpdateItem', 'DeleteItem'),
    `sqs:SendMessage ${ACTIONS}`,
    secret('customer-key'),
    ...trigger('AmendsPipeline/MailEventQueue/Queue'),
  ],
  assess: [
    ...table(REGISTER, 'GetItem', 'BatchGetItem', 'PutItem', 'UpdateItem', 'DeleteItem', 'ConditionCheckItem'),
    `sqs:SendMessage ${ACTIONS}`,
    secret('customer-key'),
    ...trigger(FEEDBACK),
  ],
  count: [...table(FIGURES, 'UpdateItem'), ...stream('Count')],
  publish: [
    'events:PutEvents AmendsPipeline/Events',
    ...table(REGISTER, 'PutItem'),
    `sqs:SendMessage ${DELIVERIES}`,
    `sqs:SendMessage ${ANSWERS}`,
    ...stream('Publish'),
  ],
  archive: [...objects('answers', 'PutObject'), ...trigger(ANSWERS)],
  compact: [
    ...objects('answers', 'GetObject', 'PutObject', 'DeleteObject'),
    's3:ListBucket AmendsData/Answers',
    `sqs:SendMessage ${ANALYSES}`,
    ...failedRuns('Compact'),
  ],
  analyse: [
    ...objects('answers', 'GetObject'),
    ...objects('analyses', 'GetObject', 'PutObject'),
    's3:ListBucket AmendsData/Answers',
    ...trigger(ANALYSES),
  ],
  study: [
    ...table(REGISTER, 'GetItem', 'BatchGetItem', 'PutItem'),
    `dynamodb:Query ${INDEX}`,
    ...table(FIGURES, 'Query'),
    `sqs:SendMessage ${INVITATIONS}`,
    `sqs:SendMessage ${FEEDBACK}`,
    ...objects('answers', 'GetObject'),
    ...objects('analyses', 'GetObject', 'PutObject'),
    's3:ListBucket AmendsData/Answers',
    `sqs:SendMessage ${ANALYSES}`,
  ],
  deliver: [
    ...table(REGISTER, 'GetItem', 'BatchGetItem', 'UpdateItem'),
    `dynamodb:Query ${INDEX}`,
    `sqs:SendMessage ${DELIVERIES}`,
    ...trigger(DELIVERIES),
  ],
  sweep: [
    `dynamodb:Query ${INDEX}`,
    ...table(REGISTER, 'UpdateItem'),
    `sqs:SendMessage ${ACTIONS}`,
    `sqs:SendMessage ${DELIVERIES}`,
    ...failedRuns('Sweep'),
  ],
  act: [
    ...table(REGISTER, 'GetItem', 'BatchGetItem', 'Query', 'PutItem', 'UpdateItem', 'DeleteItem', 'ConditionCheckItem'),
    `sqs:SendMessage ${ACTIONS}`,
    `sqs:SendMessage ${INVITATIONS}`,
    `ses:SendRawEmail ${SES}:identity/example.com`,
    `ses:SendRawEmail ${SES}:configuration-set/AmendsPipeline/MailOut/ConfigurationSet`,
    secret('link-key'),
    ...trigger(ACTIONS),
  ],
  digest: [
    `dynamodb:Query ${INDEX}`,
    ...table(REGISTER, 'BatchGetItem', 'PutItem'),
    ...table(FIGURES, 'Query'),
    `sqs:SendMessage ${ACTIONS}`,
    secret('customer-key'),
    secret('link-key'),
    ...failedRuns('Digest'),
  ],
  watch: [
    `dynamodb:Query ${INDEX}`,
    ...table(REGISTER, 'BatchGetItem', 'PutItem'),
    ...table(FIGURES, 'Query'),
    `sqs:SendMessage ${ACTIONS}`,
    ...failedRuns('Watch'),
  ],
  care: [
    `dynamodb:Query ${INDEX}`,
    ...table(REGISTER, 'GetItem', 'Query', 'PutItem', 'DeleteItem'),
    `sqs:SendMessage ${ACTIONS}`,
    ...failedRuns('Care'),
  ],
  gather: [
    `dynamodb:Query ${INDEX}`,
    ...table(REGISTER, 'GetItem', 'Query', 'PutItem'),
    `sqs:SendMessage ${INVITATIONS}`,
    ...failedRuns('Gather'),
  ],
  invite: [
    ...table(REGISTER, 'GetItem', 'BatchGetItem', 'PutItem', 'UpdateItem', 'DeleteItem', 'ConditionCheckItem'),
    `sqs:SendMessage ${ACTIONS}`,
    secret('customer-key'),
    ...trigger(INVITATIONS),
  ],
  status: [
    ...table(REGISTER, 'GetItem', 'BatchGetItem', 'Query', 'PutItem', 'UpdateItem', 'DeleteItem'),
    `sqs:SendMessage ${FEEDBACK}`,
    `sqs:SendMessage ${ACTIONS}`,
    secret('link-key'),
  ],
  inspect: [
    ...table(REGISTER, 'GetItem', 'BatchGetItem', 'PutItem', 'UpdateItem'),
    `dynamodb:Query ${INDEX}`,
    's3:GetObject AmendsData/Mail/mail/*',
    's3:GetObject AmendsData/Photos/Bucket/new/*',
    's3:GetObjectTagging AmendsData/Photos/Bucket/new/*',
    's3:ListBucket AmendsData/Photos/Bucket',
    ...deadLetters.flatMap((queue) =>
      ['GetQueueAttributes', 'ReceiveMessage', 'ChangeMessageVisibility'].map((right) => `sqs:${right} ${queue}`),
    ),
    ...workQueues.flatMap((queue) => [`sqs:DeleteMessage ${queue}/DeadLetters`, `sqs:SendMessage ${queue}/Queue`]),
  ],
  desk: [
    ...table(REGISTER, 'GetItem', 'BatchGetItem', 'Query', 'PutItem', 'UpdateItem', 'DeleteItem'),
    `dynamodb:Query ${INDEX}`,
    `dynamodb:Query ${OWNERS}`,
    ...table(FIGURES, 'Query'),
    `sqs:SendMessage ${ACTIONS}`,
    secret('customer-key'),
    's3:DeleteObject AmendsData/Mail/mail/*',
    's3:DeleteObject AmendsData/Photos/Bucket/new/*',
  ],
};

/** Each `*` in what is allowed to somebody, and why it has to be. */
const WILDCARDS: Record<string, string> = {
  'dynamodb:ListStreams *': 'the action knows no resource',
  's3:GetObject AmendsData/Mail/mail/*': 'SES names the mails',
  's3:DeleteObject AmendsData/Mail/mail/*': 'SES names the mails',
  's3:GetObject AmendsData/Answers/answers/*': 'files are named by what is in them',
  's3:PutObject AmendsData/Answers/answers/*': 'files are named by what is in them',
  's3:DeleteObject AmendsData/Answers/answers/*': 'files are named by what is in them',
  's3:GetObject AmendsData/Answers/analyses/*': 'analyses are named by what was asked',
  's3:PutObject AmendsData/Answers/analyses/*': 'analyses are named by what was asked',
  's3:PutObject AmendsData/Mail/mail/*': 'SES names the mails',
  's3:PutObject AmendsData/MailAccessLog/*': 'S3 names its access logs',
  's3:PutObject AmendsData/MailAccessLog/answers/*': 'S3 names its access logs',
  's3:PutObject AmendsData/MailAccessLog/photos/*': 'S3 names its access logs',
  's3:PutObject AmendsData/Photos/Bucket/new/*': 'photos are named by the forms they come with',
  's3:GetObject AmendsData/Photos/Bucket/new/*': 'photos are named by the forms they come with',
  's3:GetObjectTagging AmendsData/Photos/Bucket/new/*': 'photos are named by the forms they come with',
  's3:DeleteObject AmendsData/Photos/Bucket/new/*': 'photos are named by the forms they come with',
  ...Object.fromEntries(
    ['GetObject', 'GetObjectVersion', 'PutObjectTagging', 'GetObjectTagging', 'PutObjectVersionTagging', 'GetObjectVersionTagging'].map(
      (action) => [`s3:${action} AmendsData/Photos/Bucket/*`, 'GuardDuty scans each photo and tags it'],
    ),
  ),
  ...Object.fromEntries(
    ['PutRule', 'DeleteRule', 'PutTargets', 'RemoveTargets', 'DescribeRule', 'ListTargetsByRule'].map((action) => [
      `events:${action} arn:AWS::Partition:events:AWS::Region:AWS::AccountId:rule/DO-NOT-DELETE-AmazonGuardDutyMalwareProtectionS3*`,
      'GuardDuty names its rule itself',
    ]),
  ),
  's3:GetObject AmendsPipeline/Site/Bucket/*': 'the build names the files; the distribution alone reads them',
  's3:ListBucket AmendsPipeline/Site/Bucket/*': 'written in one statement with the right to read: it is good for the bucket only',
  's3:PutObject AmendsPipeline/Site/Bucket/*': 'the build names the files that a deploy brings',
  's3:DeleteObject AmendsPipeline/Site/Bucket/*': 'the build names the files that a deploy takes away',
};

/** How the adapters write each of them, alone or within a transaction. */
const ITEM_ACTIONS: readonly (readonly [string, RegExp])[] = [
  ['GetItem', /new GetCommand\(|\bGet: \{/],
  ['BatchGetItem', /new BatchGetCommand\(/],
  ['Query', /new QueryCommand\(/],
  ['PutItem', /new PutCommand\(|\bPut: /],
  ['UpdateItem', /new UpdateCommand\(|\bUpdate: /],
  ['DeleteItem', /new DeleteCommand\(|\bDelete: /],
  ['ConditionCheckItem', /\bConditionCheck: /],
];

const { all, inWords } = synthesise();

const OneOrMore = z.pipe(
  z.union([z.array(z.unknown()), z.unknown()]),
  z.transform((value) => (Array.isArray(value) ? value : [value])),
);
const Statement = z.looseObject({
  Effect: z.enum(['Allow', 'Deny']),
  Action: OneOrMore,
  Resource: z.optional(OneOrMore),
  Condition: z.optional(z.unknown()),
});
const Document = z.object({ Statement: z.array(Statement) });

/** `action resource`, one for each pair that is allowed. */
const allowed = (document: z.infer<typeof Document>) =>
  document.Statement.filter(({ Effect }) => Effect === 'Allow').flatMap(({ Action, Resource }) =>
    Action.flatMap((action) => (Resource ?? []).map((resource) => `${inWords(action)} ${inWords(resource)}`)),
  );

const policies = all('AWS::IAM::Policy', z.object({ Roles: z.array(z.unknown()), PolicyDocument: Document }));
const functions = all('AWS::Lambda::Function', LambdaFunction).map(({ Properties }) => {
  const role = inWords(Properties.Role);
  return {
    name: Properties.Environment.Variables.POWERTOOLS_SERVICE_NAME,
    log: inWords(Properties.LoggingConfig.LogGroup),
    role,
    documents: policies
      .filter((policy) => policy.Properties.Roles.map(inWords).includes(role))
      .map((policy) => policy.Properties.PolicyDocument),
  };
});

describe('rights', () => {
  it.each(functions)('gives $name its own tables, queues, secrets and log, and nothing more (P31)', ({ name, log, documents }) => {
    const ownLog = [`logs:CreateLogStream ${log}`, `logs:PutLogEvents ${log}`];
    expect(documents.flatMap(allowed).sort()).toEqual([...(RIGHTS[name] ?? []), ...ownLog].sort());
  });

  it.each(functions)('gives $name no right to items that its code cannot use (P31)', ({ name, documents }) => {
    const sourcesOfIt = [...reach(`functions/${name}/index.ts`).keys()].filter((path) => path.startsWith('shared/adapters/dynamo/'));
    const written = sourcesOfIt.map(read).join('\n');
    const usable = ITEM_ACTIONS.filter(([, use]) => use.test(written)).map(([action]) => `dynamodb:${action}`);
    const given = documents.flatMap(allowed).flatMap((pair) => /^dynamodb:\w+(Item|Query)\b|^dynamodb:Query/.exec(pair)?.[0] ?? []);
    expect(given.filter((action) => !usable.includes(action))).toEqual([]);
  });

  it('lists the rights of every function there is (P31)', () => {
    expect(functions.map(({ name }) => name).sort()).toEqual(Object.keys(RIGHTS).sort());
    expect(new Set(functions.map(({ role }) => role)).size).toBe(functions.length);
  });

  it('uses no managed or inline policy beside the ones looked at here (P31)', () => {
    const roles = all('AWS::IAM::Role', z.object({ ManagedPolicyArns: z.optional(z.unknown()), Policies: z.optional(z.unknown()) }));
    expect(roles.filter(({ Properties }) => Properties.ManagedPolicyArns !== undefined || Properties.Policies !== undefined)).toEqual([]);
  });

  it('allows no * without a recorded reason, to roles and on resources alike (P31)', () => {
    const documents = ['AWS::S3::BucketPolicy', 'AWS::SQS::QueuePolicy', 'AWS::SNS::TopicPolicy']
      .flatMap((type) => all(type, z.object({ PolicyDocument: Document })))
      .concat(policies)
      .map(({ Properties }) => Properties.PolicyDocument);
    const wild = new Set(documents.flatMap(allowed).filter((pair) => pair.includes('*')));
    expect([...wild].sort()).toEqual(Object.keys(WILDCARDS).sort());
  });

  it('lets nobody scan (design §7), and delete nothing but clocks of cases, column files that are in another one, what a person wants erased, and the silence of an address that takes mail again', () => {
    const pairs = functions.flatMap(({ documents }) => documents.flatMap(allowed));
    const destructive = new Set(pairs.filter((pair) => /Scan|Delete(Item|Table|Object|Secret)/.test(pair)));
    expect([...destructive].sort()).toEqual([
      `dynamodb:DeleteItem ${REGISTER}`,
      's3:DeleteObject AmendsData/Answers/answers/*',
      's3:DeleteObject AmendsData/Mail/mail/*',
      's3:DeleteObject AmendsData/Photos/Bucket/new/*',
    ]);
  });

  it('lets act send from the one address only', () => {
    const statements = functions.filter(({ name }) => name === 'act').flatMap(({ documents }) => documents.flatMap((one) => one.Statement));
    expect(statements.find(({ Action }) => Action.includes('ses:SendRawEmail'))?.Condition).toEqual({
      StringEquals: { 'ses:FromAddress': 'care@example.com' },
    });
  });

  it('lets AWS services act on topics, queues and the bucket only for this account', () => {
    const statements = ['AWS::S3::BucketPolicy', 'AWS::SNS::TopicPolicy']
      .flatMap((type) => all(type, z.object({ PolicyDocument: Document })))
      .flatMap(({ Properties }) => Properties.PolicyDocument.Statement)
      .filter(({ Effect }) => Effect === 'Allow');
    expect(statements.length).toBeGreaterThan(3);
    const account = /"aws:SourceAccount":\{"Ref":"AWS::AccountId"\}/i;
    // The distribution reads its bucket under its own name, which holds the account.
    const distribution = /^\{"StringEquals":\{"AWS:SourceArn":.*:cloudfront::",\{"Ref":"AWS::AccountId"\},":distribution\//;
    for (const { Condition } of statements) {
      const condition = JSON.stringify(Condition);
      expect(account.test(condition) || distribution.test(condition), condition).toBe(true);
    }
  });
});
