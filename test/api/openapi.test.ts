import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import * as z from 'zod/mini';
import { documentation } from '../../shared/api/documentation.ts';
import { inspectOperations } from '../../shared/api/inspect-operations.ts';
import { openApiDocument } from '../../shared/api/openapi.ts';
import { operations as ofDesk, type ProtectedRoute } from '../../shared/api/operations.ts';
import { staffRoutes as routes } from '../../shared/api/routes.ts';
import { studyOperations } from '../../shared/api/study-operations.ts';
import { docsPage } from '../../web/docs/page.ts';

const operations = { ...ofDesk, ...studyOperations, ...inspectOperations };

const document: unknown = JSON.parse(JSON.stringify(openApiDocument()));
const Documented = z.object({
  openapi: z.string(),
  security: z.unknown(),
  paths: z.record(
    z.string(),
    z.record(
      z.string(),
      z.object({ operationId: z.string(), security: z.optional(z.unknown()), responses: z.record(z.string(), z.looseObject({})) }),
    ),
  ),
  components: z.object({ schemas: z.record(z.string(), z.unknown()), securitySchemes: z.record(z.string(), z.unknown()) }),
});
const { paths, components, ...head } = Documented.parse(document);
const documented = Object.entries(paths).flatMap(([path, methods]) =>
  Object.entries(methods).map(([method, operation]) => ({ route: `${method.toUpperCase()} ${path}`, operation })),
);
const isProtected = (route: string): route is ProtectedRoute => route in operations;

describe('the OpenAPI document', () => {
  it('in docs/openapi.json is what the schemas say now; if not, run: node shared/api/write-openapi.ts', () => {
    expect(readFileSync(new URL('../../docs/openapi.json', import.meta.url), 'utf8')).toBe(`${JSON.stringify(document, null, 2)}\n`);
  });

  it('describes every route of staff and no other, with its protection (P30)', () => {
    expect(documented.map(({ route }) => route).toSorted()).toEqual(routes.map(({ route }) => route).toSorted());
    expect(head).toMatchObject({ openapi: '3.1.1', security: [{ bearer: [] }] });
    expect(components.securitySchemes).toMatchObject({ bearer: { type: 'http', scheme: 'bearer' } });
    for (const { route, operation } of documented) {
      const known = routes.find((one) => one.route === route);
      expect([route, operation.security]).toEqual([route, known?.access === 'public' ? [] : undefined]);
    }
  });

  it('gives each operation a name of its own', () => {
    const ids = documented.map(({ operation }) => operation.operationId);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('says for each protected route what is refused, as problem+json', () => {
    for (const { route, operation } of documented.filter((one) => isProtected(one.route))) {
      expect([route, Object.keys(operation.responses)]).toEqual([route, expect.arrayContaining(['401', '403', '422', '500'])]);
      expect(JSON.stringify(operation.responses['403'])).toContain('application/problem+json');
    }
  });

  it('refers only to schemas that it holds', () => {
    const references = [...JSON.stringify(document).matchAll(/"\$ref":"([^"]+)"/g)].map(([, reference]) => reference ?? '');
    expect(references.length).toBeGreaterThan(20);
    for (const reference of new Set(references))
      expect(components.schemas).toHaveProperty([reference.replace('#/components/schemas/', '')]);
  });

  it.each(Object.keys(operations).filter(isProtected))('has an example for %s that is true to its schemas', (route) => {
    const { body, reads, result } = operations[route];
    const { example, bodyExample } = documentation[route];
    expect(z.strictObject({ example: result }).parse({ example })).toEqual({ example });
    if (reads === 'body') expect(z.safeParse(body, bodyExample).success).toBe(true);
    else expect(bodyExample).toBeUndefined();
  });
});

describe('the page of the API', () => {
  const page = docsPage(document);

  it('shows every route and every schema', () => {
    for (const { operation } of documented) expect(page).toContain(`id="${operation.operationId}"`);
    for (const name of Object.keys(components.schemas)) expect(page).toContain(`id="schema-${name}"`);
  });

  it('has no script, loads nothing and links to nowhere else', () => {
    expect(page).not.toMatch(/<script|<img|<link|<iframe|javascript:|\son\w+=/i);
    for (const [, href] of page.matchAll(/href="([^"]*)"/g)) expect(href).toMatch(/^#|^openapi\.json$/);
  });

  it('leads each of its links to something on it', () => {
    for (const [, anchor] of page.matchAll(/href="#([^"]*)"/g)) expect(page).toContain(`id="${anchor}"`);
  });

  it('shows markup in a description as text', () => {
    const hostile = JSON.parse(JSON.stringify(document).replaceAll('Do something with a case', '<script>alert(1)</script>'));
    expect(docsPage(hostile)).toContain('&lt;script&gt;alert(1)&lt;/script&gt;');
  });
});
