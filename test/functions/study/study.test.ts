import { describe, expect, it } from 'vitest';
import { type AnalysePorts, analyse } from '../../../functions/analyse/analyse.ts';
import { requestAnalysis } from '../../../functions/study/analyses.ts';
import type { StudyPorts } from '../../../functions/study/ports.ts';
import { study } from '../../../functions/study/study.ts';
import { analysisId } from '../../../shared/adapters/analysis-id.ts';
import { AnswerPage } from '../../../shared/api/analysis-schemas.ts';
import type { Role } from '../../../shared/api/routes.ts';
import { AnalysisDocument } from '../../../shared/domain/analytics/analysis/request.ts';
import { AmendsError } from '../../../shared/domain/errors.ts';
import type { HttpRequest } from '../../../shared/lambda/on-http.ts';
import { anAnswer } from '../../answers.ts';
import { NOW } from '../desk/world.ts';
import { StudyWorld } from './world.ts';

const request = { kind: 'ratings', survey: 'service', from: '2026-11-01', to: '2026-11-30' } as const;

function world() {
  const { ports, store, documents, sent } = new StudyWorld();
  const call = async (route: string, { role = 'manager', ...request }: Partial<HttpRequest> & { role?: Role } = {}) => {
    const response = await study(ports)({
      ...{ method: 'GET', route, origin: 'https://desk.example.com', headers: { 'content-type': 'application/json' }, path: {}, query: {} },
      ...{ body: Buffer.alloc(0), claims: { 'cognito:groups': [role], username: 'lin' } },
      ...request,
    });
    return { status: response.status, body: JSON.parse(response.body ?? '{}') as unknown };
  };
  const post = (body: unknown, role?: Role) =>
    call('POST /api/analyses', { body: Buffer.from(JSON.stringify(body)), ...(role && { role }) });
  return { ports, store, documents, sent, call, post };
}

const refusal = (run: Promise<unknown>) =>
  run.then(
    () => undefined,
    (error: unknown) => (error instanceof AmendsError ? { status: error.status, fields: error.issues.map(({ field }) => field) } : error),
  );

describe('asking for an analysis (R14)', () => {
  it('is accepted, waits, and has the same id whenever the same is asked', async () => {
    const { post, sent, call } = world();
    const first = await post(request);
    expect(first).toMatchObject({ status: 202, body: { state: 'waiting', request } });
    const { id } = AnalysisDocument.parse(first.body);
    const again = await post({ to: request.to, from: request.from, survey: request.survey, kind: request.kind });
    expect(AnalysisDocument.parse(again.body).id).toBe(id);
    expect(AnalysisDocument.parse((await post({ ...request, branch: 'east' })).body).id).not.toBe(id);
    expect(sent).toHaveLength(3);
    expect((await call('GET /api/analyses/{id}', { path: { id } })).body).toMatchObject({ id, state: 'waiting' });
  });

  it('is done once `analyse` has worked it, and listed without its figures', async () => {
    const { post, ports, store, call } = world();
    const rows = Array.from({ length: 12 }, (_, i) => anAnswer({ feedbackId: `${'abcdefghijkl'[i]}`.repeat(26), value: 1 + (i % 5) }));
    await store.add('2026-11', 'part', rows);
    const { id } = AnalysisDocument.parse((await post(request)).body);
    await analyse(request, {
      files: store,
      store: ports.analyses,
      idOf: analysisId,
      now: () => NOW,
      today: () => NOW.slice(0, 10),
      namesOf: () => new Map(),
    });
    const done = AnalysisDocument.parse((await call('GET /api/analyses/{id}', { path: { id } })).body);
    expect(done).toMatchObject({ state: 'done', basis: { responses: 12, firstDay: '2026-11-22' }, computedAt: NOW });
    expect(done.result).toMatchObject({ items: [{ id: 'satisfaction', result: { kind: 'measured', n: 12 } }] });
    expect((await call('GET /api/analyses')).body).toEqual({ items: [expect.not.objectContaining({ result: expect.anything() })] });
  });

  it('gives figures of several filters at once, and is found by kind and survey', async () => {
    const { post, ports, store, call } = world();
    const rows = Array.from({ length: 12 }, (_, i) =>
      anAnswer({ feedbackId: `${'abcdefghijkl'[i]}`.repeat(26), value: 5, tier: i < 6 ? 'vip' : null }),
    );
    await store.add('2026-11', 'part', rows);
    const asked = {
      kind: 'figures',
      from: '2026-11-01',
      to: '2026-11-30',
      where: { survey: 'service', branch: 'east', tier: 'vip' },
    } as const;
    const { id } = AnalysisDocument.parse((await post(asked)).body);
    await analyse(asked, {
      files: store,
      store: ports.analyses,
      idOf: analysisId,
      now: () => NOW,
      today: () => NOW.slice(0, 10),
      namesOf: () => new Map(),
    });
    const done = AnalysisDocument.parse((await call('GET /api/analyses/{id}', { path: { id } })).body);
    expect(done).toMatchObject({
      state: 'done',
      basis: { responses: 6 },
      result: { kind: 'figures', n: 6, figures: { csat: { histogram: [0, 0, 0, 0, 6] } } },
    });
    const listed = async (query: Record<string, string>) => (await call('GET /api/analyses', { query })).body;
    expect(await listed({ kind: 'figures', survey: 'service' })).toMatchObject({ items: [{ id }] });
    expect(await listed({ kind: 'trend' })).toEqual({ items: [] });
    await expect(listed({ survey: 'service' })).rejects.toMatchObject({ status: 422, issues: [{ field: 'kind' }] });
  });

  it.each([
    [{ where: { survey: 'none' } }, 'where.survey'],
    [{ where: { branch: 'north' } }, 'where.branch'],
    [{ where: { tier: 'gold' } }, 'where.tier'],
    [{ from: '2026-01-01', per: 'day' }, 'per'],
  ])('refuses figures of %j, naming the field', async (set, field) => {
    const asked = { kind: 'figures', from: '2026-11-01', to: '2026-11-30', ...set };
    await expect(world().post(asked)).rejects.toMatchObject({ status: 422, issues: [{ field }] });
  });

  it('does not stay waiting for ever: what fails each time, what is tried for the last time and what never got on its way is told (P41)', async () => {
    const { post, ports, store, documents } = world();
    const { id } = AnalysisDocument.parse((await post(request)).body);
    const again = (set: Partial<AnalysePorts>) =>
      analyse(request, {
        files: store,
        store: ports.analyses,
        idOf: analysisId,
        now: () => NOW,
        today: () => NOW.slice(0, 10),
        namesOf: () => new Map(),
        ...set,
      });
    await store.add('2026-11', 'part', [anAnswer()]);
    const broken = { list: () => Promise.reject(new Error('S3 is away')) };
    await expect(again({ files: { ...store, ...broken } })).rejects.toThrow('away');
    expect(documents.get(id)).toMatchObject({ state: 'waiting' });
    await expect(again({ files: { ...store, ...broken }, isLastTry: true })).rejects.toThrow('away');
    expect(documents.get(id)).toMatchObject({ state: 'failed', failure: 'gave-up' });
    const namesOf = () => {
      throw new RangeError('a fault of ours');
    };
    await expect(again({ namesOf })).rejects.toThrow('fault');
    expect(documents.get(id)).toMatchObject({ state: 'failed', failure: 'not-computable', requestedAt: NOW });
    await again({ isLastTry: true });
    expect(documents.get(id)).toMatchObject({ state: 'done' });
    expect(documents.get(id)).not.toHaveProperty('failure');
    const full: StudyPorts = { ...ports, queue: { send: () => Promise.reject(new Error('SQS is away')) } };
    await expect(requestAnalysis(request, full)).rejects.toThrow('away');
    expect(documents.get(id)).toMatchObject({ state: 'failed', failure: 'not-queued' });
  });

  it.each([
    ['a survey that is none', { ...request, survey: 'none' }, ['survey']],
    ['a branch that is none', { ...request, branch: 'none' }, ['branch']],
    ['an end before its beginning', { ...request, to: '2026-10-01' }, ['to']],
    ['more than three years', { ...request, from: '2020-01-01' }, ['from']],
    ['a kind that is none', { ...request, kind: 'tea-leaves' }, ['kind']],
    ['a field that is none', { ...request, smoothing: 1 }, ['smoothing']],
    ['a day that does not exist', { ...request, from: '2026-02-30' }, ['from']],
  ])('refuses %s, and puts nothing on the way', async (_, body, fields) => {
    const { post, sent, documents } = world();
    expect(await refusal(post(body))).toEqual({ status: 422, fields });
    expect([sent.length, documents.size]).toEqual([0, 0]);
  });

  it('needs the role manager (P29)', async () => {
    const { post, call } = world();
    expect(await refusal(post(request, 'agent'))).toMatchObject({ status: 403 });
    expect(await refusal(call('GET /api/answers', { role: 'agent', query: { month: '2026-11' } }))).toMatchObject({ status: 403 });
  });

  it('says where there is no such analysis', async () => {
    expect(await refusal(world().call('GET /api/analyses/{id}', { path: { id: 'a'.repeat(26) } }))).toMatchObject({ status: 404 });
  });
});

describe('pages of answers', () => {
  it('bring all rows of a month once, over files and pages', async () => {
    const { call, store } = world();
    await store.add(
      '2026-11',
      'whole',
      Array.from({ length: 10_001 }, (_, i) => anAnswer({ value: i })),
    );
    await store.add('2026-11', 'part', [anAnswer({ value: -1 })]);
    const values: (number | null)[] = [];
    let cursor: string | undefined;
    do {
      const page = AnswerPage.parse((await call('GET /api/answers', { query: { month: '2026-11', cursor } })).body);
      values.push(...page.items.map(({ value }) => value));
      cursor = page.cursor;
    } while (cursor !== undefined);
    expect(values.sort((a, b) => (a ?? 0) - (b ?? 0))).toEqual(Array.from({ length: 10_002 }, (_, i) => i - 1));
  });

  it('are none of a month without answers', async () => {
    expect((await world().call('GET /api/answers', { query: { month: '2026-11' } })).body).toEqual({ items: [] });
  });

  it('say that a month has to be begun again where its files were put together meanwhile', async () => {
    const { call, store } = world();
    const name = await store.add(
      '2026-11',
      'part',
      Array.from({ length: 10_001 }, (_, i) => anAnswer({ value: i })),
    );
    const { cursor } = AnswerPage.parse((await call('GET /api/answers', { query: { month: '2026-11' } })).body);
    await store.remove(name);
    expect(await refusal(call('GET /api/answers', { query: { month: '2026-11', cursor } }))).toMatchObject({ status: 409 });
  });

  it('say so too where the file that is being read stayed, and others went into one that stands before it', async () => {
    const { call, store } = world();
    const late = [anAnswer({ value: -1 }), anAnswer({ value: -2 })];
    await store.add(
      '2026-11',
      'whole',
      Array.from({ length: 10_001 }, (_, i) => anAnswer({ value: i })),
    );
    const part = await store.add('2026-11', 'part', late);
    const { cursor } = AnswerPage.parse((await call('GET /api/answers', { query: { month: '2026-11' } })).body);
    await store.add('2026-11', 'whole', late);
    await store.remove(part);
    expect(await refusal(call('GET /api/answers', { query: { month: '2026-11', cursor } }))).toMatchObject({ status: 409 });
  });

  it.each([['bm9uZQ'], ['!!']])('refuse a cursor that is none of theirs: %s', async (cursor) => {
    expect(await refusal(world().call('GET /api/answers', { query: { month: '2026-11', cursor } }))).toEqual({
      status: 422,
      fields: ['cursor'],
    });
  });
});
