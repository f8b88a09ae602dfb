import * as z from 'zod';
import type { Permissions } from '../gateway/roles.ts';
import type { FunctionDefinition } from '../lambda/definition.ts';
import type { Functions } from '../lambda/functions.ts';
import type { Resource, Template } from '../template/template.ts';
import { arn, LocalCloudError, lastPart } from '../world.ts';

const Route = z.object({
  RouteKey: z.string(),
  Target: z.string(),
  AuthorizationType: z.optional(z.enum(['NONE', 'JWT'], 'the local cloud knows JWT authorizers only')),
  AuthorizerId: z.optional(z.string()),
  AuthorizationScopes: z.optional(z.array(z.string())),
});

const Integration = z.object({
  IntegrationType: z.literal('AWS_PROXY', 'the local cloud integrates with functions only'),
  IntegrationUri: z.string(),
  PayloadFormatVersion: z.literal('2.0', 'the local cloud speaks payload format 2.0 only'),
  TimeoutInMillis: z.optional(z.coerce.number()),
});

const Authorizer = z.object({ JwtConfiguration: z.object({ Issuer: z.string(), Audience: z.array(z.string()) }) });
export type JwtAuthorizer = z.infer<typeof Authorizer>['JwtConfiguration'] & { readonly scopes: readonly string[] };

const Throttle = z.object({ ThrottlingBurstLimit: z.optional(z.coerce.number()), ThrottlingRateLimit: z.optional(z.coerce.number()) });
const Stage = z.object({
  StageName: z.string(),
  DefaultRouteSettings: z.optional(Throttle),
  RouteSettings: z.optional(z.record(z.string(), Throttle)),
});

export interface ApiRoute {
  /** e.g. `POST /hooks/{source}`. */
  readonly key: string;
  readonly method: string;
  readonly segments: readonly string[];
  readonly definition: FunctionDefinition;
  readonly authorizer: JwtAuthorizer | undefined;
  readonly timeoutMs: number;
  readonly throttle: { readonly perSecond: number; readonly burst: number } | undefined;
}

export interface RouteMatch {
  readonly route: ApiRoute;
  readonly parameters: Readonly<Record<string, string>>;
}

/** API Gateway waits no longer than this for an integration. */
const MAX_TIMEOUT_MS = 30_000;

/** @throws LocalCloudError where a route leads nowhere, or the API may not call its function. */
export function readRoutes(template: Template, functions: Functions, permissions: Permissions): readonly ApiRoute[] {
  const integrations = new Map(template.ofType('AWS::ApiGatewayV2::Integration').map((resource) => [resource.ref, resource]));
  const authorizers = new Map(
    template.ofType('AWS::ApiGatewayV2::Authorizer').map((resource) => [resource.ref, resource.read(Authorizer).JwtConfiguration]),
  );
  const [api] = template.ofType('AWS::ApiGatewayV2::Api');
  const stage = template.ofType('AWS::ApiGatewayV2::Stage').map((resource) => resource.read(Stage))[0];
  if (api !== undefined && stage?.StageName !== '$default')
    throw new LocalCloudError(
      `${api.stack}/${api.logicalId}: the local cloud serves the stage $default only; the template has ${stage?.StageName ?? 'none'}.`,
    );
  return template.ofType('AWS::ApiGatewayV2::Route').map((resource) => {
    const at = `${resource.stack}/${resource.logicalId}`;
    const route = resource.read(Route);
    const integration = integrationOf(integrations, route.Target, at);
    const definition = functions.find(lambdaArn(integration.IntegrationUri));
    const [method = 'ANY', path = '/'] = route.RouteKey === '$default' ? ['ANY', '/{default+}'] : route.RouteKey.split(' ');
    const sourceArn = arn('execute-api', `${api?.ref}/$default/${method === 'ANY' ? '*' : method}${path}`);
    if (
      !permissions.serviceMay('apigateway.amazonaws.com', {
        action: 'lambda:InvokeFunction',
        resource: definition.arn,
        context: { 'aws:sourcearn': [sourceArn] },
      })
    ) {
      throw new LocalCloudError(
        `${at}: API Gateway needs an AWS::Lambda::Permission to call ${definition.name} for "${route.RouteKey}". Grant it in infra/.`,
      );
    }
    const jwt = route.AuthorizationType === 'JWT' ? authorizers.get(route.AuthorizerId ?? '') : undefined;
    if (route.AuthorizationType === 'JWT' && jwt === undefined) throw new LocalCloudError(`${at}: no authorizer "${route.AuthorizerId}".`);
    const { ThrottlingRateLimit, ThrottlingBurstLimit } = { ...stage?.DefaultRouteSettings, ...stage?.RouteSettings?.[route.RouteKey] };
    return {
      key: route.RouteKey,
      method,
      segments: path.split('/').slice(1),
      definition,
      authorizer: jwt === undefined ? undefined : { ...jwt, scopes: route.AuthorizationScopes ?? [] },
      timeoutMs: Math.min(integration.TimeoutInMillis ?? MAX_TIMEOUT_MS, MAX_TIMEOUT_MS),
      throttle:
        ThrottlingRateLimit === undefined
          ? undefined
          : { perSecond: ThrottlingRateLimit, burst: ThrottlingBurstLimit ?? ThrottlingRateLimit },
    };
  });
}

function integrationOf(integrations: ReadonlyMap<string, Resource>, target: string, at: string) {
  const integration = integrations.get(lastPart(target, '/'));
  if (integration === undefined) throw new LocalCloudError(`${at}: its target "${target}" is no integration of the template.`);
  return integration.read(Integration);
}

/** Either the function's ARN, or `arn:…:apigateway:…:path/2015-03-31/functions/<ARN>/invocations`. */
const lambdaArn = (uri: string) => /functions\/(.+)\/invocations$/.exec(uri)?.[1] ?? uri;

/**
 * The route that API Gateway takes: fixed segments before parameters before `{proxy+}`, the method itself before ANY.
 * @param path decoded segments
 */
export function matchRoute(routes: readonly ApiRoute[], method: string, path: readonly string[]): RouteMatch | undefined {
  const matches = routes
    .filter((route) => route.method === method || route.method === 'ANY')
    .flatMap((route) => {
      const parameters = parametersOf(route.segments, path);
      return parameters === undefined ? [] : [{ route, parameters }];
    });
  return matches.sort((a, b) => rank(a.route).localeCompare(rank(b.route)))[0];
}

function parametersOf(segments: readonly string[], path: readonly string[]): Readonly<Record<string, string>> | undefined {
  const parameters: Record<string, string> = {};
  for (const [i, segment] of segments.entries()) {
    const [, name, isGreedy] = /^\{([^}+]+)(\+)?\}$/.exec(segment) ?? [];
    const value = path[i];
    if (name !== undefined && isGreedy !== undefined) {
      if (value === undefined) return undefined;
      parameters[name] = path.slice(i).join('/');
      return parameters;
    }
    if (value === undefined || (name === undefined ? segment !== value : value === '')) return undefined;
    if (name !== undefined) parameters[name] = value;
  }
  return segments.length === path.length ? parameters : undefined;
}

const rank = ({ key, method, segments }: ApiRoute) =>
  `${key === '$default' ? '2' : '1'}${segments.map((segment) => (segment.endsWith('+}') ? '3' : segment.startsWith('{') ? '2' : '1')).join('')}${method === 'ANY' ? '2' : '1'}`;
