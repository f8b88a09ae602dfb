import { describe, expect, it } from 'vitest';
import { Understanding } from '../../../shared/domain/understand/understanding.ts';
import { understand } from '../../understand.ts';

const ZALGO = [...'terrible service'].map((letter) => `${letter}\u0301\u0335\u0489\u0300\u034f`).join('');
const INPUTS: readonly (readonly [name: string, text: string])[] = [
  ['nothing', ''],
  ['white space', ' \t\n\u3000\u00a0'],
  ['one letter', 'a'],
  ['one character', '好'],
  ['one sign', '?'],
  ['one emoji of seven code points', '👨‍👩‍👧‍👦'],
  ['an unpaired high surrogate', 'bad \ud83d service'],
  ['an unpaired low surrogate', '\udc00'],
  ['control characters', '\u0000\u0001\u0008bad\u007f\u0085service\ufffe'],
  ['direction marks', '\u202egnorw si siht\u202c'],
  ['HTML', '<p>The <b>driver</b> was <i>rude</i>&nbsp;&amp; late.</p><script>alert(1)</script><!-- great -->'],
  ['broken HTML', '<<<a href="x" <b>> rude </i'],
  ['base64', 'VGhpcyBpcyBhIHZlcnkgbG9uZyBiYXNlNjQgc3RyaW5nIHdpdGhvdXQgYW55IG1lYW5pbmc='.repeat(40)],
  ['mixed scripts', 'Обслуживание ужасное 服务很差 the staff were rude سيئ جدا ひどい'],
  ['Zalgo', ZALGO],
  ['a keyboard leant on', 'asdfghjkl;qwertyuiop'.repeat(50)],
  ['a link', 'https://example.com/a/b?c=d&e=%E5%A5%BD#bad'],
  ['numbers', '12345 67890 3.14 １２３'],
  ['JSON', '{"text":"bad","n":[1,2,{"__proto__":null}]}'],
];

describe('bad input (P10, P37)', () => {
  it.each(INPUTS)('%s is understood as far as there is something to understand, and is a valid reading', (_, text) => {
    const read = understand(text);
    expect(Understanding.parse(read)).toEqual(read);
    for (const { evidence } of read.topics) for (const words of evidence) expect(text).toContain(words);
  });

  it.each([
    ['nothing', ''],
    ['white space', ' \t\n\u3000'],
    ['a language that is not read', 'Обслуживание было ужасным, я больше никогда не приду'],
  ])('%s gets no guessed sentiment: confidence 0, and the rating alone decides the severity', (_, text) => {
    expect(understand(text).sentiment).toEqual({ label: 'neutral', score: 0, confidence: 0 });
    expect(understand(text)).toMatchObject({ topics: [], flags: [], intent: 'not-feedback', severity: 1 });
    expect(understand(text, { score: 10 })).toMatchObject({ severity: 2, severityReasons: ['rating'] });
  });

  it('marks and tags do not hide what is said', () => {
    expect(understand('<p>The driver was very rude and late.</p>').sentiment.label).toBe('negative');
    expect(understand(ZALGO).sentiment.label).toBe('negative');
    expect(understand('ｔｅｒｒｉｂｌｅ　ｓｅｒｖｉｃｅ').sentiment.label).toBe('negative');
    expect(understand('t\u200be\u200br\u200br\u200bible service').sentiment.label).toBe('negative');
  });
});
