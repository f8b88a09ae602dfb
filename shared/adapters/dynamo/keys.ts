/**
 * Every key string of both tables, and nothing else that is one.
 *
 * Register (the truth; has the stream): `pk`, `sk`, and one sparse KEYS_ONLY index "index" on `ipk`, `isk`, and one sparse index "owner"
 * of whole items on `opk`, `osk`.
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
/** What stood before a revision: kept beside what stands, never written over. */
export const feedbackVersionKey = (id: string, revision: number): Key => ({
  pk: `FEEDBACK#${id}`,
  sk: `${FEEDBACK_VERSION_PREFIX}${String(revision).padStart(16, '0')}`,
});
export const FEEDBACK_VERSION_PREFIX = 'VERSION#';
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
/** Open cases in one partition by what is due of them, ended ones by the month and time of their end. @param at instant, or what sorts as one. */
export const caseIndexKey = (number: string, openOrMonth: string, at: string): IndexKey => ({
  ...caseIndexPartition(openOrMonth),
  isk: `${at}#${number}`,
});
/** @param openOrMonth `open`, or the month `YYYY-MM` in which they ended. */
export const caseIndexPartition = (openOrMonth: string) => ({ ipk: `CASE#${openOrMonth}` });
/** Open cases of an agent with all that they hold, in the order of all open ones. */
export const OWNER_INDEX_NAME = 'owner';
export const ownerIndexKey = (agent: string, at: string, number: string) => ({
  ...ownerIndexPartition(agent),
  osk: `${at}#${number}`,
});
export const ownerIndexPartition = (agent: string) => ({ opk: `OWNER#${agent}` });
/** What a command's idempotency key was used for. */
export const commandKey = (number: string, key: string): Key => ({ pk: `CASE#${number}`, sk: `COMMAND#${key}` });
/** How many open cases an agent has, and when they are away. */
export const agentKey = (agent: string): Key => ({ pk: `AGENT#${agent}`, sk: 'AGENT' });
/** Compensation committed in a month, `YYYY-MM`. */
export const budgetKey = (branch: string, month: string): Key => ({ pk: `BUDGET#${branch}#${month}`, sk: 'BUDGET' });
/** Which case a mail of ours was about, by what SES called it. */
export const sentMailKey = (sesMessageId: string): Key => ({ pk: `SENT#${sesMessageId}`, sk: 'SENT' });

/** The running number of cases in a month, `YYMM`. */
export const caseCounterKey = (month: string): Key => ({ pk: `CASE-COUNTER#${month}`, sk: 'CASE-COUNTER' });

/** A digest's recipient who has ended it; `recipient` is a keyed hash of their address. */
export const digestOptOutKey = (digest: string, recipient: string): Key => ({ pk: `DIGEST-OPT-OUT#${recipient}`, sk: digest });
export const actionKey = (id: string): Key => ({ pk: `ACTION#${id}`, sk: 'ACTION' });
/** Few shards: a due action leaves the index as soon as it is done. */
export const DUE_SHARDS = 4;
export const dueIndexKey = (shard: number, dueAt: string, id: string): IndexKey => ({ ...duePartition(shard), isk: `${dueAt}#${id}` });
export const duePartition = (shard: number) => ({ ipk: `DUE#${shard}` });

export const customerFileKey = (customerKey: string): Key => ({ pk: `CUSTOMER#${customerKey}`, sk: 'CUSTOMER' });
/** What a customer said and what became of it, by time, beside their file. */
export const historyKey = (customerKey: string, at: string, what: 'FEEDBACK' | 'CASE', id: string): Key => ({
  pk: `CUSTOMER#${customerKey}`,
  sk: `${HISTORY_PREFIX}${at}#${what}#${id}`,
});
export const HISTORY_PREFIX = 'HISTORY#';
/** Whom an own id of the business leads to; `hash` is keyed, as a customer's key is. */
export const customerIdKey = (hash: string): Key => ({ pk: `CUSTOMER-ID#${hash}`, sk: 'CUSTOMER-ID' });
/** Whom a telephone number leads to: several people may share one. */
export const customerPhoneKey = (hash: string, customerKey: string): Key => ({ ...customerPhonePartition(hash), sk: customerKey });
export const customerPhonePartition = (hash: string) => ({ pk: `CUSTOMER-PHONE#${hash}` });
/** Customers who take greetings, by the day of the year (UTC) on which they came first. */
export const careIndexKey = (since: string, customerKey: string): IndexKey => ({
  ...careIndexPartition,
  isk: `${since.slice(5, 10)}#${customerKey}`,
});
export const careIndexPartition = { ipk: 'CARE' } as const;
/** The next call by plan to a customer who allows contact: at the latest on this day somebody looks at whether it is due. */
export const callKey = (customerKey: string): Key => ({ pk: `CALL#${customerKey}`, sk: 'CALL' });
export const callIndexKey = (on: string, customerKey: string): IndexKey => ({ ...callIndexPartition, isk: `${on}#${customerKey}` });
export const callIndexPartition = { ipk: 'CALL' } as const;
/** How far the daily care has come, by day of the brand's zone. */
export const careRunKey = (day: string): Key => ({ pk: `CARE-RUN#${day}`, sk: 'CARE-RUN' });
/** One look at a customer's data, or one change of it. */
export const lookKey = (customerKey: string, at: string, by: string, what: string): Key => ({
  ...lookPartition(customerKey),
  sk: `${at}#${by}#${what}`,
});
export const lookPartition = (customerKey: string) => ({ pk: `LOOK#${customerKey}` });
export const suppressionKey = (customerKey: string): Key => ({ pk: `SUPPRESSION#${customerKey}`, sk: 'SUPPRESSION' });
/** Automatic mails to one address on one UTC day. */
export const mailCountKey = (customerKey: string, utcDay: string): Key => ({ pk: `MAIL-COUNT#${customerKey}`, sk: utcDay });
/** What other engines cost on one UTC day, in micro-dollars. */
export const engineCostKey = (utcDay: string): Key => ({ pk: `ENGINE-COST#${utcDay}`, sk: 'ENGINE-COST' });
export const quarantineKey = (id: string): Key => ({ pk: `QUARANTINE#${id}`, sk: 'QUARANTINE' });
export const quarantineIndexKey = (at: string, id: string): IndexKey => ({ ...quarantineIndexPartition, isk: `${at}#${id}` });
export const quarantineIndexPartition = { ipk: 'QUARANTINE' } as const;
export const invitationKey = (id: string): Key => ({ pk: `INVITATION#${id}`, sk: 'INVITATION' });
/** Of a campaign, by what has become of them, in the order in which they were made. */
export const invitationIndexKey = (campaign: string, state: string, invitedAt: string, id: string): IndexKey => ({
  ...invitationIndexPartition(campaign, state),
  isk: `${invitedAt}#${id}`,
});
export const invitationIndexPartition = (campaign: string, state: string) => ({ ipk: `INVITATION#${campaign}#${state}` });
/** Whom we have asked for their opinion when, by the key of the customer's file: contact rules go by it. */
export const contactKey = (customerKey: string): Key => ({ pk: `CONTACT#${customerKey}`, sk: 'CONTACT' });
/** That a person was asked, or was not for a reason: beside their file. */
export const customerInvitationKey = (customerKey: string, invitation: string): Key => ({
  pk: `CUSTOMER#${customerKey}`,
  sk: `${CUSTOMER_INVITATION_PREFIX}${invitation}`,
});
export const CUSTOMER_INVITATION_PREFIX = 'INVITATION#';
/** A survey as it was when a campaign first asked in that version. */
export const surveyVersionKey = (survey: string, version: number): Key => ({
  pk: `SURVEY#${survey}`,
  sk: `VERSION#${String(version).padStart(6, '0')}`,
});
/** A campaign that was started, and how far its audience of the register has come. */
export const campaignKey = (id: string): Key => ({ pk: `CAMPAIGN#${id}`, sk: 'CAMPAIGN' });
/** Alarms that were raised: a handful a year, in one partition, by time. */
export const alarmKey = (id: string): Key => ({ pk: `ALARM#${id}`, sk: 'ALARM' });
export const alarmIndexKey = (at: string, id: string): IndexKey => ({ ...alarmIndexPartition, isk: `${at}#${id}` });
export const alarmIndexPartition = { ipk: 'ALARM' } as const;

/** One event for one endpoint; `due` ones are listed by when they are due, the others by when they ended. */
export const deliveryKey = (id: string): Key => ({ pk: `DELIVERY#${id}`, sk: 'DELIVERY' });
export const deliveryIndexKey = (endpoint: string, state: string, at: string, id: string): IndexKey => ({
  ...deliveryIndexPartition(endpoint, state),
  isk: `${at}#${id}`,
});
export const deliveryIndexPartition = (endpoint: string, state: string) => ({ ipk: `DELIVERY#${endpoint}#${state}` });
/** One event for one chat room; in the index until it is sent. */
export const noticeLineKey = (room: string, eventId: string): Key => ({ pk: `NOTICE#${room}#${eventId}`, sk: 'NOTICE' });
export const noticeIndexKey = (room: string, at: string, eventId: string): IndexKey => ({
  ...noticeIndexPartition(room),
  isk: `${at}#${eventId}`,
});
export const noticeIndexPartition = (room: string) => ({ ipk: `NOTICE#${room}` });
/** How an endpoint or a chat room has been doing. */
export const endpointKey = (id: string): Key => ({ pk: `ENDPOINT#${id}`, sk: 'ENDPOINT' });

/** Figures: which stream records of a second, as a `Claim` names it, have been counted. */
export const claimKey = (second: string): Key => ({ pk: `CLAIM#${second}`, sk: 'CLAIM' });
/** Figures: one bucket of a dimension, e.g. `day#channel#form`; hot ones are split over shards. */
export const bucketKey = (granularity: 'day' | 'hour', dimension: string, start: string, shard: number): Key => ({
  pk: bucketPartition(granularity, dimension),
  sk: `${start}#${shard}`,
});
export const bucketPartition = (granularity: 'day' | 'hour', dimension: string) => `BUCKET#${granularity}#${dimension}`;
