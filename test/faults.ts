import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';

/** What the process saw last: everything after it fails too, until a restart. */
export class Crash extends Error {
  constructor() {
    super('the process died here');
    this.name = 'Crash';
  }
}

export interface Fault {
  /** The call at which the process dies, counted from 1. */
  readonly call: number;
  /** Before the call reaches AWS, or after AWS has done it and before anybody learns of it. */
  readonly when: 'before' | 'after';
}

/** A process that dies at one of its outward calls. `run` wraps each of them; `calls` says how many a faultless run makes. */
export class MortalProcess {
  calls = 0;
  private isDead = false;
  private readonly fault: Fault | undefined;

  constructor(fault?: Fault) {
    this.fault = fault;
  }

  async run<Result>(call: () => Promise<Result>): Promise<Result> {
    if (this.isDead) throw new Crash();
    this.calls += 1;
    const isHere = this.fault?.call === this.calls;
    if (isHere && this.fault?.when === 'before') return this.die();
    const result = await call();
    return isHere ? this.die() : result;
  }

  private die(): never {
    this.isDead = true;
    throw new Crash();
  }

  /** The same client, with every call a place to die at. */
  dynamo(client: DynamoDBDocumentClient): DynamoDBDocumentClient {
    return new Proxy(client, {
      get: (target, property, receiver) =>
        property === 'send'
          ? (command: Parameters<DynamoDBDocumentClient['send']>[0]) => this.run(async () => target.send(command))
          : Reflect.get(target, property, receiver),
    });
  }
}
