import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Fields } from '../../../../web/form/browser/fields.ts';
import {
  type Draft,
  dropDraft,
  hasParcel,
  keepDraft,
  keepParcel,
  keptDrafts,
  keptParcels,
  type Shelf,
} from '../../../../web/form/browser/kept.ts';
import { pointFor } from '../../../../web/form/browser/keys.ts';
import { BROWSER_WORDS, wordsFor } from '../../../../web/form/browser/words.ts';

const DAY = 86_400_000;
const PLACE = { origin: 'https://care.example.com', survey: 'service' };
const draft = (overrides: Partial<Draft> = {}): Draft => ({
  submissionId: 'first-submission-id',
  startToken: 'token',
  version: '1',
  keptAt: 10 * DAY,
  fields: [['comment', 'late']],
  ...overrides,
});

function aShelf(limit = Number.POSITIVE_INFINITY): Shelf {
  const all = new Map<string, string>();
  return {
    get length() {
      return all.size;
    },
    key: (index) => [...all.keys()][index] ?? null,
    getItem: (key) => all.get(key) ?? null,
    setItem(key, value) {
      if (value.length > limit) throw new Error('QuotaExceededError');
      all.set(key, value);
    },
    removeItem: (key) => void all.delete(key),
  };
}

describe('drafts', () => {
  it('come back, the newest first, to their own survey of their own house', () => {
    const shelf = aShelf();
    keepDraft(shelf, PLACE, draft());
    keepDraft(shelf, PLACE, draft({ submissionId: 'newer', keptAt: 11 * DAY }));
    keepDraft(shelf, { ...PLACE, survey: 'service2' }, draft());
    keepDraft(shelf, { ...PLACE, origin: 'https://other.example.com' }, draft());
    expect(keptDrafts(shelf, PLACE, '1', 12 * DAY).map(({ submissionId }) => submissionId)).toEqual(['newer', 'first-submission-id']);
    dropDraft(shelf, PLACE, 'newer');
    expect(keptDrafts(shelf, PLACE, '1', 12 * DAY)).toEqual([draft()]);
  });

  it.each<[string, string, number]>([
    ['too old', '1', 18 * DAY],
    ['of another version', '2', 12 * DAY],
  ])('%s are cleared away', (_, version, now) => {
    const shelf = aShelf();
    keepDraft(shelf, PLACE, draft());
    expect(keptDrafts(shelf, PLACE, version, now)).toEqual([]);
    expect(shelf.length).toBe(0);
  });

  it('that are spoilt are cleared away, whatever stands there', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.json()), (text) => {
        const shelf = aShelf();
        shelf.setItem('amends:draft:https://care.example.com/service:x', text);
        shelf.setItem('amends:unsent:https://care.example.com:x', text);
        expect(keptDrafts(shelf, PLACE, '1', 0)).toEqual([]);
        expect(keptParcels(shelf, PLACE)).toEqual([]);
      }),
    );
  });

  it('are not kept where there is no room, and that is said', () => {
    expect(keepDraft(aShelf(10), PLACE, draft())).toBe(false);
  });
});

it('what is not sent yet is kept whole, at any age', () => {
  const shelf = aShelf();
  const parcel = { submissionId: 'id', to: '/f/service?lang=en', body: 'comment=late&contact.email=a%40example.com' };
  expect(keepParcel(shelf, PLACE, parcel)).toBe(true);
  expect(keptParcels(shelf, PLACE)).toEqual([parcel]);
  expect(hasParcel(shelf, PLACE, 'id')).toBe(true);
  expect(hasParcel(shelf, PLACE, 'other')).toBe(false);
});

describe('fields', () => {
  const page = (text: string) => new URLSearchParams(text);

  it('of other pages stay, one that was emptied on this page is forgotten', () => {
    const fields = new Fields();
    fields.read(['overall', 'wrong'], page('overall=2&wrong=delay&wrong=crew&submissionId=x'));
    fields.read(['comment'], page('comment=late'));
    fields.read(['overall', 'wrong'], page('overall=2'));
    expect(fields.answered([])).toEqual([
      ['overall', '2'],
      ['comment', 'late'],
    ]);
  });

  it('that are personal are not among what is kept (R17)', () => {
    const fields = new Fields();
    fields.read([], page('comment=x&contact.name=Ada&contact.email=a%40example.com&contact.consent=yes&contacts=3'));
    expect(fields.answered(['contact'])).toEqual([
      ['comment', 'x'],
      ['contacts', '3'],
    ]);
  });

  it('are each sent once, and nothing of them is lost', () => {
    const names = fc.constantFrom('a', 'b', 'c.row', 'contact.name');
    const values = fc.uniqueArray(fc.tuple(names, fc.string({ minLength: 1 })), { selector: ([name]) => name });
    fc.assert(
      fc.property(values, values, (before, now) => {
        const fields = new Fields();
        fields.read([], new URLSearchParams(before));
        const here = new URLSearchParams(now);
        fields.read(here.keys(), here);
        const body = fields.body(here, here.keys());
        expect(Object.fromEntries(body)).toEqual({ ...Object.fromEntries(before), ...Object.fromEntries(now) });
        expect(body.size).toBe(new Set([...before, ...now].map(([name]) => name)).size);
      }),
    );
  });
});

describe('digits', () => {
  const NPS = ['0', '1', '2', '3', '4', '5', '6', '7', '8', '9', '10', ''];
  it.each([
    [NPS, '1', 0, '0', 500, '10'],
    [NPS, '1', 0, '0', 1_000, '0'],
    [NPS, '1', 0, '1', 500, '1'],
    [['1', '2', '3'], '', 0, '4', 0, undefined],
    [['economy'], '', 0, '1', 0, undefined],
  ])('of %j after "%s" (%i): "%s" (%i) is %j', (points, digits, at, digit, now, point) => {
    expect(pointFor(points, { digits, at }, digit, now)).toBe(point);
  });
});

it('the words of the script are complete in both languages, and chosen by the page’s', () => {
  expect(Object.keys(BROWSER_WORDS.en).sort()).toEqual(Object.keys(BROWSER_WORDS['zh-Hans']).sort());
  expect([wordsFor('zh-Hans'), wordsFor('zh'), wordsFor('en'), wordsFor('')]).toEqual(
    (['zh-Hans', 'zh-Hans', 'en', 'en'] as const).map((language) => BROWSER_WORDS[language]),
  );
});
