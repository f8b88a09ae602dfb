import { describe, expect, it } from 'vitest';
import { statusUrl } from '../../../shared/adapters/link.ts';
import { ANSWER_WORDS } from '../../../web/answer/words.ts';
import { AnswerWorld, anInvitation, KEY, NOW } from './world.ts';

describe('GET /a/{token} (R10)', () => {
  it('shows the questions to whoever was invited, in the language they were invited in, and records nothing (P28)', async () => {
    const world = new AnswerWorld(anInvitation({ language: 'zh-Hans' }));
    const { status, body } = await world.get();
    expect(status).toBe(200);
    expect(body).toContain('<html lang="zh-Hans">');
    expect(body).toContain('这次飞行怎么样？');
    expect([world.writes, world.queued.length]).toEqual([0, 0]);
    expect((await world.get({ lang: 'en' })).body).toContain('How was the flight?');
  });

  it('a rating chosen in the mail stands there chosen; a scanner that opens every link of it answers nothing (P28)', async () => {
    const world = new AnswerWorld();
    for (let value = 1; value <= 10; value += 1) {
      const { body } = await world.get({ overall: String(value) });
      expect(body).toMatch(new RegExp(`name="overall" value="${value}"[^>]* checked>`));
      expect(body?.split(' checked').length).toBe(2);
      expect(body).toContain(ANSWER_WORDS.en.chosen);
    }
    expect([world.writes, world.queued.length]).toEqual([0, 0]);
  });

  it.each([{ overall: '11' }, { overall: 'great' }, { overall: '' }, { words: '5' }, { nothing: '5' }, { __proto__x: '1' }])(
    'what names no rating of this survey is passed over: %j',
    async (query) => {
      const { status, body } = await new AnswerWorld().get(query);
      expect(status).toBe(200);
      expect(body).not.toContain(' checked');
    },
  );

  it('goes on where it was left', async () => {
    const world = new AnswerWorld(anInvitation({ state: 'begun', draft: { overall: ['9'], 'cabin.seat': ['4'], onPage: ['3'] } }));
    const { body } = await world.get();
    expect(body).toContain('Page 2 of 3');
    expect(body).toMatch(/name="cabin\.seat" value="4"[^>]* checked>/);
    expect((await world.get({ page: '0' })).body).toMatch(/name="overall" value="9"[^>]* checked>/);
  });

  it('after it was answered it shows what was, for the customer to correct until it expires (R10)', async () => {
    const world = new AnswerWorld(anInvitation({ state: 'answered', answers: 1, answeredAt: NOW, draft: { overall: ['9'] } }));
    const { body } = await world.get();
    expect(body).toContain('You can change your answers here; nobody else can.');
    expect(body).toMatch(/name="overall" value="9"[^>]* checked>/);
  });

  it('thanks with the receipt and the way to see what becomes of it, only once it is answered', async () => {
    const world = new AnswerWorld(anInvitation({ state: 'answered', answers: 1, answeredAt: NOW }));
    const receipt = world.door.feedbackId(world.invitation.id);
    const { body } = await world.get({ done: 'sent' });
    expect(body).toContain(`<dd>${receipt}</dd>`);
    expect(body).toContain(statusUrl([KEY], 'https://api.example.com', receipt, NOW));
    expect((await new AnswerWorld().get({ done: 'sent' })).body).toContain('<form');
  });

  it('does not ask who they are: that is known, and no other address can be brought in', async () => {
    const { body } = await new AnswerWorld(anInvitation({ draft: { overall: ['9'], onPage: ['4'] } })).get();
    expect(body).toContain('name="words"');
    expect(body).not.toContain('contact.email');
  });

  it('asks in the version that was current when it was sent, whatever the config says now', async () => {
    const world = new AnswerWorld(anInvitation({ surveyVersion: 2 }));
    const [first, ...others] = world.door.surveys[0]?.questions ?? [];
    if (first?.kind !== 'scale') throw new Error('expected a scale');
    const [survey] = world.door.surveys;
    if (survey === undefined) throw new Error('expected a survey');
    world.kept.set('long@2', {
      ...survey,
      version: 2,
      questions: [{ ...first, text: { en: 'As it was asked', 'zh-Hans': '当时的问法' } }, ...others],
    });
    expect((await world.get()).body).toContain('As it was asked');
  });

  it('a config that was changed without a new version does not change what was asked', async () => {
    const world = new AnswerWorld();
    const changed = { ...world.door, surveys: world.door.surveys.map((survey) => ({ ...survey, questions: survey.questions.slice(7) })) };
    expect((await world.get()).body).toContain('name="overall"');
    expect(changed.surveys[0]?.questions[0]?.id).toBe('words');
  });

  describe.each(['en', 'zh-Hans'] as const)('says in %s why there is nothing to answer:', (lang) => {
    const words = ANSWER_WORDS[lang];
    it.each([
      ['the link has expired', new AnswerWorld(anInvitation({ expiresAt: NOW })), undefined, 410, words.expiredTitle],
      ['it was taken back', new AnswerWorld(anInvitation({ state: 'withheld', reason: 'open-case' })), undefined, 410, words.withheldTitle],
      ['its version is not kept', new AnswerWorld(anInvitation({ surveyVersion: 1 })), undefined, 410, words.goneTitle],
      ['its survey is not there', new AnswerWorld(anInvitation({ survey: 'other' })), undefined, 410, words.goneTitle],
      ['it is no link of ours', new AnswerWorld(), 'abcdefghijklmnopqrstuvwxyz.abc.nonsense', 404, words.invalidTitle],
      ['the invitation was erased', new AnswerWorld(), new AnswerWorld().token('zyxwvutsrqponmlkjihgfedcba'), 404, words.invalidTitle],
    ] as const)('%s', async (_, world, token, status, title) => {
      const response = await world.get({ lang }, token ?? world.token());
      expect(response.status).toBe(status);
      expect(response.body).toContain(`<h1>${title}</h1>`);
      expect(response.body).not.toContain('<form');
      const posted = await world.post({ overall: '9', language: lang }, token ?? world.token());
      expect(posted.status).toBe(status);
      expect([world.writes, world.queued.length]).toEqual([0, 0]);
    });
  });

  it('the link of another person, or of another purpose, opens nothing of this one', async () => {
    const other = anInvitation({ id: 'bbbbbbbbbbbbbbbbbbbbbbbbbb', draft: { words: ['Secret of Mei'], onPage: ['4'] } });
    const world = new AnswerWorld(anInvitation(), other);
    const [, expiry, mac] = world.token().split('.');
    expect((await world.get({}, [other.id, expiry, mac].join('.'))).status).toBe(404);
    const status = statusUrl([KEY], '', other.id, NOW).slice('/s/'.length);
    expect((await world.get({}, status)).status).toBe(404);
  });

  it('runs no script, loads nothing and is not to be found by searching', async () => {
    const { headers, body } = await new AnswerWorld().get();
    expect(headers?.['content-security-policy']).toContain("default-src 'none'");
    expect(headers?.['x-robots-tag']).toBe('noindex');
    expect(body).not.toMatch(/<script|\son[a-z]+=|\sstyle=|https?:/i);
  });
});
