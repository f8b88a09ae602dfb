import { describe, expect, it } from 'vitest';
import { parseLine, readCorpus } from '../../models/corpus.ts';
import { findNearDuplicates } from '../../models/near-duplicates.ts';
import { FLAGS, INTENTS, SENTIMENT_LABELS, TOPICS } from '../../shared/domain/understand/understanding.ts';
import { HARD_EN, HARD_ZH } from '../domain/understand/hard-cases.ts';
import { readHardTable } from '../domain/understand/hard-table.ts';
import { UNSEEN_EN, UNSEEN_ZH } from '../domain/understand/unseen-cases.ts';

const { texts, problems } = readCorpus();
const of = (language: 'en' | 'zh', isHeldOut = false) => texts.filter((text) => text.language === language && text.isHeldOut === isHeldOut);
const bare = (text: string) =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '');

describe('the sentences written for training', () => {
  it('can all be read', () => {
    expect(problems).toEqual([]);
  });

  it.each([
    ['en', 2000],
    ['zh', 3000],
  ] as const)('%s: at least %d, and some of authors that are never trained on', (language, least) => {
    expect(of(language).length).toBeGreaterThanOrEqual(least);
    expect(of(language, true).length).toBeGreaterThanOrEqual(600);
    const authors = new Set(of(language).map(({ author }) => author));
    for (const { author } of of(language, true)) expect(authors).not.toContain(author);
  });

  it.each(['en', 'zh'] as const)('%s: no two are nearly alike, held out or not', (language) => {
    const all = texts.filter((text) => text.language === language);
    const alike = findNearDuplicates(
      all.map(({ text }) => text),
      language,
    ).map(({ first, second }) => `${all[second]?.place} ~ ${all[first]?.place}`);
    expect(alike).toEqual([]);
  });

  it.each(['en', 'zh'] as const)('%s: over all topics, severities, flags, intents and sentiments, in plenty', (language) => {
    const own = of(language);
    const count = (holds: (text: (typeof own)[number]) => boolean) => own.filter(holds).length;
    for (const topic of TOPICS)
      for (const polarity of ['positive', 'negative'] as const)
        expect(
          count(({ topics }) => topics.some((one) => one.topic === topic && one.polarity === polarity)),
          `${topic} ${polarity}`,
        ).toBeGreaterThanOrEqual(12);
    for (const flag of FLAGS)
      expect(
        count(({ flags }) => flags.includes(flag)),
        flag,
      ).toBeGreaterThanOrEqual(50);
    for (const intent of INTENTS)
      expect(
        count((text) => text.intent === intent),
        intent,
      ).toBeGreaterThanOrEqual(60);
    for (const label of SENTIMENT_LABELS)
      expect(
        count(({ sentiment }) => sentiment === label),
        label,
      ).toBeGreaterThanOrEqual(1000);
    for (const severity of [1, 2, 3, 4])
      expect(
        count((text) => text.severity === severity),
        `${severity}`,
      ).toBeGreaterThanOrEqual(50);
    expect(new Set(own.map(({ industry }) => industry)).size).toBeGreaterThanOrEqual(20);
  });

  it.each([
    ['en', [...HARD_EN, ...UNSEEN_EN]],
    ['zh', [...HARD_ZH, ...UNSEEN_ZH]],
  ] as const)('%s: none of the hard cases that measure is among them, nor nearly', (language, older) => {
    const taught = of(language).map(({ text }) => text);
    const asked = [...readHardTable(language), ...older].map(({ text }) => text);
    const known = new Set(taught.map(bare));
    expect(asked.filter((text) => bare(text) !== '' && known.has(bare(text)))).toEqual([]);
    const alike = findNearDuplicates([...taught, ...asked], language).filter(
      ({ first, second }) => first < taught.length && second >= taught.length,
    );
    expect(alike.map(({ second }) => asked[second - taught.length])).toEqual([]);
  });
});

describe('finding near-duplicates', () => {
  it.each([
    ['en', 'The parcel came two weeks late.', 'The parcel came three weeks late.'],
    ['en', 'GREAT SERVICE!!!', 'great service'],
    ['zh', '快递放门口也不打电话，东西丢了', '快递放门口也不打个电话，东西丢了'],
  ] as const)('%s: %s ~ %s', (language, first, second) => {
    expect(findNearDuplicates([first, second], language)).toHaveLength(1);
  });

  it('leaves different sentences on one matter alone', () => {
    expect(findNearDuplicates(['The parcel came late.', 'My order took three weeks to get here.', 'Late again.'], 'en')).toEqual([]);
    expect(findNearDuplicates(['👍', '😡'], 'zh')).toEqual([]);
  });
});

describe('a line', () => {
  it('is read with all its labels', () => {
    expect(parseLine('- c 3 | delivery- staff+ | repeated | Third time | and counting.')).toEqual({
      text: 'Third time | and counting.',
      sentiment: 'negative',
      intent: 'complaint',
      severity: 3,
      topics: [
        { topic: 'delivery', polarity: 'negative' },
        { topic: 'staff', polarity: 'positive' },
      ],
      flags: ['repeated-contact'],
    });
  });

  it.each([
    ['- c 2 delivery- text', 'expected "sentiment intent severity'],
    ['bad c 2 | | | text', 'expected one of + - 0'],
    ['- c 5 | | | text', 'and 1 to 4; got "- c 5"'],
    ['- c 2 | shipping- | | text', 'unknown topic "shipping-"'],
    ['- c 2 | | angry | text', 'unknown flag "angry"'],
  ])('that is wrong says what was expected: %s', (line, message) => {
    expect(parseLine(line)).toContain(message);
  });
});
