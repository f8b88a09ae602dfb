import type { NoticeLine } from '../../../../shared/domain/outgoing/notice/line.ts';
import type { NoticeHouse } from '../../../../shared/domain/outgoing/notice/text.ts';

/** A line about a new case; hand in what the test is about. */
export const aLine = (overrides: Partial<NoticeLine> = {}): NoticeLine => ({
  eventId: 'case:2611-0042:1',
  eventType: 'CaseOpened',
  at: '2026-11-23T02:10:06.000Z',
  caseNumber: '2611-0042',
  severity: 4,
  branch: 'east',
  dueAt: '2026-11-24T01:10:06.000Z',
  ...overrides,
});

export const aHouse = (east: string = 'East', ost: string = '华东'): NoticeHouse => ({
  timeZone: 'Asia/Shanghai',
  branches: [{ id: 'east', name: { en: east, 'zh-Hans': ost } }],
});
