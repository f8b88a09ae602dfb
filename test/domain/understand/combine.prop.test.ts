import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { combine, fallBack } from '../../../shared/domain/understand/combine.ts';
import { FALLBACK_REASONS } from '../../../shared/domain/understand/fallback.ts';
import { Understanding } from '../../../shared/domain/understand/understanding.ts';
import { aCalmReading } from './a-reading.ts';
import { anyUnderstanding, anyVerdict } from './arbitrary.ts';

const combined = (check: (own: Understanding, both: Understanding, verdict: Parameters<typeof combine>[1]) => void) =>
  fc.assert(fc.property(anyUnderstanding, anyVerdict, (own, verdict) => check(own, combine(own, verdict, 'bedrock:some.model'), verdict)));

describe('another engine over our own reading (P38)', () => {
  it('never lowers the severity, and never takes a flag or a reason away, whatever it says (P38)', () =>
    combined((own, both) => {
      expect(both.severity).toBeGreaterThanOrEqual(own.severity);
      expect(both.flags).toEqual(expect.arrayContaining(own.flags));
      expect(both.severityReasons).toEqual(expect.arrayContaining(own.severityReasons));
    }));

  it('counts: its severity and its flags raise what ours did not find (P38)', () => {
    combined((_own, both, verdict) => {
      expect(both.severity).toBeGreaterThanOrEqual(verdict.severity ?? 1);
      expect(both.flags).toEqual(expect.arrayContaining([...(verdict.flags ?? [])]));
    });
    const own = aCalmReading();
    expect(combine(own, { flags: ['danger'] }, 'x')).toMatchObject({ severity: 4, flags: ['danger'], severityReasons: ['danger'] });
    expect(combine(own, { severity: 3 }, 'x')).toMatchObject({ severity: 3, severityReasons: ['engine'] });
  });

  it('is an understanding like any other, of closed sets, under the name of who read it', () =>
    combined((own, both) => {
      expect(Understanding.safeParse(both).success).toBe(true);
      expect(both.engine).toBe('bedrock:some.model');
      expect(both.language).toBe(own.language);
      expect(new Set(both.flags).size).toBe(both.flags.length);
      expect(new Set(both.topics.map(({ topic }) => topic)).size).toBe(both.topics.length);
    }));

  it('puts no words of its own in: evidence is ours or empty', () =>
    combined((own, both) => {
      const ours = own.topics.map(({ evidence }) => evidence);
      for (const { evidence } of both.topics) expect(evidence.length === 0 || ours.includes(evidence)).toBe(true);
    }));

  it('cannot set aside as spam what our own rules found to matter', () =>
    combined((own, both, { intent }) => {
      const setsAside = intent === 'spam' || intent === 'not-feedback';
      expect(both.intent).toBe(intent === undefined || (setsAside && own.severity > 1) ? own.intent : intent);
    }));

  it('keeps ours where it says nothing', () =>
    fc.assert(
      fc.property(anyUnderstanding, (own) => {
        const { sentiment, topics, intent } = combine(own, {}, 'comprehend');
        expect({ sentiment, topics, intent }).toEqual({ sentiment: own.sentiment, topics: own.topics, intent: own.intent });
      }),
    ));
});

describe('an engine that does not read', () => {
  it.each(FALLBACK_REASONS)('leaves our own reading whole, and the item says: %s', (reason) =>
    fc.assert(
      fc.property(anyUnderstanding, (own) => {
        const read = fallBack(own, 'comprehend', reason);
        expect(read).toEqual({ ...own, fallback: { engine: 'comprehend', reason } });
        expect(Understanding.safeParse(read).success).toBe(true);
      }),
    ),
  );
});
