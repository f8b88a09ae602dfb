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

const webhook = { id: 'crm', url: 'https://crm.example.com/hooks', events: 'all' };
const notice = { id: 'team', kind: 'wecom', events: ['CaseOpened'], language: 'zh-Hans' };

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
    [
      'a webhook without https',
      { ...input, webhooks: [{ ...webhook, url: 'http://crm.example.com/' }] },
      /webhooks\.0\.url|webhooks\[0\]\.url/,
    ],
    ['a webhook with credentials in its URL', { ...input, webhooks: [{ ...webhook, url: 'https://a:b@crm.example.com/' }] }, /without "@"/],
    [
      'an event that there is not',
      { ...input, webhooks: [{ ...webhook, events: ['CaseExploded'] }] },
      /expected "all", or types of: .*CaseOpened/,
    ],
    [
      'a recipient of a branch that is not there, in a zone that is none',
      {
        ...input,
        digests: [
          {
            id: 'd',
            period: 'month',
            schedule: 'cron(0 8 1 * ? *)',
            recipients: [{ to: 'a@example.com', branch: 'west', timeZone: 'Mars/Base' }],
          },
        ],
      },
      /digests\[0\]\.recipients\[0\]\.branch: no branch "west"(.|\n)*digests\[0\]\.recipients\[0\]\.timeZone: "Mars\/Base" is not an IANA/,
    ],
    [
      'a digest that nobody gets',
      { ...input, digests: [{ id: 'd', period: 'day', schedule: 'cron(0 8 * * ? *)' }] },
      /digests\[0\]: expected at least one of recipients or to/,
    ],
    [
      'customers served in a branch that is not there',
      { ...input, standards: { served: [{ month: '2026-11', branch: 'west', count: 10 }] } },
      /standards\.served\[0\]\.branch: no branch "west"/,
    ],
    [
      'a notice of a branch that is not there',
      { ...input, notices: [{ ...notice, branch: 'west' }] },
      /notices\[0\]\.branch: no branch "west"/,
    ],
    [
      'a notice with the id of a webhook',
      { ...input, webhooks: [webhook], notices: [{ ...notice, id: 'crm' }] },
      /webhooks and notices: the id "crm"/,
    ],
    ['a notice with its URL, which is a secret', { ...input, notices: [{ ...notice, url: 'https://chat.example.com/x' }] }, /notices\[0\]/],
    ['no agents', { ...input, recovery: { ...input.recovery, agents: [] } }, /recovery\.agents/],
  ])('names the place of %s', (_name, config, expected) => {
    expect(complaintOf(config)).toMatch(expected);
  });

  it('takes webhooks and notices, turned on unless it says otherwise, and needs neither', () => {
    expect(parseConfig(input)).toMatchObject({ webhooks: [], notices: [] });
    const { webhooks, notices } = parseConfig({ ...input, webhooks: [webhook], notices: [notice] });
    expect([webhooks[0]?.isEnabled, notices[0]?.isEnabled]).toEqual([true, true]);
  });

  it('lists all faults at once', () => {
    const message = complaintOf({ ...input, calendars: {}, mailboxes: [{ address: 'a@example.com', branch: 'west' }] });
    expect(message.split('\n')).toHaveLength(3);
  });
});
