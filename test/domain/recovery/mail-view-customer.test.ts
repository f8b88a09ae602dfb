import { describe, expect, it } from 'vitest';
import { viewOf } from '../../../shared/domain/recovery/mail-view/case-mail.ts';
import { house, Journey, links, wholeJourney } from './mail-view-journey.ts';
import { decision, mailOf, templates, view, written } from './mail-view-written.ts';

describe('what the customer reads', () => {
  it('the acknowledgement: number, person, both times in the zone of the house, link (R2, R3)', () => {
    expect(view(new Journey().newest('acknowledgement'))).toEqual({
      name: 'Ada Example',
      caseNumber: '2611-0002',
      ownerName: 'Lin Yue',
      brandName: 'Example Company',
      statusLink: links.status,
      answerBy: 'Monday, 23 November 2026 at 18:00 GMT+8',
      solveBy: 'Monday, 30 November 2026 at 10:00 GMT+8',
    });
  });

  it('an answer is signed by who wrote it, though another owns the case (R3)', () => {
    const journey = new Journey().ask({ type: 'answer', text: 'It is on its way.' }, 'agent:morgan');
    expect(view(journey.newest('answer'))).toMatchObject({ answer: 'It is on its way.', ownerName: 'Morgan Reed' });
  });

  it.each([
    ['en', 'A refund', 'CN¥800.00'],
    ['zh-Hans', '退款', '¥800.00'],
  ] as const)(
    'an offer in %s: the prepared remedy in that language, the sum, the line of the agent (R4, R5)',
    (language, title, amount) => {
      const said = view(wholeJourney(language, 'Mit Gruß.').newest('offer'));
      expect(said).toMatchObject({ remedyTitle: title, amount, note: 'Mit Gruß.', offerLink: links.offer });
      expect('remedyText' in said && said.remedyText).toMatch(/(working days\.|到账。)$/);
    },
  );

  it('an apology is one of a person, by name (R4)', () => {
    const journey = new Journey().ask({ ...decision }).ask({ type: 'offer', remedy: 'apology' }, 'agent:morgan');
    expect(view(journey.newest('offer'))).toMatchObject({ apologyBy: 'Morgan Reed', amount: undefined });
  });

  it('an offer whose remedy is in the config no more still names its kind', () => {
    const caused = wholeJourney('zh-Hans', '附言').newest('offer');
    const said = viewOf(mailOf(caused), caused.matter, { ...house, remedies: [] }, links);
    expect(said).toMatchObject({ remedyTitle: '退款', remedyText: '退款', note: '附言' });
  });

  it('promises that break at one moment each name what is given for them (R21)', () => {
    const journey = new Journey()
      .ask({ type: 'promise', what: 'a call', dueAt: '2026-11-23T05:00:00.000Z' })
      .ask({ type: 'promise', what: 'a letter', dueAt: '2026-11-23T05:00:00.000Z' })
      .at('2026-11-23T06:00:00.000Z');
    const broken = journey.mails.filter(({ mail }) => mail.template === 'broken-promise').map(view);
    expect(broken).toMatchObject([
      { what: 'a call', promisedFor: 'Monday, 23 November 2026 at 13:00 GMT+8', remedyTitle: 'A voucher, because we broke our word' },
      { what: 'a letter', amount: 'CN¥20.00', remedyText: expect.stringMatching(/^It is yours whatever comes of your case/) },
    ]);
    const given = journey.case.offers.filter(({ isAutomatic }) => isAutomatic === true);
    expect(given).toHaveLength(broken.filter((one) => 'remedyTitle' in one && one.remedyTitle !== undefined).length);
  });

  it('a broken promise names the time of the next that stands, unless that one waits for the customer (R2, R21)', () => {
    const promised = { type: 'promise', what: 'a call', dueAt: '2026-11-23T05:00:00.000Z' };
    const broken = new Journey().ask(promised).at('2026-11-23T06:00:00.000Z');
    expect(view(broken.newest('broken-promise'))).toMatchObject({ nextBy: 'Monday, 23 November 2026 at 18:00 GMT+8' });
    const waiting = new Journey().ask(promised).ask({ type: 'ask', question: 'Which?' }).at('2026-11-23T06:00:00.000Z');
    expect(view(waiting.newest('broken-promise'))).toMatchObject({ what: 'a call', nextBy: undefined });
    const solved = broken.ask({ type: 'solve', resolution: 'Sent again.' });
    expect(written(solved.newest('broken-promise')).text).not.toContain('You hear from us again by');
  });

  it('a promise is confirmed in writing by who gave it (R21)', () => {
    const promised = { type: 'promise', what: 'a call', dueAt: '2026-11-25T02:00:00.000Z' };
    const journey = new Journey().ask(promised, 'agent:morgan');
    expect(view(journey.newest('promised'))).toMatchObject({
      ownerName: 'Morgan Reed',
      what: 'a call',
      promisedFor: 'Wednesday, 25 November 2026 at 10:00 GMT+8',
    });
    expect(templates(new Journey().ask({ ...promised, via: 'telephone' }))).not.toContain('promised');
  });

  it.each(['answer', 'standing'] as const)('the next word, promised with an %s, is told in that mail alone (R2, R21)', (kind) => {
    const journey = new Journey().ask(
      { type: 'answer', kind, text: 'We ask the depot.', nextBy: '2026-11-24T08:00:00.000Z' },
      'agent:morgan',
    );
    expect(view(journey.newest('standing'))).toMatchObject({
      standing: 'We ask the depot.',
      nextBy: 'Tuesday, 24 November 2026 at 16:00 GMT+8',
      ownerName: 'Morgan Reed',
    });
    expect(templates(journey).filter((template) => template === 'promised' || template === 'answer')).toEqual([]);
  });
});
