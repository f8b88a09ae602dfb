import { describe, expect, it } from 'vitest';
import { isCaseTemplate, isStillTrue, MAIL_RULES } from '../../../shared/domain/recovery/mail-view/rules.ts';
import { type Caused, Journey, refused, wholeJourney } from './mail-view-journey.ts';

/** Would the newest mail of this template go out now? */
function holds(journey: Journey, template: Caused['mail']['template']): boolean {
  const { mail, matter } = journey.newest(template);
  if (!isCaseTemplate(template)) throw new Error(`${template} is caused by no event of a case`);
  return isStillTrue({ template, to: mail.to }, journey.case, matter.event, matter.followedBy);
}

const decision = {
  type: 'decide',
  verdict: 'founded',
  department: 'logistics',
  cause: 'late-delivery',
  dispute: 'service',
  responsibility: 'company',
  explanation: 'It stood in the depot.',
};
const refund = (amount: number) => ({ type: 'offer', remedy: 'refund', money: { amount, currency: 'CNY' } });
const solved = () => new Journey().ask({ type: 'solve', resolution: 'Sent again.' });
const asked = () => solved().at('2026-11-27T08:00:00.000Z');
const MERGE = { type: 'merge', into: '2611-0001' };

describe('a mail of which the matter is over does not go out any more', () => {
  it.each<[string, Caused['mail']['template'], () => Journey, (journey: Journey) => Journey]>([
    [
      'an offer that was withdrawn',
      'offer',
      () => new Journey().ask(decision).ask(refund(100)),
      (one) => one.ask({ type: 'withdraw', offerId: 'o1', reason: 'Wrong sum.' }),
    ],
    [
      'an offer that was refused',
      'offer',
      () => new Journey().ask(decision).ask(refund(100)),
      (one) => one.ask({ type: 'refuse', offerId: 'o1' }, 'customer'),
    ],
    [
      'an accepted offer that is carried out',
      'offer-answered',
      () => new Journey().ask(decision).ask(refund(100)).ask({ type: 'accept', offerId: 'o1' }, 'customer'),
      (one) => one.ask({ type: 'solve', resolution: 'Paid.' }),
    ],
    [
      'an approval that was given',
      'approval-request',
      () => new Journey().ask(decision).ask(refund(90_000)),
      (one) => one.ask({ type: 'approve', offerId: 'o1' }, 'agent:chen', 'head'),
    ],
    ['a question that was answered', 'follow-up', asked, (one) => one.ask({ type: 'follow-up', isSolved: true }, 'customer')],
    ['a question on a case that is open again', 'follow-up', asked, (one) => one.ask({ type: 'reopen', reason: 'It broke again.' })],
    ['a solution that was none', 'remedied', solved, (one) => one.ask({ type: 'reopen', reason: 'It broke again.' })],
    [
      'a warning of what is done',
      'deadline',
      () => new Journey().at('2026-11-23T08:30:00.000Z'),
      (one) => one.ask({ type: 'answer', text: 'It comes tomorrow.' }).ask({ type: 'find', finding: 'Depot.' }),
    ],
    [
      'a warning while the clock waits for the customer',
      'deadline',
      () => new Journey().at('2026-11-23T08:30:00.000Z'),
      (one) => one.ask({ type: 'ask', question: 'Which?' }),
    ],
    ['a new case that was handed over', 'owner-notice', () => new Journey(), (one) => one.ask({ type: 'assign', to: 'morgan' })],
    [
      'a hand-over to somebody who has handed it on',
      'handed-over',
      () => new Journey().ask({ type: 'assign', to: 'morgan' }),
      (one) => one.give({ type: 'assign', to: 'chen' }),
    ],
    [
      'a reminder of a promise that is kept',
      'promise-due',
      () => new Journey().ask({ type: 'promise', what: 'a call', dueAt: '2026-11-23T06:00:00.000Z' }).at('2026-11-23T05:00:00.000Z'),
      (one) => one.ask({ type: 'keep-promise', commitmentId: one.lastPromise }),
    ],
    [
      'a reminder of a measure that is done',
      'measure-due',
      () =>
        new Journey()
          .ask(decision)
          .ask({ type: 'plan-measure', what: 'Call first.', owner: 'lin', dueOn: '2026-11-24' })
          .at('2026-11-24T01:00:00.000Z'),
      (one) => one.ask({ type: 'complete-measure', measureId: 'm1' }),
    ],
    [
      'a promise that got another time',
      'promised',
      () => new Journey().ask({ type: 'promise', what: 'a call', dueAt: '2026-11-23T06:00:00.000Z' }),
      (one) => one.ask({ type: 'move-promise', commitmentId: one.lastPromise, dueAt: '2026-11-23T07:00:00.000Z', reason: 'Ill.' }),
    ],
    [
      'a new time that moved again',
      'moved-promise',
      () =>
        new Journey()
          .ask({ type: 'promise', what: 'a call', dueAt: '2026-11-23T06:00:00.000Z' })
          .ask({ type: 'move-promise', commitmentId: 'p3', dueAt: '2026-11-23T07:00:00.000Z', reason: 'Ill.' }),
      (one) => one.ask({ type: 'keep-promise', commitmentId: 'p3' }),
    ],
    [
      'a decision that another replaced',
      'decision',
      () => new Journey().ask(decision),
      (one) => one.later().ask({ ...decision, cause: 'defect' }),
    ],
    [
      'the close of a case that is open again',
      'closed',
      () => asked().at('2026-12-08T08:00:00.000Z').at('2026-12-31T08:00:00.000Z'),
      (one) => one.ask({ type: 'reopen', reason: 'It broke again.' }),
    ],
    [
      'a case open again that is solved',
      'reopened',
      () => asked().ask({ type: 'reopen', reason: 'It broke again.' }),
      (one) => one.ask({ type: 'solve', resolution: 'Sent anew.' }),
    ],
    [
      'a serious case whose report is there',
      'serious',
      () => new Journey().hear({ flags: ['press'] }),
      (one) => one.ask({ type: 'report', report: { cause: 'a', effect: 'b', handling: 'c', prevention: 'd' } }),
    ],
    ['a new message to a case that went into another', 'joined', () => new Journey().hear({ isReply: false }), (one) => one.ask(MERGE)],
  ])('%s', (_, template, before, after) => {
    const journey = before();
    // The newest mail is the same one after, where what happens causes another: it is the old one that is asked about.
    const { mail, matter } = journey.newest(template);
    const name = isCaseTemplate(template) ? template : 'closed';
    expect(isStillTrue({ template: name, to: mail.to }, journey.case, matter.event, matter.followedBy)).toBe(true);
    expect(isStillTrue({ template: name, to: mail.to }, after(journey).case, matter.event, matter.followedBy)).toBe(false);
  });

  it('but what a person said stays said, and everybody is told that they were heard (R2)', () => {
    const journey = new Journey()
      .ask({ type: 'answer', text: 'It comes.' })
      .ask({ type: 'answer', kind: 'standing', text: 'It waits.', nextBy: '2026-11-24T08:00:00.000Z' });
    journey.ask({ type: 'ask', question: 'Which?' }).hear().ask({ type: 'keep-promise', commitmentId: journey.lastPromise }).ask(MERGE);
    for (const template of ['acknowledgement', 'answer', 'standing', 'question'] as const)
      expect([template, holds(journey, template)]).toEqual([template, true]);
  });

  it('a reply is told to who owns the case now: to the one before, the hand-over told it (R3)', () => {
    const journey = new Journey().hear();
    expect(holds(journey, 'customer-replied')).toBe(true);
    expect(holds(journey.ask({ type: 'assign', to: 'morgan' }), 'customer-replied')).toBe(false);
  });
});

describe('the limit of a day', () => {
  it('stops what Amends writes by itself, never what a person has to say (P19, P27)', () => {
    const personal = Object.entries(MAIL_RULES).flatMap(([template, { from }]) => (from === 'person' ? [template] : []));
    const answers = ['question', 'standing', 'answer', 'decision', 'unfounded', 'offer', 'remedied'];
    expect(personal).toEqual([...answers, 'promised', 'moved-promise']);
    const byPeople = [wholeJourney(), refused()].flatMap(({ mails }) => mails).filter(({ mail }) => personal.includes(mail.template));
    for (const { mail, matter } of byPeople)
      expect([mail.template, matter.event.by]).toEqual([mail.template, expect.stringMatching(/^agent:/)]);
  });

  it('only the questions after the remedy are no answer, so that they wait and can be ended (P23)', () => {
    const unasked = Object.entries(MAIL_RULES).flatMap(([template, { isUnasked }]) => (isUnasked === true ? [template] : []));
    expect(unasked).toEqual(['follow-up', 'follow-up-again']);
  });
});
