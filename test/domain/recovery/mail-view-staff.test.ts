import { describe, expect, it } from 'vitest';
import { viewOf } from '../../../shared/domain/recovery/mail-view/case-mail.ts';
import { house, Journey, links, SECRET, wholeJourney } from './mail-view-journey.ts';
import { decision, mailOf, templates, view, written } from './mail-view-written.ts';

describe('what staff read', () => {
  it('a reply tells the owner whether it was waited for, and whether it makes matters worse', () => {
    const asked = () => new Journey().ask({ type: 'ask', question: 'Which kettle?' });
    expect(view(asked().hear({ severity: 4 }).newest('customer-replied'))).toMatchObject({ raisedTo: 'critical', wasWaiting: true });
    expect(view(asked().hear().at('2026-11-23T02:10:00.000Z').hear().newest('customer-replied'))).toMatchObject({
      raisedTo: undefined,
      wasWaiting: false,
    });
  });

  it('a warning that was held up tells how it stands now (R6)', () => {
    const journey = new Journey().at('2026-11-23T08:30:00.000Z');
    const early = journey.newest('deadline');
    journey.at('2026-11-24T04:00:00.000Z');
    expect(view(early)).toMatchObject({ isAhead: true, isMissed: false });
    expect(view({ ...early, matter: { ...early.matter, case: journey.case } })).toMatchObject({ isAhead: false, isMissed: true });
  });

  it('deadlines that come near together are named together, and only those that still run (R6)', () => {
    const journey = new Journey().at('2026-11-23T08:30:00.000Z');
    expect(view(journey.newest('deadline'))).toMatchObject({ deadlineName: 'taking it up, first answer' });
    journey.ask({ type: 'acknowledge' });
    expect(view(journey.newest('deadline'))).toMatchObject({ deadlineName: 'first answer' });
  });

  it('an approval names who asks, their limit, the ground and until when (R5)', () => {
    const said = view(wholeJourney('en', 'Words.').newest('approval-request'));
    expect(said).toMatchObject({
      requestedBy: 'Lin Yue',
      limit: 'CN¥200.00',
      amount: 'CN¥800.00',
      reason: 'founded, Defect of the product',
    });
  });

  it('one that was refused says why, and by whom (R5)', () => {
    const journey = wholeJourney('en', 'Too much.');
    const answers = journey.mails.filter(({ mail }) => mail.template === 'approval-answer').map(view);
    expect(answers).toMatchObject([
      { isApproved: false, decidedBy: 'Chen Wei', reason: 'Too much.', amount: 'CN¥900.00' },
      { isApproved: true, decidedBy: 'Chen Wei', amount: 'CN¥800.00' },
    ]);
  });
});

describe('an approval that is given (R5)', () => {
  const approved = () => {
    const journey = new Journey().ask(decision).ask({ type: 'offer', remedy: 'refund', money: { amount: 80_000, currency: 'CNY' } });
    return journey.ask({ type: 'approve', offerId: journey.lastOffer }, 'agent:chen', 'head');
  };

  it('has made the offer: who asked for it need not send anything', () => {
    const journey = approved();
    expect(written(journey.newest('approval-answer')).text).toContain('The customer gets it by mail');
    expect(templates(journey)).toContain('offer');
  });

  it('asks for another way where no mail reaches the customer', () => {
    const journey = approved().give({ type: 'undeliverable', reason: 'bounce' }, 'system');
    expect(written(journey.newest('approval-answer')).text).toContain('No mail reaches the customer');
  });
});

describe('the answer of the customer to an offer (R5)', () => {
  const offered = () => new Journey().ask(decision).ask({ type: 'offer', remedy: 'refund', money: { amount: 5000, currency: 'CNY' } });

  it('accepted is to be carried out', () => {
    const journey = offered().ask({ type: 'accept', offerId: 'o1' }, 'customer');
    const { subject, text } = written(journey.newest('offer-answered'));
    expect(view(journey.newest('offer-answered'))).toMatchObject({ isAccepted: true, hasReason: false, nextRemedy: undefined });
    expect(subject).toBe('Offer accepted: A refund, case 2611-0002');
    expect(text).toContain('CN¥50.00');
  });

  it('refused names what is prepared as the next, and that there is a reason, not which (R17)', () => {
    const journey = offered().ask({ type: 'refuse', offerId: 'o1', reason: SECRET.words }, 'customer');
    const { subject, text } = written(journey.newest('offer-answered'));
    expect(view(journey.newest('offer-answered'))).toMatchObject({ isAccepted: false, hasReason: true, nextRemedy: 'A voucher' });
    expect(subject).toBe('Offer refused: A refund, case 2611-0002');
    expect(text).toContain('They say why: it is in the desk. Please offer the next remedy');
    expect(text).not.toContain(SECRET.words);
  });

  it('names none that was offered before, and says so where none is left', () => {
    const remedies = house.remedies.filter(({ id }) => ['apology', 'refund'].includes(id));
    const journey = new Journey().ask(decision).ask({ type: 'offer', remedy: 'apology' });
    journey.ask({ type: 'refuse', offerId: 'o1' }, 'customer');
    const first = journey.newest('offer-answered');
    expect(viewOf(mailOf(first), first.matter, { ...house, remedies }, links)).toMatchObject({ nextRemedy: 'A refund', hasReason: false });
    journey.ask({ type: 'offer', remedy: 'refund', money: { amount: 5000, currency: 'CNY' } });
    journey.ask({ type: 'refuse', offerId: 'o2' }, 'customer');
    const second = journey.newest('offer-answered');
    expect(viewOf(mailOf(second), second.matter, { ...house, remedies }, links)).toMatchObject({ nextRemedy: undefined });
  });
});

describe('a hand-over (R3)', () => {
  const handedOver = (journey: Journey) => view(journey.newest('handed-over'));

  it('tells the new owner everything: wish, finding, decision, offers, promises, deadlines, and what happened last', () => {
    const journey = new Journey()
      .ask({ type: 'register', facts: { wish: 'a new one', product: 'Kettle 3', occurredOn: '2026-11-20' } })
      .ask({ type: 'find', finding: 'Dented box.' })
      .ask({ type: 'promise', what: 'a call', dueAt: '2026-11-25T02:00:00.000Z' })
      .ask(decision)
      .ask({ type: 'offer', remedy: 'refund', money: { amount: 5000, currency: 'CNY' } });
    journey.ask({ type: 'refuse', offerId: journey.lastOffer }, 'customer').ask({ type: 'assign', to: 'morgan', note: 'On leave.' });
    expect(handedOver(journey)).toMatchObject({
      ownerName: 'Morgan Reed',
      recipientName: undefined,
      from: 'Lin Yue',
      reason: 'On leave.',
      state: 'offer refused',
      lastStep: 'an offer was answered: Monday, 23 November 2026 at 10:00 GMT+8',
      severity: 'normal',
      tier: 'regular',
      wish: 'a new one',
      facts: 'product: Kettle 3; happened on: 20 November 2026',
      finding: 'Dented box.',
      decision: 'founded; It broke on the way.',
      cause: 'Damage in transport',
      liable: 'Logistics',
      offered: ['A refund (CN¥50.00): refused by the customer'],
      promised: ['a solution: Monday, 30 November 2026 at 10:00 GMT+8', 'a call: Wednesday, 25 November 2026 at 10:00 GMT+8'],
      deadlines: ['solution: Monday, 30 November 2026 at 10:00 GMT+8'],
      reachable: true,
    });
  });

  it('says what waits for the customer, and what is late', () => {
    const waiting = new Journey().ask({ type: 'ask', question: 'Which?' }).ask({ type: 'assign', to: 'morgan' });
    expect(handedOver(waiting)).toMatchObject({
      state: expect.stringContaining('waiting for the customer since Monday, 23 November 2026 at 10:00 GMT+8'),
      deadlines: expect.arrayContaining([expect.stringContaining('(stands still until the customer answers)')]),
    });
    const late = new Journey().at('2026-11-26T02:00:00.000Z').ask({ type: 'assign', to: 'morgan' });
    expect(handedOver(late)).toMatchObject({ deadlines: expect.arrayContaining([expect.stringMatching(/first answer: .*\(overdue\)/)]) });
  });
});
