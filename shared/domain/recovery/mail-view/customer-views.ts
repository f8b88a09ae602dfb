import type { Commitment, Offer } from '../case.ts';
import { presentableName } from '../mail/subject.ts';
import type { View } from '../mail/tokens.ts';
import type { Money } from '../money.ts';
import {
  type About,
  ANSWER,
  actorName,
  agentName,
  type CaseTemplate,
  commitmentOf,
  dueBy,
  eventOf,
  moment,
  money,
  needed,
  remedyOf,
  running,
  SOLUTION,
  titleOf,
} from './about.ts';

type Views<Names extends CaseTemplate> = { readonly [Name in Names]: (about: About) => View<Name> };

const ofCustomer = (about: About) => ({
  // Typed by a stranger, and perhaps on its way to somebody else (promise 27).
  name: presentableName(about.customer?.name),
  caseNumber: about.case.number,
  ownerName: agentName(about, about.case.owner),
  brandName: about.house.brandName[about.language],
  statusLink: needed(about.links.status, 'link to the status page'),
});

/** Signed by whoever wrote the words, who need not be the owner. */
const signedBy = (about: About, by: string) => ({
  ...ofCustomer(about),
  ownerName: actorName(about, by) ?? agentName(about, about.case.owner),
});

/** When a deadline that still runs is due. */
const dueIfRunning = (about: About, kind: Parameters<typeof running>[1]) => {
  const deadline = running(about.case, kind);
  return deadline?.since === undefined || deadline.breachedAt !== undefined ? undefined : moment(about, deadline.dueAt);
};

/** Words of an agent go out as they were written; all else is said by the templates. */
export const CUSTOMER_VIEWS = {
  acknowledgement: (about) => ({ ...ofCustomer(about), answerBy: dueBy(about, ANSWER, 1), solveBy: dueBy(about, SOLUTION, 1) }),
  joined: (about) => ({ ...ofCustomer(about), answerBy: dueIfRunning(about, 'first-answer') }),
  question: (about) => {
    const { question, by } = eventOf(about, 'CustomerAsked');
    return { ...signedBy(about, by), question };
  },
  standing: (about) => {
    const { text, nextBy, by } = eventOf(about, 'CustomerAnswered');
    return { ...signedBy(about, by), standing: text, nextBy: moment(about, needed(nextBy, 'time of the next word')) };
  },
  answer: (about) => {
    const { text, by } = eventOf(about, 'CustomerAnswered');
    return { ...signedBy(about, by), answer: text };
  },
  decision: (about) => {
    const { decision } = eventOf(about, 'CaseDecided');
    return { ...ofCustomer(about), explanation: decision.explanation, nextBy: dueIfRunning(about, 'offer') };
  },
  unfounded: (about) => ({ ...ofCustomer(about), explanation: eventOf(about, 'CaseDecided').decision.explanation }),
  offer: (about) => {
    const { offer } = eventOf(about, 'OfferMade');
    return {
      ...ofCustomer(about),
      remedyTitle: titleOf(about, offer),
      remedyText: remedyOf(about, offer)?.text[about.language] ?? titleOf(about, offer),
      note: offer.note,
      amount: money(about, offer.money),
      offerLink: needed(about.links.offer, 'link to the offer'),
      // R5: an apology is one of a person, by name.
      apologyBy: offer.kind === 'apology' ? (actorName(about, offer.by) ?? agentName(about, about.case.owner)) : undefined,
    };
  },
  remedied: (about) => ({
    ...ofCustomer(about),
    resolution: eventOf(about, 'CaseSolved').resolution,
    amount: money(about, accepted(about)),
  }),
  'follow-up': (about) => ({ ...ofCustomer(about), followUpLink: needed(about.links.followUp, 'link to the follow-up') }),
  'follow-up-again': (about) => ({ ...ofCustomer(about), followUpLink: needed(about.links.followUp, 'link to the follow-up') }),
  reopened: (about) => ({ ...ofCustomer(about), answerBy: dueBy(about, ANSWER, about.case.round) }),
  promised: (about) => {
    const { commitment, by } = eventOf(about, 'CommitmentMade');
    return { ...signedBy(about, by), what: commitment.what, promisedFor: moment(about, commitment.dueAt) };
  },
  'broken-promise': brokenPromise,
  'moved-promise': (about) => {
    const { commitmentId, from, to } = eventOf(about, 'CommitmentMoved');
    return { ...ofCustomer(about), what: commitmentOf(about, commitmentId).what, from: moment(about, from), to: moment(about, to) };
  },
  closed: ofCustomer,
} as const satisfies Partial<Views<CaseTemplate>>;

/** All that the customer accepted in this round; what they were given for a broken promise is another matter. */
function accepted({ case: { offers, round } }: About): Money | undefined {
  const isMeant = (one: Offer) => one.state === 'accepted' && one.round === round && one.isAutomatic !== true;
  const sums = offers.filter(isMeant).flatMap((one) => one.money ?? []);
  const [first] = sums;
  if (first === undefined) return undefined;
  const amount = sums.reduce((sum, one) => sum + one.amount, 0);
  return amount === 0 ? undefined : { amount, currency: first.currency };
}

/**
 * What was given unasked for it: promises that broke at one moment got theirs in the same order, as far as the limit reached, so the n-th of them
 * has the n-th.
 */
function brokenPromise(about: About): View<'broken-promise'> {
  const { commitmentId, dueAt, at } = eventOf(about, 'CommitmentBroken');
  const { what } = commitmentOf(about, commitmentId);
  const place = about.case.commitments
    .filter((one) => one.state === 'broken' && one.endedAt === at)
    .findIndex(({ id }) => id === commitmentId);
  const given = about.case.offers.filter((one) => one.isAutomatic === true && one.at === at)[place];
  return {
    ...ofCustomer(about),
    what,
    promisedFor: moment(about, dueAt),
    nextBy: nextPromise(about, at),
    remedyTitle: given && titleOf(about, given),
    remedyText: given && remedyOf(about, given)?.text[about.language],
    amount: given && money(about, given.money),
  };
}

/** By when the customer hears of us in any case: the next promise that is still open. One whose deadline waits for them has no time that we could name. */
function nextPromise(about: About, after: string): string | undefined {
  const isCounting = ({ deadline }: Commitment) => deadline === undefined || running(about.case, deadline)?.since !== undefined;
  const open = about.case.commitments.filter((one) => one.state === 'open' && one.dueAt > after && isCounting(one));
  const [next] = open.map(({ dueAt }) => dueAt).toSorted();
  return next === undefined ? undefined : moment(about, next);
}
