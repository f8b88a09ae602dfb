import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { bedrockEngine } from '../../../shared/adapters/bedrock/bedrock-engine.ts';
import { systemClock } from '../../../shared/adapters/clock.ts';
import { comprehendEngine } from '../../../shared/adapters/comprehend/comprehend-engine.ts';
import { engineBudget } from '../../../shared/adapters/dynamo/engine-budget.ts';
import type { EngineFrame } from '../../../shared/adapters/text-engine/fused.ts';
import type { EngineSettings } from '../../../shared/domain/understand/engine-settings.ts';
import { type SecondReader, secondReader } from '../second-reader.ts';

export interface EngineWorld {
  readonly client: DynamoDBDocumentClient;
  readonly table: string;
  readonly warn: EngineFrame['warn'];
  readonly redaction: EngineFrame['redaction'];
}

/**
 * The other engines of the config, with the day's budget before them; `undefined` where none is turned on. A bundle for such a config does not
 * hold this file, nor what it imports: infra/bundle-engines.ts.
 */
export function openSecondReader(settings: EngineSettings, { client, table, warn, redaction }: EngineWorld): SecondReader | undefined {
  const { engines, dailyBudget, timeoutMs } = settings;
  if (Object.values(engines).every((choice) => choice === undefined)) return undefined;
  const frame = { budget: engineBudget(client, table, Math.round(dailyBudget.usd * 1_000_000), systemClock), timeoutMs, warn, redaction };
  return secondReader(settings, (choice) => (choice.engine === 'comprehend' ? comprehendEngine(frame) : bedrockEngine(choice, frame)));
}
