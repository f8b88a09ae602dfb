import { care } from '../functions/care/care.ts';
import { careStore } from '../shared/adapters/dynamo/care-store.ts';
import { customerFiles } from '../shared/adapters/dynamo/customer-files.ts';
import { customerItem } from '../shared/adapters/dynamo/items.ts';
import { careIndexKey } from '../shared/adapters/dynamo/keys.ts';
import config from '../shared/config/current.ts';
import type { Customer } from '../shared/domain/customer/file.ts';
import { Greeting } from '../shared/domain/customer/greetings.ts';
import { fill, type RegisterTable, withRegister } from './register-table.ts';

/** How many customers one run of `care` gets through on a day that is for all: each is read, and gets an action of their own. */
const CUSTOMERS = 10_000;
const SINCE = '2024-05-05T08:00:00.000Z';
const words = { en: 'the New Year', 'zh-Hans': '新年' };
const greetings = [Greeting.parse({ id: 'new-year', on: '01-01', occasion: words, text: words })];

const customer = (n: number): Customer => ({
  customerKey: `key-${String(n).padStart(39, '0')}`,
  email: `customer${n}@example.com`,
  language: 'en',
  since: SINCE,
  consent: { contact: true, care: true, at: SINCE, by: 'agent:lin', source: 'visit' },
});

async function oneRun(register: RegisterTable) {
  const { client, table } = register;
  const items = Array.from({ length: CUSTOMERS }, (_, n) => customer(n));
  await fill(
    register,
    items.map((item) => ({ ...customerItem(item), ...careIndexKey(SINCE, item.customerKey) })),
  );
  const begun = performance.now();
  const { looked, made, isDone } = await care(
    { at: '2027-01-01T01:30:00Z' },
    {
      files: customerFiles(client, table),
      store: careStore(client, table),
      actions: { send: async () => {} },
      clock: () => new Date().toISOString(),
      config: { brand: config.brand, customers: { ...config.customers, greetings } },
    },
  );
  const seconds = (performance.now() - begun) / 1000;
  return { engine: register.engine, looked, made, isDone, seconds: Math.round(seconds * 10) / 10, perSecond: Math.round(looked / seconds) };
}

process.stdout.write(`${JSON.stringify(await withRegister('dynoxide', oneRun))}\n`);
