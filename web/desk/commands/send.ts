import { api, ask } from '../../browser/api/client.ts';
import { ApiFault } from '../../browser/api/fault.ts';
import type { CaseCommand, CaseDetails, CaseEvent, ChangedCase } from '../api-types.ts';
import { newsSince } from './news.ts';

/** A command as it is to be given. */
export interface Order {
  readonly number: string;
  /** Version of the case that it was decided on. */
  readonly version: number;
  readonly key: string;
  readonly command: CaseCommand;
}

export type Outcome =
  | { readonly state: 'done'; readonly changed: ChangedCase }
  /** Somebody has done something meanwhile that whoever decided should know of. */
  | { readonly state: 'collided' }
  | { readonly state: 'failed'; readonly fault: ApiFault };

/** Saves of a machine in between that nobody has to look at: so many times it is tried again on what stands then. */
const MAX_TRIES = 4;

export const readCase = (number: string, signal?: AbortSignal): Promise<CaseDetails> =>
  ask(api.GET('/api/cases/{number}', { params: { path: { number } }, ...(signal && { signal }) }));

const give = ({ number, version, key, command }: Order): Promise<ChangedCase> =>
  ask(
    api.POST('/api/cases/{number}/commands', {
      params: { path: { number }, header: { 'If-Match': `"${version}"`, 'Idempotency-Key': key } },
      body: command,
    }),
  );

const isOutrun = (fault: ApiFault) => fault.status === 412 || fault.code === 'conflict';

/** Gives a command. Where the case has another version by now it goes on by itself, unless somebody else has done something. */
export async function carryOut(order: Order, actor: string): Promise<Outcome> {
  let { version } = order;
  for (let tries = 1; ; tries++) {
    try {
      return { state: 'done', changed: await give({ ...order, version }) };
    } catch (error) {
      const fault = error instanceof ApiFault ? error : new ApiFault('broken', { cause: error });
      if (!isOutrun(fault) || tries === MAX_TRIES) return { state: 'failed', fault };
      const history = await historyOf(order.number);
      if (history instanceof ApiFault) return { state: 'failed', fault: history };
      if (newsSince(history, order.version, actor).length > 0) return { state: 'collided' };
      version = history.length;
    }
  }
}

async function historyOf(number: string): Promise<readonly CaseEvent[] | ApiFault> {
  try {
    return (await readCase(number)).history;
  } catch (error) {
    return error instanceof ApiFault ? error : new ApiFault('broken', { cause: error });
  }
}
