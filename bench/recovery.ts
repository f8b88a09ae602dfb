import { digits, type Figure, type Finding } from './figure.ts';
import type { Settings } from './measured-cloud.ts';
import { isRead, type MeteredCall, unitsOf } from './meter.ts';
import { type CommandCost, costOfCommands } from './recovery-commands.ts';
import { costOfList, type ListCost, SMALL } from './recovery-list.ts';
import { costOfOpening } from './recovery-opening.ts';
import { costOfSweep, type SweepCost } from './recovery-sweep.ts';
import { withRegister } from './register-table.ts';

/** Cases in the table when an agent looks. */
const CASES = 100_000;
/** Due actions of a sweep, and how long it may take. */
const DUE = 10_000;
const SWEEP_GOAL_S = 30;
const TRIPS_GOAL = 2;
/** Flat: so much more at most. */
const FLAT = 1.1;

/** The speed goals of recovery: commands, an agent's list, the sweep, and what opening a case costs. */
export async function measureRecovery({ engine, items }: Settings): Promise<Finding> {
  const cases = Math.max(items ?? CASES, 2 * SMALL);
  const due = Math.min(items ?? DUE, DUE);
  const small = await withRegister(engine, async (register) => ({
    description: register.engine,
    commands: await costOfCommands(register),
    opening: await costOfOpening(register),
  }));
  const alone = await withRegister(engine, (register) => costOfSweep(register, due, 1));
  const two = await withRegister(engine, (register) => costOfSweep(register, due, 2));
  const list = await withRegister(engine, (register) => costOfList(register, cases));
  const { commands, opening } = small;
  return {
    title: `Recovery: commands, lists with ${cases} cases, sweep of ${due} actions`,
    figures: [
      ...ofCommands(commands),
      ...ofList(list.few, list.many),
      ...ofSweep('one sweep', alone),
      ...ofSweep('two at once', two),
      ...ofOpening(opening),
    ],
    tables: [commandTable(commands), listTable([list.few, list.many]), openingTable(opening)],
    how: [
      `Commands by the desk's own code, each under an idempotency key of its own, on ${small.description}; a round trip is one call of the client. Units are the engine's, indexes included.`,
      `The list: ${list.few.shown} of an agent's own open cases by GET /api/cases?owner=me, median of nine, the register without its stream; filled by BatchWriteItem in ${digits(list.fillSeconds)} s. The agent's own cases grow from ${list.few.ofAgent} to ${list.many.ofAgent} meanwhile.`,
      'Sweep: timers of cases, from the due index through real leases into a real queue (fauxqs in this process); the queue is emptied afterwards and every message looked at. Engine, queue and sweep share the cores.',
      "Opening: assess with a form of an unhappy customer not seen before, models and all, the median of twenty; without act's part, which the bill has.",
    ],
  };
}

function ofCommands(commands: readonly CommandCost[]): Figure[] {
  const [worst] = commands.toSorted((a, b) => b.roundTrips - a.roundTrips);
  const over = commands.filter(({ roundTrips }) => roundTrips > TRIPS_GOAL).length;
  return [
    {
      name: `round trips of the dearest command (${worst?.command})`,
      value: worst?.roundTrips ?? Number.NaN,
      unit: '',
      goal: { atMost: TRIPS_GOAL },
    },
    { name: `commands of ${commands.length} that take more than ${TRIPS_GOAL}`, value: over, unit: '' },
  ];
}

const ofList = (few: ListCost, many: ListCost): Figure[] => [
  { name: 'calls for a page of an agent’s open cases', value: many.calls, unit: '', goal: { atMost: 1 } },
  {
    name: `read units of it, times those with ${few.cases} cases`,
    value: many.readUnits / few.readUnits,
    unit: '×',
    goal: { atMost: FLAT },
  },
  { name: 'median time of it', value: many.medianMs, unit: 'ms' },
  { name: `times that with ${few.cases} cases`, value: many.medianMs / few.medianMs, unit: '×' },
];

const ofSweep = (name: string, { seconds, due, atOnce, handedOn, twice }: SweepCost): Figure[] => [
  // Two at once is what an overrun minute may bring: each tries for what the other takes, so only what they do counts, not how long.
  { name: `${name}: time`, value: seconds, unit: 's', ...(atOnce === 1 ? { goal: { atMost: SWEEP_GOAL_S } } : {}) },
  { name: `${name}: handed on`, value: handedOn, unit: '', goal: { atLeast: due } },
  { name: `${name}: handed on twice`, value: twice, unit: '', goal: { atMost: 0 } },
];

const ofOpening = (calls: readonly MeteredCall[]): Figure[] => [
  { name: 'calls to open a case', value: calls.length, unit: '' },
  { name: 'items written', value: calls.reduce((sum, { written }) => sum + written, 0), unit: '' },
  { name: 'write units', value: unitsOf(calls.filter((call) => !isRead(call))), unit: '' },
  { name: 'read units', value: unitsOf(calls.filter(isRead)), unit: '' },
];

const commandTable = (commands: readonly CommandCost[]) => ({
  header: ['command', 'round trips', 'items written', 'read units', 'write units'],
  rows: commands.map(({ command, roundTrips, written, readUnits, writeUnits }) => [
    command,
    ...[roundTrips, written, readUnits, writeUnits].map(digits),
  ]),
});

const listTable = (costs: readonly ListCost[]) => ({
  header: ['cases in the table', "the agent's own", 'shown', 'calls', 'read units', 'median ms'],
  rows: costs.map(({ cases, ofAgent, shown, calls, readUnits, medianMs }) =>
    [cases, ofAgent, shown, calls, readUnits, medianMs].map(digits),
  ),
});

const openingTable = (calls: readonly MeteredCall[]) => ({
  header: ['call of an opening', 'items written', 'units'],
  rows: calls.map(({ action, written, units }) => [action, digits(written), digits(units)]),
});
