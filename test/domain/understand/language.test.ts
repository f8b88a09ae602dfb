import { describe, expect, it } from 'vitest';
import { detectLanguage } from '../../../shared/domain/understand/language.ts';

describe('language of a text (R10)', () => {
  it.each([
    ['en', 'Terrible'],
    ['en', 'No complaints whatsoever.'],
    ['en', 'The parcel came two days late and the box was open.'],
    ['en', 'ＴＨＥ ＳＥＲＶＩＣＥ ＷＡＳ ＳＬＯＷ'],
    ['zh-Hans', '服务很差'],
    ['zh-Hans', '好'],
    ['zh-Hans', 'APP很卡，客服nice'],
    ['zh-Hant', '服務態度很差'],
    ['zh-Hant', '這家店真的很棒'],
    ['ja', '配達が遅くて困りました'],
    ['ko', '배송이 너무 늦어요'],
    ['ru', 'Доставка опоздала на неделю'],
    ['ar', 'الخدمة سيئة جدا'],
    ['fr', 'Le service est terrible et je ne reviendrai jamais'],
    ['es', 'Muy mal servicio, no lo recomiendo a nadie'],
    ['de', 'Die Lieferung war zwei Wochen zu spät und niemand hat geantwortet'],
    ['und', '👍👍'],
    ['und', '5/5'],
    ['und', ''],
    ['und', '\ud800'],
  ])('%s: %s', (language, text) => {
    expect(detectLanguage(text)).toBe(language);
  });

  it('asks the locale where the text cannot tell', () => {
    expect(detectLanguage('Sehr gut', 'de-AT')).toBe('de');
    expect(detectLanguage('好', 'zh-TW')).toBe('zh-Hant');
    expect(detectLanguage('好', 'zh-CN')).toBe('zh-Hans');
    expect(detectLanguage('服务很差', 'zh-TW')).toBe('zh-Hans');
    expect(detectLanguage('The service was slow', 'zh-CN')).toBe('en');
    expect(detectLanguage('Доставка спізнилася', 'uk')).toBe('uk');
    expect(detectLanguage('Доставка опоздала', 'de-DE')).toBe('ru');
  });
});
