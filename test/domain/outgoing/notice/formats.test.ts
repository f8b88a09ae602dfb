import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LANGUAGES } from '../../../../shared/domain/language.ts';
import { NOTICE_KINDS } from '../../../../shared/domain/outgoing/endpoint.ts';
import { noticeBody, noticeOutcome } from '../../../../shared/domain/outgoing/notice/formats.ts';
import { aHouse, aLine } from './a-line.ts';

const LINE = '2611-0042 New case · critical · East · due 2026-11-24 09:10';
const two = [aLine(), aLine({ eventId: 'case:2611-0043:1', caseNumber: '2611-0043' })];
const SECOND = LINE.replace('0042', '0043');
const bytes = (text: string) => Buffer.byteLength(text);

describe('a message for a chat room, as its service documents it', () => {
  it('Slack: blocks of plain text, with a text for notifications', () => {
    expect(noticeBody({ kind: 'slack', language: 'en' }, two, aHouse())).toEqual({
      text: 'Amends: 2 events',
      blocks: [
        { type: 'header', text: { type: 'plain_text', text: 'Amends: 2 events', emoji: false } },
        { type: 'section', text: { type: 'plain_text', text: `${LINE}\n${SECOND}`, emoji: false } },
      ],
      unfurl_links: false,
      unfurl_media: false,
    });
  });

  it('Teams Workflows: an adaptive card 1.4 in a message', () => {
    expect(noticeBody({ kind: 'teams', language: 'en' }, two, aHouse())).toMatchObject({
      type: 'message',
      attachments: [
        {
          contentType: 'application/vnd.microsoft.card.adaptive',
          content: {
            type: 'AdaptiveCard',
            version: '1.4',
            body: [{ type: 'TextBlock', text: 'Amends: 2 events' }, { text: LINE }, { text: SECOND }],
          },
        },
      ],
    });
  });

  it('WeCom: Markdown', () => {
    expect(noticeBody({ kind: 'wecom', language: 'zh-Hans' }, [aLine()], aHouse())).toEqual({
      msgtype: 'markdown',
      markdown: { content: '**Amends：1 条动态**\n> 2611-0042 新个案 · 紧急 · 华东 · 期限 2026-11-24 09:10' },
    });
  });

  it('DingTalk: Markdown with a title, at nobody', () => {
    expect(noticeBody({ kind: 'dingtalk', language: 'zh-Hans' }, [aLine()], aHouse())).toEqual({
      msgtype: 'markdown',
      markdown: { title: 'Amends：1 条动态', text: '#### Amends：1 条动态\n- 2611-0042 新个案 · 紧急 · 华东 · 期限 2026-11-24 09:10' },
      at: { atMobiles: [], atUserIds: [], isAtAll: false },
    });
  });

  it('Feishu: a card of plain text', () => {
    expect(noticeBody({ kind: 'feishu', language: 'zh-Hans' }, [aLine()], aHouse())).toMatchObject({
      msg_type: 'interactive',
      card: {
        header: { title: { tag: 'plain_text', content: 'Amends：1 条动态' } },
        elements: [{ tag: 'div', text: { tag: 'plain_text', content: '2611-0042 新个案 · 紧急 · 华东 · 期限 2026-11-24 09:10' } }],
      },
    });
  });
});

/** Bytes or characters of what each service counts, and its limit. */
const measured: Readonly<Record<(typeof NOTICE_KINDS)[number], (body: string) => readonly [number, number]>> = {
  slack: (body) => [JSON.parse(body).blocks[1].text.text.length, 3000],
  teams: (body) => [bytes(body), 28_000],
  wecom: (body) => [bytes(JSON.parse(body).markdown.content), 4096],
  dingtalk: (body) => [bytes(body), 20_000],
  feishu: (body) => [bytes(body) + 120, 20_000],
};

describe.each(NOTICE_KINDS)('limits of %s', (kind) => {
  it('hold however many lines there are, how long the names and in which language; what does not fit is summed up', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 200 }),
        fc.constantFrom(...LANGUAGES),
        fc.string({ unit: 'grapheme', minLength: 1, maxLength: 80 }),
        (count, language, name) => {
          const lines = Array.from({ length: count }, (_, i) => aLine({ eventId: `case:2611-0042:${i}` }));
          const body = JSON.stringify(noticeBody({ kind, language }, lines, aHouse(name, `𠮷${name}`)));
          const [size, limit] = measured[kind](body);
          expect(size).toBeLessThanOrEqual(limit);
          const shown = body.split('2611-0042').length - 1;
          expect(shown).toBeLessThanOrEqual(Math.min(count, 20));
          expect(shown).toBeGreaterThanOrEqual(Math.min(count, 10));
          const rest = count - shown;
          if (rest > 0) expect(body).toContain(language === 'en' ? `and ${rest} more` : `另有 ${rest} 条`);
          else expect(body).not.toMatch(/and \d+ more|另有 \d+ 条/);
        },
      ),
      { numRuns: 60 },
    );
  });

  it('let no name mention anybody', () => {
    const body = JSON.stringify(
      noticeBody({ kind, language: 'en' }, [aLine()], aHouse('<!here> @all <at id=all> [x](https://x.example.com)')),
    );
    expect(body).not.toMatch(/<!here>|@all|<at |\]\(|x\.example/);
  });
});

describe('what a chat service answers', () => {
  it.each([
    ['slack', 200, 'ok', { status: 200 }],
    ['slack', 404, 'no_service', { status: 404 }],
    ['teams', 202, '', { status: 200 }],
    [
      'teams',
      200,
      'Webhook message delivery failed with error: Microsoft Teams endpoint returned HTTP error 429',
      { failure: 'refused-by-service' },
    ],
    ['wecom', 200, '{"errcode":0,"errmsg":"ok"}', { status: 200 }],
    ['wecom', 200, '{"errcode":45009,"errmsg":"api freq out of limit"}', { failure: 'refused-by-service', serviceCode: 45009 }],
    ['dingtalk', 200, '{"errcode":310000,"errmsg":"sign not match"}', { failure: 'refused-by-service', serviceCode: 310000 }],
    ['dingtalk', 200, '<html>', { failure: 'refused-by-service' }],
    ['feishu', 200, '{"code":0,"msg":"success","data":{}}', { status: 200 }],
    ['feishu', 200, '{"StatusCode":0,"StatusMessage":"success"}', { status: 200 }],
    ['feishu', 200, '{"code":19021,"msg":"sign match fail"}', { failure: 'refused-by-service', serviceCode: 19021 }],
    ['feishu', 500, '{"code":0}', { status: 500 }],
  ] as const)('%s: %i %s', (kind, status, body, outcome) => {
    expect(noticeOutcome(kind, status, body)).toEqual(outcome);
  });
});
