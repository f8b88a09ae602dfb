import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';

/** One call to DynamoDB. */
export interface MeteredCall {
  /** As AWS names it, e.g. `TransactWriteItems`. */
  readonly action: string;
  /** Items that a transaction writes; 1 for every other write, 0 for what reads. */
  readonly written: number;
  /** Capacity units, as the engine counts them; indexes included. */
  readonly units: number;
}

const READS = new Set(['GetItem', 'BatchGetItem', 'Query']);

const Capacity = z.object({ CapacityUnits: z.optional(z.number()) });
const Answer = z.object({ ConsumedCapacity: z.optional(z.union([z.array(Capacity), Capacity])) });
const Transaction = z.object({ TransactItems: z.array(z.unknown()) });

/** The calls of a client since it was last emptied. */
export class Meter {
  calls: MeteredCall[] = [];

  /** The same client, with each call written down. The SDK's own retries count as one call. */
  watch(client: DynamoDBDocumentClient): DynamoDBDocumentClient {
    return new Proxy(client, {
      get: (target, property, receiver) =>
        property === 'send'
          ? (command: Parameters<DynamoDBDocumentClient['send']>[0]) => this.#send(target, command)
          : Reflect.get(target, property, receiver),
    });
  }

  /** What `work` called. */
  async of(work: () => Promise<unknown>): Promise<MeteredCall[]> {
    this.calls = [];
    await work();
    return this.calls;
  }

  async #send(client: DynamoDBDocumentClient, command: Parameters<DynamoDBDocumentClient['send']>[0]) {
    Object.assign(command.input, { ReturnConsumedCapacity: 'TOTAL' });
    const action = actionOf(command.constructor.name);
    const call = { action, written: READS.has(action) ? 0 : (Transaction.safeParse(command.input).data?.TransactItems.length ?? 1) };
    const at = this.calls.push({ ...call, units: 0 }) - 1;
    const answer = await client.send(command);
    const { ConsumedCapacity = [] } = Answer.parse(answer);
    const units = [ConsumedCapacity].flat().reduce((sum, { CapacityUnits = 0 }) => sum + CapacityUnits, 0);
    this.calls[at] = { ...call, units };
    return answer;
  }
}

/** `TransactWriteCommand` of the document client is `TransactWriteItems` of AWS. */
const actionOf = (command: string): string => {
  const name = command.replace(/Command$/, '');
  if (name === 'Query') return name;
  return name.startsWith('Transact') ? `${name}Items` : `${name}Item`;
};

export const isRead = ({ action }: MeteredCall) => READS.has(action);
export const unitsOf = (calls: readonly MeteredCall[]) => calls.reduce((sum, { units }) => sum + units, 0);
