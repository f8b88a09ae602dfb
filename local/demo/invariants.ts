import type { CloudMail } from '../cloud.ts';
import type { Plan } from './deliveries.ts';
import { type Invariant, invariant } from './invariant.ts';
import { nobodyElse, noMailTwice, oneMailEach, ownersKnow, ratingsAreAnswered } from './mail-invariants.ts';
import type { RegisterView } from './register-view.ts';
import type { Answers } from './send.ts';

export interface Observed {
  readonly plan: Plan;
  readonly answers: Answers;
  /** What stood before anything was sent: nothing, unless the data of an earlier run was kept. */
  readonly before: RegisterView;
  readonly register: RegisterView;
  readonly mails: readonly CloudMail[];
  readonly deadLetters: number;
}

/** What must be true when everything has been sent and worked: nothing lost, nothing doubled, nobody forgotten, nobody bothered. */
export function checkInvariants({ plan, answers, before, register, mails, deadLetters }: Observed): Invariant[] {
  return [
    acceptedIsStored(plan, answers, before, register),
    storedIsCounted(register),
    oneMailEach(register, mails),
    ownersKnow(register, mails),
    noMailTwice(mails),
    ratingsAreAnswered(plan, answers, register, mails),
    nobodyElse(register, mails),
    refusedHasReason(answers),
    repeatedIsSame(answers),
    invariant('no dead letters', deadLetters === 0, `${deadLetters} in dead-letter queues`, []),
  ];
}

function acceptedIsStored(plan: Plan, answers: Answers, before: RegisterView, register: RegisterView): Invariant {
  const known = kept(register);
  const earlier = kept(before);
  const receipts = new Set(answers.accepted.flatMap(({ receipt }) => receipt ?? []));
  const lost = [...receipts].filter((receipt) => !known.http.has(receipt));
  const unexplained = [...known.http].filter((id) => !receipts.has(id) && !earlier.http.has(id));
  const withoutReceipt = answers.accepted.filter(({ receipt }) => receipt === undefined).map(({ name, status }) => `${name} (${status})`);
  const newMails = [...known.mail].filter((id) => !earlier.mail.has(id)).length;
  // Where an earlier run sent the same mails, they are the same feedback.
  const areMailsThere = earlier.mail.size === 0 ? newMails === plan.mails.length : newMails + earlier.mail.size >= plan.mails.length;
  const holds = lost.length + unexplained.length + withoutReceipt.length === 0 && areMailsThere;
  const figures = `${receipts.size} accepted by form and webhook + ${plan.mails.length} mails; ${register.feedback.length} stored + ${register.quarantined.length} in quarantine${earlier.all === 0 ? '' : `, ${earlier.all} of them before`}`;
  return invariant('accepted = stored', holds, figures, [...lost, ...unexplained, ...withoutReceipt]);
}

/** Ids of what stands in the register, worked or kept aside. */
function kept({ feedback, quarantined }: RegisterView) {
  const items = [...feedback, ...quarantined.map(({ received }) => received)];
  const ids = (isMail: boolean) => new Set(items.filter(({ channel }) => (channel === 'mail') === isMail).map(({ id }) => id));
  return { http: ids(false), mail: ids(true), all: items.length };
}

function storedIsCounted({ feedback, metrics, cases }: RegisterView): Invariant {
  const human = feedback.filter(({ automatic, isReply }) => automatic === undefined && isReply !== true);
  const counted = metrics.items[0]?.figures;
  // Confidence 0 means that there were no words to read: such an item is in no mood's count.
  const mood = (label: string) =>
    human.filter(({ understanding: { sentiment } }) => sentiment.confidence > 0 && sentiment.label === label).length;
  const pairs = [
    ['feedback', human.length, counted?.n],
    ['negative', mood('negative'), counted?.sentiment.negative],
    ['positive', mood('positive'), counted?.sentiment.positive],
    ['cases', cases.length, counted?.cases.opened],
    [
      'satisfied',
      human.filter(({ answers }) => answers.some(({ metric, value }) => metric === 'csat' && value >= 4)).length,
      top(counted?.csat.histogram),
    ],
  ] as const;
  const wrong = pairs
    .filter(([, stored, inFigures]) => stored !== inFigures)
    .map(([name, stored, inFigures]) => `${name}: ${stored} stored, ${inFigures} counted`);
  const figures = pairs.map(([name, stored]) => `${name} ${stored}`).join(', ');
  return invariant(
    'stored = counted',
    wrong.length === 0,
    `${figures}; ${feedback.length - human.length} written by machines or said within a case are not counted`,
    wrong,
  );
}

const top = (histogram: readonly number[] | undefined) => (histogram?.[3] ?? Number.NaN) + (histogram?.[4] ?? Number.NaN);

function refusedHasReason({ spoiled }: Answers): Invariant {
  const wrong = spoiled
    .filter(({ status, reason, expectedStatus }) => !expectedStatus.includes(status) || (reason ?? '') === '')
    .map(({ name, fault, status, reason }) => `${name} (${fault}): ${status} ${reason ?? 'no reason'}`);
  return invariant('refused with a reason', wrong.length === 0, `${spoiled.length} malformed or wrongly signed, all refused`, wrong);
}

function repeatedIsSame({ accepted, repeated }: Answers): Invariant {
  const receipts = new Map(accepted.map(({ name, receipt }) => [name, receipt]));
  const wrong = repeated
    .filter(({ name, receipt }) => receipt === undefined || receipts.get(name) !== receipt)
    .map(({ name, status }) => `${name} (${status})`);
  return invariant('sent twice is one', wrong.length === 0, `${repeated.length} sent a second time`, wrong);
}
