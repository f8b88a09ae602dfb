import type { Language } from '../../../shared/domain/language.ts';
import { moneyInWords } from '../../../shared/domain/recovery/money.ts';
import type { RecoverySettings } from '../../../shared/domain/recovery/settings.ts';
import type { LocalCloud } from '../../cloud.ts';
import { readCaseOf } from './case-of.ts';
import { complain, lastMail, linkIn, press } from './customer.ts';
import type { Journal } from './journal.ts';
import { type Colleague, colleague } from './staff.ts';
import { passBusiness, passMinutes, passUntil, passUntilMorning, timeOf } from './time.ts';
import type { Words } from './words.ts';

export interface Scene {
  readonly cloud: LocalCloud;
  readonly settings: RecoverySettings;
  readonly language: Language;
  readonly words: Words;
  readonly journal: Journal;
}

/** In the middle of the story: a case, and who works it. */
interface Open extends Scene {
  readonly number: string;
  readonly owner: Colleague;
  /** May approve what the owner may not promise. */
  readonly head: Colleague;
}

/** Beyond what an agent may promise, and within it. Minor units. */
const REFUND = 60_000;
const VOUCHER = 15_000;

/** One case from the complaint to the second close, as the requirements tell it. @returns its number. */
export async function playCase(scene: Scene): Promise<string> {
  const open = await complaint(scene);
  await nobodyAnswers(open);
  await looksIntoIt(open);
  await offers(open);
  await remedy(open);
  await notSolved(open);
  await solvedAtLast(open);
  return open.number;
}

async function complaint(scene: Scene): Promise<Open> {
  const { cloud, language, words, journal, settings } = scene;
  await passUntilMorning(cloud, settings.calendar);
  const { customer } = words;
  const contact = { ...customer, consent: true };
  const answers = { satisfaction: 1, recommendation: 2, reasons: ['delivery'], comment: words.complaint, contact };
  const { receipt } = await complain(cloud, { language, answers });
  await journal.note(customer.name, 'complains by the form');
  const head = await colleague(cloud, 'chen');
  const { number, owner } = await readCaseOf(head, receipt);
  return { ...scene, number, owner: await colleague(cloud, owner), head };
}

/** The clock runs: a warning, then the breach, which the customer hears of before they ask. */
async function nobodyAnswers({ cloud, settings: { calendar }, journal, owner, number }: Open): Promise<void> {
  const seen = await owner.see(number);
  await passUntil(cloud, timeOf(seen, 'first-answer', 75, calendar));
  await journal.note('the clock', 'three quarters of the time for a first answer are over');
  await passUntil(cloud, timeOf(seen, 'first-answer', 100, calendar));
  await journal.note('the clock', 'the promised answer has not come: the promise is broken, and made good');
}

async function looksIntoIt({ words, owner, head, number, journal, cloud, settings: { calendar } }: Open): Promise<void> {
  await passMinutes(cloud, 20);
  await owner.ask(number, {
    type: 'register',
    facts: { ...words.facts, occurredOn: (await owner.see(number)).case.openedAt.slice(0, 10) },
  });
  await owner.ask(number, { type: 'find', finding: words.finding });
  await journal.note(owner.id, 'takes the case up, registers product and wish, and finds out what happened');
  await owner.ask(number, {
    type: 'decide',
    verdict: 'founded',
    department: 'logistics',
    cause: 'late-delivery',
    dispute: 'service',
    responsibility: 'company',
    explanation: words.explanation,
  });
  await journal.note(owner.id, 'decides: founded, logistics is liable');
  await passBusiness(cloud, '1h', calendar);
  const dueOn = cloud.now().slice(0, 10);
  await head.ask(number, { type: 'plan-measure', what: words.measure, owner: head.id, dueOn: addDays(dueOn, 14) });
  await journal.note(head.id, 'plans what is to be done so that it does not happen again');
}

const addDays = (day: string, days: number) => new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);

async function offers({ cloud, settings, words, owner, head, number, journal }: Open): Promise<void> {
  const { currency, limits } = settings.authority;
  const customer = words.customer.email;
  const sum = (amount: number) => moneyInWords({ amount, currency }, 'en');
  const { case: asked } = await owner.ask(number, { type: 'offer', remedy: 'refund', money: { amount: REFUND, currency } });
  const offerId = asked.offers.at(-1)?.id ?? '';
  await journal.note(owner.id, `wants to refund ${sum(REFUND)}; the limit is ${sum(limits.agent)}, so it goes up for approval`);
  const { status, reason } = await owner.refused(number, { type: 'approve', offerId });
  await journal.note(owner.id, `tries to approve it: ${status} ${reason}`);
  await passBusiness(cloud, '1h', settings.calendar);
  await head.ask(number, { type: 'approve', offerId });
  await journal.note(head.id, 'approves it; now the customer is offered');
  await press(linkIn(await lastMail(cloud, customer, 'offer'), 'o'), 'refuse', { reason: words.refused });
  await journal.note(words.customer.name, `refuses on the page of the offer: "${words.refused}"`);
  await owner.ask(number, { type: 'offer', remedy: 'voucher', money: { amount: VOUCHER, currency }, note: words.voucherNote });
  await journal.note(owner.id, `offers a voucher of ${sum(VOUCHER)}, within the limit`);
  await press(linkIn(await lastMail(cloud, customer, 'offer'), 'o'), 'accept');
  await journal.note(words.customer.name, 'accepts');
}

async function remedy({ words, owner, number, journal }: Open): Promise<void> {
  await owner.ask(number, { type: 'solve', resolution: words.resolution });
  await journal.note(owner.id, 'has put it right');
}

/** The customer is asked, and says no: the case is open again, with what ran of its clock. */
async function notSolved(open: Open): Promise<void> {
  const { words, owner, number, journal } = open;
  await asked(open, 'follow-up', 'no', { satisfaction: '2', comment: words.notSolved });
  await owner.ask(number, { type: 'answer', text: words.answer });
  await journal.note(owner.id, 'answers within the new round');
  await owner.ask(number, { type: 'solve', resolution: words.secondResolution });
  await journal.note(owner.id, 'has put it right, again');
}

async function solvedAtLast(open: Open): Promise<void> {
  const { words, head, number, journal, cloud } = open;
  await asked(open, 'follow-up', 'yes', { satisfaction: '4' });
  const [measure] = (await head.see(number)).case.measures;
  await passUntil(cloud, measure?.dueAt ?? cloud.now());
  await journal.note('the clock', 'the corrective action is due');
  await head.ask(number, { type: 'complete-measure', measureId: measure?.id ?? '' });
  await head.ask(number, { type: 'check-measure', measureId: measure?.id ?? '', isEffective: true });
  await journal.note(head.id, 'has done it, and found that it works');
  await asked(open, 'follow-up-again', 'yes', { satisfaction: '5', comment: words.thanks });
}

/** Time passes until the next question; the customer answers it on its page. */
async function asked(
  { cloud, owner, number, words, journal }: Open,
  template: 'follow-up' | 'follow-up-again',
  answer: 'yes' | 'no',
  also: Readonly<Record<string, string>>,
): Promise<void> {
  const { followUps, round } = (await owner.see(number)).case;
  const next = followUps.find((one) => one.round === round && one.askedAt === undefined);
  await passUntil(cloud, next?.dueAt ?? cloud.now());
  if (next !== undefined) await journal.note('the clock', 'asks the customer whether it is really solved');
  await press(linkIn(await lastMail(cloud, words.customer.email, template), 'r'), answer, also);
  await journal.note(words.customer.name, `answers on the page of the question: ${answer}, satisfied ${also['satisfaction']} of 5`);
}
