import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ENGLISH_PHRASES } from '../../../shared/domain/understand/phrases.en.ts';
import { CHINESE_PHRASES } from '../../../shared/domain/understand/phrases.zh.ts';
import { readText } from '../../../shared/domain/understand/reading.ts';
import { rateSeverity } from '../../../shared/domain/understand/severity.ts';
import { Understanding } from '../../../shared/domain/understand/understanding.ts';
import { understand } from '../../understand.ts';
import { HARD_EN, HARD_ZH } from './hard-cases.ts';

const WORDS = [...HARD_EN, ...HARD_ZH].flatMap(({ text }) => text.split(/(?<=[\s，。])/u));
const anyText = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 400 }),
  // Lone surrogates and every other unit.
  fc.array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 200 }).map((units) => String.fromCharCode(...units)),
  fc.array(fc.constantFrom(...WORDS), { maxLength: 40 }).map((words) => words.join('')),
);
const anyScore = fc.option(fc.double({ min: 0, max: 100, noNaN: true }), { nil: undefined });

const listedIn = (text: string) => readText(text).meanings.flags;
/** What the rules alone ask for. */
const floorOf = (text: string, score: number | undefined) =>
  rateSeverity({ label: 'neutral', score: 0, confidence: 0 }, listedIn(text), score).severity;

describe('understanding of any text', () => {
  it('never throws and is always a valid Understanding (P10, P37)', () => {
    fc.assert(
      fc.property(anyText, anyScore, fc.option(fc.string({ maxLength: 35 }), { nil: undefined }), (text, score, locale) => {
        const read = understand(text, { score, locale });
        expect(Understanding.safeParse(read).success).toBe(true);
        for (const { evidence } of read.topics) for (const quote of evidence) expect(text.includes(quote)).toBe(true);
      }),
      { numRuns: 600 },
    );
  });

  it('is the same each time it is asked', () => {
    fc.assert(
      fc.property(anyText, anyScore, (text, score) => {
        expect(understand(text, { score })).toEqual(understand(text, { score }));
      }),
    );
  });

  const FLAG_SENTENCES = {
    en: [
      ' There was a gas leak.',
      ' I will sue you.',
      ' I went to the ombudsman.',
      ' It is going viral.',
      ' That is racist.',
      ' It was a data breach.',
      ' This is a scam.',
      ' My mother is in a wheelchair.',
      ' I am not the only one.',
      ' I have called you five times.',
      ' I am closing my account.',
      ' You owe me £1,250.',
    ],
    zh: [
      '漏电了。',
      '我要起诉。',
      '已打12315。',
      '我要曝光。',
      '这是歧视。',
      '信息泄露。',
      '骗子公司。',
      '家有老人。',
      '很多业主都反映。',
      '打了三次电话。',
      '我要销户。',
      '损失三千元。',
    ],
  };

  it.each([
    ['English', HARD_EN, FLAG_SENTENCES.en],
    ['Chinese', HARD_ZH, FLAG_SENTENCES.zh],
  ])(
    'whatever else is said, the severity stays at or above what flags and rating ask for, and no flag is lost: %s (promise 38)',
    (_, cases, sentences) => {
      fc.assert(
        fc.property(
          fc.constantFrom(...cases),
          fc.constantFrom(...sentences),
          fc.constantFrom(...sentences),
          anyScore,
          ({ text }, first, second, score) => {
            const once = `${text}\n${first}`;
            const { severity, flags } = understand(`${once}\n${second}`, { score });
            expect(listedIn(once).length).toBeGreaterThan(0);
            expect(floorOf(once, score)).toBeGreaterThanOrEqual(floorOf(text, score));
            expect(severity).toBeGreaterThanOrEqual(floorOf(once, score));
            for (const flag of [...listedIn(text), ...listedIn(once)]) expect(flags).toContain(flag);
          },
        ),
        { numRuns: 400 },
      );
    },
  );

  it('a better rating never makes the same words read worse', () => {
    fc.assert(
      fc.property(anyText, fc.integer({ min: 0, max: 100 }), fc.integer({ min: 0, max: 100 }), (text, a, b) => {
        const [low, high] = [Math.min(a, b), Math.max(a, b)];
        expect(understand(text, { score: low }).sentiment.score).toBeLessThanOrEqual(understand(text, { score: high }).sentiment.score);
        expect(understand(text, { score: low }).severity).toBeGreaterThanOrEqual(understand(text, { score: high }).severity);
      }),
    );
  });

  it('full width reads as half width', () => {
    const widen = (text: string) =>
      text.replace(/[!-~]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) + 0xfee0)).replaceAll(' ', '\u3000');
    for (const { text } of HARD_EN) {
      const { sentiment, flags, severity } = understand(text.normalize('NFKC'));
      expect(understand(widen(text.normalize('NFKC'))), text).toMatchObject({ sentiment, flags, severity });
    }
  });

  it.each([
    ['服務態度很差', '服务态度很差'],
    ['質量很好，非常滿意', '质量很好，非常满意'],
    ['退款遲遲沒到賬', '退款迟迟没到账'],
    ['電話打不通，沒人處理', '电话打不通，没人处理'],
    ['我要起訴，找律師', '我要起诉，找律师'],
    ['個人資料洩露', '个人资料泄露'],
    ['麵條難吃，湯還是涼的', '面条难吃，汤还是凉的'],
    ['師傅專業又熱情，謝謝', '师傅专业又热情，谢谢'],
    ['訂單被取消，還亂扣費', '订单被取消，还乱扣费'],
    ['騙子公司，坑錢', '骗子公司，坑钱'],
    ['熱水器漏電，差點出人命', '热水器漏电，差点出人命'],
    ['環境乾淨，價錢實惠', '环境干净，价钱实惠'],
    ['櫃檯人員愛理不理', '柜台人员爱理不理'],
    ['護士很有耐心，醫生講得清楚', '护士很有耐心，医生讲得清楚'],
  ])('traditional reads as simplified: %s', (traditional, simplified) => {
    const strip = ({ sentiment, flags, severity, intent, topics }: Understanding) => ({
      sentiment,
      flags,
      severity,
      intent,
      topics: topics.map(({ topic, polarity }) => ({ topic, polarity })),
    });
    expect(understand(traditional).language).toBe('zh-Hant');
    expect(understand(simplified).language).toBe('zh-Hans');
    expect(strip(understand(traditional))).toEqual(strip(understand(simplified)));
  });

  it('reads 1 MB of hostile text in a moment (P37)', () => {
    const units = [
      'a',
      '好',
      '一',
      'not ',
      '不',
      'never x x ',
      'good. but ',
      '等了三',
      'called you ',
      '. ',
      '(',
      '"good"',
      '😡',
      '\ud800',
      'ﷺ',
      'e\u0301',
      'was hurt ',
      '三次',
    ];
    understand('warm up 暖身');
    for (const unit of units) {
      const text = unit.repeat(Math.ceil(1_048_576 / unit.length));
      // The best of six, the first of which are compiled on the way: the bound is on our patterns, not on what else the machine does.
      const runs = Array.from({ length: 6 }, () => {
        const started = performance.now();
        understand(text);
        return performance.now() - started;
      });
      expect(Math.min(...runs), JSON.stringify(unit)).toBeLessThan(100);
    }
  });

  it('its lists hold no phrase that its own notation would misread', () => {
    const open = (list: string) => list.split('(').length - list.split(')').length;
    for (const lists of [ENGLISH_PHRASES, CHINESE_PHRASES]) {
      const all = [...lists.feelings, ...lists.events, ...lists.ironic, ...lists.degrees].map(([, list]) => list);
      const named = [
        lists.sarcasm,
        lists.plain,
        lists.appease,
        lists.complaints,
        lists.spam,
        lists.falseFriends,
        ...Object.values(lists.flags),
        ...Object.values(lists.topics),
      ];
      for (const pattern of [...all, ...named].flatMap((list) => list.split(','))) {
        expect(open(pattern), pattern).toBe(0);
        expect(pattern, pattern).toBe(pattern.toLowerCase());
        expect(pattern.trim(), pattern).not.toMatch(/^_|_$|\(_\)|\.$/);
      }
    }
  });
});
