import { Duration } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import { BundledFunction, type FunctionSettings, type Pipeline } from './bundled-function.ts';
import type { PublicApi, RouteSettings } from './http-api.ts';

/** A person waits, or a provider that gives up after 5 to 10 seconds and delivers again. */
const TIMEOUT = Duration.seconds(10);

export interface HttpFunctionSettings extends FunctionSettings {
  readonly api: PublicApi;
  readonly routes: readonly RouteSettings[];
}

/** A function behind routes of the API. */
export class HttpFunction extends BundledFunction {
  constructor(scope: Construct, id: string, pipeline: Pipeline, settings: HttpFunctionSettings) {
    super(scope, id, pipeline, { ...settings, timeout: TIMEOUT });
    settings.api.serve(this.lambda, settings.routes);
  }
}
