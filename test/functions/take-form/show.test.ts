import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { show } from '../../../functions/take-form/show.ts';
import { take } from '../../../functions/take-form/take.ts';
import { FROM_EVERYWHERE, preflight } from '../../../shared/lambda/cross-origin.ts';
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

  it('has nothing inline but its one style, which the policy names by hash, and runs no script but ours', async () => {
    const { headers, body = '' } = await show(get(), aDoor().door);
    const style = /<style>([\s\S]*?)<\/style>/.exec(body)?.[1] ?? '';
    const hash = createHash('sha256').update(style).digest('base64');
    expect(headers?.['content-security-policy']).toBe(
      `default-src 'none'; style-src 'sha256-${hash}'; script-src 'self'; connect-src 'self'; trusted-types amends; require-trusted-types-for 'script'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'`,
    );
    expect(body.match(/<script[^>]*>/g)).toEqual(['<script type="module" src="/form.js">']);
    expect(body).not.toMatch(/\son[a-z]+=|\sstyle=|https?:/i);
  });
});

describe('the views of the form', () => {
  const view = async (name: string, survey = 'service') => show(get({ view: name, branch: 'east' }, {}, survey), aDoor().door);

  it('may be framed by others where it is made for that, and nowhere else', async () => {
    const policyOf = async (name: string) => (await view(name)).headers?.['content-security-policy'];
    expect(await policyOf('frame')).toContain('frame-ancestors *');
    for (const name of ['page', 'widget', 'Frame', '', '__proto__']) expect(await policyOf(name)).toContain("frame-ancestors 'none'");
  });

  it('of a widget has neither header nor script', async () => {
    const { body = '' } = await view('widget');
    expect(body).not.toContain('<header');
    expect(body).not.toContain('<script');
    expect(body).toContain('name="branch" value="east"');
  });

  it('stay what they are when there is no such form', async () => {
    const { status, headers, body } = await view('frame', 'nothing');
    expect(status).toBe(404);
    expect(headers?.['content-security-policy']).toContain('frame-ancestors *');
    expect(body).toContain('class="framed"');
  });

  it('are read by pages of every other site, which browsers ask about before they send JSON', () => {
    expect(FROM_EVERYWHERE['access-control-allow-origin']).toBe('*');
    expect(preflight('GET, POST')).toMatchObject({ status: 204, headers: { 'access-control-allow-headers': 'content-type' } });
  });
});
