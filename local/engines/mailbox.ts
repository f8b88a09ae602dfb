import { once } from 'node:events';
import { createRequire } from 'node:module';
import type * as Ses from 'aws-ses-v2-local';
import { HOST } from '../world.ts';

// Required, not imported: how a CommonJS package's `default` is seen differs between Node and vitest.
const ses: typeof Ses.default = createRequire(import.meta.url)('aws-ses-v2-local');

export interface Mailbox {
  /** Its page shows what was sent. */
  readonly url: string;
  stop(): Promise<void>;
}

/** aws-ses-v2-local in this process. Its store is of the process: two local clouds in one process share the page, though not `sentMail()`. */
export async function startMailbox(): Promise<Mailbox> {
  const server = await ses.default({ host: HOST, port: 0 });
  // On a busy machine it would close a kept connection at the very moment at which the gateway sends a mail on it: an answer lost without need.
  server.keepAliveTimeout = 0;
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('aws-ses-v2-local: expected a port');
  return {
    url: `http://${HOST}:${address.port}`,
    stop: async () => {
      server.close();
      server.closeAllConnections();
      await once(server, 'close');
    },
  };
}
