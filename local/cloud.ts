import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { assemble } from './assemble.ts';
import type { BusEvent } from './event-log.ts';
import type { Denial } from './gateway/gateway.ts';
import type { Usage } from './gateway/usage.ts';
import type { ReceiveOptions } from './mail/receive.ts';
import type { SentMail } from './mail/sent.ts';
import type { LocalCloudOptions } from './options.ts';
import type { QueueDepth } from './queue-depths.ts';

export type { BusEvent } from './event-log.ts';
export { Refused } from './gateway/call.ts';
export { type Denial, type Interceptor, LostAnswer } from './gateway/gateway.ts';
export type { Usage } from './gateway/usage.ts';
export type { ReceiveOptions } from './mail/receive.ts';
export type { LocalCloudOptions } from './options.ts';
export type { QueueDepth } from './queue-depths.ts';
export { STATE_DIR } from './state-file.ts';
export { LocalCloudError } from './world.ts';

/** A mail that a function sent. */
export interface CloudMail extends SentMail {
  readonly to: readonly string[];
  /** From the tag `action`; absent where the mail bears none. */
  readonly actionId: string | undefined;
}

export type StaffRole = 'agent' | 'manager' | 'admin';

/** The template, running. */
export interface LocalCloud {
  /** HTTP API, no slash at the end. */
  readonly url: string;
  /** Page that shows the mails sent. */
  readonly mailboxUrl: string;
  /** For people: which DynamoDB engine, and where its data is. */
  readonly engine: string;
  /** Lets in at `<url>/_local/`. */
  readonly adminToken: string;
  /** The engines themselves, past the gateway and its checks. */
  readonly dynamoEndpoint: string;
  readonly queueEndpoint: string;
  readonly dynamo: DynamoDBDocumentClient;
  /** Physical name of the one resource of this type whose logical id starts so, e.g. `AWS::DynamoDB::Table`, `Register`. */
  physicalName(type: string, logicalIdStart: string): string;
  /** Calls a function by name, e.g. `sweep`. @throws FunctionError */
  invoke(name: string, payload?: unknown): Promise<unknown>;
  queues(): readonly QueueDepth[];
  usage(): Usage;
  resetUsage(): void;
  /** Oldest first. */
  sentMail(): readonly CloudMail[];
  /** What was put on event buses, oldest first. */
  events(): readonly BusEvent[];
  /** Calls that a role did not allow. */
  denials(): readonly Denial[];
  /** Latest lines of a function's log. */
  logs(name: string): readonly string[];
  /** An id token for the HTTP API. */
  token(...roles: readonly StaffRole[]): Promise<string>;
  /** The same for a certain account, e.g. one that is named as an agent of the config. */
  tokenOf(name: string, ...roles: readonly StaffRole[]): Promise<string>;
  /** What the functions take the time to be: the machine's, and as far ahead as it was set. */
  now(): string;
  /**
   * Sets the functions' clock ahead. Only what they ask the time for moves with it: signatures of tokens, delays of queues and schedules go on by
   * the machine's clock.
   * @throws LocalCloudError for what is no whole number of milliseconds above 0.
   */
  advanceClock(ms: number): void;
  /** Value of a secret. @throws LocalCloudError where there is none. */
  secret(name: string): Promise<string>;
  /** A mail comes in, through the template's receipt rule. */
  receiveMail(
    raw: Uint8Array,
    options?: ReceiveOptions,
  ): Promise<{ readonly bucket: string; readonly key: string; readonly messageId: string }>;
  /**
   * Resolves when queues are empty, streams read to their end and nothing is under way. Batching windows are cut short meanwhile.
   * @throws LocalCloudError saying what is still going on after `timeoutMs`.
   */
  idle(timeoutMs?: number): Promise<void>;
  /** As SIGKILL would: nothing is finished, nothing tidied. */
  kill(): Promise<void>;
  stop(): Promise<void>;
}

/**
 * Runs the project's synthesised template on this machine.
 * @throws LocalCloudError for what AWS would refuse at deploy, or what this machine lacks, with what to do.
 */
export function startLocalCloud(options: LocalCloudOptions = {}): Promise<LocalCloud> {
  return assemble(options);
}
