import type { CaseDetails } from '../../../shared/api/case-schemas.ts';
import type { CaseEvent } from '../../../shared/domain/recovery/event.ts';
import type { RecoverySettings } from '../../../shared/domain/recovery/settings.ts';
import { type Invariant, invariant } from '../invariant.ts';
import type { ReadMail } from './customer.ts';

export interface Played {
  readonly details: CaseDetails;
  /** All that went out while the case was played. */
  readonly mails: readonly ReadMail[];
  readonly customer: string;
  readonly deadLetters: number;
  /** Calls that a role did not allow. */
  readonly denied: number;
}

/** What must be true when the story is told: the case went the whole way, by the rules, and everybody heard what they had to, once. */
export function checkCase(played: Played, settings: RecoverySettings): Invariant[] {
  return [
    ended(played),
    wentTheWay(played),
    withinLimits(played, settings),
    outcomesKept(played),
    customerHeard(played),
    staffHeard(played),
    onceEach(played),
    invariant(
      'nothing was lost or denied',
      played.deadLetters + played.denied === 0,
      `${played.deadLetters} dead letters, ${played.denied} denied calls`,
      [],
    ),
  ];
}

function ended({ details: { case: value } }: Played): Invariant {
  const { state, closingReason, round, satisfactionBefore, satisfactionAfter } = value;
  const holds = state === 'closed' && closingReason === 'followed-up' && round === 2;
  const isBetter = (satisfactionAfter ?? 0) > (satisfactionBefore ?? 100);
  return invariant(
    'closed in the second round, with the customer satisfied',
    holds && isBetter,
    `${state}, ${closingReason ?? 'no reason'}, round ${round}, satisfaction ${satisfactionBefore} before and ${satisfactionAfter} after`,
    [],
  );
}

type Mark = CaseEvent['type'] | `${CaseEvent['type']} ${string}`;

const THE_WAY: readonly Mark[] = [
  'CaseOpened',
  'DeadlineReached 75',
  'DeadlineReached 100',
  'CommitmentBroken',
  'OfferMade automatic',
  'CaseAcknowledged',
  'FindingMade',
  'CaseDecided founded',
  'MeasurePlanned',
  'ApprovalRequested',
  'ApprovalGiven',
  'OfferMade',
  'OfferRefused',
  'OfferMade',
  'OfferAccepted',
  'CaseSolved',
  'FollowUpAsked',
  'FollowUpAnswered no',
  'CaseReopened',
  'CustomerAnswered',
  'CaseSolved',
  'FollowUpAsked',
  'FollowUpAnswered yes',
  'MeasureCompleted',
  'MeasureChecked',
  'FollowUpAsked',
  'FollowUpAnswered yes',
  'CaseClosed followed-up',
];

function markOf(event: CaseEvent): Mark {
  switch (event.type) {
    case 'DeadlineReached':
      return `DeadlineReached ${event.percent}`;
    case 'OfferMade':
      return event.offer.isAutomatic === true ? 'OfferMade automatic' : 'OfferMade';
    case 'CaseDecided':
      return `CaseDecided ${event.decision.verdict}`;
    case 'FollowUpAnswered':
      return `FollowUpAnswered ${event.isSolved ? 'yes' : 'no'}`;
    case 'CaseClosed':
      return `CaseClosed ${event.reason}`;
    default:
      return event.type;
  }
}

/** Each of the steps in its order; others may lie between. */
function wentTheWay({ details: { history } }: Played): Invariant {
  const left = [...THE_WAY];
  for (const event of history) if (markOf(event) === left[0]) left.shift();
  return invariant('every step of the way, in order', left.length === 0, `${history.length} events`, left);
}

function withinLimits({ details: { case: value } }: Played, { authority: { limits } }: RecoverySettings): Invariant {
  const amount = (state: string) =>
    value.offers.filter((one) => one.state === state).reduce((sum, { money }) => sum + (money?.amount ?? 0), 0);
  const unapproved = value.offers.filter(({ money, approvedBy }) => (money?.amount ?? 0) > limits.agent && approvedBy === undefined);
  const own = value.offers.filter(({ by, approvedBy }) => approvedBy === by);
  const figures = `${amount('accepted')} accepted and ${amount('refused')} refused ${value.offers[0]?.money?.currency ?? ''}, in minor units; an agent may promise ${limits.agent}`;
  const wrong = [...unapproved, ...own].map(({ id }) => id);
  return invariant('nothing beyond the limit without approval', wrong.length === 0 && amount('accepted') <= limits.agent, figures, wrong);
}

function outcomesKept({ details: { case: value } }: Played): Invariant {
  const of = (kind: string, round: number) => value.deadlines.find((one) => one.kind === kind && one.round === round)?.outcome;
  const expected = [
    ['first-answer', 1, 'breached'],
    ['approval', 1, 'met'],
    ['solution', 1, 'met'],
    ['first-answer', 2, 'met'],
    ['solution', 2, 'met'],
  ] as const;
  const wrong = expected.filter(([kind, round, outcome]) => of(kind, round) !== outcome);
  const missing = wrong.map(([kind, round, outcome]) => `${kind} of round ${round}: expected ${outcome}, is ${of(kind, round) ?? 'open'}`);
  const running = value.deadlines
    .filter(({ endedAt }) => endedAt === undefined)
    .map(({ kind, round }) => `${kind} of round ${round} still runs`);
  const figures = `${value.deadlines.length} deadlines, ${value.deadlines.filter(({ outcome }) => outcome === 'breached').length} breached`;
  return invariant('what became of each deadline outlives the close', missing.length + running.length === 0, figures, [
    ...missing,
    ...running,
  ]);
}

const TO_CUSTOMER = {
  acknowledgement: 1,
  'broken-promise': 1,
  decision: 1,
  offer: 2,
  remedied: 2,
  'follow-up': 2,
  reopened: 1,
  answer: 1,
  'follow-up-again': 1,
  closed: 1,
} as const;

function customerHeard({ mails, customer }: Played): Invariant {
  return heard(
    'the customer heard all, and no more',
    mails.filter(({ to }) => to.includes(customer)),
    TO_CUSTOMER,
    true,
  );
}

function staffHeard({ mails, customer }: Played): Invariant {
  const expected = { 'owner-notice': 1, deadline: 2, 'approval-request': 1, 'approval-answer': 1, 'opened-again': 1, 'measure-due': 1 };
  return heard(
    'owner and head heard what is theirs',
    mails.filter(({ to }) => !to.includes(customer)),
    expected,
    false,
  );
}

function heard(name: string, mails: readonly ReadMail[], expected: Readonly<Record<string, number>>, isExact: boolean): Invariant {
  const counts = Object.fromEntries(
    [...Map.groupBy(mails, ({ template }) => template)].map(([template, { length }]) => [template, length]),
  );
  const templates = [...new Set([...Object.keys(expected), ...(isExact ? Object.keys(counts) : [])])];
  const isWrong = (template: string) =>
    isExact ? (counts[template] ?? 0) !== (expected[template] ?? 0) : (counts[template] ?? 0) < (expected[template] ?? 0);
  const wrong = templates
    .filter(isWrong)
    .map((template) => `${template}: expected ${expected[template] ?? 0}, came ${counts[template] ?? 0}`);
  return invariant(name, wrong.length === 0, `${mails.length} mails`, wrong);
}

function onceEach({ mails, details: { actions } }: Played): Invariant {
  const twice = [...Map.groupBy(mails, ({ actionId }) => actionId)].filter(([, sent]) => sent.length > 1).map(([id]) => `${id} twice`);
  const undone = actions.filter(({ state }) => state !== 'done').map(({ id, state, reason }) => `${id}: ${state} ${reason ?? ''}`);
  return invariant('each mail once, and on the record', twice.length + undone.length === 0, `${actions.length} actions`, [
    ...twice,
    ...undone,
  ]);
}
