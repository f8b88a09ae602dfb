import { setTimeout as wait } from 'node:timers/promises';
import { LocalCloudError } from '../world.ts';
import { dynamoCaller } from './dynamo-call.ts';
import type { Supervised } from './supervised.ts';

/** Resolves as soon as the engine lists its tables. */
export async function answering(endpoint: string, engine: Supervised, withinMs: number): Promise<void> {
  const call = dynamoCaller(endpoint);
  const deadline = Date.now() + withinMs;
  let hasExited = false;
  void engine.exited.then(() => {
    hasExited = true;
  });
  for (;;) {
    try {
      await call('ListTables', {});
      return;
    } catch (cause) {
      if (hasExited || Date.now() > deadline) {
        await engine.stop();
        const how = hasExited ? 'ended at once' : `did not answer within ${withinMs / 1000} s`;
        throw new LocalCloudError(`The DynamoDB engine ${how}. Its last words: ${engine.lastWords() || '(none)'}`, { cause });
      }
      await wait(20);
    }
  }
}
