import type { Server } from 'node:http';

/** How something ends. `isGraceful`: what is under way may finish first. */
export type End = (isGraceful: boolean) => Promise<unknown> | unknown;

/** What was started, so that it ends in the reverse order: at a stop, at a kill, and where a later step of the start fails. */
export interface Lifetime {
  /** @returns what was started */
  add<Started>(started: Started, end: End): Started;
  /** Once; a second call waits for the first. */
  end(isGraceful: boolean): Promise<void>;
}

export function newLifetime(): Lifetime {
  const ends: End[] = [];
  let ending: Promise<void> | undefined;
  return {
    add: (started, end) => {
      ends.push(end);
      return started;
    },
    end: (isGraceful) => {
      ending ??= (async () => {
        for (const end of ends.reverse()) await end(isGraceful);
      })();
      return ending;
    },
  };
}

/** What is under way may end within `ms`; then it is cut off, and comes again. */
export async function within(ms: number, work: Promise<unknown>): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const limit = new Promise((done) => {
    timer = setTimeout(done, ms);
  });
  await Promise.race([work, limit]).finally(() => clearTimeout(timer));
}

export async function closeServer(server: Server): Promise<void> {
  if (!server.listening) return;
  const closed = new Promise((done) => server.close(done));
  server.closeAllConnections();
  await closed;
}
