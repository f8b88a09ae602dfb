import type { careOperations } from './care-operations.ts';
import { customerExample } from './customer-documentation.ts';

const call = { at: '2026-11-23T03:00:00.000Z', by: 'agent:lin', outcome: 'reached' } as const;

/** What people read about calls by plan and answers written beforehand. */
export const careDocumentation = {
  'GET /api/calls': {
    tag: 'Customers',
    id: 'listCalls',
    summary: 'Whom to call by plan',
    description:
      'Customers who allow contact and whose next call is due until a day of the brand’s time zone (today where absent), those of your branch, the longest overdue first. While `openCases` holds anything, nobody calls besides: whoever works the case speaks with the customer. Each look is recorded. A page may hold fewer items than `limit`: only an absent `cursor` ends the list. Without `customers.calls` in the config it is empty.',
    answer: 'A page of calls.',
    example: {
      items: [
        {
          customerKey: customerExample.customerKey,
          nextCallOn: '2026-12-23',
          name: 'Ana Silva',
          phone: '+44 20 7946 0000',
          language: 'en',
          branch: 'east',
          tier: 'vip',
          lastCall: call,
          openCases: [],
        },
      ],
    },
  },
  'POST /api/customers/{key}/called': {
    tag: 'Customers',
    id: 'recordCall',
    summary: 'A customer was called by plan',
    description:
      'Goes into the file with its note and moves the next call. Who was not reached is due again after a week, three times at most. Problems: `open-case`, `no-consent`, `erased`, `conflict`.',
    answer: 'The customer as the file stands now.',
    example: { ...customerExample, openCases: [], calls: [{ ...call, note: 'Is content with the new kettle.' }] },
    bodyExample: { outcome: 'reached', note: 'Is content with the new kettle.' },
    refusals: [404, 409, 412, 413, 415],
  },
  'GET /api/replies': {
    tag: 'Cases',
    id: 'listReplies',
    summary: 'Answers written beforehand, filled in for a case',
    description:
      'Those for the cause or a topic of the case first. They are where you begin: read it, say what is true of this case, then send it by a command. Nothing is sent by asking. What is shown of the customer is recorded as a look.',
    answer: 'The replies.',
    example: {
      items: [
        {
          id: 'late-delivery',
          title: 'It comes late',
          text: 'Dear Ana Silva,\n\nyou waited, and we did not tell you why.',
          isFitting: true,
        },
      ],
    },
    refusals: [404],
  },
} as const satisfies Record<keyof typeof careOperations, unknown>;
