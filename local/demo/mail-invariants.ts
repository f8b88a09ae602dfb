import type { CloudMail } from '../cloud.ts';
import type { Plan } from './deliveries.ts';
import { type Invariant, invariant } from './invariant.ts';
import type { RegisterView } from './register-view.ts';
import type { Answers } from './send.ts';

type CaseView = RegisterView['cases'][number];

/** What a case sends once, when it opens. */
type FirstMail = 'acknowledgement' | 'owner-notice';

const sentOf = ({ case: { number } }: CaseView, template: FirstMail, mails: readonly CloudMail[]) =>
  mails.filter(({ actionId }) => actionId === `${number}:${template}`);

const actionsOf = ({ actions }: CaseView, template: FirstMail) =>
  actions.filter((action) => action.kind === 'mail' && action.template === template);

/** What is wrong with a mail that each of these cases owes once: sent once, or held back or uncertain with a reason that the case shows. */
function unpaid(cases: readonly CaseView[], template: FirstMail, mails: readonly CloudMail[]): string[] {
  return cases.flatMap((each) => {
    const sent = sentOf(each, template, mails).length;
    const [action, ...more] = actionsOf(each, template);
    const expected = { done: [1], unknown: [0, 1], refused: [0], due: [], sending: [] }[action?.state ?? 'due'];
    const hasReason = action?.state === 'done' || (action?.reason ?? '') !== '';
    if (more.length === 0 && hasReason && expected.some((count) => count === sent)) return [];
    return [`${each.case.number}: ${sent} mails, ${1 + more.length} actions, ${action?.state ?? 'none'}`];
  });
}

/** Every unhappy reachable customer one acknowledgement, and nobody else any. */
export function oneMailEach({ cases }: RegisterView, mails: readonly CloudMail[]): Invariant {
  const reachable = cases.filter(({ case: { isReachable } }) => isReachable);
  const doubled = cases
    .filter((each) => !each.case.isReachable && actionsOf(each, 'acknowledgement').length > 0)
    .map(({ case: { number } }) => `${number}: cannot be reached, and has an acknowledgement`);
  const wrong = [...unpaid(reachable, 'acknowledgement', mails), ...doubled];
  const heldBack = reachable.filter((each) => actionsOf(each, 'acknowledgement').some(({ state }) => state !== 'done'));
  const figures = `${reachable.length} unhappy and reachable, ${reachable.length - heldBack.length} acknowledged, ${heldBack.length} held back with a reason`;
  return invariant('one acknowledgement each', wrong.length === 0, figures, wrong);
}

/** Every case has told its owner once, reachable customer or not. */
export function ownersKnow({ cases }: RegisterView, mails: readonly CloudMail[]): Invariant {
  const wrong = unpaid(cases, 'owner-notice', mails);
  const sent = cases.reduce((sum, each) => sum + sentOf(each, 'owner-notice', mails).length, 0);
  return invariant('one notice to each owner', wrong.length === 0, `${cases.length} cases, ${sent} notices`, wrong);
}

/** Whatever a mail is about, it goes out once. */
export function noMailTwice(mails: readonly CloudMail[]): Invariant {
  const twice = [...Map.groupBy(mails, ({ actionId }) => actionId)].filter(([id, sent]) => id !== undefined && sent.length > 1);
  return invariant(
    'no mail twice',
    twice.length === 0,
    `${mails.length} mails`,
    twice.map(([id, sent]) => `${id}: ${sent.length} times`),
  );
}

/** The same, asked from outside: whose rating alone says "unhappy" has a case, and a mail at their own address. */
export function ratingsAreAnswered(plan: Plan, answers: Answers, register: RegisterView, mails: readonly CloudMail[]): Invariant {
  const receipts = new Map(answers.accepted.map(({ name, receipt }) => [name, receipt]));
  // Whoever said it twice has one case that knows both.
  const byId = new Map(register.cases.flatMap((each) => [each.case.feedbackId, ...each.case.joined].map((id) => [id, each] as const)));
  const wrong = [...plan.mustBeAnswered].flatMap(([name, address]) => {
    const found = byId.get(receipts.get(name) ?? '');
    if (found === undefined) return [`${name}: no case`];
    const [action] = actionsOf(found, 'acknowledgement');
    if (action?.state === 'refused' || action?.state === 'unknown') return [];
    const [mail] = sentOf(found, 'acknowledgement', mails);
    return mail?.to.map((to) => to.toLowerCase()).includes(address.toLowerCase()) === true ? [] : [`${name}: no mail to them`];
  });
  return invariant(
    'low ratings are answered',
    wrong.length === 0,
    `${plan.mustBeAnswered.size} gave a rating that opens a case and may be written to`,
    wrong,
  );
}

/** Every mail is on record as an action; to customers, of those only who may be written to. */
export function nobodyElse({ cases }: RegisterView, mails: readonly CloudMail[]): Invariant {
  const known = new Map(cases.flatMap((each) => each.actions.map((action) => [action.id, { each, action }] as const)));
  const ofCases = mails.filter(({ actionId }) => actionId !== undefined && /^\d{4}-/.test(actionId));
  const unrecorded = ofCases.filter(({ actionId }) => !known.has(actionId ?? '')).map(({ actionId }) => `${actionId}: on no record`);
  const toCustomers = ofCases.flatMap(({ actionId }) => {
    const found = known.get(actionId ?? '');
    return found?.action.kind === 'mail' && found.action.to === 'customer' ? [found] : [];
  });
  const wrong = toCustomers.filter(({ each }) => !each.case.isReachable).map(({ action: { id } }) => id);
  const untagged = mails.filter(({ actionId }) => actionId === undefined).map(({ messageId }) => messageId);
  return invariant(
    'nobody else is written to',
    wrong.length + unrecorded.length + untagged.length === 0,
    `${toCustomers.length} mails to customers, ${mails.length} in all`,
    [...wrong, ...unrecorded, ...untagged],
  );
}
