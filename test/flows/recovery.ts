import { expect } from 'vitest';
import config from '#config';
import { FUNCTION_NAMES } from '../../infra/function-names.ts';
import type { LocalCloud } from '../../local/cloud.ts';
import { complain } from '../../local/demo/case/customer.ts';
import { type Colleague, colleague } from '../../local/demo/case/staff.ts';
import { passUntilMorning, settle } from '../../local/demo/case/time.ts';
import type { CaseDetails } from '../../shared/api/case-schemas.ts';
import { recoverySettings } from '../../shared/config/recovery-settings.ts';
import type { CaseEventType } from '../../shared/domain/recovery/event.ts';
import { read, startCloud } from './cloud.ts';

export const settings = recoverySettings(config);
export const { calendar } = settings;

/** The people of the config, at a cloud whose clock shows ten in the morning of a working day. */
export interface House {
  readonly cloud: LocalCloud;
  readonly lin: Colleague;
  readonly morgan: Colleague;
  readonly chen: Colleague;
  readonly zhao: Colleague;
}

export async function openHouse(): Promise<House> {
  const cloud = await startCloud();
  await passUntilMorning(cloud, calendar);
  const [lin, morgan, chen, zhao] = await Promise.all([
    colleague(cloud, 'lin'),
    colleague(cloud, 'morgan'),
    colleague(cloud, 'chen'),
    colleague(cloud, 'zhao', 'manager'),
  ]);
  return { cloud, lin, morgan, chen, zhao };
}

/**
 * The end of a file: whatever was done in it, no role denied a call, no queue gave a message up, no function failed, no mail went out twice, and no log
 * holds what a customer said or where they live (P26, P33).
 */
export async function closeHouse({ cloud }: House): Promise<void> {
  try {
    await settle(cloud);
    const logs = FUNCTION_NAMES.flatMap((name) => cloud.logs(name).map((line) => `${name}: ${line}`));
    expect(logs.length).toBeGreaterThan(10);
    expect(logs.filter((line) => line.includes('"level":"ERROR"'))).toEqual([]);
    expect(logs.filter((line) => /@example|parcel|kettle|Ada Example/i.test(line))).toEqual([]);
    expect(cloud.denials()).toEqual([]);
    expect(cloud.queues().filter(({ isDeadLetterQueue, waiting }) => isDeadLetterQueue && waiting > 0)).toEqual([]);
    const ids = cloud.sentMail().map(({ actionId }) => actionId);
    expect(ids.filter((id, i) => ids.indexOf(id) !== i)).toEqual([]);
  } finally {
    await cloud.stop();
  }
}

const LATE = 'The parcel came two weeks late and nobody answered my calls.';

/** A customer complains by the form. @returns the case as its owner sees it, its status page, and who owns it. */
export async function unhappyCustomer(house: House, email: string, comment = LATE, also: object = {}) {
  const { receipt, status } = await complain(house.cloud, {
    language: 'en',
    answers: { satisfaction: 1, reasons: ['delivery'], comment, contact: { name: 'Ada Example', email, consent: true }, ...also },
  });
  await house.cloud.idle();
  const { details } = await read(house.cloud, receipt);
  if (details === undefined) throw new Error(`feedback ${receipt}: expected a case`);
  return { receipt, status, number: details.case.number, owner: ownerOf(house, details), details };
}

export const ownerOf = ({ lin, morgan, chen }: House, { case: { owner } }: CaseDetails): Colleague =>
  ({ lin, morgan, chen })[owner] ?? failed(`owner ${owner}: expected somebody of the config`);

function failed(message: string): never {
  throw new Error(message);
}

export const typesOf = ({ history }: Pick<CaseDetails, 'history'>): CaseEventType[] => history.map(({ type }) => type);

/** What a person decided about a late parcel. */
export const FOUNDED = {
  type: 'decide',
  verdict: 'founded',
  department: 'logistics',
  cause: 'late-delivery',
  dispute: 'service',
  responsibility: 'company',
  explanation: 'Our carrier left your parcel in the depot, and our line was not staffed.',
} as const;
export const UNFOUNDED = {
  ...FOUNDED,
  verdict: 'unfounded',
  department: 'none',
  responsibility: 'misunderstanding',
  cause: 'misunderstanding',
  explanation: 'The parcel was handed to your neighbour on the promised day, who signed for it.',
} as const;

/** Money of the house's currency, in minor units. */
export const money = (amount: number) => ({ amount, currency: settings.authority.currency });

/** Templates of the mails that an address got, oldest first. */
export const templatesTo = (cloud: LocalCloud, address: string): string[] =>
  cloud.sentMail().flatMap(({ to, actionId }) => (to.includes(address) ? [actionId?.split(':')[1] ?? ''] : []));
