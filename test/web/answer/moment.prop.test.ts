import fc from 'fast-check';
import { expect, it } from 'vitest';
import { momentInWords as inTheDomain } from '../../../shared/domain/date-words.ts';
import { LANGUAGES } from '../../../shared/domain/language.ts';
import { momentInWords } from '../../../web/answer/moment.ts';

it('moments on the page of an invitation are written as everywhere', () => {
  const instant = fc
    .date({ min: new Date('2020-01-01'), max: new Date('2099-12-31'), noInvalidDate: true })
    .map((date) => date.toISOString());
  const zone = fc.constantFrom('Asia/Shanghai', 'Europe/London', 'America/New_York', 'UTC');
  fc.assert(
    fc.property(instant, zone, fc.constantFrom(...LANGUAGES), (at, timeZone, language) => {
      expect(momentInWords(at, timeZone, language)).toBe(inTheDomain(at, timeZone, language));
    }),
  );
});
