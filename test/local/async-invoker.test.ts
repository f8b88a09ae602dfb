import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Permissions } from '../../local/gateway/roles.ts';
import { asyncInvoker } from '../../local/lambda/async-invoker.ts';
import type { FunctionDefinition } from '../../local/lambda/definition.ts';
import { FunctionError } from '../../local/lambda/environment.ts';
import type { Functions } from '../../local/lambda/functions.ts';
import { startSchedules } from '../../local/sources/schedule.ts';
import { readTemplate } from '../../local/template/template.ts';

beforeEach(() => {
  vi.useFakeTimers({ now: new Date('2026-11-22T08:59:30Z') });
});
afterEach(() => {
  vi.useRealTimers();
});

const definition: FunctionDefinition = {
  name: 'digest',
  logicalId: 'Digest',
  physicalName: 'Here-Digest',
  arn: 'arn:digest',
  roleArn: 'arn:role',
  module: '/nowhere',
  handler: 'handler',
  timeoutSeconds: 1,
  memoryMiB: 128,
  variables: {},
  logGroup: 'log',
  retries: 2,
  onFailureArn: 'arn:aws:sqs:us-east-1:000000000000:failures',
};

/** Functions that fail so often. */
function failing(times: number): Functions & { readonly events: unknown[] } {
  const events: unknown[] = [];
  return {
    events,
    definitions: [definition],
    find: () => definition,
    invoke: async (_, event) => {
      events.push(event);
      if (events.length <= times) throw new FunctionError('digest', 'Error', 'not today');
    },
    stop: async () => undefined,
  };
}

const all: Permissions = { roleMay: () => true, serviceMay: () => true, resourceRefuses: () => false };
const none: Permissions = { roleMay: () => false, serviceMay: () => false, resourceRefuses: () => false };

async function invokeWith(functions: Functions, permissions: Permissions) {
  const sent: unknown[] = [];
  const invoke = asyncInvoker(
    functions,
    permissions,
    async (_, body) => {
      sent.push(body);
      return {};
    },
    new AbortController().signal,
  );
  const done = invoke(definition, { digest: 'daily' });
  await vi.runAllTimersAsync();
  await done;
  return sent.map((body) => JSON.parse(String(Object(body)['MessageBody'])));
}

describe('an asynchronous invocation', () => {
  it('is tried again as often as the template says', async () => {
    const functions = failing(2);
    expect(await invokeWith(functions, all)).toEqual([]);
    expect(functions.events).toHaveLength(3);
  });

  it('goes to the on-failure queue after that, with its event and its error (P43)', async () => {
    expect(await invokeWith(failing(3), all)).toMatchObject([
      {
        requestContext: { condition: 'RetriesExhausted', approximateInvokeCount: 3 },
        requestPayload: { digest: 'daily' },
        responsePayload: { errorType: 'Error', errorMessage: 'digest: Error: not today' },
      },
    ]);
  });

  it('is lost where the role may not send there, and says so', async () => {
    const told = vi.spyOn(console, 'error').mockImplementation(() => undefined);
    expect(await invokeWith(failing(3), none)).toEqual([]);
    expect(told).toHaveBeenCalledWith(expect.stringContaining('digest failed 3 times and its event is lost'));
    told.mockRestore();
  });
});

describe('schedules', () => {
  const schedule = (properties: object) => ({
    Type: 'AWS::Scheduler::Schedule',
    Properties: {
      Target: { Arn: 'arn:digest', RoleArn: 'arn:role', Input: '{"digest":"daily","at":"<aws.scheduler.scheduled-time>"}' },
      ...properties,
    },
  });
  const template = readTemplate(
    [
      {
        name: 'Here',
        assets: new Map(),
        Resources: {
          Minutely: schedule({ ScheduleExpression: 'rate(1 minute)' }),
          Daily: schedule({ ScheduleExpression: 'cron(0 17 * * ? *)', ScheduleExpressionTimezone: 'Asia/Shanghai' }),
          Off: schedule({ ScheduleExpression: 'rate(1 minute)', State: 'DISABLED' }),
        },
      },
    ],
    { api: 'http://api', gateway: 'http://gateway' },
  );
  const started = async (isEnabled: boolean) => {
    const events: unknown[] = [];
    const invoke = async (_: FunctionDefinition, event: unknown) => void events.push(event);
    const schedules = startSchedules({ template, functions: failing(0), permissions: all, invoke }, isEnabled);
    await vi.advanceTimersByTimeAsync(65_000);
    schedules.stop();
    await vi.advanceTimersByTimeAsync(600_000);
    return events;
  };

  it('call their function with their input at their time, in their zone, until they are stopped or disabled', async () => {
    expect(await started(true)).toEqual([
      { digest: 'daily', at: '2026-11-22T09:00:00Z' },
      { digest: 'daily', at: '2026-11-22T09:00:30Z' },
    ]);
  });

  it('do not run by themselves where they are switched off', async () => {
    expect(await started(false)).toEqual([]);
  });
});
