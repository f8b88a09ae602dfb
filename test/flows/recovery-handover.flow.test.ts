import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { answerMail, complain, lastMail } from '../../local/demo/case/customer.ts';
import { passUntil } from '../../local/demo/case/time.ts';
import { Receipt } from '../../shared/api/entry-schemas.ts';
import { read } from './cloud.ts';
import { closeHouse, FOUNDED, type House, openHouse, templatesTo, typesOf, unhappyCustomer } from './recovery.ts';

let house: House;
beforeAll(async () => {
  house = await openHouse();
});
afterAll(() => closeHouse(house));

const otherThan = ({ id }: { id: string }) => (id === 'lin' ? house.morgan : house.lin);

describe('who works a case', () => {
  it('(R3) new cases go round the team, and each owner is told once', async () => {
    const cases = await Promise.all(
      ['a1@example.com', 'a2@example.com', 'a3@example.com', 'a4@example.com'].map((email) => unhappyCustomer(house, email)),
    );
    const owners = cases.map(({ owner }) => owner.id);
    expect(new Set(owners)).toEqual(new Set(['lin', 'morgan']));
    for (const { number, owner } of cases) {
      const notices = house.cloud.sentMail().filter(({ actionId }) => actionId === `${number}:owner-notice`);
      expect(notices.map(({ to }) => to)).toEqual([[`${owner.id}@example.com`]]);
    }
  });

  it('(R3) a hand-over is on the record and tells the new owner everything; what ran of the clock has run', async () => {
    const { number, owner, details } = await unhappyCustomer(house, 'hand@example.com');
    await owner.ask(number, { type: 'register', facts: { product: 'Kettle K2', order: 'A-1' } });
    await owner.ask(number, { type: 'note', text: 'Called twice, nobody picked up.' });
    const next = otherThan(owner);
    const { case: handed } = await owner.ask(number, { type: 'assign', to: next.id, note: 'You speak her language.' });
    expect(handed.owner).toBe(next.id);
    const solution = (value: typeof handed) => value.deadlines.find(({ kind }) => kind === 'solution');
    expect(solution(handed)).toEqual(solution(details.case));
    await house.cloud.idle();
    const told = await lastMail(house.cloud, `${next.id}@example.com`, 'handed-over');
    expect(told.subject + told.text).toContain(number);
    expect(told.text).toContain('You speak her language.');
    // All of it, without asking anybody: words, facts, notes, who did what, and what is open.
    const seen = await next.see(number);
    expect(seen.feedback[0]?.comment).toMatch(/two weeks late/);
    expect(seen.case.facts).toEqual({ product: 'Kettle K2', order: 'A-1' });
    expect(typesOf(seen)).toEqual(expect.arrayContaining(['CaseOpened', 'NoteAdded', 'CaseAssigned']));
    expect(seen.nextDue).toBeDefined();
  });

  it('(R3) the customer tells it once: a second message on the matter and a reply both join the case that is open', async () => {
    const { number, owner } = await unhappyCustomer(house, 'once@example.com');
    const { receipt } = await complain(house.cloud, {
      language: 'en',
      answers: {
        satisfaction: 1,
        reasons: ['delivery'],
        comment: 'Still no parcel. Does anybody read this?',
        contact: { email: 'once@example.com', consent: true },
      },
    });
    await house.cloud.idle();
    expect((await read(house.cloud, receipt)).feedback.caseNumber).toBe(number);
    await answerMail(house.cloud, await lastMail(house.cloud, 'once@example.com', 'joined'), 'It is the blue kettle, by the way.');
    await house.cloud.idle();
    const seen = await owner.see(number);
    expect(seen.case.joined).toHaveLength(2);
    expect(seen.feedback.map(({ comment }) => comment)).toEqual([
      expect.stringMatching(/two weeks late/),
      expect.stringMatching(/Does anybody read this/),
      expect.stringMatching(/blue kettle/),
    ]);
    expect(seen.feedback[2]?.isReply).toBe(true);
    expect(
      templatesTo(house.cloud, `${owner.id}@example.com`).filter((template) => template === 'customer-replied').length,
    ).toBeGreaterThan(0);
    expect(templatesTo(house.cloud, 'once@example.com')).toEqual(['acknowledgement', 'joined']);
  });

  it('(R3) an owner may solve first and do the paperwork after', async () => {
    const { number, owner } = await unhappyCustomer(house, 'first@example.com');
    const { case: solved } = await owner.ask(number, { type: 'solve', resolution: 'Sent a new one by courier.' });
    expect(solved).toMatchObject({ state: 'remedied', resolution: 'Sent a new one by courier.' });
    const { case: decided } = await owner.ask(number, FOUNDED);
    expect(decided).toMatchObject({ state: 'remedied', decision: { cause: 'late-delivery' } });
    await house.cloud.idle();
    // The customer has heard that it is solved; the paper is ours.
    expect(templatesTo(house.cloud, 'first@example.com')).toEqual(['acknowledgement', 'remedied']);
  });

  it('(R3) two cases of one customer on one matter become one, and nothing of either is lost', async () => {
    const { number, owner } = await unhappyCustomer(house, 'twice@example.com');
    const { receipt } = await house.lin.post(
      '/api/feedback',
      {
        channel: 'telephone',
        comment: 'She calls again about the late parcel.',
        openCase: true,
        customer: { email: 'twice@example.com', consent: true },
      },
      Receipt,
    );
    await house.cloud.idle();
    const second = (await read(house.cloud, receipt)).feedback.caseNumber ?? '';
    expect(second).not.toBe(number);
    await house.lin.ask(second, { type: 'merge', into: number });
    expect((await house.lin.see(second)).case).toMatchObject({ state: 'merged', mergedInto: number });
    const kept = await owner.see(number);
    expect(kept.case).toMatchObject({ owner: owner.id, joined: [receipt] });
    expect(kept.feedback.map(({ comment }) => comment)).toContain('She calls again about the late parcel.');
  });
});

describe('what is learnt from a case', () => {
  it('(R8) a cause of ours gets a measure with owner and date, a reminder when it is due, and a check that it works', async () => {
    const { number, owner } = await unhappyCustomer(house, 'measure@example.com');
    const dueOn = new Date(Date.parse(house.cloud.now()) + 7 * 86_400_000).toISOString().slice(0, 10);
    const plan = { type: 'plan-measure', what: 'Staff the line on Saturdays.', owner: 'chen', dueOn } as const;
    expect(await owner.refused(number, plan)).toMatchObject({ code: 'not-decided' });
    await owner.ask(number, FOUNDED);
    const { case: planned } = await owner.ask(number, plan);
    const [measure] = planned.measures;
    expect(measure).toMatchObject({ owner: 'chen', dueOn });
    await passUntil(house.cloud, measure?.dueAt ?? '');
    expect((await lastMail(house.cloud, 'chen@example.com', 'measure-due')).text).toContain('Staff the line on Saturdays.');
    const id = measure?.id ?? '';
    expect(await house.chen.refused(number, { type: 'check-measure', measureId: id, isEffective: true })).toMatchObject({
      code: 'measure-open',
    });
    await house.chen.ask(number, { type: 'complete-measure', measureId: id });
    const { case: checked } = await house.chen.ask(number, {
      type: 'check-measure',
      measureId: id,
      isEffective: false,
      note: 'Twice as many.',
    });
    expect(checked.measures[0]).toMatchObject({ isEffective: false, doneAt: expect.any(String), checkedAt: expect.any(String) });
  });

  it('(R8) an accidental slip is exempted with its reason, once', async () => {
    const { number, owner } = await unhappyCustomer(house, 'slip@example.com');
    await owner.ask(number, FOUNDED);
    const { case: exempted } = await owner.ask(number, { type: 'exempt', reason: 'A single wrong label.' });
    expect(exempted.exemption).toMatchObject({ reason: 'A single wrong label.', by: `agent:${owner.id}` });
    expect(await owner.refused(number, { type: 'exempt', reason: 'Again.' })).toMatchObject({ status: 409, code: 'exempted' });
  });
});
