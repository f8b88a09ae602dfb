/**
 * Stands in for the cache of DynamoDB's endpoint discovery, which is off unless asked for, and which we do not ask for. A client makes one when it
 * is made, whatever its settings; behind it the SDK brings an LRU cache of 8 KB.
 */
export class EndpointCache {
  get(): never {
    throw new Error('this bundle has no endpoint discovery: take the stand-in out of infra/bundle-trims.ts before turning it on');
  }
}
