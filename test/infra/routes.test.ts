import { describe, expect, it } from 'vitest';
import * as z from 'zod/mini';
import { synthesise } from './synthesised.ts';

/** Every route there is, and who may call it. A new one has to be put here by hand: that is the point of the list. */
const ROUTES = {
  'GET /f/{survey}': 'public',
  'POST /f/{survey}': 'public',
  'OPTIONS /f/{survey}': 'public',
  'POST /f/{survey}/photos': 'public',
  'OPTIONS /f/{survey}/photos': 'public',
  'GET /a/{token}': 'public',
  'POST /a/{token}': 'public',
  'POST /hooks/{source}': 'public',
  'HEAD /hooks/{source}': 'public',
  'GET /s/{token}': 'public',
  'POST /s/{token}': 'public',
  'GET /o/{token}': 'public',
  'POST /o/{token}': 'public',
  'GET /r/{token}': 'public',
  'POST /r/{token}': 'public',
  'GET /u/{token}': 'public',
  'POST /u/{token}': 'public',
  'GET /api/sign-in': 'public',
  'GET /openapi.json': 'public',
  'GET /docs': 'public',
  'GET /api/me': 'protected',
  'GET /api/house': 'protected',
  'GET /api/feedback/{id}/mail': 'protected',
  'POST /api/quarantine/{id}/release': 'protected',
  'POST /api/quarantine/{id}/discard': 'protected',
  'GET /api/dead-letters': 'protected',
  'GET /api/dead-letters/{queue}': 'protected',
  'POST /api/dead-letters/{queue}/redrive': 'protected',
  'GET /api/feedback': 'protected',
  'POST /api/feedback': 'protected',
  'GET /api/feedback/{id}': 'protected',
  'GET /api/feedback/{id}/photos': 'protected',
  'POST /api/feedback/{id}/correct': 'protected',
  'GET /api/cases': 'protected',
  'GET /api/cases/{number}': 'protected',
  'POST /api/cases/{number}/commands': 'protected',
  'GET /api/staff': 'protected',
  'POST /api/staff/{id}/absence': 'protected',
  'POST /api/customers/find': 'protected',
  'POST /api/answers': 'protected',
  'POST /api/customers/import': 'protected',
  'GET /api/calls': 'protected',
  'GET /api/campaigns': 'protected',
  'GET /api/campaigns/{id}': 'protected',
  'GET /api/campaigns/{id}/invitations': 'protected',
  'POST /api/campaigns/{id}/start': 'protected',
  'POST /api/campaigns/{id}/audience': 'protected',
  'POST /api/campaigns/{id}/invitations': 'protected',
  'GET /api/replies': 'protected',
  'POST /api/customers/{key}/called': 'protected',
  'GET /api/customers/{key}': 'protected',
  'GET /api/customers/{key}/history': 'protected',
  'GET /api/customers/{key}/looks': 'protected',
  'GET /api/customers/{key}/export': 'protected',
  'POST /api/customers/{key}/correct': 'protected',
  'POST /api/customers/{key}/consent': 'protected',
  'POST /api/customers/{key}/merge': 'protected',
  'POST /api/customers/{key}/erase': 'protected',
  'GET /api/analyses': 'protected',
  'POST /api/analyses': 'protected',
  'GET /api/analyses/{id}': 'protected',
  'GET /api/answers': 'protected',
  'GET /api/metrics': 'protected',
  'GET /api/alarms': 'protected',
  'GET /api/statistics/cases': 'protected',
  'GET /api/quarantine': 'protected',
  'GET /api/deliveries': 'protected',
  'GET /api/deliveries/{id}': 'protected',
  'POST /api/deliveries/{id}/replay': 'protected',
  'GET /api/endpoints': 'protected',
  'POST /api/endpoints/{id}/enable': 'protected',
};

const { all, inWords, resources } = synthesise();
const routes = all(
  'AWS::ApiGatewayV2::Route',
  z.object({ RouteKey: z.string(), AuthorizationType: z.string(), AuthorizerId: z.optional(z.unknown()) }),
).map((route) => route.Properties);
const Limits = z.object({ ThrottlingRateLimit: z.number(), ThrottlingBurstLimit: z.number() });
const [stage, ...otherStages] = all(
  'AWS::ApiGatewayV2::Stage',
  z.object({
    AccessLogSettings: z.object({ Format: z.string(), DestinationArn: z.unknown() }),
    DefaultRouteSettings: Limits,
    RouteSettings: z.record(z.string(), Limits),
  }),
);

describe('the HTTP API', () => {
  it('has each route that is listed as public or protected, and no other (P30)', () => {
    const access = routes.map(({ RouteKey, AuthorizationType }) => [RouteKey, AuthorizationType === 'NONE' ? 'public' : 'protected']);
    expect(Object.fromEntries(access)).toEqual(ROUTES);
  });

  it('checks the token of protected routes by the one authorizer of the user pool (P30)', () => {
    const [authorizer, ...others] = all(
      'AWS::ApiGatewayV2::Authorizer',
      z.object({
        AuthorizerType: z.string(),
        JwtConfiguration: z.object({ Issuer: z.unknown(), Audience: z.array(z.unknown()) }),
      }),
    );
    expect(others).toEqual([]);
    expect(authorizer?.Properties.AuthorizerType).toBe('JWT');
    expect(inWords(authorizer?.Properties.JwtConfiguration.Issuer)).toMatch(/^https:\/\/cognito-idp\..*\/AmendsPipeline\/Staff\/Pool$/);
    expect(authorizer?.Properties.JwtConfiguration.Audience.map(inWords)).toEqual(['AmendsPipeline/Staff/Pool/Desk']);
    for (const route of routes.filter(({ AuthorizationType }) => AuthorizationType !== 'NONE')) {
      expect(route).toMatchObject({ AuthorizationType: 'JWT', AuthorizerId: { Ref: authorizer?.id } });
    }
  });

  it('limits the stage and every single route (P8)', () => {
    expect(otherStages).toEqual([]);
    expect(Object.keys(stage?.Properties.RouteSettings ?? {}).sort()).toEqual(Object.keys(ROUTES).sort());
    for (const limits of [stage?.Properties.DefaultRouteSettings, ...Object.values(stage?.Properties.RouteSettings ?? {})]) {
      expect(limits?.ThrottlingRateLimit).toBeGreaterThan(0);
      expect(limits?.ThrottlingRateLimit).toBeLessThanOrEqual(100);
      expect(limits?.ThrottlingBurstLimit).toBeLessThanOrEqual(200);
    }
  });

  it('makes the stage after its routes, whose settings it carries (P8)', () => {
    const ids = resources.filter(({ Type }) => Type === 'AWS::ApiGatewayV2::Route').map(({ id }) => id);
    expect(resources.find(({ Type }) => Type === 'AWS::ApiGatewayV2::Stage')?.DependsOn).toEqual(expect.arrayContaining(ids));
  });

  it('logs of a request neither path nor query nor address: tokens travel in them (P33)', () => {
    const variables = stage?.Properties.AccessLogSettings.Format.match(/\$context\.[\w.]+/g) ?? [];
    expect(variables).toContain('$context.routeKey');
    expect(variables.filter((name) => /path|query|identity|sourceIp|userAgent|claims|error\.message/i.test(name))).toEqual([]);
  });

  it('allows no other origin (no CORS)', () => {
    const apis = resources.filter(({ Type }) => Type === 'AWS::ApiGatewayV2::Api');
    expect(apis).toHaveLength(1);
    expect(apis[0]?.Properties).not.toHaveProperty('CorsConfiguration');
  });

  it('lets nobody make an account for themselves, and has the three roles as groups', () => {
    const [pool] = all(
      'AWS::Cognito::UserPool',
      z.object({
        AdminCreateUserConfig: z.object({ AllowAdminCreateUserOnly: z.boolean() }),
        MfaConfiguration: z.string(),
        Policies: z.object({ PasswordPolicy: z.object({ MinimumLength: z.number() }) }),
      }),
    );
    expect(pool?.Properties.AdminCreateUserConfig.AllowAdminCreateUserOnly).toBe(true);
    expect(pool?.Properties.MfaConfiguration).toBe('OPTIONAL');
    expect(pool?.Properties.Policies.PasswordPolicy.MinimumLength).toBeGreaterThanOrEqual(12);
    const groups = all('AWS::Cognito::UserPoolGroup', z.object({ GroupName: z.string() }));
    expect(groups.map((group) => group.Properties.GroupName).sort()).toEqual(['admin', 'agent', 'manager']);
  });
});
