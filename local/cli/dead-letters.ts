import { Command } from 'commander';
import type * as z from 'zod';
import { DeadLetterList, DeadLetterQueues, Redriven } from '../../shared/api/inspect-schemas.ts';
import { connect } from './connection.ts';
import { note, type OutputOptions, show, table } from './output.ts';

/** Calls of one command: each moves a hundred. */
const MAX_CALLS = 100;

export function deadLettersCommand(): Command {
  const list = new Command('list')
    .description('queues of what was given up: how many wait, since when, and whom it hurts')
    .option('--json', 'as JSON')
    .action(async (options: OutputOptions) => {
      show(await (await connect()).read('/api/dead-letters', 'admin', DeadLetterQueues), options, queuesInWords);
    });
  const showOne = new Command('show')
    .description('some messages of a queue: what each is made of and the ids in it')
    .argument('<queue>', 'its name in the list')
    .option('--json', 'as JSON')
    .action(async (queue: string, options: OutputOptions) => {
      const letters = await (await connect()).read(`/api/dead-letters/${encodeURIComponent(queue)}`, 'admin', DeadLetterList);
      show(letters, options, lettersInWords);
    });
  const redrive = new Command('redrive')
    .description('send all messages of a queue back to where they came from; mend first what made them fail')
    .argument('<queue>', 'its name in the list')
    .action(redriveAll);
  const commands = new Command('dead-letters').description('see what was given up after all tries, and try it once more');
  for (const command of [list, showOne, redrive]) commands.addCommand(command);
  return commands;
}

async function redriveAll(queue: string): Promise<void> {
  const connection = await connect();
  let all = 0;
  for (let calls = 0; calls < MAX_CALLS; calls += 1) {
    const { moved, waiting } = await connection.post(`/api/dead-letters/${encodeURIComponent(queue)}/redrive`, 'admin', {}, Redriven);
    all += moved;
    if (moved > 0 && waiting > 0) continue;
    return note(`${all} sent back${waiting === 0 ? '' : `; about ${waiting} wait still, run it again`}.`);
  }
  note(`${all} sent back; there are more, run it again.`);
}

const queuesInWords = ({ items }: z.output<typeof DeadLetterQueues>) =>
  table(
    ['QUEUE', 'WAITING', 'OLDEST', 'REDRIVE', 'WHOM IT HURTS'],
    items.map(({ queue, waiting, oldestAt, canRedrive, errorImpact }) => [
      queue,
      String(waiting),
      oldestAt?.slice(0, 16) ?? '–',
      canRedrive ? 'yes' : 'no',
      errorImpact,
    ]),
  );

const lettersInWords = ({ queue, waiting, messages }: z.output<typeof DeadLetterList>) =>
  messages.length === 0
    ? `Nothing lies in ${queue}.`
    : `${table(
        ['MESSAGE', 'SENT', 'RECEIVES', 'BYTES', 'IDS', 'MADE OF'],
        messages.map(({ id, sentAt, receives, bytes, ids, shape, isJson }) => [
          id,
          sentAt.slice(0, 16),
          String(receives),
          String(bytes),
          Object.entries(ids)
            .map(([name, value]) => `${name}=${value}`)
            .join(' '),
          isJson ? shape.join(', ') : 'no JSON',
        ]),
      )}\n\nAbout ${waiting} wait in ${queue}.`;
