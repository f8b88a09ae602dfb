import type { Customer } from '../../customer/file.ts';
import { momentInWords } from '../../date-words.ts';
import type { Language, Localized } from '../../language.ts';
import type { CaseMail } from '../action.ts';
import { type Case, type Commitment, type Deadline, deadlineOf, type Offer } from '../case.ts';
import type { CaseEvent, CaseEventType } from '../event.ts';
import type { MailTexts } from '../mail/texts.ts';
import type { TemplateName } from '../mail/tokens.ts';
import { MailError } from '../mail/values.ts';
import { type Money, moneyInWords } from '../money.ts';
import type { Agent, Authority, DeadlineKind, Remedy } from '../policy.ts';
import { remedyWords } from './words.ts';

/** Mails that no event of a case causes: others put their words together. */
export type OtherTemplate = 'win-back' | 'greeting' | 'invitation' | 'invitation-reminder';
/** Mails about a case. A new template is one of them, unless it is said to be another: then it needs a view and a rule. */
export type CaseTemplate = Exclude<TemplateName, OtherTemplate>;

interface Named {
  readonly id: string;
  readonly name: Localized;
}

/** What mails need of the house. */
export interface MailHouse {
  readonly brandName: Localized;
  /** IANA zone in which times are told. */
  readonly timeZone: string;
  /** Of mails to staff. */
  readonly defaultLanguage: Language;
  readonly agents: readonly Agent[];
  readonly remedies: readonly Remedy[];
  readonly departments: readonly Named[];
  readonly causes: readonly Named[];
  readonly authority: Pick<Authority, 'currency' | 'limits'>;
  /** The house's own words in place of ours. */
  readonly mailTexts?: MailTexts | undefined;
}

/** Addresses that a mail leads to; `status` stands in every mail to a customer, the others in the mails that are about them. */
export interface MailAddresses {
  readonly status?: string | undefined;
  readonly offer?: string | undefined;
  readonly followUp?: string | undefined;
}

/** What is known of the matter of a mail. */
export interface Matter {
  /** As it stands when the mail is written. */
  readonly case: Case;
  /** What the mail tells of. */
  readonly event: CaseEvent;
  readonly customer?: Pick<Customer, 'name'> | undefined;
  /** What happened in the same breath, after the event; asked for by templates that say so in their rule. */
  readonly followedBy?: readonly CaseEvent[] | undefined;
}

/** All that a view is made of. */
export interface About extends Matter {
  readonly mail: Pick<CaseMail, 'template' | 'to'>;
  readonly house: MailHouse;
  readonly links: MailAddresses;
  readonly language: Language;
}

const isOf = <Type extends CaseEventType>(event: CaseEvent, types: readonly Type[]): event is Extract<CaseEvent, { type: Type }> =>
  types.some((type) => type === event.type);

/** @throws MailError where the mail tells of another kind of event. */
export function eventOf<Type extends CaseEventType>(
  { event }: Pick<Matter, 'event'>,
  ...types: readonly Type[]
): Extract<CaseEvent, { type: Type }> {
  if (isOf(event, types)) return event;
  throw new MailError(`mail: expected it to tell of ${types.join(' or ')}, found ${event.type}. Nothing was sent.`);
}

/** @throws MailError naming what is missing. */
export function needed<Value>(value: Value | undefined, name: string): Value {
  if (value === undefined) throw new MailError(`mail: ${name}: expected it in the case or the config, found nothing. Nothing was sent.`);
  return value;
}

export const moment = ({ house, language }: Pick<About, 'house' | 'language'>, at: string): string =>
  momentInWords(at, house.timeZone, language);

export const money = ({ language }: Pick<About, 'language'>, sum: Money | undefined): string | undefined =>
  sum === undefined ? undefined : moneyInWords(sum, language);

/** An agent's name; that of the house where the config does not know them any more. */
export const agentName = ({ house, language }: Pick<About, 'house' | 'language'>, id: string): string =>
  house.agents.find((agent) => agent.id === id)?.name[language] ?? house.brandName[language];

/** The agent who did something, by name; undefined for what customers and Amends itself did. */
export const actorName = (about: Pick<About, 'house' | 'language'>, by: string): string | undefined =>
  by.startsWith('agent:') ? agentName(about, by.slice('agent:'.length)) : undefined;

export const offerOf = ({ case: { offers } }: Pick<Matter, 'case'>, id: string): Offer | undefined => offers.find((one) => one.id === id);

export const commitmentOf = ({ case: { commitments } }: Pick<Matter, 'case'>, id: string): Commitment =>
  needed(
    commitments.find((one) => one.id === id),
    `promise ${id}`,
  );

export const remedyOf = ({ house }: Pick<About, 'house'>, { remedy }: Pick<Offer, 'remedy'>): Remedy | undefined =>
  house.remedies.find(({ id }) => id === remedy);

/** What an offer is called. */
export const titleOf = (about: About, offer: Offer): string => (remedyOf(about, offer)?.title ?? remedyWords[offer.kind])[about.language];

/** Still runs: in time, late or waiting for the customer. */
export const running = (value: Pick<Case, 'deadlines'>, kind: DeadlineKind): Deadline | undefined => {
  const found = deadlineOf(value, kind);
  return found?.endedAt === undefined ? found : undefined;
};

/**
 * When the first of these kinds that the case has is due: of this round, else of the newest that has any. A policy need not set every kind.
 * @throws MailError where the case has none of them.
 */
export function dueBy(about: About, kinds: readonly DeadlineKind[], round: number): string {
  const ofRound = { deadlines: about.case.deadlines.filter((one) => one.round === round) };
  const found = [ofRound, about.case].flatMap((value) => kinds.map((kind) => deadlineOf(value, kind))).find((one) => one !== undefined);
  return moment(about, needed(found, `deadline ${kinds.join(' or ')}`).dueAt);
}

export const ANSWER: readonly DeadlineKind[] = ['first-answer', 'acknowledge', 'finding', 'offer', 'solution'];
export const SOLUTION: readonly DeadlineKind[] = ['solution', 'offer', 'finding', 'first-answer', 'acknowledge'];
