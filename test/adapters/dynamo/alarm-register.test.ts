import { GetCommand } from '@aws-sdk/lib-dynamodb';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { alarmRegister } from '../../../shared/adapters/dynamo/alarm-register.ts';
import { actionKey } from '../../../shared/adapters/dynamo/keys.ts';
import type { TopicAlarm } from '../../../shared/domain/alarm/topic-alarm.ts';
import type { Action } from '../../../shared/domain/recovery/action.ts';
import { type DynamoForTests, startDynamo } from '../../engine.ts';

let dynamo: DynamoForTests;
beforeAll(async () => {
  dynamo = await startDynamo();
});
afterAll(() => dynamo.stop());

const alarm = (hour: string, count = 42): TopicAlarm => ({
  id: `rise:delivery:2026-11-23T${hour}`,
  at: `2026-11-23T${hour}:05:01.000Z`,
  topic: 'delivery',
  from: `2026-11-22T${hour}:00:00.000Z`,
  to: `2026-11-23T${hour}:00:00.000Z`,
  count,
  expected: 10,
  share: 0.3,
  usualShare: 0.1,
  pValue: 0.000001,
  falseAlarmsPerYear: 4,
  historyDays: 56,
  feedbackIds: ['a'],
});
const mail = (of: TopicAlarm): Action => ({
  id: `alarm:${of.id}`,
  kind: 'digest',
  state: 'due',
  dueAt: of.at,
  attempts: 0,
  language: 'en',
  to: ['manager@example.com'],
  subject: `${of.count}`,
  html: '<p>x</p>',
  text: 'x',
});

describe('the register of alarms', () => {
  it('stores an alarm with its mail once, and lists alarms newest first', async () => {
    const register = alarmRegister(dynamo.client, dynamo.registerTable);
    expect(await register.raise(alarm('02'), mail(alarm('02')))).toBe(true);
    expect(await register.raise(alarm('02', 99), mail(alarm('02', 99)))).toBe(false);
    expect(await register.raise(alarm('08'), undefined)).toBe(true);
    const page = await register.alarms({ limit: 1 });
    expect(page.items).toEqual([alarm('08')]);
    expect((await register.alarms({ limit: 1, cursor: page.cursor })).items).toEqual([alarm('02')]);
    const stored = await dynamo.client.send(
      new GetCommand({ TableName: dynamo.registerTable, Key: actionKey('alarm:rise:delivery:2026-11-23T02') }),
    );
    expect(stored.Item).toMatchObject({ type: 'action', subject: '42', ipk: expect.stringMatching(/^DUE#/) });
  });

  it('does not take another fault for an alarm that stands', async () => {
    await expect(alarmRegister(dynamo.client, 'No-Such-Table').raise(alarm('03'), undefined)).rejects.toThrow();
  });
});
