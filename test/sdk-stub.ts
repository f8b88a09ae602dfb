import { Readable } from 'node:stream';

/** What a stubbed AWS service answers: a body, or an error of the service by its code. */
export type StubbedAnswer = object | { readonly errorCode: string };

/**
 * Stands at the end of an SDK client's wire, so that the client itself (its serializers, its retries) is the real one:
 * `new EventBridgeClient({ ...stubbed(answer) })`. For services that speak JSON.
 */
export function stubbed(answer: (operation: string, input: unknown) => StubbedAnswer | Promise<StubbedAnswer>) {
  return {
    region: 'eu-west-1',
    credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
    requestHandler: {
      async handle(request: { readonly headers: Readonly<Record<string, string>>; readonly body?: string | Uint8Array }) {
        const operation = (request.headers['x-amz-target'] ?? '').split('.').at(-1) ?? '';
        const body = await answer(
          operation,
          JSON.parse(typeof request.body === 'string' ? request.body : new TextDecoder().decode(request.body)),
        );
        const isError = 'errorCode' in body;
        const text = JSON.stringify(isError ? { ...body, __type: body.errorCode, message: body.errorCode } : body);
        const response = {
          statusCode: isError ? 400 : 200,
          headers: { 'content-type': 'application/x-amz-json-1.0' },
          body: Readable.from([Buffer.from(text)]),
        };
        return { response };
      },
      updateHttpClientConfig() {},
      httpHandlerConfigs: () => ({}),
    },
  };
}
