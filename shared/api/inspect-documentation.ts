import type * as z from 'zod/mini';
import type { QuarantinedItem } from '../domain/intake/quarantined.ts';
import { feedbackExample } from './examples.ts';
import type { House } from './house-schema.ts';
import type { DeadLetterList, DeadLetterQueues, MailOfFeedback, PhotosOfFeedback } from './inspect-schemas.ts';

const aside: QuarantinedItem = {
  id: 'c5w2zq7h3x6mkd4tyv2n7brja5-b2Vh3kXr0QpL9sTz1uWmYc',
  at: '2026-11-23T02:11:00.000Z',
  quarantine: { reason: 'honeypot' },
  received: {
    id: 'c5w2zq7h3x6mkd4tyv2n7brja5',
    source: 'form',
    channel: 'form',
    externalId: '0199b3c2-7d1e-7a55-9c3f-2f6f6f0d9a12',
    revision: 0,
    receivedAt: '2026-11-23T02:11:00.000Z',
    answers: [],
    reasons: [],
    comment: 'Cheap watches, best price.',
  },
};
const judged = { by: 'agent:root', at: '2026-11-23T02:30:00.000Z' } as const;

const house: House = {
  brand: { name: { en: 'Example House', 'zh-Hans': '示例商家' }, defaultLanguage: 'en', timeZone: 'Asia/Shanghai' },
  currency: 'CNY',
  branches: [{ id: 'east', name: { en: 'East', 'zh-Hans': '华东' } }],
  surveys: [
    {
      id: 'service',
      version: 1,
      title: { en: 'How was our service?', 'zh-Hans': '我们的服务如何？' },
      questions: [
        {
          id: 'satisfaction',
          kind: 'scale',
          text: { en: 'How satisfied are you?', 'zh-Hans': '您满意吗？' },
          metric: 'csat',
          min: 1,
          max: 5,
          minLabel: { en: 'Very dissatisfied', 'zh-Hans': '非常不满意' },
          maxLabel: { en: 'Very satisfied', 'zh-Hans': '非常满意' },
        },
      ],
    },
  ],
  campaigns: [{ id: 'autumn', survey: 'service', title: { en: 'Autumn survey', 'zh-Hans': '秋季调查' } }],
  channels: ['form', 'mail'],
  topics: ['delivery', 'staff'],
  flags: ['danger', 'law'],
  tiers: ['vip', 'regular', 'new'],
  languages: ['en', 'zh-Hans', 'zh-Hant', 'other'],
  departments: [{ id: 'logistics', name: { en: 'Logistics', 'zh-Hans': '物流部' } }],
  causes: [{ id: 'late', name: { en: 'Delivered late', 'zh-Hans': '送货迟延' } }],
  teams: [{ id: 'care', name: { en: 'Customer care', 'zh-Hans': '客户服务' }, members: ['lin'], head: 'chen' }],
  agents: [{ id: 'lin', name: { en: 'Lin Yue', 'zh-Hans': '林悦' }, authority: 'agent' }],
  standards: { satisfiedAtLeast: 0.85, complaintsAtMost: 0.01 },
};

const queue = {
  queue: 'feedback',
  errorImpact: 'Feedback that was accepted is not worked: unhappy customers hear nothing.',
  waiting: 1,
  canRedrive: true,
} as const;
const queues: z.output<typeof DeadLetterQueues> = { items: [{ ...queue, oldestAt: '2026-11-23T01:00:00.000Z' }] };
const letters: z.output<typeof DeadLetterList> = {
  ...queue,
  messages: [
    {
      id: '5fea7756-0ea4-451a-a703-a558b933e274',
      sentAt: '2026-11-23T01:00:00.000Z',
      receives: 6,
      bytes: 412,
      isJson: true,
      shape: ['id: text', 'source: text', 'answers: list of 1', 'comment: text'],
      ids: { id: feedbackExample.id, source: 'form' },
    },
  ],
};

const photos: z.output<typeof PhotosOfFeedback> = {
  items: [
    {
      n: 1,
      state: 'clean',
      url: 'https://amends-photos.s3.eu-west-1.amazonaws.com/new/c5w2zq7h3x6mkd4tyv2n7brja5/1?X-Amz-Signature=0f3a…',
    },
    { n: 2, state: 'waiting' },
  ],
};

const mail: z.output<typeof MailOfFeedback> = {
  subject: 'Where is my parcel?',
  from: 'ana@example.com',
  text: 'Two weeks late and nobody called back.',
  isTruncated: false,
  html: '<p>Two weeks late and nobody called back.</p>',
  attachments: [{ name: 'label.jpg', type: 'image/jpeg' }],
};

const onStanding = [404, 409, 413, 415] as const;

/** What people read about the routes of `inspect`. */
export const inspectDocumentation = {
  'GET /api/house': {
    tag: 'You',
    id: 'readHouse',
    summary: 'Names behind ids',
    description:
      'What the config says that a page needs to put names to ids and to offer choices: branches, surveys with their questions, campaigns, departments, causes, teams, agents, and the closed sets of channels, topics, flags and tiers. It changes with a deploy only.',
    answer: 'The house.',
    example: house,
  },
  'GET /api/feedback/{id}/mail': {
    tag: 'Feedback',
    id: 'readMail',
    summary: 'The mail that a feedback came by, as it came',
    description:
      'The whole text with what it quotes, the HTML where it has some, and the names and types of what hangs on it; attachments are never opened. **`html` is what a stranger wrote, unsanitised**: show it in a sandboxed frame without scripts, after a sanitiser, with images off. That you looked is recorded with the customer. Problem: `unreadable-mail`.',
    answer: 'The mail.',
    example: mail,
    refusals: [404, 409],
  },
  'GET /api/feedback/{id}/photos': {
    tag: 'Feedback',
    id: 'readPhotos',
    summary: 'The photos that came with a feedback, and how they stand',
    description:
      'Each with its number and state: `waiting` for the scan, `clean`, `threat` (harmful code was found), `unchecked` (the scanner could make nothing of it) or `missing`. Only a clean one has a `url`, which shows it for five minutes to whoever has the address: do not pass it on. Empty where no photo came. That you looked is recorded with the customer.',
    answer: 'The photos, in the order of their numbers.',
    example: photos,
    refusals: [404],
  },
  'GET /api/quarantine': {
    tag: 'Feedback',
    id: 'listQuarantine',
    summary: 'What was kept aside, newest first',
    description:
      'Things that came in and were not worked, each with its reason: spam, a filled honeypot, other content under a known id. Those that nobody has judged, or with `state=judged` those that somebody has. A page may hold fewer items than `limit`: only an absent `cursor` ends the list.',
    answer: 'A page of what was kept aside.',
    example: { items: [aside] },
  },
  'POST /api/quarantine/{id}/release': {
    tag: 'Feedback',
    id: 'releaseQuarantined',
    summary: 'Work it after all',
    description:
      'It goes the way of all feedback, understood within seconds, and a case is opened by the rules. Who and when is on record; released again, nothing happens. What carries a virus, could not be read, or has something else standing under its id cannot be released. Needs no body. Problems: `not-releasable`, `judged-otherwise`, `conflict`.',
    answer: 'It, as it stands now.',
    example: { ...aside, judgement: { verdict: 'released', ...judged } },
    bodyExample: {},
    refusals: onStanding,
  },
  'POST /api/quarantine/{id}/discard': {
    tag: 'Feedback',
    id: 'discardQuarantined',
    summary: 'Put it away for good',
    description:
      'With a reason, which is on record with who and when. It stays readable among the judged ones, and is erased with its person. Problems: `judged-otherwise`, `conflict`.',
    answer: 'It, as it stands now.',
    example: { ...aside, judgement: { verdict: 'discarded', ...judged, reason: 'Advertisement' } },
    bodyExample: { reason: 'Advertisement' },
    refusals: onStanding,
  },
  'GET /api/dead-letters': {
    tag: 'Operation',
    id: 'listDeadLetters',
    summary: 'Queues of what was given up',
    description:
      'Every dead-letter queue: whom it hurts that its messages were given up, about how many wait, and when the oldest of a few of them was first sent. Messages are kept for 14 days.',
    answer: 'All of them.',
    example: queues,
  },
  'GET /api/dead-letters/{queue}': {
    tag: 'Operation',
    id: 'readDeadLetters',
    summary: 'Some of what was given up',
    description:
      'Up to 30 messages of a queue, each with what it is made of and the ids in it; never its words, which may be a customer’s. Nothing is taken away: each look counts as a receive.',
    answer: 'Some of its messages.',
    example: letters,
    refusals: [404],
  },
  'POST /api/dead-letters/{queue}/redrive': {
    tag: 'Operation',
    id: 'redriveDeadLetters',
    summary: 'Try once more what was given up',
    description:
      'Sends up to 100 messages back to the queue they came from; call it again while some wait. Mend first what made them fail, or they come back after all their tries. What was worked already is known by its id and not worked twice. Needs no body. Problem: `no-redrive`, for places in a stream and runs of a schedule.',
    answer: 'How many were moved, and about how many wait still.',
    example: { queue: 'feedback', moved: 1, waiting: 0 },
    bodyExample: {},
    refusals: onStanding,
  },
} as const;
