import * as z from 'zod/mini';
import type { NoticeDestination, NoticeKind } from '../endpoint.ts';
import type { Outcome } from '../retry.ts';
import type { NoticeLine } from './line.ts';
import { type NoticeHouse, type NoticeText, noticeText } from './text.ts';

/** Lines of one message, at most: more is not read. */
const MAX_SHOWN = 20;

const bytes = (text: string) => new TextEncoder().encode(text).length;

interface NoticeFormat {
  /** The body as JSON, as the service documents it. */
  body(text: NoticeText): object;
  /** Does it keep to the service's limit of length? */
  fits(text: NoticeText): boolean;
  /** What a 2xx answer says. */
  answer(body: string): Outcome;
}

const TAKEN: Outcome = { status: 200 };

const Errcode = z.object({ errcode: z.int() });
const FeishuCode = z.union([
  z.pipe(
    z.object({ code: z.int() }),
    z.transform(({ code }) => code),
  ),
  z.pipe(
    z.object({ StatusCode: z.int() }),
    z.transform(({ StatusCode }) => StatusCode),
  ),
]);

/** Chinese services answer 200 and say in the body whether they took it: 0 is yes. */
function byCode(code: number | undefined): Outcome {
  return code === 0 ? TAKEN : { failure: 'refused-by-service', serviceCode: code };
}

/** Section text: 3,000 characters. Plain text in blocks knows neither mentions nor links; what notifications show is escaped (api.slack.com, "Formatting text"). */
const slack: NoticeFormat = {
  body: ({ title, lines }) => ({
    text: escapeSlack(title),
    blocks: [
      { type: 'header', text: { type: 'plain_text', text: title, emoji: false } },
      { type: 'section', text: { type: 'plain_text', text: lines.join('\n'), emoji: false } },
    ],
    unfurl_links: false,
    unfurl_media: false,
  }),
  fits: ({ lines }) => lines.join('\n').length <= 3000,
  answer: () => TAKEN,
};
const escapeSlack = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

/** 28 KB by the documents; senders have seen refusals from 21,000 bytes on. Mentions need an entity of the card, and there is none. */
const teams: NoticeFormat = {
  body: ({ title, lines }) => ({
    type: 'message',
    attachments: [
      {
        contentType: 'application/vnd.microsoft.card.adaptive',
        contentUrl: null,
        content: {
          $schema: 'http://adaptivecards.io/schemas/adaptive-card.json',
          type: 'AdaptiveCard',
          version: '1.4',
          body: [
            { type: 'TextBlock', text: title, weight: 'Bolder', size: 'Medium', wrap: true },
            ...lines.map((text) => ({ type: 'TextBlock', text, wrap: true, spacing: 'Small' })),
          ],
        },
      },
    ],
  }),
  fits: (text) => bytes(JSON.stringify(teams.body(text))) <= 20_000,
  // Older connectors wrote the failure of what is behind them into a 200.
  answer: (body) => (/returned HTTP error/i.test(body) ? { failure: 'refused-by-service' } : TAKEN),
};

const inMarkdown = ({ title, lines }: NoticeText) => [`**${title}**`, ...lines.map((line) => `> ${line}`)].join('\n');
/** Markdown content: 4,096 bytes of UTF-8. */
const wecom: NoticeFormat = {
  body: (text) => ({ msgtype: 'markdown', markdown: { content: inMarkdown(text) } }),
  fits: (text) => bytes(inMarkdown(text)) <= 4096,
  answer: (body) => byCode(Errcode.safeParse(fromJson(body)).data?.errcode),
};

/** The body: 20,000 bytes. A line break needs an empty line, or a list. */
const dingtalk: NoticeFormat = {
  body: ({ title, lines }) => ({
    msgtype: 'markdown',
    markdown: { title, text: [`#### ${title}`, ...lines.map((line) => `- ${line}`)].join('\n') },
    at: { atMobiles: [], atUserIds: [], isAtAll: false },
  }),
  fits: (text) => bytes(JSON.stringify(dingtalk.body(text))) <= 19_000,
  answer: (body) => byCode(Errcode.safeParse(fromJson(body)).data?.errcode),
};

/** The body: 20 KB, the signature that is added to it included. */
const feishu: NoticeFormat = {
  body: ({ title, lines }) => ({
    msg_type: 'interactive',
    card: {
      config: { wide_screen_mode: true },
      header: { template: 'orange', title: { tag: 'plain_text', content: title } },
      elements: [{ tag: 'div', text: { tag: 'plain_text', content: lines.join('\n') } }],
    },
  }),
  fits: (text) => bytes(JSON.stringify(feishu.body(text))) <= 19_000,
  answer: (body) => byCode(FeishuCode.safeParse(fromJson(body)).data),
};

const FORMATS: Readonly<Record<NoticeKind, NoticeFormat>> = { slack, teams, wecom, dingtalk, feishu };

/**
 * The one message of these lines as its service wants it. Lines that would be too many or too long together are summed up.
 * @param lines oldest first.
 */
export function noticeBody(
  { kind, language }: Pick<NoticeDestination, 'kind' | 'language'>,
  lines: readonly NoticeLine[],
  house: NoticeHouse,
): object {
  const format = FORMATS[kind];
  let shown = Math.min(lines.length, MAX_SHOWN);
  let text = noticeText(lines, shown, language, house);
  while (shown > 0 && !format.fits(text)) {
    shown -= 1;
    text = noticeText(lines, shown, language, house);
  }
  return format.body(text);
}

/** What the answer of a chat service says: some write a refusal into a 200. */
export function noticeOutcome(kind: NoticeKind, status: number, body: string): Outcome {
  if (status < 200 || status > 299) return { status };
  return FORMATS[kind].answer(body);
}

function fromJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
