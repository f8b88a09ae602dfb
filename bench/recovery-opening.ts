import config from '#config';
import { assess } from '../functions/assess/assess.ts';
import { feedbackRegister } from '../shared/adapters/dynamo/feedback-register.ts';
import { contentHash, customerKeyOf } from '../shared/adapters/ids.ts';
import { textModels } from '../shared/adapters/text-models.ts';
import { understand } from '../shared/domain/understand/understand.ts';
import { isRead, Meter, type MeteredCall } from './meter.ts';
import { NOW, settings, unhappyForm } from './recovery-samples.ts';
import type { RegisterTable } from './register-table.ts';

const OPENINGS = 20;

/** What `assess` calls for one unhappy customer not seen before, from the message to the stored case; the median of some by all units. */
export async function costOfOpening({ client, table }: RegisterTable): Promise<MeteredCall[]> {
  const meter = new Meter();
  const models = textModels();
  const ports = {
    register: feedbackRegister(meter.watch(client), table),
    actions: { send: async () => undefined },
    understand: (text: string, hints: object) => understand(text, hints, models),
    now: () => NOW,
    customerKeyOf: (address: string) => customerKeyOf(address, 'bench'),
    contentHash,
    warn: (message: string) => {
      throw new Error(message);
    },
  };
  const all = {
    ...settings,
    rules: config.recovery.rules,
    topicPhrases: config.topicPhrases,
    tierSettings: config.customers,
    joinsOpenCase: config.recovery.joinsOpenCase,
  };
  const openings: MeteredCall[][] = [];
  for (let i = 0; i < OPENINGS; i += 1) {
    const calls = await meter.of(async () => {
      const outcome = await assess(unhappyForm(i), ports, all);
      if (outcome !== 'opened') throw new Error(`expected a case to be opened, came "${outcome}"`);
    });
    openings.push(calls);
  }
  const units = (calls: readonly MeteredCall[]) => calls.reduce((sum, call) => sum + call.units * (isRead(call) ? 1 : 5), 0);
  const sorted = openings.toSorted((a, b) => units(a) - units(b));
  return sorted[Math.floor(sorted.length / 2)] ?? [];
}
