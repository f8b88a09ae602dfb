import { describe, expect, it } from 'vitest';
import input from '../../amends.config.ts';
import { parseConfig } from '../../shared/config/parse.ts';

const complaintOf = (config: unknown) => {
  try {
    parseConfig(config);
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
  return 'accepted';
};

describe('amends.config.ts', () => {
  it('works as it is', () => {
    expect(parseConfig(input).surveys[0]?.id).toBe('service');
  });

  it.each([
    ['an unknown field', { ...input, secrets: {} }, /secrets/],
    ['a missing language', { ...input, brand: { ...input.brand, name: { en: 'A' } } }, /brand\.name/],
    ['a dangling survey', { ...input, sources: [{ ...input.sources[0], survey: 'nope' }] }, /sources\[0\]\.survey: no survey "nope"/],
    [
      'an unknown branch of a mailbox',
      { ...input, mailboxes: [{ address: 'a@example.com', branch: 'west' }] },
      /mailboxes\[0\]\.branch: no branch "west"/,
    ],
    ['a calendar that is not there', { ...input, calendars: {} }, /recovery\.sla\.calendar: no calendar "office"/],
    ["a source that takes a door's name", { ...input, sources: [{ ...input.sources[0], id: 'mail' }] }, /"mail" is used twice or reserved/],
    ['a time zone that is none', { ...input, brand: { ...input.brand, timeZone: 'Mars/Olympus' } }, /brand\.timeZone: "Mars\/Olympus"/],
    ['no agents', { ...input, recovery: { ...input.recovery, agents: [] } }, /recovery\.agents/],
  ])('names the place of %s', (_name, config, expected) => {
    expect(complaintOf(config)).toMatch(expected);
  });

  it('lists all faults at once', () => {
    const message = complaintOf({ ...input, calendars: {}, mailboxes: [{ address: 'a@example.com', branch: 'west' }] });
    expect(message.split('\n')).toHaveLength(3);
  });
});
