import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { show } from '../../../functions/take-form/show.ts';
import { take } from '../../../functions/take-form/take.ts';
import { aDoor, aRequest, fieldsRequest, ID } from './a-door.ts';

const get = (query: Record<string, string> = {}, headers: Record<string, string> = {}, survey = 'service') =>
  aRequest({ method: 'GET', route: 'GET /f/{survey}', query, headers, path: { survey } });

const hiddenValue = (page: string, name: string) => new RegExp(`name="${name}" value="([^"]*)"`).exec(page)?.[1] ?? '';

describe('GET /f/{survey}', () => {
  it.each([
    [{}, {}, 'en'],
    [{ lang: 'zh-Hans' }, {}, 'zh-Hans'],
    [{ lang: 'zh-Hans' }, { 'accept-language': 'en-GB' }, 'zh-Hans'],
    [{}, { 'accept-language': 'fr, zh-CN;q=0.8, en;q=0.5' }, 'zh-Hans'],
    [{ lang: 'fr' }, { 'accept-language': 'zh' }, 'zh-Hans'],
    [{ lang: 'fr' }, { 'accept-language': 'de' }, 'en'],
  ])('speaks the language asked for: %j %j → %s', async (query, headers, language) => {
    const { body } = await show(get(query, headers), aDoor().door);
    expect(body).toContain(`<html lang="${language}">`);
  });

  it('gives a page that can be sent as it is, once it has been filled', async () => {
    const { door, queued } = aDoor();
    const { status, body = '' } = await show(get({ branch: 'east' }), door);
    expect(status).toBe(200);
    const later = { ...door, now: () => '2026-11-22T08:30:02.000Z' };
    const hidden = {
      submissionId: hiddenValue(body, 'submissionId'),
      startToken: hiddenValue(body, 'startToken'),
      branch: hiddenValue(body, 'branch'),
    };
    expect((await take(fieldsRequest({ ...hidden, website: '', satisfaction: '5' }), later)).status).toBe(202);
    expect(queued).toMatchObject([{ externalId: ID, branch: 'east', quarantine: undefined }]);
  });

  it('records nothing', async () => {
    const { door, queued } = aDoor();
    await show(get(), door);
    expect(queued).toEqual([]);
  });

  it.each([
    [get({}, {}, 'nothing'), 'en'],
    [get({ branch: 'north', lang: 'zh' }), 'zh-Hans'],
  ])('tells people that there is no such form, with 404', async (request, language) => {
    const { status, body } = await show(request, aDoor().door);
    expect(status).toBe(404);
    expect(body).toContain(`<html lang="${language}">`);
    expect(body).not.toContain('<form');
  });

  it('runs no script and loads nothing: the policy names its one style by hash', async () => {
    const { headers, body = '' } = await show(get(), aDoor().door);
    const style = /<style>([\s\S]*?)<\/style>/.exec(body)?.[1] ?? '';
    const hash = createHash('sha256').update(style).digest('base64');
    expect(headers?.['content-security-policy']).toBe(
      `default-src 'none'; style-src 'sha256-${hash}'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'`,
    );
    expect(body).not.toMatch(/<script|\son[a-z]+=|\sstyle=|https?:/i);
  });
});
