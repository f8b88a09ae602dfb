import * as z from 'zod/mini';
import { createDocument, type ZodOpenApiContentObject, type ZodOpenApiOperationObject, type ZodOpenApiResponsesObject } from 'zod-openapi';
import { Consent, ErasureProgress } from '../domain/customer/file.ts';
import { ImportRow } from '../domain/customer/import-row.ts';
import { Look } from '../domain/customer/look.ts';
import { Answer, Feedback, Instant, Quarantine, RecordedCorrection } from '../domain/feedback.ts';
import { Action } from '../domain/recovery/action.ts';
import { Case } from '../domain/recovery/case.ts';
import { CaseCommand } from '../domain/recovery/command.ts';
import { CaseEvent } from '../domain/recovery/event.ts';
import { Money } from '../domain/recovery/money.ts';
import { Correction } from '../domain/understand/correction.ts';
import { Understanding } from '../domain/understand/understanding.ts';
import { caseExample, entryExample } from './case-examples.ts';
import { CaseDetails, CasePage, ChangedCase, CommandType, ListedCase, NextDue } from './case-schemas.ts';
import { customerExample } from './customer-documentation.ts';
import { CustomerFile } from './customer-schemas.ts';
import { documentation } from './documentation.ts';
import { FeedbackEntry } from './entry-schemas.ts';
import { correctionExample, feedbackExample } from './examples.ts';
import { House } from './house-schema.ts';
import { inspectOperations } from './inspect-operations.ts';
import { ListedQuarantine, QuarantinePage } from './inspect-schemas.ts';
import { FiguresBody } from './metrics-schema.ts';
import { operations, type ProtectedRoute } from './operations.ts';
import { type PublicRoute, staffRoutes } from './routes.ts';
import { Day, FeedbackPage, ListedFeedback, Me, Problem, SignIn } from './schemas.ts';
import { studyOperations } from './study-operations.ts';

/** Schemas that the document names; all others stand where they are used. */
const NAMED: readonly (readonly [z.core.$ZodType, string, string, unknown?])[] = [
  [Instant, 'Instant', 'A moment: ISO 8601 in UTC, with milliseconds.', '2026-11-22T08:30:00.000Z'],
  [Day, 'Day', 'A day that exists, YYYY-MM-DD.', '2026-11-22'],
  [Answer, 'Answer', 'A rating together with the scale it was given on.', feedbackExample.answers[0]],
  [Understanding, 'Understanding', 'What was read from the words. Severity: 1 low, 2 normal, 3 high, 4 critical.'],
  [Correction, 'Correction', 'What a person sets right of what was read: any of the parts, at least one.', correctionExample],
  [RecordedCorrection, 'RecordedCorrection', 'A correction on the record: who and when, what stood before, what stands since.'],
  [Feedback, 'Feedback', 'What a customer said, understood and scored (0–100).', feedbackExample],
  [ListedFeedback, 'ListedFeedback', 'Feedback as lists show it: `isExcerpt` where the comment is cut.'],
  [FeedbackPage, 'FeedbackPage', 'Feedback, newest first.'],
  [Quarantine, 'Quarantine', 'Why something was kept aside.', { reason: 'honeypot' }],
  [ListedQuarantine, 'QuarantinedItem', 'Something kept aside, and what somebody decided on it, if anybody has.'],
  [QuarantinePage, 'QuarantinePage', 'What was kept aside, newest first.'],
  [House, 'House', 'Names behind ids, and what commands may choose from.'],
  [Case, 'Case', 'An unhappy customer, and what was promised by when.', caseExample],
  [CaseEvent, 'CaseEvent', 'Something that happened to a case: who, and when.'],
  [ListedCase, 'ListedCase', 'A case as lists show it: how it stands, and what of it is due next.'],
  [CasePage, 'CasePage', 'Cases.'],
  [CommandType, 'CommandType', 'What can be done with a case.'],
  [CaseCommand, 'CaseCommand', 'One thing to do with a case; `type` says which.'],
  [Money, 'Money', 'A sum in minor units of an ISO 4217 currency.', { amount: 12850, currency: 'CNY' }],
  [FeedbackEntry, 'FeedbackEntry', 'What staff enter for somebody.', entryExample],
  [CaseDetails, 'CaseDetails', 'A case with all that belongs to it.'],
  [ChangedCase, 'ChangedCase', 'A case as it stands now, what has just happened to it, and what is possible next.'],
  [Action, 'Action', 'Something done outwardly, at most once. `unknown`: it may have gone out. `refused`: it must not, with the reason.'],
  [FiguresBody, 'Figures', 'Exact counts, and scores with the ends of their 95 % interval.'],
  [Me, 'Me', 'The account behind the token.'],
  [CustomerFile, 'CustomerFile', 'A person, all their files together.', customerExample],
  [Consent, 'Consent', 'What a customer lets us do, who wrote it down and where it came from.'],
  [ImportRow, 'ImportRow', 'A customer as the business’s own books have them. What is left out stays.'],
  [NextDue, 'NextDue', 'What of a case is due next.'],
  [Look, 'Look', 'A look at personal data, or a change of it: who, when, what; never a value.'],
  [ErasureProgress, 'ErasureProgress', 'How far the erasure of a person has come.'],
  [Problem, 'Problem', 'RFC 9457: what was expected, where, and what to do. `type` ends in a code for programs.'],
];
for (const [schema, id, description, example] of NAMED) {
  z.globalRegistry.add(schema, { id, description, ...(example === undefined ? {} : { examples: [example] }) });
}

const PROBLEMS = {
  401: 'No token, or one that does not hold. The API gateway answers this one.',
  403: 'The role does not suffice; the title names the one that does.',
  404: 'Not there, or of another branch.',
  409: 'It does not fit what stands, or somebody changed it meanwhile.',
  412: 'What stands is not at the version that `If-Match` states.',
  413: 'The body has more than 64 KB.',
  415: 'The body is not application/json.',
  422: 'The request is not as expected; `issues` names each field and why.',
  500: 'A fault of ours.',
} as const;

const INTRODUCTION = `The desk of Amends: what customers said, the cases of those who were unhappy, and the figures.

Roles, each with all of the one before it: **agent** (feedback, cases), **manager** (figures, what was kept aside), **admin**.
They are the groups of the user pool. Agents of a branch see their branch and what was given to them.

Every refusal is problem+json. Unknown query parameters and fields are refused, so that a misspelt one is never silently ignored.`;

const VersionHeader = z.object({
  ETag: z.string().register(z.globalRegistry, { description: 'The version of what is answered, for `If-Match`.', examples: ['"2"'] }),
});

const ReplayedHeaders = z.extend(VersionHeader, {
  'idempotency-replayed': z.optional(z.literal('true')).register(z.globalRegistry, {
    description: 'It was carried out before, under the same `Idempotency-Key`; nothing was done now.',
  }),
});

/** The OpenAPI 3.1 document of the desk, made from the schemas that check its requests. */
export const openApiDocument = () =>
  createDocument({
    openapi: '3.1.1',
    info: { title: 'Amends desk', version: '1.0.0', description: INTRODUCTION, license: { name: 'Apache-2.0', identifier: 'Apache-2.0' } },
    servers: [{ url: '/', description: 'Where this document was loaded from' }],
    tags: ['Feedback', 'Cases', 'Customers', 'Campaigns', 'Staff', 'Figures', 'Webhooks', 'Operation', 'You'].map((name) => ({ name })),
    security: [{ bearer: [] }],
    paths: paths(),
    components: {
      securitySchemes: {
        bearer: {
          type: 'http',
          scheme: 'bearer',
          bearerFormat: 'JWT',
          description: 'A token of the user pool. Locally: `npx amends token --role agent`.',
        },
      },
    },
  });

/** Those of the desk and those of `study`, whose schemas the desk need not carry. */
const allOperations = { ...operations, ...studyOperations, ...inspectOperations } as const satisfies Record<ProtectedRoute, unknown>;

function paths() {
  const byPath: Record<string, { get?: ZodOpenApiOperationObject; post?: ZodOpenApiOperationObject }> = {};
  for (const known of staffRoutes) {
    const [method, path = ''] = known.route.split(' ');
    const operation = known.access === 'public' ? publicOperation(known.route) : protectedOperation(known.route, known.role);
    byPath[path] = { ...byPath[path], [method === 'POST' ? 'post' : 'get']: operation };
  }
  return byPath;
}

function protectedOperation(route: ProtectedRoute, role: string): ZodOpenApiOperationObject {
  const { path, query, reads, body, result } = allOperations[route];
  const { tag, id, summary, description, answer, example, bodyExample, refusals = [], status = 200, ...once } = documentation[route];
  // Whatever is answered as one thing carries its version.
  const hasVersion = route.includes('{');
  return {
    operationId: id,
    tags: [tag],
    summary,
    description: `${description}\n\nRole: ${role}.`,
    requestParams: { path, query, ...(reads === 'body' ? { header: once.isOnce === true ? IfMatchOnce : IfMatch } : {}) },
    ...(reads === 'body' ? { requestBody: { required: isBodyNeeded(body), content: jsonContent(body, bodyExample) } } : {}),
    responses: {
      [`${status}`]: {
        description: answer,
        content: jsonContent(result, example),
        ...(hasVersion ? { headers: once.isReplayed === true ? ReplayedHeaders : VersionHeader } : {}),
      },
      ...problems([401, 403, ...refusals, 422, 500]),
    },
  };
}

const IfMatch = z.object({
  'If-Match': z.optional(z.string()).register(z.globalRegistry, {
    description: 'The version you have seen, in quotes. Without it the command is decided on what stands.',
    examples: ['"2"'],
  }),
});

const IfMatchOnce = z.extend(IfMatch, {
  'Idempotency-Key': z.optional(z.string().check(z.maxLength(255))).register(z.globalRegistry, {
    description: 'Your name for this very request, e.g. a UUID: sent again under it, it is done once.',
    examples: ['0199b3c2-7d1e-7a55-9c3f-2f6f6f0d9a13'],
  }),
});

/** No body at all is the empty object. */
const isBodyNeeded = (body: z.core.$ZodType): boolean => !z.safeParse(body, {}).success;

const jsonContent = (schema: z.core.$ZodType, example: unknown) => ({ 'application/json': { schema, example } });

const problems = (statuses: readonly (keyof typeof PROBLEMS)[]): ZodOpenApiResponsesObject =>
  Object.fromEntries(
    statuses.map((status) => [
      status,
      { description: PROBLEMS[status], ...(status === 401 ? {} : { content: { 'application/problem+json': { schema: Problem } } }) },
    ]),
  );

/** Each with its own media type: no schema of ours describes the documents. */
const PUBLIC: Readonly<
  Record<PublicRoute, Pick<ZodOpenApiOperationObject, 'operationId' | 'summary'> & { content: ZodOpenApiContentObject }>
> = {
  'GET /api/sign-in': {
    operationId: 'readSignIn',
    summary: 'Where people sign in',
    content: jsonContent(SignIn, {
      url: 'https://amends-111122223333.auth.eu-west-1.amazoncognito.com',
      clientId: '1h57kf5cpq17m0eml12EXAMPLE',
    }),
  },
  'GET /openapi.json': {
    operationId: 'readOpenApi',
    summary: 'This description, for programs',
    content: { 'application/json': { schema: { type: 'object' } } },
  },
  'GET /docs': {
    operationId: 'readDocs',
    summary: 'This description, for people',
    content: { 'text/html': { schema: { type: 'string' } } },
  },
};

function publicOperation(route: PublicRoute): ZodOpenApiOperationObject {
  const { content, ...told } = PUBLIC[route];
  const description =
    route === 'GET /api/sign-in'
      ? 'The address of OAuth 2.0’s endpoints and our client there: authorization code with PKCE.'
      : 'The document.';
  return { ...told, tags: ['You'], security: [], responses: { '200': { description, content } } };
}
