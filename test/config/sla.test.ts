import { describe, expect, it } from 'vitest';
import input from '../../amends.config.ts';
import { parseConfig } from '../../shared/config/parse.ts';
import { SLA_PROFILE_NAMES, SLA_PROFILES } from '../../shared/domain/recovery/profiles.ts';

const parsed = (sla: object, calendar: object = {}) =>
  parseConfig({
    ...input,
    recovery: { ...input.recovery, sla: { calendar: 'office', ...sla } },
    calendars: { office: { ...input.calendars['office'], ...calendar } },
  }).recovery.sla;

const complaintOf = (...settings: Parameters<typeof parsed>) => {
  try {
    parsed(...settings);
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
  return 'accepted';
};

describe('deadlines in the config (R2)', () => {
  it('are those of the default profile where nothing is said', () => {
    expect(parsed({})).toEqual({ calendar: 'office', ...SLA_PROFILES.default });
  });

  it.each(SLA_PROFILE_NAMES)('are those of the profile %s, whole', (profile) => {
    expect(parsed({ profile })).toEqual({ calendar: 'office', ...SLA_PROFILES[profile] });
  });

  it('are changed one by one, added and taken out', () => {
    const offer = { critical: '1wd', high: '2wd', normal: '3wd', low: '3wd' };
    const sla = parsed({
      deadlines: { 'first-answer': { critical: '0.5h' }, finding: null, offer },
      tiers: { new: { offer }, vip: { solution: null, 'first-answer': { critical: '0.5h' } } },
      complex: { solution: { critical: '3wd', high: '5wd', normal: '15wd', low: '20wd' } },
    });
    expect(sla.deadlines['first-answer']).toEqual({ critical: '0.5h', high: '4h', normal: '8h', low: '24h' });
    expect(sla.deadlines).not.toHaveProperty('finding');
    expect(sla.deadlines.offer).toEqual(offer);
    const firstAnswer = { ...SLA_PROFILES.default.tiers?.vip?.['first-answer'], critical: '0.5h' };
    expect(sla.tiers).toEqual({ new: { offer }, vip: { 'first-answer': firstAnswer } });
    expect(sla.complex?.solution?.low).toBe('20wd');
  });

  it.each([
    ['a profile that is none', { profile: 'fast' }, /recovery\.sla\.profile: .*"default"\|"handbook"/],
    [
      'a duration that is none',
      { deadlines: { offer: { critical: '2x' } } },
      /sla\.deadlines\.offer\.critical: expected a duration such as/,
    ],
    ['a kind of deadline that is none', { deadlines: { coffee: null } }, /recovery\.sla\.deadlines.*coffee/],
    [
      'a new deadline for some cases only',
      { deadlines: { offer: { critical: '2wd' } } },
      /sla\.deadlines\.offer\.low: the profile has no such deadline/,
    ],
    ['a tier that is none', { tiers: { gold: {} } }, /recovery\.sla\.tiers.*gold/],
  ])('refuse %s, and name its place', (_name, sla, expected) => {
    expect(complaintOf(sla)).toMatch(expected);
  });

  it('refuse what the calendar cannot reach, before a case has to', () => {
    const anHourAWeek = { weekdays: [3], periods: [{ from: '10:00', to: '11:00' }] };
    expect(complaintOf({ deadlines: { report: { low: '200h' } } }, anHourAWeek)).toMatch(
      /recovery\.sla: 200h does not fit into three years of the calendar "office"/,
    );
  });
});
