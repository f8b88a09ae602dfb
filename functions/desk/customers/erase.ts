import * as z from 'zod/mini';
import type { ErasureAnswer } from '../../../shared/api/customer-schemas.ts';
import { operations } from '../../../shared/api/operations.ts';
import { actorOf } from '../../../shared/api/viewer.ts';
import { isSame } from '../../../shared/domain/customer/change.ts';
import { isErased, withoutPerson, withoutPersonIn } from '../../../shared/domain/customer/erasure/person.ts';
import { beginErasure, recordErasure, tracesOf } from '../../../shared/domain/customer/erasure/steps.ts';
import { type Traces, withoutTraces } from '../../../shared/domain/customer/erasure/words.ts';
import { type ErasureProgress, versionOfFile } from '../../../shared/domain/customer/file.ts';
import type { WholeFile } from '../../../shared/domain/customer/whole.ts';
import { notFound } from '../../../shared/domain/errors.ts';
import { type Feedback, FeedbackReceived } from '../../../shared/domain/feedback.ts';
import { endpoint } from '../../../shared/lambda/endpoint.ts';
import { refuseUnseen } from '../if-match.ts';
import type { DeskPorts } from '../ports.ts';

/** Pages done in one call: each is some dozen reads and writes. */
const PAGES_PER_CALL = 8;
/** No page is begun later than this, in milliseconds: a request may take 10 s, and cases with a long history take their time. */
const BEGUN_WITHIN_MS = 4000;
const Place = z.strictObject({ key: z.optional(z.string()), after: z.optional(z.string()) });
const HISTORY_PER_PAGE = 10;
const QUARANTINE_PER_PAGE = 100;

/**
 * Erases a person (promise 35), as far as one call may take it. Where it is stands in the file after each page, so an erasure that was broken off goes
 * on with the next call, and doing a page twice changes nothing. Asked for again when it is done, it goes through everything once more: a message that
 * came out of a dead-letter queue since may have left a raw mail behind.
 */
export const eraseCustomer = (ports: DeskPorts) =>
  endpoint(operations['POST /api/customers/{key}/erase'], async ({ path, viewer, now, ifMatch }): Promise<ErasureAnswer> => {
    const who = { by: actorOf(viewer.id), now };
    let whole = await standing(ports, path.key);
    refuseUnseen(ifMatch, versionOfFile(whole), 'This customer’s file');
    if (whole.erasure === undefined || whole.erasure.step === 'done') {
      await ports.customers.files.save(beginErasure(whole, who));
      whole = await standing(ports, path.key);
    }
    const isInTime = () => Date.parse(ports.clock()) - Date.parse(now) < BEGUN_WITHIN_MS;
    for (let page = 0; page < PAGES_PER_CALL && whole.erasure !== undefined && whole.erasure.step !== 'done' && isInTime(); page += 1) {
      const progress = await onePage(ports, whole, whole.erasure, now);
      await ports.customers.files.save(recordErasure(whole, progress, who));
      whole = await standing(ports, path.key);
    }
    return answer(whole);
  });

async function standing({ customers }: DeskPorts, key: string): Promise<WholeFile> {
  const whole = await customers.files.whole(key);
  if (whole === undefined) throw notFound('There is no customer of this key.');
  return whole;
}

const answer = ({ customerKey, erasure }: WholeFile): ErasureAnswer => ({ customerKey, isDone: erasure?.step === 'done', erasure });

function onePage(ports: DeskPorts, whole: WholeFile, progress: ErasureProgress, now: string): Promise<ErasureProgress> {
  switch (progress.step) {
    case 'history':
      return historyPage(ports, whole, progress);
    case 'quarantine':
      return quarantinePage(ports, whole, progress);
    case 'actions':
      return actionsPage(ports, progress, now);
    case 'invitations':
      return invitationsPage(ports, whole, progress, now);
    case 'file':
    case 'done':
      return Promise.resolve({ ...progress, step: 'done', place: undefined });
  }
}

async function historyPage(ports: DeskPorts, whole: WholeFile, progress: ErasureProgress): Promise<ErasureProgress> {
  const page = await ports.customers.files.history(whole.keys, { limit: HISTORY_PER_PAGE, cursor: progress.place });
  const work = new HistoryErasure(ports, tracesOf(whole), progress);
  // What was said since then was said by somebody who came back of their own accord.
  for (const link of page.items.filter(({ at }) => at <= progress.startedAt)) {
    if (link.kind === 'feedback') await work.feedback(link.id);
    else await work.case(link.number);
  }
  return {
    ...progress,
    step: page.cursor === undefined ? 'quarantine' : 'history',
    place: page.cursor,
    cases: [...work.cases].sort(),
    feedback: progress.feedback + work.feedbackErased,
    mails: progress.mails + work.mailsRemoved,
    photos: (progress.photos ?? 0) + work.photosRemoved,
  };
}

/** What was said, and the cases it led to; a case names further feedback, and feedback its case. */
class HistoryErasure {
  readonly cases: Set<string>;
  feedbackErased = 0;
  mailsRemoved = 0;
  photosRemoved = 0;
  readonly #ports: DeskPorts;
  readonly #traces: Traces;
  readonly #until: string;
  readonly #met = new Set<string>();

  constructor(ports: DeskPorts, traces: Traces, { cases, startedAt }: Pick<ErasureProgress, 'cases' | 'startedAt'>) {
    this.#ports = ports;
    this.#traces = traces;
    this.#until = startedAt;
    this.cases = new Set(cases);
  }

  async feedback(id: string): Promise<void> {
    if (this.#met.has(id)) return;
    this.#met.add(id);
    const seen = await this.#ports.register.feedback(id);
    if (seen === undefined || seen.receivedAt > this.#until) return;
    if (!isErased(seen) || hasObjects(seen)) {
      // Raw mail and photos first: once the feedback is clean, nothing leads to them.
      await this.#removeObjects(seen);
      await this.#ports.feedback.saveFeedback(withoutPersonIn(seen), seen);
      this.feedbackErased += 1;
    }
    await this.#earlierVersions(id);
    if (seen.caseNumber !== undefined) await this.case(seen.caseNumber);
  }

  async case(number: string): Promise<void> {
    if (this.#met.has(number)) return;
    this.#met.add(number);
    this.cases.add(number);
    const erased = await this.#ports.customers.erasure.eraseCase(number, this.#traces, (rawKey) => this.#removeMail(rawKey));
    for (const id of erased?.feedbackIds ?? []) await this.feedback(id);
  }

  /** What they had answered before they corrected it. */
  async #earlierVersions(id: string): Promise<void> {
    for (const version of await this.#ports.feedback.earlierVersions(id)) {
      if (isErased(version) && !hasObjects(version)) continue;
      await this.#removeObjects(version);
      await this.#ports.feedback.emptyVersion(withoutPersonIn(version));
    }
  }

  async #removeObjects({ rawKey, photos = [] }: Feedback): Promise<void> {
    if (rawKey !== undefined) await this.#removeMail(rawKey);
    for (const { key } of photos) {
      await this.#ports.customers.erasure.removePhoto(key);
      this.photosRemoved += 1;
    }
  }

  async #removeMail(rawKey: string): Promise<void> {
    await this.#ports.customers.erasure.removeMail(rawKey);
    this.mailsRemoved += 1;
  }
}

const hasObjects = ({ rawKey, photos }: Feedback) => rawKey !== undefined || photos !== undefined;

async function quarantinePage({ register, customers }: DeskPorts, whole: WholeFile, progress: ErasureProgress): Promise<ErasureProgress> {
  const { ofAddress } = await customers.keys();
  const isOfPerson = ({ customer }: FeedbackReceived) => customer?.email !== undefined && whole.keys.includes(ofAddress(customer.email));
  const { items, cursor } = await register.quarantined({ limit: QUARANTINE_PER_PAGE, cursor: progress.place });
  let { quarantined, mails, photos = 0 } = progress;
  for (const item of items) {
    const { received } = item;
    // What somebody else sent and names the person keeps its other words.
    const clean = isOfPerson(received) ? withoutPerson(received) : FeedbackReceived.parse(withoutTraces(received, tracesOf(whole)));
    if (isSame(clean, received)) continue;
    if (received.rawKey !== undefined && clean.rawKey === undefined) {
      await customers.erasure.removeMail(received.rawKey);
      mails += 1;
    }
    if (clean.photos === undefined) {
      for (const { key } of received.photos ?? []) {
        await customers.erasure.removePhoto(key);
        photos += 1;
      }
    }
    await customers.erasure.replaceQuarantined({ ...item, received: clean });
    quarantined += 1;
  }
  return { ...progress, step: cursor === undefined ? 'actions' : 'quarantine', place: cursor, quarantined, mails, photos };
}

async function actionsPage({ customers }: DeskPorts, progress: ErasureProgress, now: string): Promise<ErasureProgress> {
  const { refused, place } = await customers.erasure.refuseActions(progress.cases, now, progress.place);
  return { ...progress, step: place === undefined ? 'invitations' : 'actions', place, actions: progress.actions + refused };
}

/** What they were asked and had filled in, under each of their keys; the place is the key and where its list goes on. */
async function invitationsPage(
  { customers }: DeskPorts,
  whole: WholeFile,
  progress: ErasureProgress,
  now: string,
): Promise<ErasureProgress> {
  const { key = whole.keys[0] ?? whole.customerKey, after } = progress.place === undefined ? {} : Place.parse(JSON.parse(progress.place));
  const { place } = await customers.invitations.eraseInvitations(key, now, after);
  if (place !== undefined) return { ...progress, place: JSON.stringify({ key, after: place }) };
  const next = whole.keys[whole.keys.indexOf(key) + 1];
  return next === undefined ? { ...progress, step: 'file', place: undefined } : { ...progress, place: JSON.stringify({ key: next }) };
}
