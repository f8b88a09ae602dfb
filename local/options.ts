import type { EngineName } from './engines/dynamodb.ts';
import type { Interceptor } from './gateway/gateway.ts';
import type { StandInSettings } from './text-engines/stand-in.ts';

export interface LocalCloudOptions {
  /** Keeps tables, queues, objects, mails, events and the places in the streams there; in memory where absent. */
  readonly dataDir?: string | undefined;
  /**
   * Where the CLI finds this local cloud (`local.json`) and its secrets: `.amends` for a person's own. Absent, as in tests: no state file, and
   * the secrets are in `dataDir`, or in memory.
   */
  readonly stateDir?: string | undefined;
  /** Of the HTTP API; taken, or absent: a free one. */
  readonly port?: number | undefined;
  readonly engine?: EngineName | undefined;
  /** Output of `cdk synth`; absent: the project is synthesised. */
  readonly templateDir?: string | undefined;
  /** Nothing on the console. */
  readonly quiet?: boolean | undefined;
  /** false: schedules do not fire by themselves; `invoke` calls what they would. */
  readonly schedules?: boolean | undefined;
  /** false: the stage's throttles are left out, for measuring. */
  readonly throttles?: boolean | undefined;
  /** Environments of a function at the same time, by its name; default 1, `assess` 2. */
  readonly concurrency?: Readonly<Record<string, number>> | undefined;
  /**
   * A message that failed is tried again after so many seconds, where its queue's visibility timeout is longer. Absent: the visibility
   * timeout, as in AWS, which is minutes.
   */
  readonly retryAfterSeconds?: number | undefined;
  /** Around each call of a function to AWS: where faults are made. */
  readonly interceptors?: readonly Interceptor[] | undefined;
  /** How the stand-ins for Comprehend and Bedrock read and fail; absent: as our own rules do, and never. */
  readonly textEngines?: StandInSettings | undefined;
  /** How long a scan of what customers upload takes, in milliseconds; `idle` ends all that are under way. Absent: three seconds. */
  readonly scanMs?: number | undefined;
}
