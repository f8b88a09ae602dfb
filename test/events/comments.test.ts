import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import * as z from 'zod/mini';
import { Topic } from '../../shared/domain/understand/understanding.ts';

const Comment = z.strictObject({
  id: z.string().check(z.regex(/^(en|zh)-\d{3}$/)),
  language: z.enum(['en', 'zh-Hans', 'zh-Hant']),
  kind: z.enum(['praise', 'complaint', 'suggestion', 'question', 'mixed', 'sarcasm']),
  comment: z.optional(z.string().check(z.minLength(1))),
  satisfaction: z.optional(z.int().check(z.minimum(1), z.maximum(5))),
  recommendation: z.optional(z.int().check(z.minimum(0), z.maximum(10))),
  reasons: z.array(Topic),
  branch: z.optional(z.enum(['east', 'south'])),
  customer: z.optional(z.strictObject({ name: z.string().check(z.minLength(1)), email: z.email(), consent: z.boolean() })),
  via: z.enum(['form', 'form-urlencoded', 'shop', 'typeform', 'tally', 'delighted']),
  expect: z.strictObject({ sentiment: z.enum(['negative', 'neutral', 'positive']), isUnhappy: z.boolean() }),
});
type Comment = z.infer<typeof Comment>;

const read = (name: string) => {
  const file = new URL(`../../events/comments/${name}.json`, import.meta.url);
  return z.array(Comment).parse(JSON.parse(readFileSync(file, 'utf8')));
};
const english = read('en');
const chinese = read('zh');
const all = [...english, ...chinese];
const share = (holds: (c: Comment) => boolean) => all.filter(holds).length / all.length;

const GRAM = 4;
const gramsOf = (text: string) => {
  const characters = [...text.toLowerCase().replace(/\s+/g, ' ')];
  if (characters.length <= GRAM) return new Set([characters.join('')]);
  return new Set(characters.slice(0, characters.length - GRAM + 1).map((_, at) => characters.slice(at, at + GRAM).join('')));
};
const jaccard = (a: ReadonlySet<string>, b: ReadonlySet<string>) => {
  const shared = [...a].filter((gram) => b.has(gram)).length;
  return shared / (a.size + b.size - shared);
};

describe('the comments of the demo (issue 2)', () => {
  it('are at least 200 different ones, half of them Chinese', () => {
    const texts = (comments: readonly Comment[]) => new Set(comments.flatMap((c) => c.comment ?? [])).size;
    expect(texts(english)).toBeGreaterThanOrEqual(120);
    expect(texts(chinese)).toBeGreaterThanOrEqual(120);
    expect(Math.abs(english.length - chinese.length) / all.length).toBeLessThan(0.05);
    expect(chinese.filter((c) => c.language === 'zh-Hant').length).toBeGreaterThanOrEqual(8);
  });

  it('have ids of their own, each in the file of its language', () => {
    expect(new Set(all.map((c) => c.id)).size).toBe(all.length);
    expect(english.filter((c) => c.language !== 'en' || !c.id.startsWith('en-'))).toEqual([]);
    expect(chinese.filter((c) => c.language === 'en' || !c.id.startsWith('zh-'))).toEqual([]);
  });

  it('hold no two that are nearly alike (4-gram Jaccard below 0.5)', () => {
    const grams = all.flatMap((c) => (c.comment === undefined ? [] : [{ id: c.id, grams: gramsOf(c.comment) }]));
    const alike = grams.flatMap((a, at) =>
      grams.slice(at + 1).flatMap((b) => (jaccard(a.grams, b.grams) >= 0.5 ? [`${a.id} ~ ${b.id}`] : [])),
    );
    expect(alike).toEqual([]);
  });

  it('come from invented people only, of whom few write twice', () => {
    const writers = all.flatMap((c) => c.customer ?? []);
    expect(writers.filter((w) => !/^[a-z0-9.]+@example\.(com|cn)$/.test(w.email))).toEqual([]);
    const names = Map.groupBy(writers, (w) => w.email);
    expect([...names.values()].filter((group) => new Set(group.map((w) => w.name)).size > 1)).toEqual([]);
    expect(writers.length - names.size).toBeGreaterThanOrEqual(3);
    expect(writers.length - names.size).toBeLessThanOrEqual(8);
    expect(share((c) => c.customer?.consent === true)).toBeGreaterThan(0.5);
    expect(writers.filter((w) => !w.consent).length).toBeGreaterThanOrEqual(20);
  });

  it('judge as unhappy whoever a rating rule of the default config finds so', () => {
    const isLow = (c: Comment) => (c.satisfaction ?? 5) <= 2 || (c.recommendation ?? 10) <= 4;
    expect(all.filter((c) => isLow(c) && !c.expect.isUnhappy).map((c) => c.id)).toEqual([]);
    expect(all.filter((c) => c.expect.sentiment === 'positive' && c.expect.isUnhappy).map((c) => c.id)).toEqual([]);
  });

  it('can be carried by the door that each names', () => {
    const fits = (c: Comment) => {
      if (c.via === 'delighted') return c.satisfaction === undefined && c.recommendation !== undefined && c.customer?.consent === true;
      if (c.via === 'tally') return c.satisfaction !== undefined && c.recommendation === undefined;
      return !c.via.startsWith('form') || c.satisfaction !== undefined;
    };
    expect(all.filter((c) => !fits(c)).map((c) => `${c.id} by ${c.via}`)).toEqual([]);
    expect(all.filter((c) => c.reasons.length > 0 && !c.via.startsWith('form')).map((c) => c.id)).toEqual([]);
  });

  it('are spread over moods, doors, lengths and ratings as customers are', () => {
    const moods = (['positive', 'neutral', 'negative'] as const).map((mood) => share((c) => c.expect.sentiment === mood));
    for (const [at, aim] of [0.45, 0.2, 0.35].entries()) expect(Math.abs((moods[at] ?? 0) - aim)).toBeLessThan(0.05);
    const vias: Readonly<Record<Comment['via'], number>> = {
      form: 0.225,
      'form-urlencoded': 0.225,
      shop: 0.2,
      typeform: 0.12,
      tally: 0.12,
      delighted: 0.11,
    };
    for (const [via, aim] of Object.entries(vias)) expect(Math.abs(share((c) => c.via === via) - aim)).toBeLessThan(0.03);
    const lengths = all.flatMap((c) => (c.comment === undefined ? [] : [c.comment.length]));
    expect(lengths.filter((n) => n <= 4).length).toBeGreaterThanOrEqual(10);
    expect(lengths.filter((n) => n >= 1000).length).toBeGreaterThanOrEqual(4);
    expect(all.filter((c) => c.comment === undefined).length).toBeGreaterThanOrEqual(6);
    expect(all.filter((c) => c.comment !== undefined && !/[\p{L}\p{N}]/u.test(c.comment)).length).toBeGreaterThanOrEqual(5);
  });
});
