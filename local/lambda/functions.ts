import type { Activity } from '../activity.ts';
import type { LocalClock } from '../clock.ts';
import type { Meter } from '../gateway/usage.ts';
import { LocalCloudError } from '../world.ts';
import { environmentOf, type FunctionDefinition } from './definition.ts';
import { type Environment, FunctionError, startEnvironment } from './environment.ts';
import type { Logs } from './logs.ts';

export interface Functions {
  readonly definitions: readonly FunctionDefinition[];
  /** By name, logical id, physical name or ARN. @throws LocalCloudError where there is none. */
  find(id: string): FunctionDefinition;
  /** Runs it in a free environment, or waits for one. @throws FunctionError */
  invoke(definition: FunctionDefinition, event: unknown): Promise<unknown>;
  stop(): Promise<void>;
}

export interface FunctionSettings {
  readonly definitions: readonly FunctionDefinition[];
  readonly gatewayUrl: string;
  readonly logs: Logs;
  readonly meter: Meter;
  readonly activity: Activity;
  readonly clock: LocalClock;
  /** Environments of one function at the same time. */
  readonly environments: (name: string) => number;
}

export function startFunctions(settings: FunctionSettings): Functions {
  const { definitions, logs } = settings;
  let isStopping = false;
  const pools = new Map(
    definitions.map((definition) => {
      const env = environmentOf(definition, settings.gatewayUrl);
      const start = () => startEnvironment(definition, env, (line) => logs.append(definition.name, line), settings.clock.memory);
      return [definition, pool(start, settings.environments(definition.name))] as const;
    }),
  );
  const invoke = async (definition: FunctionDefinition, event: unknown): Promise<unknown> => {
    const { acquire, release } = pools.get(definition) ?? unknown(definition.name);
    const done = settings.activity.begin();
    const environment = await acquire();
    const startedAt = performance.now();
    let isError = true;
    try {
      if (isStopping) throw new FunctionError(definition.name, 'Runtime.ExitError', 'the local cloud stops');
      const result = await environment.run(event);
      isError = false;
      return result;
    } catch (error) {
      if (error instanceof FunctionError && !isStopping)
        logs.append(
          definition.name,
          JSON.stringify({ level: 'ERROR', message: error.message, errorType: error.errorType, stack: error.trace }),
        );
      throw error;
    } finally {
      settings.meter.invocation(definition.name, definition.memoryMiB, performance.now() - startedAt, isError);
      release(environment);
      done();
    }
  };
  return {
    definitions,
    find: (id) =>
      definitions.find(({ name, logicalId, physicalName, arn }) => [name, logicalId, physicalName, arn].includes(id)) ??
      unknown(id, definitions),
    invoke,
    stop: async () => {
      isStopping = true;
      await Promise.all([...pools.values()].map(({ end }) => end()));
    },
  };
}

function unknown(id: string, definitions: readonly FunctionDefinition[] = []): never {
  throw new LocalCloudError(`no function "${id}". There are: ${definitions.map(({ name }) => name).join(', ')}.`);
}

function pool(start: () => Environment, size: number) {
  const idle: Environment[] = [];
  const all = new Set<Environment>();
  const waiting: ((environment: Environment) => void)[] = [];
  let isEnded = false;
  const make = () => {
    const environment = start();
    all.add(environment);
    return environment;
  };
  return {
    acquire: (): Promise<Environment> => {
      for (let free = idle.pop(); free !== undefined; free = idle.pop()) {
        if (!free.isDead) return Promise.resolve(free);
        all.delete(free);
      }
      if (all.size < size) return Promise.resolve(make());
      return new Promise((resolve) => waiting.push(resolve));
    },
    release: (environment: Environment) => {
      if (environment.isDead) all.delete(environment);
      const next = waiting.shift();
      if (next !== undefined) next(environment.isDead && !isEnded ? make() : environment);
      else if (!environment.isDead) idle.push(environment);
    },
    end: async () => {
      isEnded = true;
      await Promise.all([...all].map((environment) => environment.end()));
    },
  };
}
