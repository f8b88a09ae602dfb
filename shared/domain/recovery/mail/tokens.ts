/**
 * What a template may use, and what whoever sends the mail must give.
 * `text` one value in words, `link` an http(s) address, `list` several values, `links` several addresses, `flag` yes or no.
 * `!`: a text of this template must use it. `?`: it may be missing, so it stands within its own section: `{{#amount}}… {{amount}}{{/amount}}`.
 */
type Kind = `${'text' | 'link'}${'' | '!' | '?'}` | `list${'' | '!'}` | 'links' | 'flag';

/** Every mail to a customer about their case. */
const ofCustomer = { name: 'text?', caseNumber: 'text!', ownerName: 'text', brandName: 'text', statusLink: 'link' } as const;
/** Every mail to staff. Never the customer's own words, name or address: those stay behind the desk's login (R17). */
const ofStaff = { recipientName: 'text?', caseNumber: 'text!', ownerName: 'text', brandName: 'text', deskLink: 'link?' } as const;

export const TOKENS = {
  acknowledgement: { ...ofCustomer, answerBy: 'text!', solveBy: 'text!', statusLink: 'link!' },
  joined: { ...ofCustomer, answerBy: 'text?' },
  question: { ...ofCustomer, question: 'text!' },
  standing: { ...ofCustomer, standing: 'text!', nextBy: 'text!' },
  answer: { ...ofCustomer, answer: 'text!' },
  decision: { ...ofCustomer, explanation: 'text!', nextBy: 'text?' },
  unfounded: { ...ofCustomer, explanation: 'text!' },
  offer: {
    ...ofCustomer,
    remedyTitle: 'text!',
    remedyText: 'text!',
    amount: 'text?',
    note: 'text?',
    offerLink: 'link!',
    validUntil: 'text?',
    apologyBy: 'text?',
  },
  remedied: { ...ofCustomer, resolution: 'text!', amount: 'text?' },
  'follow-up': { ...ofCustomer, followUpLink: 'link!' },
  'follow-up-again': { ...ofCustomer, followUpLink: 'link!' },
  reopened: { ...ofCustomer, answerBy: 'text!' },
  promised: { ...ofCustomer, what: 'text!', promisedFor: 'text!' },
  'broken-promise': {
    ...ofCustomer,
    what: 'text!',
    promisedFor: 'text!',
    nextBy: 'text?',
    remedyTitle: 'text?',
    remedyText: 'text?',
    amount: 'text?',
  },
  'moved-promise': { ...ofCustomer, what: 'text!', from: 'text!', to: 'text!' },
  closed: ofCustomer,
  'win-back': {
    name: 'text?',
    ownerName: 'text',
    brandName: 'text',
    remedyTitle: 'text?',
    amount: 'text?',
    validUntil: 'text?',
    unsubscribeLink: 'link!',
  },
  invitation: {
    name: 'text?',
    brandName: 'text',
    title: 'text!',
    introduction: 'text?',
    question: 'text?',
    ratingLabels: 'list',
    ratingLinks: 'links',
    lowLabel: 'text?',
    highLabel: 'text?',
    answerLink: 'link!',
    answerUntil: 'text!',
    unsubscribeLink: 'link!',
  },
  'invitation-reminder': {
    name: 'text?',
    brandName: 'text',
    title: 'text!',
    question: 'text?',
    ratingLabels: 'list',
    ratingLinks: 'links',
    lowLabel: 'text?',
    highLabel: 'text?',
    answerLink: 'link!',
    answerUntil: 'text!',
    hasBegun: 'flag',
    unsubscribeLink: 'link!',
  },
  greeting: { name: 'text?', brandName: 'text', occasion: 'text!', words: 'text!', unsubscribeLink: 'link!' },

  'owner-notice': {
    ...ofStaff,
    severity: 'text!',
    reasons: 'text!',
    flags: 'text?',
    topics: 'text?',
    tier: 'text?',
    answerBy: 'text!',
    solveBy: 'text!',
    reachable: 'flag',
  },
  'handed-over': {
    ...ofStaff,
    from: 'text!',
    reason: 'text?',
    state: 'text!',
    lastStep: 'text?',
    severity: 'text!',
    flags: 'text?',
    topics: 'text?',
    tier: 'text?',
    wish: 'text?',
    facts: 'text?',
    finding: 'text?',
    decision: 'text?',
    cause: 'text?',
    liable: 'text?',
    offered: 'list',
    promised: 'list!',
    deadlines: 'list!',
    reachable: 'flag',
  },
  deadline: {
    ...ofStaff,
    deadlineName: 'text!',
    dueAt: 'text!',
    severity: 'text?',
    isAhead: 'flag',
    isMissed: 'flag',
    isLongMissed: 'flag',
  },
  serious: { ...ofStaff, flags: 'text!', severity: 'text!', topics: 'text?', answerBy: 'text?', reportBy: 'text!' },
  'customer-replied': { ...ofStaff, raisedTo: 'text?', answerBy: 'text?', wasWaiting: 'flag' },
  'approval-request': {
    ...ofStaff,
    remedy: 'text!',
    amount: 'text?',
    limit: 'text?',
    requestedBy: 'text!',
    reason: 'text?',
    decideBy: 'text!',
  },
  'approval-answer': {
    ...ofStaff,
    remedy: 'text!',
    amount: 'text?',
    decidedBy: 'text!',
    isApproved: 'flag',
    reachable: 'flag',
    reason: 'text?',
  },
  'offer-answered': { ...ofStaff, remedy: 'text!', amount: 'text?', isAccepted: 'flag', hasReason: 'flag', nextRemedy: 'text?' },
  'promise-due': { ...ofStaff, what: 'text!', dueAt: 'text!' },
  'measure-due': {
    recipientName: 'text?',
    ownerName: 'text',
    brandName: 'text',
    deskLink: 'link?',
    caseNumber: 'text?',
    measure: 'text!',
    dueOn: 'text!',
    cause: 'text?',
    isOverdue: 'flag',
  },
  undeliverable: { ...ofStaff, reason: 'text!', mail: 'text?' },
  'opened-again': { ...ofStaff, round: 'text?', reason: 'text?', answerBy: 'text!', saidNo: 'flag' },
} as const satisfies Readonly<Record<string, Readonly<Record<string, Kind>>>>;

type Tokens = typeof TOKENS;
export type TemplateName = keyof Tokens;
export const TEMPLATE_NAMES = Object.keys(TOKENS).filter((name): name is TemplateName => Object.hasOwn(TOKENS, name));

type Value<K> = K extends `list${string}` | 'links' ? readonly string[] : K extends 'flag' ? boolean : string | number;
type Optional<T> = { [Name in keyof T]: T[Name] extends `${string}?` ? Name : never }[keyof T];

/** What a mail of this template is rendered with: exactly its tokens, in words of the mail's language. */
export type View<Name extends TemplateName> = {
  readonly [Token in Exclude<keyof Tokens[Name], Optional<Tokens[Name]>>]: Value<Tokens[Name][Token]>;
} & { readonly [Token in Optional<Tokens[Name]>]?: Value<Tokens[Name][Token]> | undefined };

export interface Token {
  readonly name: string;
  readonly kind: 'text' | 'link' | 'list' | 'links' | 'flag';
  readonly isOptional: boolean;
  /** A text that does not use it does not say what it is for. */
  readonly isRequired: boolean;
}

/** The allow-list of a template. */
export function tokensOf(template: TemplateName): readonly Token[] {
  const kinds: Readonly<Record<string, Kind>> = TOKENS[template];
  return Object.entries(kinds).map(([name, kind]) => ({
    name,
    kind: (['text', 'links', 'link', 'list'] as const).find((one) => kind.startsWith(one)) ?? 'flag',
    isOptional: kind.endsWith('?'),
    isRequired: kind.endsWith('!'),
  }));
}
