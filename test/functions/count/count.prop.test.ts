import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { count, type RegisterRecord } from '../../../functions/count/count.ts';
import config from '../../../shared/config/current.ts';
import { recoverySettings } from '../../../shared/config/recovery-settings.ts';
import { INVITATION_STATES } from '../../../shared/domain/campaign/invitation.ts';
import { COUNTED_LANGUAGES } from '../../../shared/domain/metrics/counted.ts';
import { differences, foldItems } from '../../../shared/domain/metrics/reconcile.ts';
import type { Case } from '../../../shared/domain/recovery/case.ts';
import type { CaseCommand } from '../../../shared/domain/recovery/command.ts';
import { decide } from '../../../shared/domain/recovery/decide.ts';
import { ALLOWED } from '../../../shared/domain/recovery/machine.ts';
import { TOPICS } from '../../../shared/domain/understand/understanding.ts';
import { StreamStop } from '../../../shared/lambda/on-stream.ts';
import { aCase, aFeedback } from '../../samples.ts';
import { type Fate, figuresInMemory } from './figures-in-memory.ts';

const settings = recoverySettings(config);
const ZONE = 'Asia/Kolkata'; // Half an hour off the hour: days are not sums of UTC hours there.

/** What can happen to the register, many times over a few items so that changes of changes are common. */
const commands = fc.record({
  kind: fc.constantFrom('say', 'say', 'say', 'open', 'acknowledge', 'answer', 'solve', 'follow-up', 'reopen', 'close', 'invite', 'remove'),
  item: fc.nat(40),
  hour: fc.nat(70),
  csat: fc.option(fc.integer({ min: 1, max: 7 }), { nil: undefined }),
  nps: fc.option(fc.nat(10), { nil: undefined }),
  effort: fc.option(fc.integer({ min: 1, max: 5 }), { nil: undefined }),
  rating: fc.option(fc.integer({ min: 1, max: 3 }), { nil: undefined }),
  isSolvedAtOnce: fc.option(fc.boolean(), { nil: undefined }),
  invitation: fc.constantFrom(...INVITATION_STATES),
  mood: fc.integer({ min: -1000, max: 1000 }),
  topics: fc.uniqueArray(fc.constantFrom(...TOPICS), { maxLength: 14 }),
  language: fc.constantFrom(...COUNTED_LANGUAGES, 'und'),
  branch: fc.constantFrom('east', 'south', undefined),
  isAutomatic: fc.boolean(),
  isReply: fc.constantFrom(true, false, false, false),
});
type Command = typeof commands extends fc.Arbitrary<infer C> ? C : never;

/** What is asked of a case, where it is not to be opened. */
const WISHES: Readonly<Partial<Record<Command['kind'], CaseCommand>>> = {
  acknowledge: { type: 'acknowledge' },
  solve: { type: 'solve', resolution: 'r', via: 'telephone' },
  reopen: { type: 'reopen', reason: 'r' },
  close: { type: 'close', reason: 'withdrawn-by-customer', note: 'n' },
  answer: { type: 'answer', text: 'a', kind: 'answer', via: 'telephone' },
  'follow-up': { type: 'follow-up', isSolved: true, satisfaction: 80 },
};

const at = (hour: number) => new Date(Date.UTC(2026, 10, 21) + hour * 3_600_000).toISOString();

function saying(command: Command) {
  const { item, hour, csat, nps, effort, rating, isSolvedAtOnce, mood, topics, language, branch, isAutomatic, isReply } = command;
  const answers = [
    ...(csat === undefined ? [] : [{ question: 'q', metric: 'csat', value: csat, min: 1, max: 7 } as const]),
    ...(nps === undefined ? [] : [{ question: 'r', metric: 'nps', value: nps, min: 0, max: 10 } as const]),
    ...(effort === undefined ? [] : [{ question: 's', metric: 'ces', value: effort, min: 1, max: 5 } as const]),
    ...(rating === undefined ? [] : [{ question: 't', metric: 'rating', value: rating, min: 1, max: 3 } as const]),
    ...(isSolvedAtOnce === undefined ? [] : [{ question: 'u', metric: 'fcr', value: Number(isSolvedAtOnce), min: 0, max: 1 } as const]),
  ];
  const understanding = {
    ...aFeedback().understanding,
    language,
    sentiment: { label: mood < 0 ? 'negative' : 'positive', score: mood / 1000, confidence: mood % 2 === 0 ? 0 : 0.8 } as const,
    topics: topics.map((topic) => ({ topic, polarity: 'neutral' as const, evidence: [] })),
  };
  const automatic = isAutomatic ? ({ automatic: 'list' } as const) : {};
  return {
    ...aFeedback({ externalId: `e-${item}`, receivedAt: at(hour), answers, reasons: [], understanding, branch, isReply, ...automatic }),
    type: 'feedback',
  };
}

/** Runs the commands against a register in memory, of which so many records fall into a second, and returns its items and its stream. */
function runRegister(list: readonly Command[], recordsOfASecond: number) {
  const items = new Map<string, Record<string, unknown>>();
  const cases = new Map<string, Case>();
  const stream: RegisterRecord[] = [];
  const put = (key: string, item: Record<string, unknown> | undefined) => {
    const sequenceNumber = String(stream.length).padStart(10, '0');
    const second = String(1_795_336_200 + Math.floor(stream.length / recordsOfASecond));
    stream.push({ eventId: `event-${sequenceNumber}`, second, sequenceNumber, old: items.get(key), new: item });
    if (item === undefined) items.delete(key);
    else items.set(key, item);
  };
  const putCase = (value: Case) => {
    cases.set(value.number, value);
    put(value.number, { ...value, type: 'case' });
  };
  for (const command of list) {
    const number = `2611-${String(command.item).padStart(4, '0')}`;
    const standing = cases.get(number);
    if (command.kind === 'say') put(`f-${command.item}`, saying(command));
    else if (command.kind === 'remove') put(`f-${command.item}`, undefined);
    else if (command.kind === 'invite')
      put(`i-${command.item}`, {
        type: 'invitation',
        campaign: `c-${command.item % 3}`,
        invitedAt: at(command.item),
        state: command.invitation,
      });
    else if (command.kind === 'open')
      standing ?? putCase(aCase({ number, openedAt: at(command.hour), topics: command.topics, branch: command.branch }));
    const wish = WISHES[command.kind];
    if (wish === undefined || standing === undefined || !ALLOWED[wish.type].includes(standing.state)) continue;
    putCase(decide(wish, standing, { by: 'agent:lin', now: at(command.hour * 2), role: 'agent', settings }).next);
  }
  return { items: [...items.values()], stream };
}

/** Delivers the stream as Lambda does: batches of any size; after a stop from that record on; some batches a second time; in the end everything once more. */
async function deliver(stream: readonly RegisterRecord[], sizes: readonly number[], repeats: readonly boolean[], fates: readonly Fate[]) {
  const figures = figuresInMemory(fates[Symbol.iterator]());
  const ports = { figures: figures.writer, timeZone: ZONE, pause: async () => {} };
  let position = 0;
  for (let turn = 0; position < stream.length; turn += 1) {
    const batch = stream.slice(position, position + (sizes[turn % sizes.length] ?? 1));
    const stop = await count(batch, ports).then(
      () => undefined,
      (error: unknown) => error,
    );
    if (stop !== undefined && !(stop instanceof StreamStop)) throw stop;
    if (repeats[turn % repeats.length]) continue;
    position =
      stop === undefined ? position + batch.length : stream.findIndex(({ sequenceNumber }) => sequenceNumber === stop.sequenceNumber);
    if (turn > 20_000) throw new Error('the stream does not get on');
  }
  await count(stream, ports);
  return figures;
}

const fates = fc.constantFrom<Fate>('done', 'done', 'done', 'conflict', 'lost-answer', 'crash-before', 'crash-after');

describe('count', () => {
  it('keeps the buckets equal to the fold of the source after 10,000 random commands with redelivery and faults (P44)', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(commands, { minLength: 400, maxLength: 400 }),
        fc.array(fc.integer({ min: 1, max: 120 }), { minLength: 1, maxLength: 20 }),
        // Not all of them, or the first batch would repeat for ever.
        fc.array(fc.boolean(), { minLength: 1, maxLength: 10 }).map((repeats) => [...repeats, false]),
        fc.array(fates, { maxLength: 200 }),
        // From one record in a second to more than one transaction can claim.
        fc.constantFrom(1, 2, 7, 40, 150, 400),
        async (list, sizes, repeats, faults, recordsOfASecond) => {
          const { items, stream } = runRegister(list, recordsOfASecond);
          const figures = await deliver(stream, sizes, repeats, faults);
          expect(differences(foldItems(items, ZONE), figures.buckets())).toEqual([]);
        },
      ),
      { numRuns: 25 },
    );
  }, 60_000);

  it('would show a record that was counted twice: the comparison is not blind', async () => {
    const command: Command = {
      kind: 'say',
      item: 1,
      hour: 1,
      csat: 5,
      nps: 9,
      effort: 4,
      rating: 2,
      isSolvedAtOnce: true,
      invitation: 'sent',
      mood: 500,
      topics: [],
      language: 'en',
      branch: 'east',
      isAutomatic: false,
      isReply: false,
    };
    const { items, stream } = runRegister([command], 1);
    const twice = stream.map((record) => ({ ...record, eventId: `${record.eventId}-again` }));
    const figures = await deliver([...stream, ...twice], [10], [false], []);
    expect(differences(foldItems(items, ZONE), figures.buckets()).length).toBeGreaterThan(0);
  });
});
