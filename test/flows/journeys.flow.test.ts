import { readdirSync, readFileSync } from 'node:fs';
import { PublishCommand, SNSClient } from '@aws-sdk/client-sns';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { FUNCTION_NAMES } from '../../infra/function-names.ts';
import type { LocalCloud } from '../../local/cloud.ts';
import { desk, readRegister } from '../../local/demo/register-view.ts';
import { CasePage } from '../../shared/api/case-schemas.ts';
import { MetricsBody } from '../../shared/api/metrics-schema.ts';

import { acknowledgementsTo, deliver, read, startCloud, submissionId, submit, unhappy } from './cloud.ts';

let cloud: LocalCloud;
beforeAll(async () => {
  cloud = await startCloud();
});
afterAll(() => cloud.stop());

const eml = (name: string) => new Uint8Array(readFileSync(new URL(`../../events/mail/${name}`, import.meta.url)));
const plainMail = (headers: string, text: string) =>
  new TextEncoder().encode(`${headers}\r\nMIME-Version: 1.0\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n${text}\r\n`);

describe('a complaint by the form', () => {
  it('becomes feedback, a case, one acknowledgement, a notice, a status page and an event (R1, R2, R4)', async () => {
    const { httpStatus, receipt } = await submit(cloud, unhappy('ada@example.com'));
    expect(httpStatus).toBe(202);
    await cloud.idle();
    const { feedback, details } = await read(cloud, receipt);
    expect(feedback).toMatchObject({ source: 'form', score: 0, isReachable: true });
    expect(details?.case).toMatchObject({ state: 'opened', number: expect.stringMatching(/^\d{4}-\d{4}$/) });
    expect(details?.actions.map((action) => [action.kind === 'mail' ? action.template : action.kind, action.state]).sort()).toEqual([
      ['acknowledgement', 'done'],
      ['clock', 'due'],
      ['owner-notice', 'done'],
    ]);
    expect(acknowledgementsTo(cloud, 'ada@example.com')).toHaveLength(1);
    const published = cloud.events().filter(({ detail }) => JSON.stringify(detail).includes(details?.case.number ?? 'no case'));
    expect(published.map(({ detailType }) => detailType).sort()).toEqual(['CaseOpened', 'FeedbackRecorded']);
    expect(JSON.stringify(published)).not.toMatch(/parcel|ada@example|Ada/);
  });

  it("the status link shows the case in the customer's language and holds no personal data (P28)", async () => {
    const response = await fetch(`${cloud.url}/f/service`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({
        submissionId: submissionId(),
        language: 'zh-Hans',
        answers: {
          satisfaction: 1,
          comment: '快递晚了两个星期，客服电话一直打不通。',
          contact: { name: '李明', email: 'li@example.cn', consent: true },
        },
      }),
    });
    const { status: link }: { status: string } = JSON.parse(await response.text());
    await cloud.idle();
    const page = await (await fetch(link)).text();
    expect(page).toMatch(/lang="zh-Hans"/);
    expect(page).toMatch(/\d{4}-\d{4}/);
    expect(page).not.toMatch(/李明|li@example|快递/);
    const [mail] = acknowledgementsTo(cloud, 'li@example.cn');
    expect(mail?.raw.toString()).toMatch(/^Auto-Submitted: auto-generated/m);
    const forged = await fetch(`${link.slice(0, -1)}${link.endsWith('A') ? 'B' : 'A'}`);
    expect(forged.status).toBe(404);
  });

  it('sent again with the same submission id it is one (P4); the count moves once', async () => {
    const id = submissionId();
    const api = await desk(cloud, 'manager');
    const n = async () => (await api.get('/api/metrics?by=all', MetricsBody)).items[0]?.figures.n ?? 0;
    await cloud.idle();
    const before = await n();
    const answers = await Promise.all(Array.from({ length: 5 }, () => submit(cloud, unhappy('grace@example.com'), id)));
    expect(new Set(answers.map(({ receipt }) => receipt)).size).toBe(1);
    await cloud.idle();
    expect(await n()).toBe(before + 1);
    expect(acknowledgementsTo(cloud, 'grace@example.com')).toHaveLength(1);
  });

  it('a happy customer opens nothing and gets no mail', async () => {
    const { receipt } = await submit(cloud, {
      satisfaction: 5,
      comment: 'Lovely, thank you!',
      contact: { email: 'joy@example.com', consent: true },
    });
    await cloud.idle();
    expect((await read(cloud, receipt)).details).toBeUndefined();
    expect(cloud.sentMail().filter(({ to }) => to.includes('joy@example.com'))).toEqual([]);
  });

  it('a filled honeypot gets the same answer and lands in quarantine (P9)', async () => {
    const answer = await submit(cloud, unhappy('robot@example.com'), submissionId(), { website: 'https://spam.example' });
    expect(answer.httpStatus).toBe(202);
    await cloud.idle();
    const { quarantined } = await readRegister(cloud);
    expect(quarantined.find(({ received }) => received.id === answer.receipt)?.quarantine.reason).toBe('honeypot');
    expect(cloud.sentMail().filter(({ to }) => to.includes('robot@example.com'))).toEqual([]);
  });

  it('refuses what is wrong with field and reason, and writes nothing (P10, P11)', async () => {
    const post = (body: string, type = 'application/json', survey = 'service') =>
      fetch(`${cloud.url}/f/${survey}`, { method: 'POST', headers: { 'content-type': type }, body });
    expect((await submit(cloud, { satisfaction: 6 })).issues).toEqual([
      { field: 'answers.satisfaction', reason: expect.stringMatching(/1.*5/) },
    ]);
    expect((await post('{"answers":')).status).toBe(400);
    expect((await post('x', 'text/plain')).status).toBe(415);
    expect((await post('x'.repeat(70_000))).status).toBe(413);
    expect((await post('{}', 'application/json', 'nobody')).status).toBe(404);
    const polluted = await post('{"__proto__":{"isAdmin":true},"answers":{"satisfaction":5}}');
    expect([202, 422]).toContain(polluted.status);
    expect(Reflect.get({}, 'isAdmin')).toBeUndefined();
  });

  it('takes hostile text whole and goes on (P10, P37)', async () => {
    const texts = ['a\u0000b', 'lone \ud800 surrogate', '\u202Eevil', '啊'.repeat(5000), '<script>alert(1)</script>'];
    const receipts = await Promise.all(texts.map(async (comment) => (await submit(cloud, { satisfaction: 3, comment })).receipt));
    await cloud.idle();
    for (const receipt of receipts) expect((await read(cloud, receipt)).feedback.id).toBe(receipt);
  });
});

describe('signed webhooks', () => {
  it.each(['shop', 'typeform', 'tally', 'delighted'] as const)(
    '%s: one item however often it is delivered, an acknowledgement, and 401 for a changed byte (P1, P4)',
    async (via) => {
      const email = `${via}@example.com`;
      const comment = {
        id: `flow-${via}`,
        via,
        satisfaction: 1,
        recommendation: 0,
        comment: 'Broken on arrival, and nobody answers.',
        customer: { email, consent: true },
      };
      const first = await deliver(cloud, comment);
      expect({ via, status: first.status }).toEqual({ via, status: 202 });
      await deliver(cloud, comment);
      const spoiled = await deliver(
        cloud,
        { ...comment, id: `other-${via}` },
        {
          spoil: (delivery) => ({ ...delivery, body: delivery.body.replace('Broken', 'Briken') }),
        },
      );
      expect(spoiled.status).toBe(401);
      await cloud.idle();
      const { feedback } = await readRegister(cloud);
      expect(feedback.filter(({ source }) => source === via)).toHaveLength(1);
      expect(acknowledgementsTo(cloud, email)).toHaveLength(1);
    },
  );

  it('a Delighted update revises, counts as a signed change, and opens no second case', async () => {
    const send = (recommendation: number, at: number) =>
      deliver(
        cloud,
        { id: 'flow-revised', via: 'delighted', recommendation, comment: 'Slow.', customer: { email: 'rev@example.com', consent: true } },
        { at },
      );
    const now = Date.now();
    await send(1, now - 5000);
    await cloud.idle();
    const api = await desk(cloud, 'manager');
    const nps = async () => (await api.get('/api/metrics?by=all', MetricsBody)).items[0]?.figures.nps;
    const before = await nps();
    const cases = (await api.all('/api/cases?state=open', CasePage)).length;
    await send(9, now);
    await send(1, now - 5000);
    await cloud.idle();
    const after = await nps();
    expect([after?.n, after?.detractors, after?.promoters]).toEqual([
      before?.n,
      (before?.detractors ?? 0) - 1,
      (before?.promoters ?? 0) + 1,
    ]);
    expect((await api.all('/api/cases?state=open', CasePage)).length).toBe(cases);
  });

  it('signed but not understood: 422 with field and reason, and kept in quarantine', async () => {
    const answer = await deliver(cloud, { id: 'flow-odd', via: 'shop', satisfaction: 1, comment: 'Please call me.', recommendation: 99 });
    expect(answer).toMatchObject({ status: 422, issues: [{ reason: expect.stringMatching(/0.*10/) }] });
    await cloud.idle();
    const { quarantined } = await readRegister(cloud);
    expect(quarantined.some(({ received, quarantine }) => received.source === 'shop' && quarantine.reason === 'invalid-content')).toBe(
      true,
    );
  });

  it('HEAD answers 200, unknown sources 404', async () => {
    expect((await fetch(`${cloud.url}/hooks/shop`, { method: 'HEAD' })).status).toBe(200);
    expect((await fetch(`${cloud.url}/hooks/nobody`, { method: 'POST', body: '{}' })).status).toBe(404);
  });
});

describe('mail in', () => {
  it('an angry mail opens a case and is answered in its thread; the second delivery changes nothing', async () => {
    const mail = plainMail(
      'From: Zoe <zoe@example.com>\r\nTo: feedback@example.com\r\nSubject: Broken heater\r\nMessage-ID: <zoe-1@example.com>\r\nDate: Mon, 23 Nov 2026 10:00:00 +0800',
      'This is terrible. The heater broke after a day and your staff were rude. I want a refund.\r\n\r\n-- \r\nZoe',
    );
    await cloud.receiveMail(mail);
    await cloud.receiveMail(mail);
    await cloud.idle();
    const [answer, ...others] = acknowledgementsTo(cloud, 'zoe@example.com');
    expect(others).toEqual([]);
    expect(answer?.raw.toString()).toMatch(/^In-Reply-To: <zoe-1@example.com>/m);
    expect(answer?.raw.toString()).toMatch(/^Subject: Re: Broken heater \[\d{4}-\d{4}\]/m);
  });

  it('auto-replies and bounces are recorded, never answered (P18)', async () => {
    const before = cloud.sentMail().length;
    await cloud.receiveMail(
      plainMail(
        'From: away@example.com\r\nTo: feedback@example.com\r\nSubject: Automatic reply: terrible\r\nAuto-Submitted: auto-replied\r\nMessage-ID: <away@example.com>',
        'Terrible! I am away.',
      ),
    );
    await cloud.idle();
    expect((await readRegister(cloud)).feedback.some(({ automatic }) => automatic === 'auto-reply')).toBe(true);
    expect(cloud.sentMail().length).toBe(before);
  });

  it('a virus is kept aside whatever the mail says of itself (P13, P15)', async () => {
    const mail = plainMail(
      'X-SES-Virus-Verdict: PASS\r\nFrom: v@example.com\r\nTo: feedback@example.com\r\nSubject: Terrible\r\nMessage-ID: <v@example.com>',
      'Terrible, awful.',
    );
    await cloud.receiveMail(mail, { verdicts: { virus: 'FAIL' } });
    await cloud.idle();
    expect((await readRegister(cloud)).quarantined.some(({ quarantine }) => quarantine.reason === 'virus')).toBe(true);
    expect(acknowledgementsTo(cloud, 'v@example.com')).toEqual([]);
  });

  it('every sample of events/mail is taken, and no process dies of any', async () => {
    const before = (await readRegister(cloud)).feedback.length;
    const names = readdirSync(new URL('../../events/mail/', import.meta.url)).filter((name) => name.endsWith('.eml'));
    for (const name of names) await cloud.receiveMail(eml(name));
    await cloud.idle();
    expect(names.length).toBeGreaterThanOrEqual(20);
    expect((await readRegister(cloud)).feedback.length).toBeGreaterThan(before + 15);
    expect(cloud.queues().filter(({ isDeadLetterQueue, waiting }) => isDeadLetterQueue && waiting > 0)).toEqual([]);
  });
});

describe('mail out', () => {
  it('an address that bounced is not written to again (P24)', async () => {
    await submit(cloud, unhappy('gone@example.com'));
    await cloud.idle();
    const [mail] = acknowledgementsTo(cloud, 'gone@example.com');
    const bounce = {
      eventType: 'Bounce',
      bounce: {
        bounceType: 'Permanent',
        bounceSubType: 'General',
        bouncedRecipients: [{ emailAddress: 'gone@example.com' }],
        timestamp: new Date().toISOString(),
        feedbackId: 'f-1',
      },
      mail: {
        timestamp: new Date().toISOString(),
        messageId: mail?.messageId,
        source: 'care@example.com',
        destination: ['gone@example.com'],
        tags: mail?.tags && Object.fromEntries(Object.entries(mail.tags).map(([name, value]) => [name, [value]])),
      },
    };
    const sns = new SNSClient({
      endpoint: cloud.queueEndpoint,
      region: 'us-east-1',
      credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
    });
    await sns.send(
      new PublishCommand({
        TopicArn: `arn:aws:sns:us-east-1:000000000000:${cloud.physicalName('AWS::SNS::Topic', 'MailOutEvents')}`,
        Message: JSON.stringify(bounce),
      }),
    );
    await cloud.idle();
    const { receipt } = await submit(cloud, unhappy('gone@example.com', 'Still nothing. This is awful.'));
    await cloud.idle();
    expect(cloud.sentMail().filter(({ to }) => to.includes('gone@example.com'))).toHaveLength(1);
    // It joined the case that is open; that shows why nobody was told by mail, and its owner is asked for another way.
    const { details } = await read(cloud, receipt);
    expect(details?.case.undeliverable).toMatchObject({ reason: 'bounce' });
    const templates = details?.actions.flatMap((one) => (one.kind === 'mail' ? [one.template] : []));
    expect(templates).toContain('undeliverable');
    expect(templates).not.toContain('joined');
  });

  it('the daily digest goes out once, however often its schedule fires', async () => {
    const tomorrow = new Date(Date.now() + 86_400_000).toISOString();
    await cloud.invoke('digest', { digest: 'daily', at: tomorrow });
    await cloud.invoke('digest', { digest: 'daily', at: tomorrow });
    await cloud.idle();
    const digests = cloud.sentMail().filter(({ actionId }) => actionId?.startsWith('digest:daily:') === true);
    expect(digests.map(({ to }) => to)).toEqual([['manager@example.com']]);
  });
});

describe('the desk (R3, R17)', () => {
  it('needs a token, and the right role', async () => {
    expect((await fetch(`${cloud.url}/api/cases?state=open`)).status).toBe(401);
    expect((await fetch(`${cloud.url}/api/cases?state=open`, { headers: { authorization: 'Bearer nonsense' } })).status).toBe(401);
    const agent = await cloud.token('agent');
    const response = await fetch(`${cloud.url}/api/metrics?by=all`, { headers: { authorization: `Bearer ${agent}` } });
    expect(response.status).toBe(403);
    expect(await response.text()).toMatch(/manager/);
  });

  it('a case is taken up, noted, handed over and solved on the record, and the figures follow', async () => {
    const { receipt } = await submit(cloud, unhappy('desk@example.com'));
    await cloud.idle();
    const number = (await read(cloud, receipt)).feedback.caseNumber;
    const api = await desk(cloud, 'agent');
    const owner = (await read(cloud, receipt)).details?.case.owner;
    const ask = (command: object) => api.post(`/api/cases/${number}/commands`, command);
    await ask({ type: 'acknowledge' });
    await ask({ type: 'note', text: 'Called at ten.' });
    await ask({ type: 'assign', to: owner === 'lin' ? 'morgan' : 'lin' });
    await ask({ type: 'solve', resolution: 'Sent a new one.', via: 'telephone' });
    await expect(ask({ type: 'acknowledge' })).rejects.toThrow(/409/);
    await cloud.idle();
    const { details } = await read(cloud, receipt);
    expect(details?.history.map(({ type }) => type).filter((type) => !type.startsWith('Deadline'))).toEqual([
      'CaseOpened',
      'CaseAcknowledged',
      'NoteAdded',
      'CaseAssigned',
      'CaseSolved',
    ]);
    const manager = await desk(cloud, 'manager');
    const figures = (await manager.get('/api/metrics?by=all', MetricsBody)).items[0]?.figures.cases;
    expect(figures).toMatchObject({ acknowledgedInTime: 1, resolved: 1 });
  });
});

describe('all in all', () => {
  it('nothing was denied, and nothing lies in a dead-letter queue', () => {
    expect(cloud.denials()).toEqual([]);
    expect(cloud.queues().filter(({ isDeadLetterQueue, waiting }) => isDeadLetterQueue && waiting > 0)).toEqual([]);
  });

  it("no log holds a customer's words, address or name (P33)", () => {
    for (const name of FUNCTION_NAMES) {
      const text = cloud.logs(name).join('\n');
      expect({ name, leaks: /@example|parcel|heater|快递|Ada Example|李明|Terrible|webhook-signature/.exec(text)?.[0] }).toEqual({
        name,
        leaks: undefined,
      });
    }
  });
});
