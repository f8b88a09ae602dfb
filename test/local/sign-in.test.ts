import { createHash } from 'node:crypto';
import { decodeJwt } from 'jose';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as z from 'zod';
import config from '#config';
import { openGrants } from '../../local/sign-in/grants.ts';
import { viewerOf } from '../../shared/api/viewer.ts';
import { type SiteCloud, startSiteCloud, Told } from './fixtures/site-cloud.ts';

let cloud: SiteCloud;
let clientId: string;

beforeAll(async () => {
  cloud = await startSiteCloud();
  clientId = (await cloud.variables('desk'))['SIGN_IN_CLIENT'] ?? '';
});
afterAll(() => cloud.end());

const VERIFIER = 'a-verifier-of-forty-three-characters-or-more.';
const challengeOf = (verifier: string) => createHash('sha256').update(verifier).digest('base64url');

const asked = (changes: Readonly<Record<string, string>> = {}) =>
  new URLSearchParams({
    response_type: 'code',
    client_id: clientId,
    redirect_uri: `${cloud.url}/signed-in/`,
    scope: 'openid email profile',
    state: 'a&state',
    code_challenge_method: 'S256',
    code_challenge: challengeOf(VERIFIER),
    ...changes,
  });
const form = (path: string, fields: URLSearchParams, headers: Record<string, string> = {}) =>
  fetch(`${cloud.url}/_sign-in${path}`, { method: 'POST', body: fields, headers, redirect: 'manual' });
const show = (query: URLSearchParams, headers: Record<string, string> = {}) =>
  fetch(`${cloud.url}/_sign-in/oauth2/authorize?${query}`, { headers, redirect: 'manual' });

const locationOf = (answer: Response) => new URL(answer.headers.get('location') ?? 'none:');
const codeFor = async (account: string) => locationOf(await form('/oauth2/authorize', asked({ account }))).searchParams.get('code') ?? '';
const redeem = (code: string, changes: Readonly<Record<string, string>> = {}) =>
  form(
    '/oauth2/token',
    new URLSearchParams({
      grant_type: 'authorization_code',
      client_id: clientId,
      code,
      redirect_uri: `${cloud.url}/signed-in/`,
      code_verifier: VERIFIER,
      ...changes,
    }),
  );
const renew = (refreshToken: string) =>
  form('/oauth2/token', new URLSearchParams({ grant_type: 'refresh_token', client_id: clientId, refresh_token: refreshToken }));

const Granted = z.object({
  id_token: z.string(),
  access_token: z.string(),
  refresh_token: z.optional(z.string()),
  token_type: z.literal('Bearer'),
  expires_in: z.number(),
});
const granted = async (answer: Response) => Granted.parse(await answer.json());
const refusal = async (answer: Response) => [answer.status, await answer.json()];

describe('the page', () => {
  it.each([
    ['en', 'Local sign-in – no password, only on this machine', 'Lin Yue', 'A manager'],
    ['zh-Hans', '本机登录——无需密码，仅限这台电脑', '林悦', '一位主管'],
  ])('says in %s what it is, and lets one be any agent of the config or have any role', async (language, ...texts) => {
    for (const answer of [await show(asked({ lang: language })), await show(asked(), { 'accept-language': language })]) {
      const page = await answer.text();
      expect(page).toContain(`<html lang="${language}">`);
      for (const expected of [...texts, ...config.recovery.agents.map(({ email }) => email)]) expect(page).toContain(expected);
    }
  });

  it('runs no script, is in no frame, and takes what it is asked with for text', async () => {
    const answer = await show(asked({ state: '"><script>alert(1)</script>' }));
    expect(answer.headers.get('content-security-policy')).toMatch(/^default-src 'none'; style-src 'sha256-[^']+'; form-action 'self'/);
    expect(answer.headers.get('content-security-policy')).toContain("frame-ancestors 'none'");
    expect(await answer.text()).not.toContain('<script');
  });
});

describe('the way in', () => {
  it('leads back with a code and the state, and the code brings tokens that the API takes', async () => {
    const back = locationOf(await form('/oauth2/authorize', asked({ account: 'agent:lin' })));
    expect([back.origin + back.pathname, back.searchParams.get('state')]).toEqual([`${cloud.url}/signed-in/`, 'a&state']);
    const tokens = await granted(await redeem(back.searchParams.get('code') ?? ''));
    expect(tokens.expires_in).toBe(3600);
    const answer = await fetch(`${cloud.url}/api/me`, { headers: { authorization: `Bearer ${tokens.id_token}` } });
    const { claims = {} } = Told.parse(await answer.json());
    expect(viewerOf(claims, 'agent', config.recovery.agents)).toMatchObject({
      id: 'lin',
      role: 'agent',
      agent: { email: 'lin@example.com' },
    });
  });

  it.each([
    ['agent:zhao', 'manager', 'zhao'],
    ['agent:chen', 'agent', 'chen'],
    ['role:admin', 'admin', undefined],
  ] as const)('%s comes in as %s', async (account, role, agent) => {
    const claims = decodeJwt((await granted(await redeem(await codeFor(account)))).id_token);
    expect(viewerOf(claims, 'agent', config.recovery.agents)).toMatchObject({ role, ...(agent === undefined ? {} : { id: agent }) });
  });

  it('keeps the address out of the access token, as Cognito does', async () => {
    const claims = decodeJwt((await granted(await redeem(await codeFor('agent:lin')))).access_token);
    expect(claims).toMatchObject({ token_use: 'access', client_id: clientId, scope: 'openid email profile' });
    expect(claims).not.toHaveProperty('email');
  });

  it('asks again where nobody known was chosen', async () => {
    expect((await form('/oauth2/authorize', asked({ account: 'agent:nobody' }))).status).toBe(200);
  });

  it('gives new tokens for the refresh token until it is revoked', async () => {
    const { refresh_token: refreshToken = '' } = await granted(await redeem(await codeFor('role:manager')));
    const renewed = await granted(await renew(refreshToken));
    expect(viewerOf(decodeJwt(renewed.id_token), 'manager', []).role).toBe('manager');
    expect(renewed.refresh_token).toBeUndefined();
    await form('/oauth2/revoke', new URLSearchParams({ token: refreshToken, client_id: clientId }));
    expect(await refusal(await renew(refreshToken))).toEqual([400, { error: 'invalid_grant' }]);
  });

  it('out leads to the desk', async () => {
    const leave = (query: Record<string, string>) =>
      fetch(`${cloud.url}/_sign-in/logout?${new URLSearchParams(query)}`, { redirect: 'manual' });
    const out = await leave({ client_id: clientId, logout_uri: `${cloud.url}/desk/` });
    expect([out.status, out.headers.get('location')]).toEqual([302, `${cloud.url}/desk/`]);
    const elsewhere = await leave({ client_id: clientId, logout_uri: 'https://evil.example/' });
    expect([elsewhere.status, elsewhere.headers.get('location')]).toEqual([400, null]);
  });
});

describe('refused', () => {
  it.each<[string, Record<string, string>, string]>([
    ['a wrong verifier', { code_verifier: VERIFIER.toUpperCase() }, 'invalid_grant'],
    ['no verifier', { code_verifier: '' }, 'invalid_request'],
    ['another address than the code was for', { redirect_uri: 'https://evil.example/' }, 'invalid_grant'],
    ['an unknown code', { code: 'x' }, 'invalid_grant'],
    ['another client', { client_id: 'x' }, 'invalid_client'],
    ['a grant of passwords', { grant_type: 'password' }, 'unsupported_grant_type'],
  ])('is %s, and the code is gone', async (_, changes, error) => {
    const code = await codeFor('agent:lin');
    expect(await refusal(await redeem(code, changes))).toEqual([400, { error }]);
    if (error === 'invalid_grant' && changes['code'] === undefined) expect((await redeem(code)).status).toBe(400);
  });

  it('is a code used twice, and then what the first brought ends too', async () => {
    const code = await codeFor('agent:lin');
    const { refresh_token: refreshToken = '' } = await granted(await redeem(code));
    expect(await refusal(await redeem(code))).toEqual([400, { error: 'invalid_grant' }]);
    expect(await refusal(await renew(refreshToken))).toEqual([400, { error: 'invalid_grant' }]);
  });

  it('is what is no form', async () => {
    const answer = await form('/oauth2/token', asked(), { 'content-type': 'application/json' });
    expect(await refusal(answer)).toEqual([400, { error: 'invalid_request' }]);
    expect((await fetch(`${cloud.url}/_sign-in/oauth2/token`)).status).toBe(404);
  });

  it.each([
    ['client', { client_id: 'x' }],
    ['redirect address', { redirect_uri: 'https://evil.example/signed-in/' }],
    ['redirect address that only begins as ours', { redirect_uri: 'http://127.0.0.1/signed-in/?next=https://evil.example' }],
  ])('is a wrong %s, on the page itself: nobody is led there', async (_, changes) => {
    for (const answer of [await show(asked(changes)), await form('/oauth2/authorize', asked({ ...changes, account: 'agent:lin' }))]) {
      expect([answer.status, answer.headers.get('location')]).toEqual([400, null]);
    }
  });

  it.each([
    ['unsupported_response_type', { response_type: 'token' }],
    ['invalid_scope', { scope: 'openid aws.cognito.signin.user.admin' }],
    ['invalid_request', { code_challenge_method: 'plain' }],
    ['invalid_request', { code_challenge: '' }],
  ])('is told to the client as %s', async (error, changes) => {
    const back = locationOf(await show(asked(changes)));
    expect([back.pathname, back.searchParams.get('error'), back.searchParams.get('state')]).toEqual(['/signed-in/', error, 'a&state']);
  });

  it('is a code after five minutes, and a refresh token after twelve hours', () => {
    let now = 0;
    const grants = openGrants(() => now);
    const request = { clientId: 'c', redirectUri: 'r', challenge: challengeOf(VERIFIER) };
    const account = { id: 'role:agent', name: { en: 'A', 'zh-Hans': '甲' }, role: 'agent', claims: {} } as const;
    const [late, inTime] = [grants.newCode(request, account), grants.newCode(request, account)];
    now = 5 * 60_000 - 1;
    const redeemed = grants.redeem(inTime, request, VERIFIER);
    expect(redeemed?.account).toBe(account);
    now += 1;
    expect(grants.redeem(late, request, VERIFIER)).toBeUndefined();
    now += 12 * 3_600_000 - 2;
    expect(grants.refresh(redeemed?.refreshToken ?? '', 'c')).toBe(account);
    now += 1;
    expect(grants.refresh(redeemed?.refreshToken ?? '', 'c')).toBeUndefined();
  });
});
