import { describe, expect, it } from 'vitest';
import { understand } from '../../understand.ts';
import { HARD_EN, HARD_ZH, type HardCase } from './hard-cases.ts';
import { UNSEEN_EN, UNSEEN_ZH } from './unseen-cases.ts';

const label = (text: string, score?: number) => understand(text, { score }).sentiment.label;
const wrong = (cases: readonly HardCase[]) =>
  cases.filter((one) => label(one.text) !== one.label).map((one) => `${one.label}: ${one.text}`);
const share = (cases: readonly HardCase[]) => 1 - wrong(cases).length / cases.length;

/** Read wrongly since the models judge; a change that mends one takes it from the list. */
const OBVIOUS_EN: readonly string[] = ['neutral: I ordered the blue one in size M on Tuesday.', 'negative: Thanks for nothing.'];
const OBVIOUS_ZH: readonly string[] = ['negative: 申请退款六周了还没到账。'];

describe('sentiment of hard texts (R4)', () => {
  it.each([
    ['English', HARD_EN, OBVIOUS_EN],
    ['Chinese', HARD_ZH, OBVIOUS_ZH],
  ])('reads the obvious %s texts right, but for those that are known to be missed', (_, cases, missed) => {
    expect(wrong(cases.filter((one) => one.kind === 'obvious'))).toEqual(missed);
  });

  it.each([
    ['English', HARD_EN, 0.86],
    ['Chinese', HARD_ZH, 0.9],
    ['unseen English', UNSEEN_EN, 0.7],
    ['unseen Chinese', UNSEEN_ZH, 0.74],
  ])('keeps the measured share of the hard %s texts', (_, cases, measured) => {
    expect(share(cases)).toBeGreaterThanOrEqual(measured);
  });
});

const BENDS: readonly (readonly [text: string, expected: string])[] = [
  ['good', 'positive'],
  ['not good', 'negative'],
  ['not very good', 'negative'],
  ['not bad', 'positive'],
  ['neither clean nor friendly', 'negative'],
  ['the staff were not rude', 'positive'],
  ['could have been cleaner and friendlier', 'negative'],
  ['good but slow and rude', 'negative'],
  ['slow but excellent in the end', 'positive'],
  ['Lovely room. However, the staff were rude and dismissive.', 'negative'],
  ['soooo gooood', 'positive'],
  ['their “service” was "great"', 'negative'],
  ['好', 'positive'],
  ['不是很好', 'negative'],
  ['不是不好', 'positive'],
  ['没什么好说的，就是差', 'negative'],
  ['态度不太好', 'negative'],
  ['虽然有点慢，但是味道非常好', 'positive'],
  ['味道非常好，就是态度太恶劣了', 'negative'],
  ['从来没见过这么差的服务', 'negative'],
  ['不得不说，真的好', 'positive'],
  ['APP很卡，客服态度nice', 'positive'],
];
/** Read otherwise since the models judge; a change that mends one takes it from the list. */
const BENT_WRONGLY: readonly string[] = [
  'neither clean nor friendly',
  '没什么好说的，就是差',
  '虽然有点慢，但是味道非常好',
  'APP很卡，客服态度nice',
];

describe('how words bend each other (R4)', () => {
  it.each(BENDS.filter(([text]) => !BENT_WRONGLY.includes(text)))('%s → %s', (text, expected) => {
    expect(label(text)).toBe(expected);
  });

  it('but for those that are known to be read otherwise', () => {
    expect(BENDS.flatMap(([text, expected]) => (label(text) === expected ? [] : [text]))).toEqual(BENT_WRONGLY);
  });

  it('is less sure of "a bit bad" than of "bad"', () => {
    const score = (text: string) => understand(text).sentiment.score;
    expect(score('a little bad')).toBeGreaterThan(score('bad'));
    expect(score('有点差')).toBeGreaterThan(score('差'));
  });
});

describe('the rating beside the words (R4)', () => {
  it('decides alone where there is no text, with confidence 0', () => {
    expect(understand('', { score: 0 }).sentiment).toEqual({ label: 'negative', score: -1, confidence: 0 });
    expect(understand('  \n', { score: 50 }).sentiment).toEqual({ label: 'neutral', score: 0, confidence: 0 });
    expect(understand('', { score: 100 }).sentiment).toEqual({ label: 'positive', score: 1, confidence: 0 });
    expect(understand('').sentiment).toEqual({ label: 'neutral', score: 0, confidence: 0 });
  });

  it('leaves words of a language that is not read neutral with confidence 0, while severity still follows the rating', () => {
    const read = understand('Le service était épouvantable et je ne reviendrai jamais dans ce magasin', { score: 0 });
    expect(read).toMatchObject({
      language: 'fr',
      sentiment: { label: 'neutral', score: 0, confidence: 0 },
      severity: 2,
      severityReasons: ['rating'],
    });
  });

  it('helps where the words are faint', () => {
    expect(label('The delivery.', 0)).toBe('negative');
    expect(label('The delivery.', 100)).toBe('positive');
    expect(label('快递', 0)).toBe('negative');
  });

  it('does not outvote clear words, and both stay recorded', () => {
    const read = understand('Terrible service, the worst I have had, rude staff.', { score: 100 });
    expect(read.sentiment.label).toBe('negative');
    expect(read.severityReasons).toEqual(['sentiment']);
    const kind = understand('非常满意，师傅很专业', { score: 0 });
    expect(kind.sentiment.label).toBe('positive');
    expect(kind.severityReasons).toEqual(['rating']);
  });

  it('raises confidence where it agrees and lowers it where it disagrees', () => {
    const confidence = (score?: number) => understand('rude staff and bad food', { score }).sentiment.confidence;
    expect(confidence(0)).toBeGreaterThan(confidence());
    expect(confidence(100)).toBeLessThan(confidence());
  });
});
