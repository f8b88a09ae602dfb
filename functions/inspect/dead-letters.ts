import { inspectOperations as operations } from '../../shared/api/inspect-operations.ts';
import { AmendsError, notFound } from '../../shared/domain/errors.ts';
import { endpoint } from '../../shared/lambda/endpoint.ts';
import type { DeadLetter } from '../../shared/ports.ts';
import { outlineOf } from './outline.ts';
import type { DeadLetterQueue, InspectPorts } from './ports.ts';

/** Messages of a queue that are shown. */
const MAX_SHOWN = 30;
/** Of each queue, to find about how old the oldest is. */
const MAX_SAMPLED = 10;
/** Messages that are moved in one call: they take a second or two of the ten that a call may take. */
const MAX_MOVED = 100;

type Ports = Pick<InspectPorts, 'letters' | 'queues'>;

/** What was given up after all tries: to see, and to try once more. */
export const deadLetterEndpoints = (ports: Ports) => ({
  'GET /api/dead-letters': endpoint(operations['GET /api/dead-letters'], async () => ({
    items: await Promise.all(ports.queues.map((queue) => summaryOf(ports, queue))),
  })),
  'GET /api/dead-letters/{queue}': endpoint(operations['GET /api/dead-letters/{queue}'], async ({ path }) => {
    const queue = known(ports, path.queue);
    const [waiting, letters] = await Promise.all([ports.letters.waiting(queue.queue), ports.letters.peek(queue.queue, MAX_SHOWN)]);
    return { ...nameOf(queue), waiting: Math.max(waiting, letters.length), messages: letters.map(shown) };
  }),
  'POST /api/dead-letters/{queue}/redrive': endpoint(operations['POST /api/dead-letters/{queue}/redrive'], async ({ path }) => {
    const { name, queue, from } = known(ports, path.queue);
    if (from === undefined)
      throw new AmendsError(
        409,
        'no-redrive',
        `What lies in "${name}" has no queue to go back to; docs/deploy.md says what to do instead.`,
      );
    const moved = await ports.letters.move(queue, from, MAX_MOVED);
    return { queue: name, moved, waiting: await ports.letters.waiting(queue) };
  }),
});

async function summaryOf({ letters }: Ports, queue: DeadLetterQueue) {
  const waiting = await letters.waiting(queue.queue);
  const sample = waiting === 0 ? [] : await letters.peek(queue.queue, MAX_SAMPLED);
  const oldestAt = sample.map(({ sentAt }) => sentAt).toSorted()[0];
  return { ...nameOf(queue), waiting, ...(oldestAt === undefined ? {} : { oldestAt }) };
}

const nameOf = ({ name, errorImpact, from }: DeadLetterQueue) => ({ queue: name, errorImpact, canRedrive: from !== undefined });

/** Of its body only what is in it, by name: words of customers are in these messages. */
const shown = ({ id, sentAt, receives, body }: DeadLetter) => ({ id, sentAt, receives, ...outlineOf(body) });

function known({ queues }: Ports, name: string): DeadLetterQueue {
  const queue = queues.find((one) => one.name === name);
  if (queue === undefined) throw notFound(`There is no queue "${name}". GET /api/dead-letters lists those that are.`);
  return queue;
}
