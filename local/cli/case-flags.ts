import type { CaseCommandType } from '../../shared/domain/recovery/command.ts';

/** How a flag is typed: `instant` as a time of the business's zone, `minus` for the number behind o1, p1, m1. */
export type FlagKind = 'text' | 'number' | 'yes-no' | 'switch' | 'instant' | 'amount';

export interface CaseFlag {
  readonly flag: string;
  /** Where it goes in the command; dots lead into objects. */
  readonly field: string;
  readonly kind: FlagKind;
  readonly what: string;
  readonly isNeeded: boolean;
}

const flag = (flag: string, field: string, what: string, kind: FlagKind = 'text'): CaseFlag => ({
  flag,
  field,
  kind,
  what,
  isNeeded: true,
});
const maybe = (...args: Parameters<typeof flag>): CaseFlag => ({ ...flag(...args), isNeeded: false });

const via = maybe('via', 'via', 'mail (sent by Amends), telephone, visit, letter, chat, social');
const note = maybe('note', 'note', 'for the record');
const reason = flag('reason', 'reason', 'why');
const offer = flag('offer', 'offerId', 'its id, e.g. o1');
const promise = flag('promise', 'commitmentId', 'its id, e.g. p1');
const measure = flag('measure', 'measureId', 'its id, e.g. m1');

/** What each command takes on the command line. */
export const CASE_FLAGS: Readonly<Record<CaseCommandType, readonly CaseFlag[]>> = {
  acknowledge: [],
  assign: [flag('to', 'to', 'id of an agent'), note],
  note: [flag('text', 'text', 'for colleagues; customers never see it')],
  register: [
    maybe('product', 'facts.product', 'what it is about'),
    maybe('order', 'facts.order', 'order or batch'),
    maybe('quantity', 'facts.quantity', 'how many'),
    maybe('occurred-on', 'facts.occurredOn', 'day, YYYY-MM-DD'),
    maybe('wish', 'facts.wish', 'what the customer wants'),
    maybe('evidence', 'facts.evidence', 'where it lies'),
  ],
  classify: [flag('severity', 'severity', '1 low, 2 normal, 3 high, 4 critical', 'number'), reason],
  answer: [
    flag('text', 'text', 'what the customer is told'),
    maybe('kind', 'kind', 'answer, or standing: how it stands'),
    maybe('next-by', 'nextBy', 'when they hear again, e.g. 2026-11-24T15:00', 'instant'),
    via,
  ],
  ask: [flag('question', 'question', 'what the customer is asked'), via],
  resume: [],
  'reach-again': [note],
  investigate: [maybe('complex', 'isComplex', 'to the investigation team, with its times', 'switch')],
  find: [flag('finding', 'finding', 'what was found')],
  decide: [
    flag('verdict', 'verdict', 'founded, partly-founded, unfounded'),
    flag('department', 'department', 'id of the liable department'),
    flag('cause', 'cause', 'id of the cause'),
    flag('dispute', 'dispute', 'quality, service, price, contract'),
    flag('responsibility', 'responsibility', 'company, customer, third-party, misunderstanding'),
    flag('explanation', 'explanation', 'as the customer is told'),
    via,
  ],
  offer: [
    flag('remedy', 'remedy', 'id of a prepared remedy'),
    maybe('amount', 'money', 'e.g. 128.50', 'amount'),
    maybe('for-approval', 'forApproval', 'send it up although it is within the limit', 'switch'),
    note,
    via,
  ],
  approve: [offer],
  reject: [offer, reason],
  withdraw: [offer, reason],
  accept: [offer],
  refuse: [offer, { ...reason, isNeeded: false }],
  solve: [flag('resolution', 'resolution', 'what was done'), via],
  promise: [flag('what', 'what', 'what is promised'), flag('due', 'dueAt', 'by when, e.g. 2026-11-24T15:00', 'instant'), via],
  'keep-promise': [promise],
  'move-promise': [promise, flag('due', 'dueAt', 'by when instead', 'instant'), reason],
  'follow-up': [
    flag('solved', 'isSolved', 'yes or no', 'yes-no'),
    maybe('satisfaction', 'satisfaction', '0 to 100', 'number'),
    maybe('comment', 'comment', 'what the customer said'),
  ],
  reopen: [reason],
  close: [flag('reason', 'reason', 'code, e.g. withdrawn-by-customer'), note],
  report: [
    flag('cause', 'report.cause', 'what led to it'),
    flag('effect', 'report.effect', 'what came of it'),
    flag('handling', 'report.handling', 'what was done'),
    flag('prevention', 'report.prevention', 'so that it does not come again'),
  ],
  'plan-measure': [
    flag('what', 'what', 'the corrective action'),
    flag('owner', 'owner', 'id of an agent'),
    flag('due', 'dueOn', 'day, YYYY-MM-DD'),
  ],
  'complete-measure': [measure, note],
  'check-measure': [measure, flag('effective', 'isEffective', 'yes or no', 'yes-no'), note],
  exempt: [reason],
  merge: [flag('into', 'into', 'number of the other case')],
};
