import { isErased } from '../../shared/domain/customer/erasure/person.ts';
import type { Feedback } from '../../shared/domain/feedback.ts';
import { type Case, isOpen } from '../../shared/domain/recovery/case.ts';
import { changeBy } from '../../shared/domain/recovery/change.ts';
import { caseNow, untilUncontested } from '../../shared/domain/recovery/work-on.ts';
import type { Recorded } from '../../shared/ports.ts';
import type { Assessed, AssessPorts, AssessSettings } from './assess.ts';

/**
 * What a customer says about a case there is already is heard there: a reply in its thread or on its status page, or a new message on the same matter
 * while it is open (R3). Undefined where it belongs to none.
 */
export async function hearIn(assessed: Assessed, ports: AssessPorts, settings: AssessSettings): Promise<Recorded | undefined> {
  // Machines are recorded and touch no case (promise 18), nor do the words of somebody who was erased.
  if (assessed.feedback.automatic !== undefined || isErased(assessed.feedback)) return undefined;
  // Where agents work on the case all the time, the queue brings the message again.
  return untilUncontested(async () => {
    const found = await caseOf(assessed, ports, settings);
    return found && join(assessed.feedback, found, ports, settings);
  });
}

interface Found {
  readonly case: Case;
  readonly isReply: boolean;
}

function join(feedback: Feedback, { case: standing, isReply }: Found, { register, now: clock }: AssessPorts, settings: AssessSettings) {
  const now = clock();
  const { severity, flags, topics } = feedback.understanding;
  const heard = {
    feedbackId: feedback.id,
    severity,
    flags,
    topics: [...new Set([...feedback.reasons, ...topics.map(({ topic }) => topic)])],
    isUnhappy: feedback.recoveryReasons.length > 0,
    isReply,
  };
  const change = changeBy({ type: 'hear', heard }, standing, { by: 'customer', now, role: 'agent', settings });
  return register.join({ ...feedback, isReply: isReply ? true : undefined }, change);
}

async function caseOf(assessed: Assessed, ports: AssessPorts, settings: AssessSettings): Promise<Found | undefined> {
  const number = await threadOf(assessed, ports);
  if (number !== undefined) {
    const found = await caseNow(number, { load: async (one) => ({ case: (await ports.register.cases([one]))[0] }) });
    // A number that leads nowhere, e.g. of a register that was set up anew: the message is heard as a new one.
    if (found !== undefined) return { case: found, isReply: true };
  }
  const open = settings.joinsOpenCase ? await sameMatter(assessed, ports) : undefined;
  return open && { case: open, isReply: false };
}

/** The case that the door has proved, or that one of the mails it answers was about. */
async function threadOf({ received }: Assessed, { register }: AssessPorts): Promise<string | undefined> {
  if (received.caseNumber !== undefined) return received.caseNumber;
  for (const id of received.answersTo ?? []) {
    const number = await register.caseOfMail(id);
    if (number !== undefined) return number;
  }
  return undefined;
}

/** The newest open case of this customer that shares a topic with an unhappy message, in the same branch. Without any topic, nobody can tell. */
async function sameMatter({ feedback, received, customer }: Assessed, { register }: AssessPorts): Promise<Case | undefined> {
  const numbers = customer?.openCases ?? [];
  if (numbers.length === 0 || feedback.recoveryReasons.length === 0 || received.mustOpenCase === true) return undefined;
  const topics = new Set<string>([...feedback.reasons, ...feedback.understanding.topics.map(({ topic }) => topic)]);
  const same = (await register.cases(numbers)).filter(
    (one) => isOpen(one) && one.branch === feedback.branch && one.topics.some((topic) => topics.has(topic)),
  );
  return same.sort((a, b) => (a.openedAt < b.openedAt ? 1 : -1))[0];
}
