import { CfnOutput, Lazy, RemovalPolicy } from 'aws-cdk-lib';
import { AccessLogFormat } from 'aws-cdk-lib/aws-apigateway';
import {
  CfnStage,
  HttpApi,
  HttpMethod,
  HttpNoneAuthorizer,
  type HttpRoute,
  HttpStage,
  type IHttpRouteAuthorizer,
  LogGroupLogDestination,
} from 'aws-cdk-lib/aws-apigatewayv2';
import { HttpLambdaIntegration } from 'aws-cdk-lib/aws-apigatewayv2-integrations';
import type { IFunction } from 'aws-cdk-lib/aws-lambda';
import { LogGroup } from 'aws-cdk-lib/aws-logs';
import { Construct } from 'constructs';
import { acknowledge } from '../acknowledge.ts';
import { alarm } from './alarms.ts';
import { LOG_RETENTION, type Pipeline } from './bundled-function.ts';

/** Requests per second over all routes that have no limit of their own. */
const DEFAULT_PER_SECOND = 50;
/** So many times its limit a route takes for a moment. */
const BURST = 2;

/**
 * What is logged of a request. Neither path nor query nor address: a status link carries its token in the path, unsubscribe links theirs in the
 * query, and an IP address is personal. The route key says enough to find a fault; the request id leads to the function's log.
 */
const ACCESS_LOG = {
  requestId: '$context.requestId',
  at: '$context.requestTimeEpoch',
  route: '$context.routeKey',
  status: '$context.status',
  bytes: '$context.responseLength',
  milliseconds: '$context.responseLatency',
  functionMilliseconds: '$context.integrationLatency',
  authorizerError: '$context.authorizer.error',
};

const METHODS = { GET: HttpMethod.GET, HEAD: HttpMethod.HEAD, OPTIONS: HttpMethod.OPTIONS, POST: HttpMethod.POST };

export interface RouteSettings {
  /** E.g. `POST /f/{survey}`. */
  readonly route: `${keyof typeof METHODS} /${string}`;
  /** `protected`: a token of the user pool is needed. */
  readonly access: 'public' | 'protected';
  /** Requests per second over all callers, twice as many for a moment: bounds what a flood can cost. */
  readonly perSecond: number;
}

export interface PublicApiSettings {
  /** Checks the token on `protected` routes. */
  readonly staff: IHttpRouteAuthorizer;
  readonly errorImpact: string;
}

/** The one HTTP API, with its stage, access log and throttles. There is no CORS: pages of ours are served from the same origin; only the form's door answers other sites, by itself. */
export class PublicApi extends Construct {
  readonly api: HttpApi;
  private readonly stage: CfnStage;
  private readonly staff: IHttpRouteAuthorizer;
  /** CloudFormation takes these as they are written: the CDK does not turn their names into its own. */
  private readonly throttles: Record<string, { ThrottlingRateLimit: number; ThrottlingBurstLimit: number }> = {};

  constructor(scope: Construct, id: string, pipeline: Pipeline, settings: PublicApiSettings) {
    super(scope, id);
    this.staff = settings.staff;
    this.api = new HttpApi(this, 'Api', { apiName: 'amends', createDefaultStage: false });
    const log = new LogGroup(this, 'AccessLog', { retention: LOG_RETENTION, removalPolicy: RemovalPolicy.DESTROY });
    const stage = new HttpStage(this, 'Stage', {
      httpApi: this.api,
      stageName: '$default',
      autoDeploy: true,
      throttle: { rateLimit: DEFAULT_PER_SECOND, burstLimit: DEFAULT_PER_SECOND * BURST },
      accessLogSettings: { destination: new LogGroupLogDestination(log), format: AccessLogFormat.custom(JSON.stringify(ACCESS_LOG)) },
    });
    const resource = stage.node.defaultChild;
    if (!(resource instanceof CfnStage)) throw new Error('expected a CfnStage in HttpStage: has aws-cdk-lib changed?');
    this.stage = resource;
    this.stage.routeSettings = Lazy.any({ produce: () => this.throttles });
    const metric = this.api.metricServerError({ statistic: 'Sum' });
    alarm(this, 'ServerErrorAlarm', {
      when: 'Requests are answered with 5xx',
      metric,
      atLeast: 1,
      errorImpact: settings.errorImpact,
      to: pipeline.alarms,
    });
    new CfnOutput(this, 'Url', { value: this.url, description: 'The API itself; people and providers go by SiteUrl' });
  }

  /** Without a slash at its end. */
  get url(): string {
    return this.api.apiEndpoint;
  }

  serve(fn: IFunction, routes: readonly RouteSettings[]): void {
    const integration = new HttpLambdaIntegration('Integration', fn);
    for (const { route, access, perSecond } of routes) {
      const authorizer = access === 'protected' ? this.staff : new HttpNoneAuthorizer();
      for (const made of this.api.addRoutes({ ...methodAndPath(route), integration, authorizer })) {
        if (access === 'public') this.explain(made);
        // API Gateway refuses settings for a route that is not there yet.
        this.stage.node.addDependency(made);
      }
      this.throttles[route] = { ThrottlingRateLimit: perSecond, ThrottlingBurstLimit: perSecond * BURST };
    }
  }

  private explain(route: HttpRoute): void {
    acknowledge(
      route,
      'AwsSolutions-APIG4',
      'Open to everybody on purpose: customers and providers have no account. The function checks what it is handed (signature, signed link, bounds).',
    );
  }
}

function methodAndPath(route: string): { methods: HttpMethod[]; path: string } {
  const [name = '', path = ''] = route.split(' ');
  const method = Object.entries(METHODS).find(([known]) => known === name)?.[1];
  if (method === undefined) throw new Error(`route "${route}": expected a method of ${Object.keys(METHODS).join(', ')}, then a path`);
  return { methods: [method], path };
}
