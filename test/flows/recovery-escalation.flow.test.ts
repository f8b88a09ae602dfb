import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { answerMail, lastMail } from '../../local/demo/case/customer.ts';
import { passUntil, settle, timeOf } from '../../local/demo/case/time.ts';
import { deadlineOf } from '../../shared/domain/recovery/case.ts';
import { calendar, closeHouse, FOUNDED, type House, money, openHouse, settings, templatesTo, unhappyCustomer } from './recovery.ts';

let house: House;
beforeAll(async () => {
  house = await openHouse();
});
afterAll(() => closeHouse(house));

/** Who was told that the first answer comes near or is late, step by step; what falls due with it is told in the same mail. */
async function toldOf(number: string): Promise<Record<number, string[]>> {
  const { history, actions } = await house.zhao.see(number);
  const told: Record<number, string[]> = {};
  for (const action of actions) {
    const event = action.kind === 'mail' && action.template === 'deadline' ? history[action.event - 1] : undefined;
    if (event?.type !== 'DeadlineReached' || !['acknowledge', 'first-answer'].includes(event.kind)) continue;
    const sent = house.cloud.sentMail().filter(({ actionId }) => actionId === action.id);
    told[event.percent] = [...(told[event.percent] ?? []), ...sent.flatMap(({ to }) => to)];
  }
  return told;
}

describe('a case that nobody works', () => {
  it('(R6) tells the owner at 75 %, the head at 100 %, management at 150 %, each once, however often the clock is looked at', async () => {
    const { number, owner, details } = await unhappyCustomer(house, 'late@example.com');
    const at = (percent: number) => timeOf(details, 'first-answer', percent, calendar);
    await passUntil(house.cloud, at(75));
    expect(await toldOf(number)).toEqual({ 75: [`${owner.id}@example.com`] });
    // Two schedules at once, as after a redeployment, and once more.
    await Promise.all([house.cloud.invoke('sweep'), house.cloud.invoke('sweep')]);
    await settle(house.cloud);
    await passUntil(house.cloud, at(100));
    expect(await toldOf(number)).toEqual({ 75: [`${owner.id}@example.com`], 100: ['chen@example.com'] });
    await passUntil(house.cloud, at(150));
    await settle(house.cloud);
    expect(await toldOf(number)).toEqual({
      75: [`${owner.id}@example.com`],
      100: ['chen@example.com'],
      150: ['zhao@example.com'],
    });
    expect((await lastMail(house.cloud, 'zhao@example.com', 'deadline')).text).toContain(number);
    expect(deadlineOf((await owner.see(number)).case, 'first-answer')).toMatchObject({ outcome: 'breached', steps: [75, 100, 150] });
    const twice = house.cloud.sentMail().map(({ actionId }) => actionId);
    expect(new Set(twice).size).toBe(twice.length);
  });

  it('(R21) tells the customer of a broken promise before they ask, and gives what was promised for that case', async () => {
    const { number, owner, details } = await unhappyCustomer(house, 'broken@example.com');
    await passUntil(house.cloud, timeOf(details, 'first-answer', 100, calendar));
    const told = await lastMail(house.cloud, 'broken@example.com', 'broken-promise');
    expect(told.text).toContain(number);
    expect(told.text).toMatch(/20\.00/);
    const { case: after } = await owner.see(number);
    const promise = after.commitments.find(({ deadline }) => deadline === 'first-answer');
    expect(promise).toMatchObject({ state: 'broken' });
    expect(after.offers).toMatchObject([
      { remedy: settings.brokenPromiseRemedy, state: 'accepted', isAutomatic: true, by: 'system', money: money(2000) },
    ]);
    // What was missed stays missed, whatever comes after.
    await owner.ask(number, { type: 'solve', resolution: 'Sent by courier.' });
    const { case: solved } = await owner.see(number);
    expect(deadlineOf(solved, 'first-answer')?.outcome).toBe('breached');
  });

  it('(R2) a question to the customer stops the business clock until the answer, and not for longer', async () => {
    const { number, owner } = await unhappyCustomer(house, 'paused@example.com');
    const { case: asked } = await owner.ask(number, { type: 'ask', question: 'Which colour was it?' });
    expect(asked.pause).toBeDefined();
    expect(deadlineOf(asked, 'solution')?.since).toBeUndefined();
    const before = deadlineOf(asked, 'solution')?.ranMs;
    await passUntil(house.cloud, new Date(Date.parse(house.cloud.now()) + 14 * 86_400_000).toISOString());
    const { case: resumed } = await owner.ask(number, { type: 'resume' });
    expect(deadlineOf(resumed, 'solution')).toMatchObject({ ranMs: before, since: expect.any(String) });
    expect(deadlineOf(resumed, 'solution')?.breachedAt).toBeUndefined();
    expect(templatesTo(house.cloud, 'paused@example.com')).not.toContain('broken-promise');
  });
});

describe('a serious case', () => {
  const DANGER = 'The kettle caught fire in my kitchen and burned my hand. I will call my lawyer and go to court.';

  it('(R6) reaches the head at once, and is not closed before the head has the report', async () => {
    const { number, owner, details } = await unhappyCustomer(house, 'danger@example.com', DANGER);
    expect(details.case.isSerious).toBe(true);
    expect((await lastMail(house.cloud, 'chen@example.com', 'serious')).text).toContain(number);
    expect(deadlineOf(details.case, 'report')).toBeDefined();
    expect(await owner.refused(number, { ...FOUNDED, verdict: 'unfounded' })).toMatchObject({ code: 'report-missing' });
    await owner.ask(number, { type: 'solve', resolution: 'Called, paid the doctor, recalled the batch.' });
    await owner.ask(number, { type: 'follow-up', isSolved: true });
    const closing = { type: 'close', reason: 'followed-up' };
    expect(await owner.refused(number, closing)).toMatchObject({ status: 409, code: 'report-missing' });
    const report = { cause: 'A loose wire.', effect: 'A burned hand.', handling: 'Doctor paid.', prevention: 'Batch recalled.' };
    await owner.ask(number, { type: 'report', report });
    const { case: closed } = await owner.ask(number, { type: 'close', reason: 'followed-up' });
    expect(closed).toMatchObject({ state: 'closed', report });
    expect(deadlineOf(closed, 'report')?.outcome).toBe('met');
  });

  it('(R6) becomes one when the customer says so later: severity and head follow the words', async () => {
    const { number, owner, details } = await unhappyCustomer(house, 'worse@example.com');
    expect(details.case.isSerious).toBe(false);
    await answerMail(house.cloud, await lastMail(house.cloud, 'worse@example.com', 'acknowledgement'), DANGER);
    await house.cloud.idle();
    const { case: after } = await owner.see(number);
    expect(after.isSerious).toBe(true);
    expect(after.severity).toBeGreaterThan(details.case.severity);
    expect((await lastMail(house.cloud, 'chen@example.com', 'serious')).text).toContain(number);
  });
});
