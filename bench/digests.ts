import { digest } from '../functions/digest/digest.ts';
import type { DigestPorts } from '../functions/digest/ports.ts';
import { alarmRegister } from '../shared/adapters/dynamo/alarm-register.ts';
import { digestOptOuts } from '../shared/adapters/dynamo/digest-opt-outs.ts';
import { digestOutbox } from '../shared/adapters/dynamo/digest-outbox.ts';
import { figuresReader } from '../shared/adapters/dynamo/figures.ts';
import { caseItem, feedbackItem } from '../shared/adapters/dynamo/items.ts';
import { bucketKey } from '../shared/adapters/dynamo/keys.ts';
import { registerReader } from '../shared/adapters/dynamo/register-reader.ts';
import { digestEndUrl } from '../shared/adapters/link.ts';
import { drawPng } from '../shared/adapters/picture/png.ts';
import { recipientKey } from '../shared/adapters/recipient-key.ts';
import { PERIODS_SHOWN } from '../shared/domain/digest/input.ts';
import type { DigestSettings } from '../shared/domain/digest/settings.ts';
import { Standards } from '../shared/domain/digest/standards.ts';
import { type PeriodKind, periodsUpTo, previousPeriod } from '../shared/domain/metrics/period.ts';
import { TOPICS } from '../shared/domain/understand/understanding.ts';
import { daysFrom, houseOf, NOW, openCaseOf, saidIn, ZONE } from './digest-samples.ts';
import type { Finding } from './figure.ts';
import type { Settings } from './measured-cloud.ts';
import { Meter, unitsOf } from './meter.ts';
import { fill, type RegisterTable, withRegister } from './register-table.ts';
import { median } from './statistics.ts';

const BRANCHES = 50;
/** As many as a digest reads for its comments. */
const FEEDBACK = 2000;
const OPEN_CASES = 500;
const RUNS = 3;
const KINDS = ['week', 'month'] as const satisfies readonly PeriodKind[];
const SECRET = 'bench-secret-of-32-characters-xx';

/** The digests of a house of fifty branches: one mail a branch and one for the head office, read, drawn, written and stored. */
export async function measureDigests({ engine }: Settings): Promise<Finding> {
  return withRegister(engine, async (register) => {
    const began = performance.now();
    await fill(register, [...bucketItems(), ...feedbackItems(), ...caseItems()]);
    const fillSeconds = (performance.now() - began) / 1000;
    const week = await measure('week', register);
    const month = await measure('month', register);
    return {
      title: `Digests of ${BRANCHES} branches`,
      figures: [
        { name: `week, ${week.mails} mails`, value: week.seconds, unit: 's', goal: { atMost: 10 } },
        { name: `month, ${month.mails} mails`, value: month.seconds, unit: 's', goal: { atMost: 10 } },
        { name: 'reads of a week', value: week.readUnits, unit: 'read units' },
        { name: 'reads of a month', value: month.readUnits, unit: 'read units' },
        { name: 'largest mail', value: Math.max(week.largestKb, month.largestKb), unit: 'KB', goal: { atMost: 400 } },
      ],
      how: [
        `On ${register.engine}: the function's own work with its real adapters, from reading the figures to storing the mails; sending is not in it. Median of ${RUNS}.`,
        `${FEEDBACK} responses in the period and in the one before, ${OPEN_CASES} open cases, ${PERIODS_SHOWN} periods of figures of each branch; filled in ${fillSeconds.toFixed(0)} s.`,
        'A mail is stored whole, with its picture and its figures: DynamoDB takes items of 400 KB.',
      ],
    };
  });
}

async function measure(kind: (typeof KINDS)[number], register: RegisterTable) {
  const seconds: number[] = [];
  let [readUnits, mails, largest] = [0, 0, 0];
  for (let run = 0; run < RUNS; run += 1) {
    const meter = new Meter();
    const ports = portsOn(meter.watch(register.client), register.table, settingsOf(`${kind}-${run}`, kind), (bytes) => {
      largest = Math.max(largest, bytes);
    });
    const began = performance.now();
    const result = await digest({ digest: `${kind}-${run}` }, ports);
    seconds.push((performance.now() - began) / 1000);
    if (!('queued' in result) || result.queued.length !== BRANCHES + 1) {
      throw new Error(`expected ${BRANCHES + 1} new mails, came ${JSON.stringify(result).slice(0, 200)}`);
    }
    mails = result.queued.length;
    readUnits = unitsOf(meter.calls.filter(({ written }) => written === 0));
  }
  return { seconds: median(seconds), mails, readUnits, largestKb: largest / 1024 };
}

function settingsOf(id: string, period: PeriodKind): DigestSettings {
  const recipients = Array.from({ length: BRANCHES }, (_, i) => ({ to: `branch${i}@example.com`, branch: `b${i}` }));
  return { id, period, schedule: 'cron(0 8 ? * MON *)', recipients: [{ to: 'head@example.com' }, ...recipients] };
}

function portsOn(client: RegisterTable['client'], table: string, settings: DigestSettings, sized: (bytes: number) => void): DigestPorts {
  const outbox = digestOutbox(client, table);
  return {
    register: registerReader(client, table),
    figures: figuresReader(client, table),
    alarms: alarmRegister(client, table),
    optOuts: digestOptOuts(client, table),
    outbox: {
      addAction: (action) => {
        sized(Buffer.byteLength(JSON.stringify(action)));
        return outbox.addAction(action);
      },
    },
    actions: { send: async () => {} },
    drawPicture: drawPng,
    recipientKey: async (address) => recipientKey(address, SECRET),
    endUrl: async (id, recipient) => digestEndUrl([SECRET], 'https://amends.example.com', id, recipient, NOW),
    clock: () => NOW,
    config: { ...houseOf(BRANCHES), digests: [settings], standards: Standards.parse({ satisfiedAtLeast: 0.8, solvedInTimeAtLeast: 0.9 }) },
  };
}

/** Day buckets of the house, the branches and the topics, over all periods that are looked back on. */
function bucketItems() {
  const first = periodsUpTo(previousPeriod('month', NOW, ZONE), PERIODS_SHOWN, ZONE)[0]?.from ?? NOW.slice(0, 10);
  const dimensions = ['all', ...Array.from({ length: BRANCHES }, (_, i) => `branch#b${i}`), ...TOPICS.map((topic) => `topic#${topic}`)];
  return daysFrom(first).flatMap((day, d) =>
    dimensions.map((dimension, i) => {
      const n = dimension === 'all' ? 40 * BRANCHES : 40;
      const happy = Math.round(n * (0.7 + ((d + i) % 5) / 50));
      const counters = { n, csat1: n - happy, csat5: happy, csatTop2: happy, nps9: happy, nps3: n - happy, casesOpened: 2 };
      return { ...bucketKey('day', dimension, day, d % 4), ...counters };
    }),
  );
}

const feedbackItems = () =>
  KINDS.flatMap((kind) => periodsUpTo(previousPeriod(kind, NOW, ZONE), 2, ZONE)).flatMap((period, p) =>
    Array.from({ length: FEEDBACK - 1 }, (_, i) => feedbackItem(saidIn(period, p * FEEDBACK + i, `b${i % BRANCHES}`))),
  );

const caseItems = () => Array.from({ length: OPEN_CASES }, (_, i) => caseItem(openCaseOf(i, `b${i % BRANCHES}`)));
