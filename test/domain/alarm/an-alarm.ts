import type { AlarmMail } from '../../../shared/domain/alarm/render.ts';
import type { TopicAlarm } from '../../../shared/domain/alarm/topic-alarm.ts';
import { chooseComments } from '../../../shared/domain/digest/comments.ts';
import type { Language } from '../../../shared/domain/language.ts';
import { MASKS } from '../../../shared/domain/redact/masks.ts';
import { aFeedback } from '../../samples.ts';

export const anAlarm = (overrides: Partial<TopicAlarm> = {}): TopicAlarm => ({
  id: 'rise:delivery:2026-11-23T02',
  at: '2026-11-23T02:05:01.000Z',
  topic: 'delivery',
  from: '2026-11-22T02:00:00.000Z',
  to: '2026-11-23T02:00:00.000Z',
  count: 42,
  expected: 10.3,
  share: 0.21,
  usualShare: 0.06,
  pValue: 0.0000042,
  falseAlarmsPerYear: 4,
  historyDays: 56,
  feedbackIds: ['k3yq7x2m5v4ehwz6a7nbtcd2rs'],
  ...overrides,
});

const WORDS = {
  en: [
    'Two weeks late and nobody called back. My order was for a birthday and it never came; write to ana@example.com.',
    'The courier left the parcel in the rain. https://example.com/AVeryLongAddressWithoutAnyPlaceToBreakItThatIsWiderThanAnyPhone',
    'Third delivery date missed.',
  ],
  'zh-Hans': [
    '快递晚了整整两个星期，打电话没人接，生日礼物也没赶上。',
    '包裹被扔在雨里，全湿了，联系不上配送员，电话13800138000。',
    '第三次改派送时间了。',
  ],
} as const;

/** An alarm as a mail, with comments behind it. */
export function anAlarmMail(language: Language, overrides: Partial<AlarmMail> = {}): AlarmMail {
  const feedback = WORDS[language].map((comment, n) =>
    aFeedback({
      id: `k3yq7x2m5v4ehwz6a7nbtcd2r${'stu'.charAt(n)}`,
      comment,
      branch: 'east',
      understanding: { ...aFeedback().understanding, language, severity: n === 0 ? 3 : 2 },
      ...(n === 0 ? { caseNumber: '2611-0042' } : {}),
    }),
  );
  return {
    alarm: anAlarm(),
    language,
    brandName: language === 'en' ? 'Example Company' : '示例公司',
    timeZone: 'Asia/Shanghai',
    branchNames: new Map([['east', language === 'en' ? 'East' : '华东']]),
    comments: chooseComments(feedback, { orderNumbers: [], masks: MASKS[language] }),
    isFeedbackCut: false,
    ...overrides,
  };
}
