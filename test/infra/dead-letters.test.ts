import { describe, expect, it } from 'vitest';
import * as z from 'zod/mini';
import { ERROR_IMPACTS } from '../../functions/inspect/error-impacts.ts';
import { LambdaFunction, synthesise } from './synthesised.ts';

const { all, inWords } = synthesise();

const variables = all('AWS::Lambda::Function', LambdaFunction)
  .map(({ Properties }) => Properties.Environment.Variables)
  .find((one) => one.POWERTOOLS_SERVICE_NAME === 'inspect');
const listed = z.array(z.tuple([z.string(), z.string(), z.nullable(z.string())])).parse(JSON.parse(inWords(variables?.['DEAD_LETTERS'])));

/** Longest that CloudFormation makes the name of a queue, and an address of one. */
const MAX_NAME = 80;
/** All variables of a function together, by AWS. */
const MAX_BYTES = 4096;

describe('dead letters that staff see', () => {
  it('are of every dead-letter queue there is, each by a name of its own, and only queues with a reader are redriven', () => {
    const queues = all('AWS::SQS::Queue', z.unknown())
      .map(({ id }) => inWords({ Ref: id }))
      .filter((path) => /\/(DeadLetters|Failures)$/.test(path));
    expect(listed.map(([, queue]) => queue.replace(/\.QueueName$/, '')).toSorted()).toEqual(queues.toSorted());
    expect(new Set(listed.map(([name]) => name)).size).toBe(listed.length);
    for (const [name, , from] of listed) {
      expect(name).toMatch(/^[a-z][a-z-]+$/);
      expect(from === null).toBe(name.startsWith('failed-'));
    }
  });

  it('say whom they hurt in the very words of their alarm', () => {
    const alarms = all(
      'AWS::CloudWatch::Alarm',
      z.object({ AlarmDescription: z.string(), Dimensions: z.optional(z.array(z.object({ Value: z.unknown() }))) }),
    );
    const said = new Map(alarms.map(({ Properties }) => [inWords(Properties.Dimensions?.[0]?.Value), Properties.AlarmDescription]));
    for (const [name, queue] of listed)
      expect(said.get(queue)).toBe(`Something was given up and lies in a dead-letter queue. ${ERROR_IMPACTS[name]}`);
    expect(Object.keys(ERROR_IMPACTS).toSorted()).toEqual(listed.map(([name]) => name).toSorted());
  });

  it('fit into what a function’s variables may have together', () => {
    const texts = listed.map(([name, , from]) => name.length + MAX_NAME * (from === null ? 1 : 2) + 16);
    const others = Object.keys(variables ?? {}).join('').length + 8 * 120;
    expect(texts.reduce((sum, one) => sum + one, others)).toBeLessThan(MAX_BYTES);
  });
});
