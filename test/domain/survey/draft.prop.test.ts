import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Draft } from '../../../shared/domain/campaign/invitation.ts';
import { answersOf, ON_PAGE } from '../../../shared/domain/intake/form-fields.ts';
import { allPages } from '../../../shared/domain/survey/branching.ts';
import { draftOf, fieldsOf, withPage } from '../../../shared/domain/survey/draft.ts';
import { fieldNamesOf } from '../../../shared/domain/survey/field-names.ts';
import { LONG } from './long-survey.ts';

const NAMES = LONG.questions.flatMap(fieldNamesOf);
const typed = fc
  .array(fc.tuple(fc.oneof(fc.constantFrom(...NAMES), fc.constantFrom('onPage', 'goTo', 'language', 'x', '__proto__')), fc.string()))
  .map((fields) => new URLSearchParams(fields));

describe('drafts (R10)', () => {
  it('can always be stored, and hold nothing but the survey’s own fields', () => {
    fc.assert(
      fc.property(typed, fc.integer({ min: 0, max: 4 }), (fields, page) => {
        const draft = draftOf(LONG, fields, page);
        expect(Draft.safeParse(draft).success).toBe(true);
        for (const name of Object.keys(draft)) expect([...NAMES, ON_PAGE]).toContain(name);
      }),
    );
  });

  it('give the fields back as they were kept, any number of times', () => {
    fc.assert(
      fc.property(typed, (fields) => {
        const draft = draftOf(LONG, fields);
        expect(draftOf(LONG, fieldsOf(draft))).toEqual(draft);
      }),
    );
  });

  it('answers read from what was kept are those that would have been read from the page', () => {
    const value = fc.constantFrom('1', '4', '11', 'cannot-say', 'delay', 'economy', 'yes', '2026-11-20', 'Words\nof two lines');
    const clean = fc.array(fc.tuple(fc.constantFrom(...NAMES), value)).map((fields) => new URLSearchParams(fields));
    fc.assert(
      fc.property(clean, (fields) => {
        expect(answersOf(LONG, fieldsOf(draftOf(LONG, fields)))).toEqual(answersOf(LONG, fields));
      }),
    );
  });

  it('a page that is sent replaces what it had, and touches no other', () => {
    fc.assert(
      fc.property(typed, typed, fc.integer({ min: 0, max: 4 }), (kept, sent, page) => {
        const merged = withPage(LONG, kept, sent, page);
        const own = new Set(allPages(LONG)[page]?.questions.flatMap(fieldNamesOf));
        for (const name of NAMES) expect(merged.getAll(name)).toEqual((own.has(name) ? sent : kept).getAll(name));
      }),
    );
  });

  it('a box that is not ticked any more is not ticked', () => {
    const kept = new URLSearchParams('overall=2&wrong=delay&wrong=crew&words=late');
    expect(withPage(LONG, kept, new URLSearchParams('onPage=1'), 1).getAll('wrong')).toEqual([]);
    expect(withPage(LONG, kept, new URLSearchParams('onPage=1'), 1).get('words')).toBe('late');
  });

  it('the longest comment that a browser lets through is kept whole, with its line ends', () => {
    const words = `${'好'.repeat(2_000)}\r\n${'😠'.repeat(1_499)}`;
    expect(draftOf(LONG, new URLSearchParams({ words }))['words']).toEqual([words.replace('\r\n', '\n')]);
  });
});
