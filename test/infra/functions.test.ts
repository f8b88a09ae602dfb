import { parseSync, Visitor } from 'oxc-parser';
import { describe, expect, it } from 'vitest';
import * as z from 'zod/mini';
import { FUNCTION_NAMES } from '../../infra/function-names.ts';
import { UNCOVERED_WARNING } from '../../shared/config/coverage.ts';
import { read, sources } from '../source-scan.ts';
import { LambdaFunction, synthesise } from './synthesised.ts';

const { all, inWords } = synthesise();
const functions = all('AWS::Lambda::Function', LambdaFunction).map(({ Properties }) => ({
  name: Properties.Environment.Variables.POWERTOOLS_SERVICE_NAME,
  ...Properties,
}));

/** Set for every function; `lazyEnv` does not ask for them: Node and Powertools do. */
const COMMON = ['NODE_OPTIONS', 'POWERTOOLS_LOG_LEVEL', 'POWERTOOLS_SERVICE_NAME'];

/** The names that the calls of `lazyEnv` in a source ask for. */
function askedFor(path: string, source = read(path)): string[] {
  const names: string[] = [];
  new Visitor({
    CallExpression: ({ callee, arguments: [shape] }) => {
      if (callee.type !== 'Identifier' || callee.name !== 'lazyEnv') return;
      if (shape?.type !== 'ObjectExpression')
        throw new Error(`${path}: lazyEnv wants its variables written out there, as { NAME: present }`);
      for (const property of shape.properties) {
        if (property.type !== 'Property' || property.key.type !== 'Identifier') throw new Error(`${path}: lazyEnv wants plain names`);
        names.push(property.key.name);
      }
    },
  }).visit(parseSync(path, source).program);
  return names;
}

describe('functions', () => {
  it('are exactly the folders of functions/', async () => {
    const folders = (await sources()).flatMap((path) => /^functions\/([^/]+)\/index\.ts$/.exec(path)?.[1] ?? []);
    expect(folders.sort()).toEqual([...FUNCTION_NAMES].sort());
    expect(functions.map(({ name }) => name).sort()).toEqual([...FUNCTION_NAMES].sort());
  });

  it.each(functions)('$name gets the variables it asks for, all of them and no other', ({ name, Environment }) => {
    const asked = askedFor(`functions/${name}/index.ts`);
    expect(Object.keys(Environment.Variables).sort()).toEqual([...asked, ...COMMON].sort());
  });

  it('compares with what lazyEnv really asks for', () => {
    expect(askedFor('a.ts', 'const env = lazyEnv({ A: present, B: z.string() }); lazyEnv({ C: present })')).toEqual(['A', 'B', 'C']);
    expect(() => askedFor('a.ts', 'lazyEnv(shape)')).toThrow('written out');
  });

  it.each(functions)('$name: Node 24 on arm64, bounded memory, no concurrency taken from others', (one) => {
    expect(one).toMatchObject({ Runtime: 'nodejs24.x', Architectures: ['arm64'] });
    // Those two hold the answers of a month, or of a survey.
    expect(one.MemorySize).toBeLessThanOrEqual(['compact', 'analyse'].includes(one.name) ? 3008 : 1024);
    expect(one.ReservedConcurrentExecutions).toBeUndefined();
    expect(one.Environment.Variables['NODE_OPTIONS']).toBe('--enable-source-maps');
  });

  it.each(functions)('$name writes JSON to a log of its own that is not kept for ever', ({ name, LoggingConfig }) => {
    expect(LoggingConfig.LogFormat).toBe('JSON');
    const log = logs.find(({ id }) => inWords({ Ref: id }) === inWords(LoggingConfig.LogGroup));
    expect(log?.Properties.RetentionInDays).toBe(90);
    expect(
      functions.filter((other) => inWords(other.LoggingConfig.LogGroup) === inWords(LoggingConfig.LogGroup)).map((f) => f.name),
    ).toEqual([name]);
  });

  it('keeps no log of any kind for ever', () => {
    // Those of the API and of bringing the pages up.
    expect(logs).toHaveLength(FUNCTION_NAMES.length + 2);
  });

  it('hands secrets over by name only: no variable holds one', () => {
    const values = functions.flatMap(({ Environment }) => Object.values(Environment.Variables)).map((value) => JSON.stringify(value));
    expect(values.filter((value) => /resolve:|SecretString|Source-/.test(value))).toEqual([]);
  });

  it('rings for the errors and throttles of each, and says whom they hurt', () => {
    for (const metric of ['Errors', 'Throttles']) {
      const watched = alarms.filter(({ Properties }) => Properties.MetricName === metric && Properties.Namespace === 'AWS/Lambda');
      expect(watched.map(({ Properties }) => inWords(Properties.Dimensions?.[0]?.Value)).sort()).toEqual(
        all('AWS::Lambda::Function', z.unknown())
          .map(({ id }) => inWords({ Ref: id }))
          .sort(),
      );
    }
    for (const { Properties } of alarms) {
      expect(Properties.AlarmActions.map(inWords)).toEqual(['AmendsPipeline/Alarms/Topic']);
      // What is the case, then whom it hurts.
      expect(Properties.AlarmDescription).toMatch(/^[A-Z].+\. [A-Z].+\.$/);
    }
  });

  it('rings where a deadline reaches a year whose holidays nobody has entered, by what assess says then (R2)', () => {
    const filters = all('AWS::Logs::MetricFilter', z.object({ FilterPattern: z.string(), LogGroupName: z.unknown() }));
    const [filter, ...others] = filters.map(({ Properties }) => Properties);
    expect(others).toEqual([]);
    expect(filter?.FilterPattern).toBe(`{ $.message = "${UNCOVERED_WARNING}" }`);
    expect(inWords(filter?.LogGroupName)).toContain('Assess');
    expect(
      alarms.filter(({ Properties: { Namespace, MetricName } }) => `${Namespace}/${MetricName}` === 'Amends/CalendarUncovered'),
    ).toHaveLength(1);
  });
});

const logs = all('AWS::Logs::LogGroup', z.object({ RetentionInDays: z.number() }));
const alarms = all(
  'AWS::CloudWatch::Alarm',
  z.object({
    AlarmDescription: z.string(),
    AlarmActions: z.array(z.unknown()),
    Namespace: z.string(),
    MetricName: z.string(),
    Dimensions: z.optional(z.array(z.object({ Value: z.unknown() }))),
  }),
);
