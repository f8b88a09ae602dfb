import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { SlaPolicy } from '../../../shared/domain/recovery/policy.ts';
import { SLA_PROFILE_NAMES, SLA_PROFILES } from '../../../shared/domain/recovery/profiles.ts';

const SEVERITIES = ['critical', 'high', 'normal', 'low'] as const;
const HOURS = { h: 1, wd: 8, d: 24, w: 168 } as const;
/** Long enough to compare times of one kind by. */
const roughly = (text: string) =>
  Number.parseFloat(text) * (Object.entries(HOURS).find(([unit]) => text.replace(/[\d.]/g, '') === unit)?.[1] ?? Number.NaN);

describe('ready profiles of deadlines', () => {
  it('are named each, and whole', () => {
    expect(Object.keys(SLA_PROFILES).sort()).toEqual([...SLA_PROFILE_NAMES].sort());
    for (const name of SLA_PROFILE_NAMES)
      expect(SlaPolicy.safeParse({ calendar: 'office', ...SLA_PROFILES[name] }).error, name).toBeUndefined();
  });

  it('default: a human answer in 1, 4, 8, 24 business hours, solved in 1, 2, 5, 10 working days', () => {
    const { deadlines } = SLA_PROFILES.default;
    expect(SEVERITIES.map((severity) => deadlines['first-answer']?.[severity])).toEqual(['1h', '4h', '8h', '24h']);
    expect(SEVERITIES.map((severity) => deadlines.solution?.[severity])).toEqual(['1wd', '2wd', '5wd', '10wd']);
  });

  it('handbook: finding in 1 working day, answer in 5, closed in 15, complex cases in 20 (R2)', () => {
    const { deadlines, complex } = SLA_PROFILES.handbook;
    expect([deadlines.finding?.low, deadlines['first-answer']?.low, deadlines.solution?.low, complex?.solution?.low]).toEqual([
      '1wd',
      '5wd',
      '15wd',
      '20wd',
    ]);
  });

  it('the statutes: eight weeks; 15 and 35 business days; a day and 30 days', () => {
    expect(SLA_PROFILES['uk-disp'].deadlines.solution?.critical).toBe('8w');
    const payments = SLA_PROFILES['uk-disp-payments'];
    expect([payments.deadlines.solution?.low, payments.complex?.solution?.low]).toEqual(['15wd', '35wd']);
    const australian = SLA_PROFILES['au-rg271'].deadlines;
    expect([australian.acknowledge?.low, australian.solution?.low]).toEqual(['1d', '30d']);
  });

  it('never give a graver case longer, nor a better customer', () => {
    for (const name of SLA_PROFILE_NAMES) {
      const { deadlines, tiers = {}, complex = {} }: Omit<SlaPolicy, 'calendar'> = SLA_PROFILES[name];
      for (const some of [deadlines, ...Object.values(tiers), complex]) {
        for (const times of Object.values(some)) {
          const hours = SEVERITIES.map((severity) => roughly(times[severity]));
          expect(hours, name).toEqual([...hours].sort((a, b) => a - b));
        }
      }
      for (const severity of SEVERITIES) {
        const [vip, others] = [tiers.vip?.solution?.[severity], deadlines.solution?.[severity]];
        if (vip !== undefined && others !== undefined) expect(roughly(vip), name).toBeLessThanOrEqual(roughly(others));
      }
    }
  });
});

it('docs/calendars.md has a row for each profile', () => {
  const document = readFileSync(new URL('../../../docs/calendars.md', import.meta.url), 'utf8');
  expect(SLA_PROFILE_NAMES.filter((name) => !document.includes(`| \`${name}\``))).toEqual([]);
});
