/**
 * Stands in for what Bedrock's client brings along for its streaming operations (event streams over HTTP/2 and web sockets) and for bearer tokens
 * of single sign-on. Converse answers at once and is signed with the role's credentials.
 */
const leftOut = (): never => {
  throw new Error('this bundle has no event streams and no bearer tokens: take the stand-in out of infra/bundle-engines.ts');
};

export const resolveEventStreamConfig = <Config>(config: Config) => config;
export const resolveWebSocketConfig = <Config>(config: Config) => config;
export const eventStreamPayloadHandlerProvider = () => ({});
export const getEventStreamPlugin = leftOut;
export const getWebSocketPlugin = leftOut;
export const fromEnvSigningName = () => leftOut;
export const nodeProvider = () => leftOut;
