import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import PostalMime from 'postal-mime';
import { afterAll, beforeAll, expect, it } from 'vitest';
import config from '#config';
import { amendsApp } from '../../infra/amends-app.ts';
import { bundleFunctions } from '../../infra/bundle.ts';
import { FUNCTION_NAMES } from '../../infra/function-names.ts';
import type { LocalCloud } from '../../local/cloud.ts';
import { complain } from '../../local/demo/case/customer.ts';
import { colleague } from '../../local/demo/case/staff.ts';
import { passUntil, passUntilMorning, settle } from '../../local/demo/case/time.ts';
import { desk } from '../../local/demo/register-view.ts';
import { CampaignReport, InvitationPage } from '../../shared/api/campaign-schemas.ts';
import { CasePage } from '../../shared/api/case-schemas.ts';
import { FeedbackPage } from '../../shared/api/schemas.ts';
import { recoverySettings } from '../../shared/config/recovery-settings.ts';
import { ContactRules } from '../../shared/domain/campaign/campaign.ts';
import { aCampaign } from '../domain/campaign/a-campaign.ts';
import { emptyWeb } from '../infra/synthesised.ts';
import { ROOT } from '../source-scan.ts';
import { read, startCloud } from './cloud.ts';

/** Long enough for whenever this runs. */
const period = { from: '2020-01-01', to: '2999-12-31' };
const asking = {
  campaigns: [
    aCampaign({ id: 'visits', period, reminders: ['3d'] }),
    aCampaign({ id: 'second', period, reminders: [] }),
    aCampaign({ id: 'gone', period, reminders: [] }),
    aCampaign({ id: 'handling', period, reminders: [], audience: { kind: 'event', event: 'case-closed', after: '2d' } }),
  ],
  contactRules: ContactRules.parse({ perPerson: [{ invitations: 1, days: 30 }], perMetric: {} }),
};

let folder: string;
let cloud: LocalCloud;
beforeAll(async () => {
  await mkdir(join(ROOT, 'dist'), { recursive: true });
  folder = await mkdtemp(join(ROOT, 'dist', 'campaigns-flow-'));
  const withCampaigns = { ...config, ...asking };
  await bundleFunctions({ to: join(folder, 'bundles'), config: withCampaigns });
  const templateDir = join(folder, 'templates');
  amendsApp({
    config: withCampaigns,
    bundles: join(folder, 'bundles'),
    web: emptyWeb(),
    holdsAssets: false,
    outdir: templateDir,
  }).app.synth();
  cloud = await startCloud({ templateDir });
  await passUntilMorning(cloud, recoverySettings(config).calendar);
});
afterAll(async () => {
  await cloud?.stop();
  await rm(folder, { recursive: true, force: true });
});

const PERSONS = [
  { email: 'ada@example.com', name: 'Ada Example', language: 'en', branch: 'east' },
  { email: 'li@example.cn', name: '李明', language: 'zh-Hans' },
  { email: 'zoe@example.com' },
  { email: 'sam@example.com' },
];
const manager = () => desk(cloud, 'manager');
const report = async (id: string) => (await manager()).get(`/api/campaigns/${id}`, CampaignReport);
const ask = async (id: string, rows: object[] = PERSONS) => {
  const api = await manager();
  await api.post(`/api/campaigns/${id}/start`, { audienceSize: rows.length });
  await api.post(`/api/campaigns/${id}/audience`, { rows });
  await settle(cloud);
};
/** Mails of campaigns to somebody, newest first. */
const mailsTo = (email: string) =>
  Promise.all(
    cloud
      .sentMail()
      .filter(({ to, actionId }) => to.includes(email) && actionId?.startsWith('invitation:') === true)
      .toReversed()
      .map(({ raw }) => PostalMime.parse(raw)),
  );
const links = async (email: string) => {
  const [mail] = await mailsTo(email);
  return [...(mail?.html ?? '').matchAll(/href="([^"]+\/a\/[^"]+)"/g)].map(([, link = '']) => link.replaceAll('&amp;', '&'));
};
const boxOf = async (email: string, value: number) => (await links(email)).find((link) => link.endsWith(`satisfaction=${value}`)) ?? '';
const answer = async (email: string, fields: Record<string, string>) => {
  const [address = ''] = (await boxOf(email, 1)).split('?');
  const response = await fetch(address, { method: 'POST', body: new URLSearchParams(fields), redirect: 'manual' });
  await cloud.idle();
  return response.status;
};

it('a file is asked by mail with a link for each answer; opening one records nothing (R10, P28)', async () => {
  await ask('visits');
  const [ada] = await mailsTo('ada@example.com');
  const [li] = await mailsTo('li@example.cn');
  expect([ada?.subject, li?.subject]).toEqual(['How did we do?', '您对我们的服务满意吗？']);
  expect(ada?.headers.find(({ key }) => key === 'list-unsubscribe-post')?.value).toBe('List-Unsubscribe=One-Click');
  for (let value = 1; value <= 5; value += 1) {
    const opened = await fetch(await boxOf('ada@example.com', value));
    expect(opened.status).toBe(200);
    expect(await opened.text()).toMatch(new RegExp(`name="satisfaction" value="${value}"[^>]* checked`));
  }
  await cloud.idle();
  expect(await report('visits')).toMatchObject({
    invitations: { considered: 4, withheld: 0, notReached: 0, sent: 4, begun: 0, answered: 0 },
    response: { invited: 4, reached: 4, responseRate: { value: 0 } },
  });
  expect((await (await manager()).get('/api/feedback', FeedbackPage)).items).toEqual([]);
});

it('what is sent is recorded, an unhappy answer opens a case, and the response rate is exact (R10)', async () => {
  expect(await answer('ada@example.com', { satisfaction: '1', comment: 'The parcel came two weeks late.' })).toBe(303);
  expect(await answer('li@example.cn', { satisfaction: '5' })).toBe(303);
  const { items } = await (await manager()).get('/api/feedback', FeedbackPage);
  expect(items.map(({ campaign, survey, branch, answers }) => [campaign, survey, branch, answers[0]?.value]).sort()).toEqual([
    ['visits', 'service', undefined, 5],
    ['visits', 'service', 'east', 1],
  ]);
  const cases = await (await manager()).get('/api/cases?state=open', CasePage);
  expect(cases.items).toHaveLength(1);
  expect(await report('visits')).toMatchObject({
    invitations: { sent: 4, begun: 2, answered: 2 },
    response: { answered: 2, responseRate: { value: 0.5 }, answeredOfInvited: { value: 0.5 } },
  });
});

it('a correction by the customer is a newer version of the same answer, and counts once (R10)', async () => {
  expect(await answer('ada@example.com', { satisfaction: '2', comment: 'The parcel came two weeks late.' })).toBe(303);
  const { items } = await (await manager()).get('/api/feedback', FeedbackPage);
  expect(items.map(({ answers, revision }) => [answers[0]?.value, revision]).sort()).toEqual([
    [2, 1],
    [5, 0],
  ]);
  expect((await (await manager()).get('/api/cases?state=open', CasePage)).items).toHaveLength(1);
  expect((await report('visits')).response.answered).toBe(2);
});

it('who has not answered is reminded, once and nobody else (R10)', async () => {
  // What is due is looked for a minute later, when whoever wrote it must have brought it.
  await passUntil(cloud, new Date(Date.parse(cloud.now()) + 3 * 86_400_000 + 120_000).toISOString());
  const subjects = await Promise.all(PERSONS.map(async ({ email }) => (await mailsTo(email)).map(({ subject }) => subject)));
  expect(subjects.map((one) => one.length)).toEqual([1, 1, 2, 2]);
  expect(subjects[2]?.[0]).toBe('A reminder: How did we do?');
});

it('another campaign asks nobody again within the days of the contact rules, and says why (R10)', async () => {
  await ask('second');
  expect(await report('second')).toMatchObject({
    invitations: { considered: 4, withheld: 4, sent: 0 },
    withheld: [
      { reason: 'open-case', count: 1 },
      { reason: 'too-many-contacts', count: 3 },
    ],
    response: { invited: 0 },
  });
  const { items } = await (await manager()).get('/api/campaigns/second/invitations?state=withheld', InvitationPage);
  expect(items).toHaveLength(4);
});

it('who does not get the mail is told apart from who does not answer (R10)', async () => {
  await ask('gone', [{ email: 'bounce@simulator.amazonses.com' }, { email: 'kim@example.com' }]);
  await settle(cloud);
  expect(await report('gone')).toMatchObject({
    invitations: { considered: 2, notReached: 1, sent: 1 },
    notReached: [{ reason: 'bounce', count: 1 }],
    response: { invited: 2, reached: 1 },
  });
});

it('whose case was closed is asked two days later how it was handled, once, by nobody’s hand (R10)', async () => {
  const email = 'noor@example.com';
  const { receipt } = await complain(cloud, {
    language: 'en',
    answers: { satisfaction: 1, reasons: ['delivery'], comment: 'It is late.', contact: { name: 'Noor Example', email, consent: true } },
  });
  await cloud.idle();
  const { details } = await read(cloud, receipt);
  const number = details?.case.number ?? '';
  const zhao = await colleague(cloud, 'zhao', 'manager');
  await zhao.ask(number, { type: 'close', reason: 'withdrawn-by-customer', note: 'It came after all.' });
  await settle(cloud);
  expect(await mailsTo(email)).toEqual([]);
  await passUntil(cloud, new Date(Date.parse(cloud.now()) + 2 * 86_400_000 + 120_000).toISOString());
  await settle(cloud);
  expect((await mailsTo(email)).map(({ subject }) => subject)).toEqual(['How did we do?']);
  expect(await answer(email, { satisfaction: '5' })).toBe(303);
  const { items } = await (await manager()).get('/api/campaigns/handling/invitations?state=answered', InvitationPage);
  expect(items).toMatchObject([{ cause: number, answers: 1 }]);
  expect(await report('handling')).toMatchObject({ invitations: { considered: 1, sent: 1, answered: 1 } });
  const feedback = (await (await manager()).get('/api/feedback', FeedbackPage)).items.find(({ campaign }) => campaign === 'handling');
  expect(feedback).toMatchObject({ invitation: items[0]?.id, score: 100 });
});

it('no role was denied a call, no message given up, and no log names a person (P31, P33)', async () => {
  await settle(cloud);
  const logs = FUNCTION_NAMES.flatMap((name) => cloud.logs(name).map((line) => `${name}: ${line}`));
  expect(logs.filter((line) => line.includes('"level":"ERROR"'))).toEqual([]);
  expect(logs.filter((line) => /@example|parcel|Ada Example|Noor|李明/i.test(line))).toEqual([]);
  expect(cloud.denials()).toEqual([]);
  expect(cloud.queues().filter(({ isDeadLetterQueue, waiting }) => isDeadLetterQueue && waiting > 0)).toEqual([]);
});
