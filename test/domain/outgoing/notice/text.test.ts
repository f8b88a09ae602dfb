import { describe, expect, it } from 'vitest';
import { LANGUAGES } from '../../../../shared/domain/language.ts';
import { EVENT_TYPES } from '../../../../shared/domain/outgoing/endpoint.ts';
import { lineInWords, noticeText } from '../../../../shared/domain/outgoing/notice/text.ts';
import { noticeWords } from '../../../../shared/domain/outgoing/notice/words.ts';
import { DEADLINE_KINDS } from '../../../../shared/domain/recovery/policy.ts';
import { aHouse, aLine } from './a-line.ts';

describe('a notice in words', () => {
  it('says number, what happened, severity, branch and deadline, in the zone of the house', () => {
    expect(lineInWords(aLine(), 'en', aHouse())).toBe('2611-0042 New case · critical · East · due 2026-11-24 09:10');
    expect(lineInWords(aLine(), 'zh-Hans', aHouse())).toBe('2611-0042 新个案 · 紧急 · 华东 · 期限 2026-11-24 09:10');
  });

  it('says a missed deadline and one that is near', () => {
    const reached = (percent: number) =>
      aLine({ eventType: 'DeadlineReached', deadline: 'offer', percent, severity: undefined, dueAt: undefined });
    expect(lineInWords(reached(100), 'en', aHouse())).toBe('2611-0042 Deadline missed: offer · East');
    expect(lineInWords(reached(75), 'zh-Hans', aHouse())).toBe('2611-0042 期限将至：提出方案 · 华东');
  });

  it('says that a case is serious', () => {
    expect(lineInWords(aLine({ isSerious: true, dueAt: undefined }), 'en', aHouse())).toBe(
      '2611-0042 New case · serious · critical · East',
    );
  });

  it('says what it can of an event that it has no words for, and of a branch that is gone', () => {
    expect(
      lineInWords(
        aLine({ eventType: 'constructor', caseNumber: undefined, branch: 'gone', severity: undefined, dueAt: undefined }),
        'en',
        aHouse(),
      ),
    ).toBe('constructor · gone');
  });

  it('sums up what is more', () => {
    const lines = Array.from({ length: 14 }, (_, i) => aLine({ eventId: `case:2611-0042:${i}` }));
    expect(noticeText(lines, 2, 'en', aHouse())).toMatchObject({
      title: 'Amends: 14 events',
      lines: [expect.any(String), expect.any(String), 'and 12 more'],
    });
    expect(noticeText(lines, 2, 'zh-Hans', aHouse()).lines.at(-1)).toBe('另有 12 条');
    expect(noticeText(lines, 14, 'en', aHouse()).lines).toHaveLength(14);
    expect(noticeText([aLine()], 1, 'en', aHouse()).title).toBe('Amends: 1 event');
  });

  it('has the same words in both languages, each Chinese one in Chinese', () => {
    const [english, chinese] = LANGUAGES.map((language) => noticeWords[language]);
    expect(Object.keys(chinese?.events ?? {})).toEqual(Object.keys(english?.events ?? {}));
    for (const words of Object.values(chinese?.events ?? {})) expect(words).toMatch(/^\p{Script=Han}+$/u);
  });

  it('has words for every event there is', () => {
    expect(EVENT_TYPES).toContain('CaseOpened');
    expect(EVENT_TYPES.filter((type) => !Object.hasOwn(noticeWords.en.events, type))).toEqual([]);
  });

  it.each(DEADLINE_KINDS)('has a word for a deadline of kind %s in both languages', (kind) => {
    expect(noticeWords.en.deadline(kind, true)).not.toContain('other');
    expect(noticeWords['zh-Hans'].deadline(kind, true)).not.toContain('其他');
  });
});
