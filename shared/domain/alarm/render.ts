import type { DigestComment } from '../digest/comments.ts';
import { localMinute } from '../digest/formats.ts';
import { type CommentHouse, commentBlock, commentFacts } from '../digest/html-cases.ts';
import { layoutFor } from '../digest/layout.ts';
import { footnotes, mailPage, masthead } from '../digest/page.ts';
import type { RenderedDigest } from '../digest/render.ts';
import { wordsOf } from '../digest/words.ts';
import type { Fragment } from '../html.ts';
import { topicWords } from '../words.ts';
import type { TopicAlarm } from './topic-alarm.ts';
import { type AlarmWords, alarmWordsOf } from './words.ts';

export interface AlarmMail extends CommentHouse {
  readonly alarm: TopicAlarm;
  readonly brandName: string;
  readonly timeZone: string;
  /** Redacted. */
  readonly comments: readonly DigestComment[];
  readonly isFeedbackCut: boolean;
}

/** The alarm as a mail in its language; HTML and text say the same. */
export function renderAlarm(mail: AlarmMail): RenderedDigest {
  const words = alarmWordsOf(mail.language);
  const said = sentencesOf(mail, words);
  const subject = `${said.headline} · ${mail.brandName}`.replaceAll(/\p{Cc}+/gu, ' ');
  return { subject, html: htmlAlarm(mail, words, said), text: textAlarm(mail, words, said) };
}

interface Sentences {
  readonly headline: string;
  readonly window: string;
  readonly grounds: readonly string[];
  readonly comments: { readonly title: string; readonly rule: string };
  readonly method: readonly string[];
}

function sentencesOf({ alarm, language, timeZone, comments, isFeedbackCut }: AlarmMail, words: AlarmWords): Sentences {
  const { dateTime } = wordsOf(language);
  return {
    headline: words.headline(topicWords[alarm.topic][language], alarm.count, usualCount(alarm.expected)),
    window: words.window(dateTime(localMinute(alarm.from, timeZone)), dateTime(localMinute(alarm.to, timeZone))),
    grounds: [words.shares(sharePercent(alarm.share), sharePercent(alarm.usualShare)), words.chance(oneOf(alarm.pValue))],
    comments: {
      title: words.commentsTitle(comments.length, alarm.count),
      rule: comments.length === 0 ? words.noComments : `${words.commentsRule}${isFeedbackCut ? ` ${words.isCut}` : ''}`,
    },
    method: words.method({ days: alarm.historyDays, falseAlarms: String(alarm.falseAlarmsPerYear), timeZone }),
  };
}

/** One digit after the point below ten; nothing where it would read 0. */
function usualCount(expected: number): string | undefined {
  const rounded = expected < 10 ? Math.round(expected * 10) / 10 : Math.round(expected);
  return rounded === 0 ? undefined : String(rounded);
}

const sharePercent = (share: number) => (share > 0 && share < 0.01 ? `${(share * 100).toFixed(1)}%` : `${Math.round(share * 100)}%`);

/** Chances are told to one digit: the model behind them is not truer than that. */
const MOST_WORTH_TELLING = 1_000_000;
function oneOf(pValue: number): number | undefined {
  const times = 1 / pValue;
  if (times >= MOST_WORTH_TELLING) return undefined;
  const unit = 10 ** Math.floor(Math.log10(times));
  return Math.floor(times / unit) * unit;
}

function htmlAlarm(mail: AlarmMail, words: AlarmWords, said: Sentences): string {
  const { brandName, comments, language } = mail;
  const layout = layoutFor(language);
  const { row, cell, heading } = layout;
  const block = (content: Fragment, above: number) => row(cell({ padding: `${above}px 32px 0` }, content));
  const digestWords = wordsOf(language);
  const rows = [
    masthead(layout, [brandName, words.name, said.window]),
    block(heading(1, said.headline), 28),
    said.grounds.map((sentence) => row(cell({ padding: '8px 32px 0', size: 15 }, sentence))),
    block(heading(2, said.comments.title), 32),
    row(cell({ padding: '2px 32px 0', size: 13, colour: 'muted' }, said.comments.rule)),
    comments.map((comment) => block(commentBlock({ model: mail, words: digestWords, layout }, comment, words.source(comment.id)), 10)),
    footnotes(layout, words.methodTitle, said.method),
  ];
  return mailPage(layout, { lang: digestWords.lang, title: said.headline, preview: said.grounds.join(' '), rows });
}

function textAlarm(mail: AlarmMail, words: AlarmWords, said: Sentences): string {
  const digestWords = wordsOf(mail.language);
  const comments = mail.comments.map((comment) => {
    const lines = [comment.text, commentFacts(comment, mail, digestWords), words.source(comment.id)];
    return lines.filter((line) => line !== '').join('\n');
  });
  const parts = [
    `${mail.brandName}\n${words.name}\n${said.window}`,
    said.headline,
    said.grounds.join('\n'),
    `${said.comments.title}\n${said.comments.rule}`,
    ...comments,
    [words.methodTitle, ...said.method].join('\n'),
  ];
  return `${parts.join('\n\n')}\n`;
}
