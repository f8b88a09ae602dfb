import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import * as z from 'zod';

/** How far each reader of a stream has got: the sequence number of the last record that is done with, by reader and shard. */
export interface Checkpoints {
  get(reader: string, shard: string): string | undefined;
  /** Kept at once: what is done must not be done again more than needed, what is not done must not be skipped. */
  set(reader: string, shard: string, sequenceNumber: string): void;
}

/** Position before the first record. */
export const FROM_START = 'TRIM_HORIZON';

export function openCheckpoints(file: string | undefined): Checkpoints {
  const positions = new Map(
    file !== undefined && existsSync(file)
      ? Object.entries(z.record(z.string(), z.string()).parse(JSON.parse(readFileSync(file, 'utf8'))))
      : [],
  );
  const key = (reader: string, shard: string) => `${reader}/${shard}`;
  if (file !== undefined) mkdirSync(dirname(file), { recursive: true });
  return {
    get: (reader, shard) => positions.get(key(reader, shard)),
    set: (reader, shard, sequenceNumber) => {
      positions.set(key(reader, shard), sequenceNumber);
      if (file === undefined) return;
      const draft = `${file}.draft`;
      writeFileSync(draft, JSON.stringify(Object.fromEntries(positions)));
      renameSync(draft, file);
    },
  };
}
