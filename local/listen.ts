import { once } from 'node:events';
import type { Server } from 'node:http';
import { HOST, LocalCloudError } from './world.ts';

/** Listens on this machine only; on a free port where the one asked for is taken. @returns the address, no slash at the end */
export async function listen(server: Server, port: number): Promise<string> {
  try {
    server.listen(port, HOST);
    await once(server, 'listening');
  } catch (error) {
    if (port === 0 || !(error instanceof Error && 'code' in error && (error.code === 'EADDRINUSE' || error.code === 'EACCES'))) throw error;
    server.listen(0, HOST);
    await once(server, 'listening');
  }
  const address = server.address();
  if (address === null || typeof address === 'string') throw new LocalCloudError('expected a port from the system');
  return `http://${HOST}:${address.port}`;
}
