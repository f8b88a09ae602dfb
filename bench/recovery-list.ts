import { listCases } from '../functions/desk/cases.ts';
import { caseItem } from '../shared/adapters/dynamo/items.ts';
import { registerReader } from '../shared/adapters/dynamo/register-reader.ts';
import { CasePage } from '../shared/api/case-schemas.ts';
import type { Viewer } from '../shared/api/viewer.ts';
import config from '../shared/config/current.ts';
import { recoverySettings } from '../shared/config/recovery-settings.ts';
import { Meter, unitsOf } from './meter.ts';
import { NOW, openedCase } from './recovery-samples.ts';
import { fill, type RegisterTable } from './register-table.ts';
import { percentile } from './statistics.ts';

const AGENTS = 100;
/** Those that the first cases go to, so that each has a whole page from the beginning. */
const FIRST_AGENTS = 20;
const PAGE = 50;
export const SMALL = FIRST_AGENTS * PAGE;
const RUNS = 9;
/** Written at a time, so that not all are in memory at once. */
const CHUNK = 5000;

export interface ListCost {
  /** Cases in the table. */
  readonly cases: number;
  /** Open cases of the agent who looks. */
  readonly ofAgent: number;
  readonly shown: number;
  /** Calls to DynamoDB for one page. */
  readonly calls: number;
  readonly readUnits: number;
  readonly medianMs: number;
}

/** A page of an agent's own open cases, with few cases in the table and with many. */
export async function costOfList(register: RegisterTable, many: number): Promise<{ few: ListCost; many: ListCost; fillSeconds: number }> {
  const write = writer(register);
  const began = performance.now();
  await write(0, SMALL);
  const few = await measure(register, SMALL);
  await write(SMALL, many);
  const fillSeconds = (performance.now() - began) / 1000;
  return { few, many: await measure(register, many), fillSeconds };
}

const ownerOf = (i: number) => `agent-${i < SMALL ? i % FIRST_AGENTS : i % AGENTS}`;

function writer(register: RegisterTable) {
  const { after } = openedCase(1, 'agent-0', 'bench-list');
  return async (from: number, to: number) => {
    for (let start = from; start < to; start += CHUNK) {
      const items = Array.from({ length: Math.min(CHUNK, to - start) }, (_, n) => {
        const i = start + n;
        return caseItem({ ...after, number: `2611-${i + 10_000}`, owner: ownerOf(i), customerKey: `bench-list-${i}` });
      });
      await fill(register, items);
    }
  };
}

async function measure({ client, table }: RegisterTable, cases: number): Promise<ListCost> {
  const meter = new Meter();
  const list = listCases({ register: registerReader(meter.watch(client), table), recovery: recoverySettings(config) });
  const viewer: Viewer = { id: 'agent-0', role: 'agent' };
  const request = {
    ...{ method: 'GET', route: 'GET /api/cases', origin: 'https://desk.example.com', headers: {}, path: {}, claims: {} },
    ...{ query: { owner: 'me', limit: String(PAGE) }, body: Buffer.alloc(0) },
  };
  const times: number[] = [];
  let shown = 0;
  // The first loads code and opens the connection.
  for (let run = 0; run <= RUNS; run += 1) {
    meter.calls = [];
    const began = performance.now();
    const { body = '' } = await list(request, viewer, NOW);
    if (run > 0) times.push(performance.now() - began);
    shown = CasePage.parse(JSON.parse(body)).items.length;
  }
  const ofAgent = Array.from({ length: cases }, (_, i) => ownerOf(i)).filter((owner) => owner === viewer.id).length;
  return { cases, ofAgent, shown, calls: meter.calls.length, readUnits: unitsOf(meter.calls), medianMs: percentile(times, 0.5) };
}
