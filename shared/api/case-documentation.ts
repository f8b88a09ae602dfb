import { caseDetailsExample, caseExample, changedCaseExample, entryExample, staffExample } from './case-examples.ts';
import { feedbackExample } from './examples.ts';

/** What people read about cases, the staff who work them, and what staff enter. */
export const caseDocumentation = {
  'GET /api/cases': {
    tag: 'Cases',
    id: 'listCases',
    summary: 'Cases',
    description:
      'Open ones in the order in which something of them is due, with that as `nextDue`: a deadline, a promise, a question to ask or a measure; those for which nothing is due, since they wait for the customer, come last. `owner`: of an agent, `me` for your own. With `state=closed` those closed in a `month`, YYYY-MM. `overdue`: a deadline that runs, or a promise to the customer, is over. `waiting`: it waits for the customer. `standing` of an open case is the first of these that holds: `breached` (overdue), `at-risk` (three quarters of a deadline or promise have run), `waiting`, `on-track`. `text`: every word of it occurs, in whatever case or width, in the number, in what was written in the case (facts, finding, decision, resolution, promises, notes of offers, measures, report) or in subject and comment of what opened or joined it; names and addresses are looked for by `POST /api/customers/find`. A page ends after a bounded search and may then hold fewer items than `limit`, even none: only an absent `cursor` ends the list, and a larger `limit` searches further at a time.',
    answer: 'A page of cases.',
    example: { items: [{ ...caseExample, nextDue: caseDetailsExample.nextDue, standing: 'on-track' }] },
  },
  'GET /api/cases/{number}': {
    tag: 'Cases',
    id: 'readCase',
    summary: 'One case with all that belongs to it',
    description:
      'History, what the customer said (what opened it first, then what joined it), the customer, and what was sent: a mail `refused` or `unknown` means that the customer may not have heard from us. `allowed` are the commands that are possible now, `remedies` those prepared for it in the order in which to offer them, and whose yes each needs; `authority` says how much is left to you. Amounts are in minor units. That you looked is recorded. The `ETag` is the version to hand back as `If-Match`.',
    answer: 'The case.',
    example: caseDetailsExample,
    refusals: [404],
  },
  'POST /api/cases/{number}/commands': {
    tag: 'Cases',
    id: 'commandCase',
    summary: 'Do something with a case',
    description:
      'One command, by its `type`; which are possible is in `allowed`. Words by `via: mail`, the default, are sent to the customer; by another way they are put on the record. The answers of a customer (`accept`, `refuse`, `follow-up`) are as you heard them. An offer above your limit goes up for approval; `approve` and `reject` need a head or a manager who did not ask for it. `merge` needs two cases of one customer. With an `Idempotency-Key` the same command is carried out once, for a week: sent again it answers what it came to, with the header `idempotency-replayed: true`. Refused, it changes nothing. Problems: `wrong-state`, `conflict`, `version-mismatch`, `idempotency-key-reused`, `beyond-authority`, `own-approval`, `budget-exceeded`, `approval-pending`, `refused-before`, `remedy-not-for-case`, `customer-unreachable`, `other-customer` and more; each says what would do.',
    answer: 'The case as it stands now, what happened, and what is possible next.',
    example: changedCaseExample,
    bodyExample: { type: 'offer', remedy: 'refund', money: { amount: 12850, currency: 'CNY' } },
    refusals: [404, 409, 412, 413, 415],
    isOnce: true,
    isReplayed: true,
  },
  'POST /api/feedback': {
    tag: 'Feedback',
    id: 'enterFeedback',
    summary: 'Enter what somebody said',
    description:
      'By telephone, on a visit, by letter, in a shop, on social media or in a chat (R18). It goes the way of all feedback, with who entered it: understood within seconds, and a case is opened by the rules, or whatever they say with `openCase`. Either words or answers to a survey are needed. The same `externalId`, or the same `Idempotency-Key` of yours, is entered once. `branch` is yours where you name none. Files of customers are kept by e-mail address: without one, name and telephone number stand below the words.',
    answer: 'Accepted. The receipt is the id of the feedback.',
    example: { receipt: feedbackExample.id },
    bodyExample: entryExample,
    refusals: [413, 415],
    status: 202,
    isOnce: true,
  },
  'GET /api/staff': {
    tag: 'Staff',
    id: 'listStaff',
    summary: 'Who works cases',
    description: 'Agents with the open cases that each owns, and who is away or will be; teams with their members and heads.',
    answer: 'The staff.',
    example: staffExample,
  },
  'POST /api/staff/{id}/absence': {
    tag: 'Staff',
    id: 'setAbsence',
    summary: 'Be away, or back',
    description:
      'From a day to a day, both included, in the business’s zone; without `until`, until further notice; without any day, back. New cases pass by whoever is away; those they own stay with them until handed over. For yourself; for others it needs the role manager.',
    answer: 'The absence as it stands now.',
    example: { agent: 'chen', from: '2026-11-23', until: '2026-11-27' },
    bodyExample: { from: '2026-11-23', until: '2026-11-27' },
    refusals: [404, 413, 415],
  },
} as const;
