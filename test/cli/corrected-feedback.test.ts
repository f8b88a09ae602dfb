import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import type { Connection } from '../../local/cli/connection.ts';
import { correctedFeedback } from '../../local/cli/corrected-feedback.ts';
import type { Feedback } from '../../shared/domain/feedback.ts';
import { correctFeedback } from '../../shared/domain/understand/correct-feedback.ts';
import { aFeedback } from '../samples.ts';

const corrected = (feedback: Feedback) => correctFeedback(feedback, { severity: 4 }, { by: 'agent:lin', now: '2026-11-23T02:00:00.000Z' });
const on = (day: string, externalId: string) => aFeedback({ externalId, receivedAt: `${day}T08:00:00.000Z` });

/** The API over these, one item on a page, with excerpts in its lists, as the desk has them. */
function apiOver(stored: readonly Feedback[]) {
  const asked: string[] = [];
  const answer = (path: string): unknown => {
    asked.push(path);
    const url = new URL(path, 'https://desk.example.com');
    const id = url.pathname.split('/')[3];
    if (id !== undefined) return stored.find((one) => one.id === id);
    const [from = '', to = '', place = '0'] = ['from', 'to', 'cursor'].map((name) => url.searchParams.get(name) ?? undefined);
    const listed = stored.filter(({ receivedAt }) => receivedAt.slice(0, 10) >= from && receivedAt.slice(0, 10) <= to);
    const next = Number(place) + 1;
    return {
      items: listed.slice(Number(place), next).map((one) => ({ ...one, comment: 'An excerpt', isExcerpt: true })),
      ...(next < listed.length && { cursor: String(next) }),
    };
  };
  const read: Connection['read'] = async (path, _role, schema) => z.parse(schema, answer(path));
  return { read, asked };
}

const all = async (api: Pick<Connection, 'read'>, from: string, to: string) => {
  const found: Feedback[] = [];
  for await (const one of correctedFeedback(api, from, to)) found.push(one);
  return found;
};

describe('corrected feedback of many days', () => {
  const early = corrected(on('2026-01-01', 'early'));
  const edge = corrected(on('2026-01-31', 'edge'));
  const late = corrected(on('2026-03-03', 'late'));
  const stored = [late, on('2026-03-01', 'not corrected'), edge, early];

  it('comes from every page of every list, each once and whole, and nothing that nobody corrected', async () => {
    expect(await all(apiOver(stored), '2026-01-01', '2026-03-03')).toEqual([late, edge, early]);
  });

  it('is asked for in lists of at most 31 days that neither overlap nor leave a day out', async () => {
    const api = apiOver([]);
    await all(api, '2026-01-01', '2026-03-03');
    const lists = api.asked.map((path) => new URLSearchParams(path.split('?')[1]));
    expect(lists.map((query) => [query.get('from'), query.get('to')])).toEqual([
      ['2026-02-01', '2026-03-03'],
      ['2026-01-01', '2026-01-31'],
    ]);
  });

  it('is read no further than somebody takes it: memory holds a page, not the register', async () => {
    const api = apiOver(stored);
    for await (const first of correctedFeedback(api, '2026-01-01', '2026-03-03')) {
      expect(first).toEqual(late);
      break;
    }
    expect(api.asked).toHaveLength(2);
  });
});
