import type { Language } from '../language.ts';

/** Every sentence of a topic alarm in one language. Numbers come formatted. */
export interface AlarmWords {
  readonly name: string;
  /** `usual` is absent where next to nothing is usual. */
  headline(topic: string, count: number, usual: string | undefined): string;
  window(from: string, to: string): string;
  shares(now: string, usual: string): string;
  /** `oneOf` is absent beyond what is worth telling apart. */
  chance(oneOf: number | undefined): string;
  commentsTitle(shown: number, count: number): string;
  readonly commentsRule: string;
  readonly noComments: string;
  /** `isCut`: not all feedback of the window was looked through. */
  readonly isCut: string;
  source(id: string): string;
  readonly methodTitle: string;
  method(of: { readonly days: number; readonly falseAlarms: string; readonly timeZone: string }): readonly string[];
}

const english: AlarmWords = {
  name: 'Alarm: a topic is rising',
  headline: (topic, count, usual) =>
    `${topic}: ${count.toLocaleString('en-GB')} unhappy responses in 24 hours, ${usual === undefined ? 'hardly any are' : `about ${usual} ${usual === '1' ? 'is' : 'are'}`} usual`,
  window: (from, to) => `${from} to ${to}`,
  shares: (now, usual) => `They are ${now} of all feedback; ${usual} is usual.`,
  chance: (oneOf) =>
    `Had nothing changed, so many would come by chance in ${oneOf === undefined ? 'less than one of 1,000,000' : `about one of ${oneOf.toLocaleString('en-GB')}`} looks.`,
  commentsTitle: (shown, count) => (shown < count ? `What they say: ${shown} of ${count.toLocaleString('en-GB')}` : 'What they say'),
  commentsRule: 'The gravest first. E-mail addresses, house numbers, order numbers and long numbers are masked.',
  noComments: 'Nobody wrote any words: the topic was ticked.',
  isCut: 'So much came in that only the newest part was looked through for comments.',
  source: (id) => `amends feedback show ${id}`,
  methodTitle: 'How this alarm works',
  method: ({ days, falseAlarms, timeZone }) => [
    'Counted: feedback that names the topic, ticked or in words, and is unhappy (read as negative, in the lowest two fifths of the satisfaction scale, or NPS 0–6; the greatest of these three counts).',
    `Compared with the ${days} complete days before, by weekday, and with all other feedback: a day on which everything rises raises no alarm.`,
    `All topics are looked at once an hour. If nothing ever changed, at most ${falseAlarms} false ${falseAlarms === '1' ? 'alarm' : 'alarms'} a year would be expected, of all topics together.`,
    'Within 24 hours a topic raises another alarm only when it has risen by half again.',
    `Times are of ${timeZone}.`,
  ],
};

const chinese: AlarmWords = {
  name: '预警：某一主题反馈激增',
  headline: (topic, count, usual) =>
    `${topic}：24 小时内不满反馈 ${count.toLocaleString('zh-CN')} 条，平时${usual === undefined ? '几乎没有' : `约 ${usual} 条`}`,
  window: (from, to) => `${from}至${to}`,
  shares: (now, usual) => `占全部反馈的 ${now}，平时为 ${usual}。`,
  chance: (oneOf) =>
    `若情况并无变化，仅凭偶然出现这么多条，${oneOf === undefined ? '每 1,000,000 次检查还不到一次' : `约每 ${oneOf.toLocaleString('zh-CN')} 次检查才有一次`}。`,
  commentsTitle: (shown, count) => (shown < count ? `客户原话：${count.toLocaleString('zh-CN')} 条中的 ${shown} 条` : '客户原话'),
  commentsRule: '按严重程度由重到轻排列。邮箱、门牌号、订单号和长号码已隐去。',
  noComments: '客户只勾选了该主题，没有留下文字。',
  isCut: '反馈数量很大，仅从最新的部分中选取留言。',
  source: (id) => `amends feedback show ${id}`,
  methodTitle: '预警说明',
  method: ({ days, falseAlarms, timeZone }) => [
    '统计对象：涉及该主题（客户勾选或文字提及）且表示不满的反馈，即文字判为负面、满意度处于量表最低两档，或 NPS 为 0–6 分；取三种计数中最大的一种。',
    `对照：此前 ${days} 个完整日（按星期几折算），以及同一时段的其他全部反馈。若各类反馈同时增多，则不发出预警。`,
    `每小时检查一次所有主题。若情况始终没有变化，所有主题合计的误报预计每年不超过 ${falseAlarms} 次。`,
    '24 小时内，同一主题只有再增加一半时才会再次预警。',
    `时间以 ${timeZone} 时区为准。`,
  ],
};

const WORDS: Readonly<Record<Language, AlarmWords>> = { en: english, 'zh-Hans': chinese };

export const alarmWordsOf = (language: Language): AlarmWords => WORDS[language];
