import { describe, expect, it } from 'vitest';
import { redact, shorten } from '../../../shared/domain/digest/redact.ts';

const masks = { email: '[address]', number: '[number]' };
const redacted = (text: string) => redact(text, masks);

describe('redact', () => {
  it.each([
    ['write to jane.roe+shop@mail.example.co.uk, please', 'write to [address], please'],
    ['请联系zhang.san@example.cn谢谢', '请联系[address]谢谢'],
    ['邮箱：王小明@例子.中国', '邮箱：[address]'],
    ['me＠example．com', '[address]'],
  ])('masks an address: %s', (text, expected) => {
    expect(redacted(text)).toBe(expected);
  });

  it.each([
    ['call +44 (0)20 7946 0018 now', 'call [number] now'],
    ['电话13800138000', '电话[number]'],
    ['打138-0013-8000', '打[number]'],
    ['１３８００１３８０００', '[number]'],
    ['card 4929 1234 5678 9012.', 'card [number].'],
    ['卡号 6222-0212-3456-7890-123', '卡号 [number]'],
    ['身份证11010519491231002X号', '身份证[number]号'],
    ['1​3​8​0​0​1​3​8​0​0​0', '[number]'],
    ['called 020.7946.0018/9', 'called [number]'],
  ])('masks a number: %s', (text, expected) => {
    expect(redacted(text)).toBe(expected);
  });

  it.each([
    'I waited 3 hours and paid 45.50 for 2 items in 2026',
    'ordered on 2026-11-02, still nothing on 22/11',
    '2026.11.02下单，11月22日还没到，等了20天',
    'room 1408, floor 14',
    'I am @home and rate it 5/5',
  ])('leaves alone: %s', (text) => {
    expect(redacted(text)).toBe(text);
  });

  it('masks a number that follows a date', () => {
    expect(redacted('since 2026-11-02 I call 13800138000')).toBe('since 2026-11-02 I call [number]');
  });

  it('takes out what turns or hides text, and keeps emoji whole', () => {
    expect(redacted('good\u202Edab\u202C\u0000 \u0007service\n\n\tand 👨‍👩‍👧 👍🏽')).toBe('gooddab service and 👨‍👩‍👧 👍🏽');
    expect(redacted('half \uD83D of one')).toBe('half \uFFFD of one');
  });

  it.each([
    ['one letter', 'a'.repeat(1_000_000)],
    ['at signs', '@'.repeat(1_000_000)],
    ['addresses that never end', 'a@'.repeat(500_000)],
    ['dots', 'a@a.'.repeat(250_000)],
    ['single digits', '1 '.repeat(500_000)],
    ['short numbers', '123456x'.repeat(140_000)],
    ['dates', '2026-11-'.repeat(125_000)],
  ])('is quick with 1 MB of %s (P37)', (_, text) => {
    const start = performance.now();
    redacted(text);
    expect(performance.now() - start).toBeLessThan(1000);
  });
});

describe('shorten', () => {
  it('keeps what fits and cuts at what a reader sees as a character', () => {
    expect(shorten('short', 5)).toBe('short');
    expect(shorten('longer', 4)).toBe('long…');
    expect(shorten('好👨‍👩‍👧👍🏽坏', 2)).toBe('好👨‍👩‍👧…');
    expect(shorten('好👨‍👩‍👧👍🏽坏', 3)).toBe('好👨‍👩‍👧👍🏽…');
    expect(shorten('two words', 4)).toBe('two…');
  });

  it('is not fooled by a character of endless marks', () => {
    expect(shorten(`a${'\u0301'.repeat(60_000)}`, 10).length).toBeLessThan(100);
  });
});
