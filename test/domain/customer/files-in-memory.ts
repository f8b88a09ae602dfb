import { expect } from 'vitest';
import type { FileChange } from '../../../shared/domain/customer/change.ts';
import type { Customer } from '../../../shared/domain/customer/file.ts';
import { mergeFiles } from '../../../shared/domain/customer/merge.ts';
import { type WholeFile, wholeFile } from '../../../shared/domain/customer/whole.ts';
import { aCustomer, context } from './a-customer.ts';

/** A register in memory that applies changes as the table does. */
export class FilesInMemory {
  readonly files = new Map<string, Customer>();
  /** Own ids, by their hash. */
  readonly links = new Map<string, string>();

  constructor(files: readonly Customer[]) {
    for (const file of files) this.files.set(file.customerKey, file);
  }

  /** Whom a row's address and own id lead to. */
  found({ email = '', ownId = '' }: { email?: string | undefined; ownId?: string | undefined }) {
    const [address, id] = [context.keys.ofAddress(email), this.links.get(context.keys.ofOwnId(ownId))];
    return { byAddress: this.files.has(address) ? this.whole(address) : undefined, byOwnId: id === undefined ? undefined : this.whole(id) };
  }

  whole(key: string): WholeFile {
    let file = this.files.get(key);
    while (file?.mergedInto !== undefined) file = this.files.get(file.mergedInto);
    if (file === undefined) throw new Error(`nobody under ${key}`);
    return wholeFile([file, ...(file.mergedKeys ?? []).flatMap((other) => this.files.get(other) ?? [])]);
  }

  save({ writes, links }: FileChange): void {
    for (const { kind, hash, customerKey, insteadOf } of links) {
      if (kind === 'phone') continue;
      expect([undefined, customerKey, ...insteadOf]).toContain(this.links.get(hash));
      this.links.set(hash, customerKey);
    }
    for (const { customerKey, seen, set, remove } of writes) {
      const standing = this.files.get(customerKey);
      expect(seen).toBe(standing === undefined ? 'new' : (standing.version ?? 1));
      const kept = Object.entries(standing ?? { customerKey }).filter(([field]) => !remove.some((gone) => gone === field));
      const next = { ...Object.fromEntries(kept), ...set, version: seen === 'new' ? 1 : seen + 1 };
      this.files.set(customerKey, { ...aCustomer(), email: undefined, name: undefined, ...next, customerKey });
    }
  }

  merge(a: string, b: string): void {
    const [one, other] = [this.whole(a), this.whole(b)];
    if (one.customerKey !== other.customerKey) this.save(mergeFiles(one, other, context));
  }
}
