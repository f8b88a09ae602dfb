import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { answerMail, lastMail, linkIn, open, press } from '../../local/demo/case/customer.ts';
import { passBusiness, passUntil } from '../../local/demo/case/time.ts';
import { CaseStatistics } from '../../shared/domain/recovery/statistics/report.ts';
import {
  calendar,
  closeHouse,
  FOUNDED,
  type House,
  money,
  openHouse,
  settings,
  templatesTo,
  typesOf,
  unhappyCustomer,
} from './recovery.ts';

let house: House;
beforeAll(async () => {
  house = await openHouse();
});
afterAll(() => closeHouse(house));

/** A case that its owner holds to be solved. */
async function solved(email: string) {
  const found = await unhappyCustomer(house, email);
  await found.owner.ask(found.number, FOUNDED);
  await found.owner.ask(found.number, { type: 'solve', resolution: 'Sent a new one by courier.' });
  return found;
}

/** Time passes until the customer has been asked for the n-th time. @returns the page of the question. */
async function asked(found: Awaited<ReturnType<typeof solved>>, email: string, n: 1 | 2): Promise<string> {
  const { followUps, round } = (await found.owner.see(found.number)).case;
  await passUntil(house.cloud, followUps.find((one) => one.round === round && one.n === n)?.dueAt ?? '');
  return linkIn(await lastMail(house.cloud, email, n === 1 ? 'follow-up' : 'follow-up-again'), 'r');
}

describe('is it really solved?', () => {
  it('(R7) is asked as planned; opening the page answers nothing, a "no" opens the case again with what ran of its clock', async () => {
    const email = 'no@example.com';
    const found = await solved(email);
    const page = await asked(found, email, 1);
    expect((await open(page)).status).toBe(200);
    const before = (await found.owner.see(found.number)).case;
    expect(before.state).toBe('remedied');
    const shown = await press(page, 'no', { satisfaction: '1', comment: 'Nothing came.' });
    expect(shown.status).toBeLessThan(400);
    await house.cloud.idle();
    const { case: reopened } = await found.owner.see(found.number);
    expect(reopened).toMatchObject({ round: 2, satisfactionAfter: 0 });
    expect(reopened.solvedAt).toBeUndefined();
    const ran = (value: typeof before) => value.deadlines.findLast(({ kind }) => kind === 'solution')?.ranMs;
    expect(ran(reopened)).toBe(ran(before));
    expect(templatesTo(house.cloud, email)).toContain('reopened');
    expect(templatesTo(house.cloud, `${found.owner.id}@example.com`)).toContain('opened-again');
    // Twice pressed is once.
    await press(page, 'no').catch(() => undefined);
    expect((await found.owner.see(found.number)).case.round).toBe(2);
  });

  it('(R7) two "yes" close it, with the satisfaction after beside the one before', async () => {
    const email = 'yes@example.com';
    const found = await solved(email);
    await press(await asked(found, email, 1), 'yes', { satisfaction: '4' });
    expect((await found.owner.see(found.number)).case.state).toBe('followed-up');
    await press(await asked(found, email, 2), 'yes', { satisfaction: '5' });
    const { case: closed } = await found.owner.see(found.number);
    expect(closed).toMatchObject({
      state: 'closed',
      closingReason: 'followed-up',
      satisfactionBefore: 0,
      satisfactionAfter: 100,
    });
  });

  it('(R7) no answer closes it after the planned time, and says so; a late "no" still opens it again', async () => {
    const email = 'silent@example.com';
    const found = await solved(email);
    const page = await asked(found, email, 2);
    await passBusiness(house.cloud, settings.followUp.closeAfter, calendar);
    await passBusiness(house.cloud, '1h', calendar);
    expect((await found.owner.see(found.number)).case).toMatchObject({ state: 'closed', closingReason: 'no-answer-to-follow-up' });
    await press(page, 'no', { comment: 'I was on holiday. Nothing came.' });
    const { case: reopened } = await found.owner.see(found.number);
    expect([reopened.round, reopened.solvedAt]).toEqual([2, undefined]);
  });

  it('(R7) two answers at once are one answer, and the page then shows which', async () => {
    const email = 'both@example.com';
    const found = await solved(email);
    const page = await asked(found, email, 1);
    const answers = await Promise.all((['yes', 'no', 'yes', 'no'] as const).map((word) => press(page, word, { satisfaction: '3' })));
    expect(answers.every(({ status }) => status < 500)).toBe(true);
    const seen = await found.owner.see(found.number);
    const given = seen.history.flatMap((event) => (event.type === 'FollowUpAnswered' ? [event.isSolved] : []));
    expect(given).toHaveLength(1);
    expect(seen.case.round).toBe(given[0] === true ? 1 : 2);
    expect((await open(page)).forms).toEqual([]);
  });

  it('(R7) thanks by mail do not open it again, angry words do', async () => {
    const email = 'thanks@example.com';
    const found = await solved(email);
    await house.cloud.idle();
    const mail = await lastMail(house.cloud, email, 'remedied');
    await answerMail(house.cloud, mail, 'Thank you, that solved it. Great service!');
    await house.cloud.idle();
    expect((await found.owner.see(found.number)).case).toMatchObject({ round: 1, state: 'remedied' });
    await answerMail(house.cloud, mail, 'It broke again after an hour. This is terrible, I am furious!');
    await house.cloud.idle();
    const seen = await found.owner.see(found.number);
    expect(seen.case.round).toBe(2);
    expect(typesOf(seen).filter((type) => type === 'CustomerHeard')).toHaveLength(2);
  });
});

describe('the month', () => {
  it('(R9, R25) is told by the API and in one mail: by department, cause and owner, with compensation and satisfaction', async () => {
    const email = 'month@example.com';
    const found = await unhappyCustomer(house, email);
    await found.owner.ask(found.number, FOUNDED);
    await found.owner.ask(found.number, { type: 'offer', remedy: 'voucher', money: money(7700), via: 'telephone' });
    await found.owner.ask(found.number, { type: 'accept', offerId: 'o1' });
    await found.owner.ask(found.number, { type: 'solve', resolution: 'Sent a new one.' });
    await found.owner.ask(found.number, { type: 'follow-up', isSolved: true, satisfaction: 100 });
    const { case: closed } = await found.owner.ask(found.number, { type: 'close', reason: 'followed-up' });
    await house.cloud.idle();
    const path = `/api/statistics/cases?month=${closed.closedIn}`;
    const month = await house.zhao.get(path, CaseStatistics);
    expect(month.total.closed).toBeGreaterThan(0);
    expect(month.departments.find(({ id }) => id === 'logistics')?.founded).toBeGreaterThan(0);
    expect(month.causes.map(({ id }) => id)).toContain('late-delivery');
    expect(month.owners.find(({ id }) => id === found.owner.id)?.closed).toBeGreaterThan(0);
    expect(month.total.compensation.find(({ currency }) => currency === 'CNY')?.amount).toBeGreaterThanOrEqual(7700);
    expect((await found.owner.call('GET', path)).status).toBe(403);
    const next = `${new Date(Date.parse(`${closed.closedIn}-15T00:00:00Z`) + 31 * 86_400_000).toISOString().slice(0, 7)}-05T01:00:00.000Z`;
    for (let n = 0; n < 2; n += 1) await house.cloud.invoke('digest', { caseReport: 'last-month', at: next });
    await house.cloud.idle();
    const reports = house.cloud.sentMail().filter(({ actionId }) => actionId === `case-report:${closed.closedIn}`);
    expect(reports.map(({ to }) => to)).toEqual([['manager@example.com']]);
  });
});

describe('an old mail', () => {
  it('(R7, P28) can be answered for 90 days, and then says that its link is too old; the case is as it was', async () => {
    const email = 'old@example.com';
    const found = await solved(email);
    const link = await asked(found, email, 1);
    house.cloud.advanceClock(89 * 86_400_000);
    expect((await open(link)).status).toBe(200);
    house.cloud.advanceClock(2 * 86_400_000);
    const late = await fetch(link, { method: 'POST', body: new URLSearchParams({ isSolved: 'no' }) });
    expect(late.status).toBe(410);
    expect((await found.owner.see(found.number)).case.round).toBe(1);
  });
});
