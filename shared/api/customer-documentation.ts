import { caseExample } from './case-examples.ts';
import type { customerOperations } from './customer-operations.ts';
import type { CustomerFile } from './customer-schemas.ts';
import { feedbackExample } from './examples.ts';

const onStanding = [404, 409, 412, 413, 415] as const;
const customerKey = 'q1Zt0J3yB5nW8rVfXk2mLp7sDh4aGc9e';
const at = '2026-11-23T03:00:00.000Z';

export const customerExample: CustomerFile = {
  customerKey,
  keys: [customerKey],
  version: 2,
  email: 'ana@example.com',
  otherEmails: [],
  name: 'Ana Silva',
  language: 'en',
  since: '2026-11-23T02:10:06.000Z',
  ownIds: ['CRM-1001'],
  phone: '+44 20 7946 0000',
  branch: 'east',
  tier: 'vip',
  isTierSet: false,
  figures: { spending: { amount: 1250000, currency: 'GBP' }, ordersPerYear: 12, lastOrderOn: '2026-11-20', importedAt: at },
  consent: { contact: true, care: false, at, by: 'agent:lin', source: 'telephone' },
  openCases: ['2611-0042'],
  feedbackCount: 1,
  lastSatisfaction: 0,
};
const { erasure, tombstone } = {
  erasure: { startedAt: at, by: 'agent:root', step: 'done', cases: [], feedback: 1, mails: 0, quarantined: 0, actions: 0, endedAt: at },
  tombstone: customerKey,
} as const;

/** What people read about the routes of customers' files. */
export const customerDocumentation = {
  'POST /api/customers/find': {
    tag: 'Customers',
    id: 'findCustomers',
    summary: 'Find a customer',
    description:
      'By exactly one of address, own id of the business, and telephone number, each written however; several people may share a telephone. Nobody is found by a part. What is shown is recorded as looked at. It is a POST so that no address stands in a URL.',
    answer: 'Those who were found: none, one, or several.',
    example: { items: [customerExample] },
    bodyExample: { email: 'ana@example.com' },
    refusals: [413, 415],
  },
  'POST /api/customers/import': {
    tag: 'Customers',
    id: 'importCustomers',
    summary: 'Bring in what the business’s own books know',
    description:
      'Up to 100 rows, each found by its address or its own id, and decided by itself: a row that is refused says why, and the others go on. The same row again changes nothing. Where address and own id lead to two files, both are one person and are merged. Consent without its time can begin or withdraw, never give back. Nobody who was erased is brought back. `isDryRun` writes nothing.',
    answer: 'What became of each row.',
    example: { results: [{ row: 0, outcome: 'created', customerKey }] },
    bodyExample: { rows: [{ email: 'ana@example.com', ownId: 'CRM-1001', ordersPerYear: 12 }] },
    refusals: [413, 415],
  },
  'GET /api/customers/{key}': {
    tag: 'Customers',
    id: 'readCustomer',
    summary: 'One customer',
    description:
      'All files of the person together. The look is recorded. Agents of a branch see customers of their branch and those who have dealt with it. The `ETag` is the version to hand back as `If-Match`.',
    answer: 'The customer.',
    example: customerExample,
    refusals: [404],
  },
  'GET /api/customers/{key}/history': {
    tag: 'Customers',
    id: 'readCustomerHistory',
    summary: 'What a customer said and what became of it, newest first',
    description:
      'Feedback and cases under all keys of the person; of another branch’s nothing. A page may hold fewer items than `limit`: only an absent `cursor` ends the list. The look is recorded.',
    answer: 'A page of the history.',
    example: {
      items: [
        { kind: 'case', at: caseExample.openedAt, case: caseExample },
        { kind: 'feedback', at: feedbackExample.receivedAt, feedback: feedbackExample },
      ],
    },
    refusals: [404],
  },
  'GET /api/customers/{key}/looks': {
    tag: 'Customers',
    id: 'readLooks',
    summary: 'Who looked at a customer’s data or changed them, newest first',
    description: 'Who, when and what; of changes the names of the fields, never their values. Looking at this list is recorded too.',
    answer: 'A page of looks.',
    example: { items: [{ customerKey, at, by: 'agent:lin', what: 'corrected', fields: ['phone'] }] },
    refusals: [404],
  },
  'GET /api/customers/{key}/export': {
    tag: 'Customers',
    id: 'exportCustomer',
    summary: 'Everything about a person',
    description:
      'The file, all feedback and all cases with their history, and on the first page who looked at it. The pages together are the whole; `amends customers export` joins them. The look is recorded.',
    answer: 'A page of the export.',
    example: { exportedAt: at, customer: customerExample, items: [], looks: [] },
    refusals: [404],
  },
  'POST /api/customers/{key}/correct': {
    tag: 'Customers',
    id: 'correctCustomer',
    summary: 'Set a file right',
    description:
      '`null` takes a field away, what is left out stays. A new address leads to the same file, and so does the old one. Names and languages set here are no longer changed by what is typed into a form. Problems: `address-taken`, `own-id-taken`, `erased`, `conflict`.',
    answer: 'The customer as the file stands now.',
    example: customerExample,
    bodyExample: { phone: '+44 20 7946 0000' },
    refusals: onStanding,
  },
  'POST /api/customers/{key}/consent': {
    tag: 'Customers',
    id: 'recordConsent',
    summary: 'Record what the customer lets us do',
    description:
      '`contact`: may we write beyond answering, e.g. to ask whether it is solved; `care`: greetings and thanks. The newest counts. Problems: `erased`, `conflict`.',
    answer: 'The customer as the file stands now.',
    example: customerExample,
    bodyExample: { contact: true, care: false, source: 'telephone' },
    refusals: onStanding,
  },
  'POST /api/customers/{key}/merge': {
    tag: 'Customers',
    id: 'mergeCustomers',
    summary: 'Two files are of one person',
    description:
      'The older stands, the other points to it; both keys, all addresses and own ids lead to the person, and their histories are listed together. Problems: `already-merged`, `erased`, `conflict`.',
    answer: 'The person as they stand now.',
    example: customerExample,
    bodyExample: { with: 'w8Lk2mLp7sDh4aGc9eq1Zt0J3yB5nW8r' },
    refusals: onStanding,
  },
  'POST /api/customers/{key}/erase': {
    tag: 'Customers',
    id: 'eraseCustomer',
    summary: 'Erase a person',
    description:
      'At once nothing of the person is shown any more; then address, name and words leave their feedback, cases, raw mail, quarantine and what is still to be sent, a part with each call: call again until `isDone`. Figures stay. What is delivered again later comes in without the person. Erasing twice changes nothing. It cannot be undone.',
    answer: 'How far it is.',
    example: { customerKey: tombstone, isDone: true, erasure },
    bodyExample: {},
    refusals: onStanding,
  },
} as const satisfies Record<keyof typeof customerOperations, unknown>;
