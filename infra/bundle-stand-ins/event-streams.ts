/**
 * Stands in for the SDK's event streams, which no call of ours uses. The SDK loads them by a dynamic import, for whose sake a bundler must keep
 * the SDK's core in separately started pieces: without it a door is 20 KB smaller and starts a fifth sooner (measured 2026-11, SDK 3.1162).
 */
export class EventStreamSerde {
  constructor() {
    throw new Error(
      'this bundle has no event streams: take the stand-in out of infra/bundle.ts before using an operation that streams events',
    );
  }
}

/** Asked for when an S3 client is made; used only by SelectObjectContent. */
export const eventStreamSerdeProvider = () => ({});
export const resolveEventStreamSerdeConfig = <Config>(config: Config) => config;
