import { readdirSync, readFileSync } from 'node:fs';
import type { Comment } from './comment.ts';
import { type Delivery, type SenderWorld, senders } from './senders.ts';
import { type Spoiled, spoil } from './spoil.ts';

/** Every twentieth is sent twice, and every twentieth once more spoiled: 5 % each. */
const EVERY = 20;

export interface Mail {
  readonly name: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

export interface Plan {
  readonly deliveries: readonly Delivery[];
  /** Sent a second time, to the letter. */
  readonly repeated: readonly Delivery[];
  readonly spoiled: readonly Spoiled[];
  readonly mails: readonly Mail[];
  readonly repeatedMails: readonly Mail[];
  /** Names of deliveries whose rating alone makes the customer unhappy by the default rules, and who may be written to: name → address. */
  readonly mustBeAnswered: ReadonlyMap<string, string>;
}

/** All that the demo sends. */
export function plan(comments: readonly Comment[], world: SenderWorld): Plan {
  const deliveries = comments.map((comment) => senders[comment.via](comment, world));
  const mails = readMails();
  return {
    deliveries,
    repeated: everyNth(deliveries, 0),
    spoiled: spoil(everyNth(deliveries, 7)),
    mails,
    repeatedMails: everyNth(mails, 3),
    mustBeAnswered: new Map(
      comments.flatMap(({ id, via, satisfaction, recommendation, customer }) => {
        const isUnhappy = (via !== 'delighted' && (satisfaction ?? 5) <= 2) || (via !== 'tally' && (recommendation ?? 10) <= 4);
        const mayBeWrittenTo = customer !== undefined && (customer.consent || via === 'delighted');
        return isUnhappy && mayBeWrittenTo ? [[id, customer.email] as const] : [];
      }),
    ),
  };
}

const everyNth = <Item>(items: readonly Item[], from: number) => items.filter((_, i) => i % EVERY === from);

function readMails(): Mail[] {
  const folder = new URL('../../events/mail/', import.meta.url);
  return readdirSync(folder)
    .filter((name) => name.endsWith('.eml'))
    .sort()
    .map((name) => ({ name, bytes: new Uint8Array(readFileSync(new URL(name, folder))) }));
}
