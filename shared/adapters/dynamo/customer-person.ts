import { type DynamoDBDocumentClient, GetCommand } from '@aws-sdk/lib-dynamodb';
import { MAX_FILES_OF_PERSON } from '../../domain/customer/change.ts';
import { Customer } from '../../domain/customer/file.ts';
import { asWrittenFrom, type WholeFile, wholeFile } from '../../domain/customer/whole.ts';
import { fromItem } from './items.ts';
import { customerFileKey } from './keys.ts';

/** A merged file points straight at the one that stands; one more step covers a merge that happens between two reads. */
const MAX_STEPS = 3;

/** Reads persons by any of their keys. One read where there is one file, as for nearly everybody. */
export function personReader(client: DynamoDBDocumentClient, table: string) {
  const file = async (customerKey: string): Promise<Customer | undefined> => {
    const { pk, sk } = customerFileKey(customerKey);
    const { Item } = await client.send(new GetCommand({ TableName: table, Key: { pk, sk }, ConsistentRead: true }));
    // An item without a language has been made by the numbers of open cases alone: it is no file yet.
    return Item?.['language'] === undefined ? undefined : fromItem(Customer, Item);
  };

  async function withOthers(found: Customer): Promise<WholeFile> {
    let standing = found;
    for (let step = 0; standing.mergedInto !== undefined && step < MAX_STEPS; step += 1)
      standing = (await file(standing.mergedInto)) ?? standing;
    const others = await Promise.all((standing.mergedKeys ?? []).slice(0, MAX_FILES_OF_PERSON).map(file));
    return wholeFile([standing, ...others.filter((other) => other !== undefined)]);
  }

  async function personOf(found: Customer): Promise<Customer> {
    if (found.mergedInto === undefined && found.mergedKeys === undefined) return found;
    return asWrittenFrom(found.customerKey, await withOthers(found));
  }

  return {
    /** All files of the person that a key leads to, read as one. */
    whole: async (customerKey: string): Promise<WholeFile | undefined> => {
      const found = await file(customerKey);
      return found === undefined ? undefined : withOthers(found);
    },
    /** The person behind a file that has just been read, to be answered where they wrote from. */
    personOf,
    /** The same by key. */
    person: async (customerKey: string): Promise<Customer | undefined> => {
      const found = await file(customerKey);
      return found === undefined ? undefined : personOf(found);
    },
  };
}
