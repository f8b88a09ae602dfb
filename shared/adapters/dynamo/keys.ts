/**
 * Every key string of both tables, and nothing else that is one.
 *
 * Register (the truth; has the stream): `pk`, `sk`, and one sparse KEYS_ONLY index "index" on `ipk`, `isk`.
 * Figures (derived, no stream): `pk`, `sk`; claims expire by `expiresAt`.
 */
export const INDEX_NAME = 'index';

export interface Key {
  readonly pk: string;
  readonly sk: string;
}
export interface IndexKey {
  readonly ipk: string;
  readonly isk: string;
}

const day = (instant: string) => instant.slice(0, 10);

export const feedbackKey = (id: string): Key => ({ pk: `FEEDBACK#${id}`, sk: 'FEEDBACK' });
/** By UTC day of arrival. */
export const feedbackIndexKey = (receivedAt: string, id: string): IndexKey => ({
  ...feedbackIndexPartition(day(receivedAt)),
  isk: `${receivedAt}#${id}`,
});
export const feedbackIndexPartition = (utcDay: string) => ({ ipk: `FEEDBACK#${utcDay}` });

export const caseKey = (number: string): Key => ({ pk: `CASE#${number}`, sk: 'CASE' });
export const caseEventKey = (number: string, version: number): Key => ({
  pk: `CASE#${number}`,
  sk: `EVENT#${String(version).padStart(6, '0')}`,
});
export const CASE_EVENT_PREFIX = 'EVENT#';
/** Open cases in one partition, resolved ones by the month of their number. */
export const caseIndexKey = (number: string, isOpen: boolean, openedAt: string): IndexKey => ({
  ...caseIndexPartition(isOpen ? 'open' : number.slice(0, 4)),
  isk: `${openedAt}#${number}`,
});
export const caseIndexPartition = (openOrMonth: string) => ({ ipk: `CASE#${openOrMonth}` });

/** The running number of cases in a month, `YYMM`. */
export const caseCounterKey = (month: string): Key => ({ pk: `CASE-COUNTER#${month}`, sk: 'CASE-COUNTER' });

export const actionKey = (id: string): Key => ({ pk: `ACTION#${id}`, sk: 'ACTION' });
/** Few shards: a due action leaves the index as soon as it is done. */
export const DUE_SHARDS = 4;
export const dueIndexKey = (shard: number, dueAt: string, id: string): IndexKey => ({ ...duePartition(shard), isk: `${dueAt}#${id}` });
export const duePartition = (shard: number) => ({ ipk: `DUE#${shard}` });

export const customerFileKey = (customerKey: string): Key => ({ pk: `CUSTOMER#${customerKey}`, sk: 'CUSTOMER' });
export const suppressionKey = (customerKey: string): Key => ({ pk: `SUPPRESSION#${customerKey}`, sk: 'SUPPRESSION' });
/** Automatic mails to one address on one UTC day. */
export const mailCountKey = (customerKey: string, utcDay: string): Key => ({ pk: `MAIL-COUNT#${customerKey}`, sk: utcDay });
/** What other engines cost on one UTC day, in micro-dollars. */
export const engineCostKey = (utcDay: string): Key => ({ pk: `ENGINE-COST#${utcDay}`, sk: 'ENGINE-COST' });
export const quarantineKey = (id: string): Key => ({ pk: `QUARANTINE#${id}`, sk: 'QUARANTINE' });
export const quarantineIndexKey = (at: string, id: string): IndexKey => ({ ...quarantineIndexPartition, isk: `${at}#${id}` });
export const quarantineIndexPartition = { ipk: 'QUARANTINE' } as const;

/** Figures: which stream records of a second, as a `Claim` names it, have been counted. */
export const claimKey = (second: string): Key => ({ pk: `CLAIM#${second}`, sk: 'CLAIM' });
/** Figures: one bucket of a dimension, e.g. `day#channel#form`; hot ones are split over shards. */
export const bucketKey = (granularity: 'day' | 'hour', dimension: string, start: string, shard: number): Key => ({
  pk: bucketPartition(granularity, dimension),
  sk: `${start}#${shard}`,
});
export const bucketPartition = (granularity: 'day' | 'hour', dimension: string) => `BUCKET#${granularity}#${dimension}`;
