import type { LocalCloud } from '../cloud.ts';
import type { Mail, Plan } from './deliveries.ts';
import type { Delivery } from './senders.ts';

/** As many requests at once as a small site sees. */
const CONCURRENCY = 8;

/** What a door answered. */
export interface Answer {
  readonly name: string;
  readonly status: number;
  /** The id of the feedback, where it was accepted. */
  readonly receipt?: string | undefined;
  /** Why it was not, in the door's words. */
  readonly reason?: string | undefined;
}

export interface Answers {
  readonly accepted: readonly Answer[];
  readonly repeated: readonly Answer[];
  readonly spoiled: readonly (Answer & { readonly fault: string; readonly expectedStatus: readonly number[] })[];
  readonly mails: number;
}

/** Sends everything, in an order that mixes first deliveries, repetitions, spoiled ones and mails. */
export async function sendAll(cloud: LocalCloud, plan: Plan, tick: () => void): Promise<Answers> {
  const answers = { accepted: [] as Answer[], repeated: [] as Answer[], spoiled: [] as Answers['spoiled'][number][], mails: 0 };
  const jobs: (() => Promise<void>)[] = [
    ...plan.deliveries.map((delivery) => async () => void answers.accepted.push(await post(cloud.url, delivery))),
    ...plan.spoiled.map((spoiled) => async () => {
      const { fault, expectedStatus } = spoiled;
      answers.spoiled.push({ ...(await post(cloud.url, spoiled)), fault, expectedStatus });
    }),
    ...[...plan.mails, ...plan.repeatedMails].map((mail) => async () => {
      await receive(cloud, mail);
      answers.mails += 1;
    }),
  ];
  await inParallel(shuffled(jobs), tick);
  await inParallel(
    plan.repeated.map((delivery) => async () => void answers.repeated.push(await post(cloud.url, delivery))),
    tick,
  );
  return answers;
}

const receive = (cloud: LocalCloud, mail: Mail) => cloud.receiveMail(mail.bytes);

async function post(url: string, delivery: Delivery): Promise<Answer> {
  const response = await fetch(url + delivery.path, { method: 'POST', headers: delivery.headers, body: delivery.body, redirect: 'manual' });
  const text = await response.text();
  const base = { name: delivery.name, status: response.status };
  if (response.ok) return { ...base, receipt: /\b[a-z2-7]{26}\b/.exec(text)?.[0] };
  return { ...base, reason: reasonIn(text) };
}

/** The title and first issue of a problem+json answer, or the first words of whatever came. */
function reasonIn(text: string): string {
  try {
    const problem: { title?: unknown; issues?: { field?: unknown; reason?: unknown }[] } = JSON.parse(text);
    const [issue] = problem.issues ?? [];
    return [problem.title, issue && `${issue.field}: ${issue.reason}`].filter((part) => part !== undefined).join(' ');
  } catch {
    return text.slice(0, 80);
  }
}

async function inParallel(jobs: readonly (() => Promise<void>)[], tick: () => void): Promise<void> {
  const waiting = [...jobs];
  const worker = async () => {
    for (let job = waiting.shift(); job !== undefined; job = waiting.shift()) {
      await job();
      tick();
    }
  };
  await Promise.all(Array.from({ length: CONCURRENCY }, worker));
}

/** A fixed mixture (a linear congruential walk), so that two runs send in the same order. */
function shuffled<Item>(items: readonly Item[]): Item[] {
  const rest = [...items];
  const mixed: Item[] = [];
  for (let state = 1; rest.length > 0; state = (state * 1103515245 + 12345) % 2147483648)
    mixed.push(...rest.splice(state % rest.length, 1));
  return mixed;
}
