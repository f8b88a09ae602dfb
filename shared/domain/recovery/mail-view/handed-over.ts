import { deadlineWords, verdictWords } from '../../words.ts';
import type { Case } from '../case.ts';
import type { View } from '../mail/tokens.ts';
import { type About, agentName, eventOf, moment, money, titleOf } from './about.ts';
import { causeOf, kindOfCase, ofStaff } from './of-staff.ts';
import { dayInWords, type Happening, offerWords, outcomeWords, phrases, stateWords } from './words.ts';

/** All that the new owner needs to go on without asking the customer again (R3), but not the customer's own words (R17). */
export function handedOver(about: About): View<'handed-over'> {
  const { from, note } = eventOf(about, 'CaseAssigned');
  const { facts, finding, decision, isReachable } = about.case;
  return {
    ...ofStaff(about),
    ...kindOfCase(about),
    from: agentName(about, from),
    reason: note,
    state: standing(about),
    lastStep: lastStep(about),
    wish: facts.wish,
    facts: registered(about),
    finding,
    decision: decision && joined(about, [verdictWords[decision.verdict][about.language], decision.explanation]),
    cause: causeOf(about),
    liable: decision && about.house.departments.find(({ id }) => id === decision.department)?.name[about.language],
    promised: promised(about),
    offered: offered(about),
    deadlines: deadlines(about),
    reachable: isReachable,
  };
}

const words = ({ language }: About) => phrases[language];
const joined = (about: About, parts: readonly (string | undefined | false)[]): string =>
  parts.filter((part) => part !== undefined && part !== false && part !== '').join(words(about).semicolon);

function standing(about: About): string {
  const { state, round, pause } = about.case;
  const { round: roundWords, waitingSince } = words(about);
  return joined(about, [
    stateWords[state][about.language],
    round > 1 && roundWords(round),
    pause && waitingSince(moment(about, pause.since)),
  ]);
}

function lastStep(about: About): string {
  const [what, at] = lastOf(about.case);
  const { happened, colon } = words(about);
  return `${happened[what]}${colon}${moment(about, at)}`;
}

/** The newest thing that the case itself remembers. */
function lastOf(value: Case): [Happening, string] {
  const happened: [Happening, string | undefined][] = [
    ['opened', value.openedAt],
    ['taken-up', value.acknowledgedAt],
    ['asked', value.pause?.since],
    ['decided', value.decision?.at],
    ['solved', value.solvedAt],
    ['mail-returned', value.undeliverable?.at],
    ...value.commitments.map((one): [Happening, string | undefined] => [
      'promise-broken',
      one.state === 'broken' ? one.endedAt : undefined,
    ]),
    ...value.followUps.map((one): [Happening, string | undefined] => [
      one.isSolved === true ? 'said-solved' : 'said-unsolved',
      one.answeredAt,
    ]),
    ...value.offers.map((one): [Happening, string | undefined] =>
      one.endedAt === undefined ? ['offer-made', one.at] : ['offer-ended', one.endedAt],
    ),
  ];
  let newest: [Happening, string] = ['opened', value.openedAt];
  for (const [what, at] of happened) if (at !== undefined && at >= newest[1]) newest = [what, at];
  return newest;
}

/** What it is about, as staff wrote it on the register sheet. */
function registered(about: About): string {
  const { occurredOn, ...rest } = about.case.facts;
  const { facts, colon } = words(about);
  const day = occurredOn && dayInWords(occurredOn, about.language);
  return joined(
    about,
    (['product', 'order', 'quantity', 'occurredOn', 'evidence'] as const).map((fact) => {
      const value = fact === 'occurredOn' ? day : rest[fact];
      return value && `${facts[fact]}${colon}${value}`;
    }),
  );
}

function promised(about: About): string[] {
  const { colon, aside, broken } = words(about);
  return about.case.commitments
    .filter(({ state }) => state === 'open' || state === 'broken')
    .map(({ what, dueAt, state }) => `${what}${colon}${moment(about, dueAt)}${state === 'broken' ? aside(broken) : ''}`);
}

function offered(about: About): string[] {
  const { colon, aside, unasked } = words(about);
  return about.case.offers.map((offer) => {
    const sum = money(about, offer.money);
    const state = offer.isAutomatic === true ? unasked : offerWords[offer.state][about.language];
    return `${titleOf(about, offer)}${sum === undefined ? '' : aside(sum)}${colon}${state}`;
  });
}

function deadlines(about: About): string[] {
  const { colon, aside, standsStill } = words(about);
  return about.case.deadlines
    .filter(({ endedAt }) => endedAt === undefined)
    .map(({ kind, dueAt, breachedAt, since }) => {
      const stands = breachedAt !== undefined ? outcomeWords.breached[about.language] : since === undefined ? standsStill : undefined;
      return `${deadlineWords[kind][about.language]}${colon}${moment(about, dueAt)}${stands === undefined ? '' : aside(stands)}`;
    });
}
