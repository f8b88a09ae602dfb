import { describe, expect, it } from 'vitest';
import * as z from 'zod/mini';
import input from '../../amends.config.ts';
import { parseConfig } from '../../shared/config/parse.ts';
import { synthesise } from './synthesised.ts';

const words = { en: 'the New Year', 'zh-Hans': '新年' };
const greetings = [{ id: 'new-year', on: '01-01', occasion: words, text: words }];

/** When the care of a day is called. */
function timesOf(customers: Parameters<typeof Object.assign>[0]) {
  const { all, inWords } = synthesise(parseConfig({ ...input, customers }));
  const schedules = all(
    'AWS::Scheduler::Schedule',
    z.object({
      ScheduleExpression: z.string(),
      ScheduleExpressionTimezone: z.optional(z.string()),
      Target: z.object({ Arn: z.unknown(), Input: z.string() }),
    }),
  );
  return schedules
    .filter(({ Properties: { Target } }) => inWords(Target.Arn).includes('/Care'))
    .map(({ Properties: { ScheduleExpression, ScheduleExpressionTimezone, Target } }) => [
      ScheduleExpression,
      ScheduleExpressionTimezone,
      JSON.parse(Target.Input),
    ]);
}

describe('the care of a day (R7, R26)', () => {
  it.each([
    ['greetings', { greetings }],
    ['calls', { calls: [{}] }],
  ])('begins at half past nine in the brand’s zone, and goes on in parts, where %s are planned', (_, customers) => {
    const input = { at: '<aws.scheduler.scheduled-time>' };
    expect(timesOf(customers)).toEqual([
      ['cron(30/5 9 * * ? *)', 'Asia/Shanghai', input],
      ['cron(0/5 10-17 * * ? *)', 'Asia/Shanghai', input],
    ]);
  });

  it('is never called where nothing is planned', () => {
    expect(timesOf({})).toEqual([]);
  });
});
