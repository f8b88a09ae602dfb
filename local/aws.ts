import type { LocalClock } from './clock.ts';
import type { Engines } from './engines/start.ts';
import { bucketCors } from './gateway/cors.ts';
import { dynamodbService } from './gateway/dynamodb.ts';
import { eventBridgeService } from './gateway/event-bridge.ts';
import type { GatewaySettings, Interceptor } from './gateway/gateway.ts';
import type { Permissions } from './gateway/roles.ts';
import { s3Service } from './gateway/s3.ts';
import { openScanner } from './gateway/scanner.ts';
import { secretsManagerService } from './gateway/secrets-manager.ts';
import { sesService } from './gateway/ses.ts';
import { sqsService } from './gateway/sqs.ts';
import { bedrockService, comprehendService } from './gateway/text-engines.ts';
import type { Functions } from './lambda/functions.ts';
import { mailEvents } from './mail/events.ts';
import type { Records } from './records.ts';
import type { SecretStore } from './secrets.ts';
import type { Template } from './template/template.ts';
import { type StandInSettings, textEngineStandIn } from './text-engines/stand-in.ts';

export interface AwsSettings {
  readonly template: Template;
  readonly permissions: Permissions;
  readonly engines: Engines;
  readonly records: Records;
  readonly functions: Functions;
  readonly secrets: SecretStore;
  readonly publish: (topicArn: string, message: string) => void;
  readonly clock: LocalClock;
  readonly interceptors: readonly Interceptor[];
  readonly textEngines: StandInSettings | undefined;
  /** How long a scan of an object takes, in milliseconds. */
  readonly scanMs: number | undefined;
}

/** About what GuardDuty takes for a photo. */
const SCAN_MS = 3000;

/** AWS as the functions see it through the gateway. */
export function awsFor({
  template,
  permissions,
  engines,
  records,
  functions,
  secrets,
  publish,
  clock,
  interceptors,
  textEngines,
  scanMs = SCAN_MS,
}: AwsSettings): GatewaySettings {
  const reportEvents = mailEvents(template, publish, clock);
  const standIn = textEngineStandIn(textEngines);
  return {
    services: {
      bedrock: bedrockService(standIn),
      comprehend: comprehendService(standIn),
      dynamodb: dynamodbService(engines.dynamo.endpoint, records.activity.changed),
      events: eventBridgeService(template, records.events),
      s3: s3Service({
        exchange: engines.queues.exchange,
        permissions,
        scanner: openScanner(template, records.activity, scanMs),
        corsOf: bucketCors(template),
      }),
      secretsmanager: secretsManagerService(template, secrets),
      ses: sesService({
        endpoint: engines.mailbox.url,
        now: clock.now,
        configurationSets: new Set(template.ofType('AWS::SES::ConfigurationSet').map((set) => set.name)),
        identities: new Set(template.ofType('AWS::SES::EmailIdentity').map((identity) => identity.name.toLowerCase())),
        onSent: (mail) => {
          records.sent.append(mail);
          reportEvents(mail);
        },
      }),
      sqs: sqsService(engines.queues.exchange),
    },
    callers: new Map(functions.definitions.map((definition) => [definition.logicalId, definition])),
    permissions,
    meter: records.meter,
    interceptors,
    onDenied: records.deny,
  };
}
