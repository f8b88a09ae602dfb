import { setTimeout } from 'node:timers/promises';
import type { LocalCloud } from '../local/cloud.ts';
import { type Comment, readComments } from '../local/demo/comment.ts';
import { hiddenFields } from '../local/demo/form-page.ts';
import { type Delivery, senders } from '../local/demo/senders.ts';
import { MIN_FILL_MS } from '../shared/domain/intake/form.ts';

/** Which of the comments come how often. */
export interface Mix {
  readonly name: string;
  /** Of those that call for a case, 0–1; absent: the comments as they are. */
  readonly unhappyShare?: number;
}

/** Half of what the comments hold was written to be hard: over a third is unhappy. */
export const AS_WRITTEN: Mix = { name: 'comments as written' };
/** Closer to what a company sees. */
export const TYPICAL: Mix = { name: '10 % unhappy', unhappyShare: 0.1 };

/** `items` comments in that mix, the unhappy evenly spread; each is a submission of its own by a customer of their own, numbered from `from` on. */
export function mixed(comments: readonly Comment[], items: number, { unhappyShare }: Mix, from = 0): Comment[] {
  const unhappy = endless(comments.filter(({ expect }) => expect.isUnhappy));
  const others = endless(comments.filter(({ expect }) => !expect.isUnhappy));
  const all = endless(comments);
  const isUnhappy = (i: number, share: number) => Math.floor((i + 1) * share + 1e-9) > Math.floor(i * share + 1e-9);
  return Array.from({ length: items }, (_, i) => {
    const next = unhappyShare === undefined ? all : isUnhappy(i, unhappyShare) ? unhappy : others;
    return asAnother(next(), from + i);
  });
}

/** One after the other, over and over. @throws where there are none */
function endless(list: readonly Comment[]): () => Comment {
  let i = 0;
  return () => {
    const one = list[i % list.length];
    i += 1;
    if (one === undefined) throw new Error('traffic: there is no such comment');
    return one;
  };
}

function asAnother(comment: Comment, i: number): Comment {
  const { id, customer } = comment;
  return { ...comment, id: `${id}-${i}`, ...(customer && { customer: { ...customer, email: customer.email.replace('@', `+${i}@`) } }) };
}

/** The form alone, sent by a script as JSON. */
export function forms(items: number, mix: Mix, from = 0): Delivery[] {
  const world = { secret: () => '', hiddenFields: () => ({}), now: Date.now };
  return mixed(readComments(), items, mix, from).map((comment) => senders.form(comment, world));
}

/**
 * By all doors that are no mailbox, each comment by its own. Whoever fills in the page has opened it first, which
 * takes a request too. Send it within minutes: the providers' signatures hold no longer.
 */
export async function formsAndWebhooks(cloud: LocalCloud, items: number, mix: Mix, from = 0): Promise<Delivery[]> {
  const secrets = new Map<string, string>();
  for (const source of ['shop', 'typeform', 'tally', 'delighted'])
    secrets.set(source, (await cloud.secret(`amends/source/${source}`)).split(/\s+/)[0] ?? '');
  const comments = mixed(readComments(), items, mix, from);
  const pages = new Map<string, Record<string, string>>();
  for (const { id, via, language } of comments) if (via === 'form-urlencoded') pages.set(id, await hiddenFields(cloud.url, language));
  await setTimeout(MIN_FILL_MS);
  const world = {
    secret: (source: string) => secrets.get(source) ?? '',
    hiddenFields: ({ id }: Comment) => pages.get(id) ?? {},
    now: Date.now,
  };
  return comments.map((comment) => senders[comment.via](comment, world));
}
