/** Roles, each with all that the one before it may do. They are the groups of the user pool. */
export const ROLES = ['agent', 'manager', 'admin'] as const;
export type Role = (typeof ROLES)[number];

/**
 * Every route of the desk, and who may call it: infra makes the routes of the HTTP API from this list, the desk serves it and the OpenAPI
 * document describes it. `public` routes need no token and show nothing of anybody; all others need one with at least `role` (promise 30).
 */
export const deskRoutes = [
  { route: 'GET /api/me', access: 'protected', role: 'agent' },
  { route: 'GET /api/feedback', access: 'protected', role: 'agent' },
  { route: 'POST /api/feedback', access: 'protected', role: 'agent' },
  { route: 'POST /api/answers', access: 'protected', role: 'manager' },
  { route: 'GET /api/feedback/{id}', access: 'protected', role: 'agent' },
  { route: 'POST /api/feedback/{id}/correct', access: 'protected', role: 'agent' },
  { route: 'GET /api/cases', access: 'protected', role: 'agent' },
  { route: 'GET /api/cases/{number}', access: 'protected', role: 'agent' },
  { route: 'POST /api/cases/{number}/commands', access: 'protected', role: 'agent' },
  { route: 'GET /api/staff', access: 'protected', role: 'agent' },
  { route: 'POST /api/staff/{id}/absence', access: 'protected', role: 'agent' },
  { route: 'POST /api/customers/find', access: 'protected', role: 'agent' },
  { route: 'POST /api/customers/import', access: 'protected', role: 'manager' },
  { route: 'GET /api/customers/{key}', access: 'protected', role: 'agent' },
  { route: 'GET /api/customers/{key}/history', access: 'protected', role: 'agent' },
  { route: 'GET /api/customers/{key}/looks', access: 'protected', role: 'manager' },
  { route: 'GET /api/customers/{key}/export', access: 'protected', role: 'manager' },
  { route: 'POST /api/customers/{key}/correct', access: 'protected', role: 'agent' },
  { route: 'POST /api/customers/{key}/consent', access: 'protected', role: 'agent' },
  { route: 'POST /api/customers/{key}/merge', access: 'protected', role: 'manager' },
  { route: 'POST /api/customers/{key}/erase', access: 'protected', role: 'admin' },
  { route: 'POST /api/customers/{key}/called', access: 'protected', role: 'agent' },
  { route: 'GET /api/calls', access: 'protected', role: 'agent' },
  { route: 'GET /api/replies', access: 'protected', role: 'agent' },
  { route: 'GET /api/metrics', access: 'protected', role: 'manager' },
  { route: 'GET /api/statistics/cases', access: 'protected', role: 'manager' },
  { route: 'GET /api/campaigns', access: 'protected', role: 'manager' },
  { route: 'GET /api/campaigns/{id}', access: 'protected', role: 'manager' },
  { route: 'GET /api/campaigns/{id}/invitations', access: 'protected', role: 'manager' },
  { route: 'POST /api/campaigns/{id}/start', access: 'protected', role: 'manager' },
  { route: 'POST /api/campaigns/{id}/audience', access: 'protected', role: 'manager' },
  { route: 'POST /api/campaigns/{id}/invitations', access: 'protected', role: 'agent' },
  { route: 'GET /api/alarms', access: 'protected', role: 'manager' },
  { route: 'GET /api/quarantine', access: 'protected', role: 'manager' },
  { route: 'GET /api/deliveries', access: 'protected', role: 'manager' },
  { route: 'GET /api/deliveries/{id}', access: 'protected', role: 'manager' },
  { route: 'POST /api/deliveries/{id}/replay', access: 'protected', role: 'manager' },
  { route: 'GET /api/endpoints', access: 'protected', role: 'manager' },
  { route: 'POST /api/endpoints/{id}/enable', access: 'protected', role: 'manager' },
  { route: 'GET /openapi.json', access: 'public' },
  { route: 'GET /docs', access: 'public' },
] as const satisfies readonly ({ route: string; access: 'protected'; role: Role } | { route: string; access: 'public' })[];

export type DeskRoute = (typeof deskRoutes)[number]['route'];

/** Routes of `study`, which reads column files: a function of its own, for readers of Parquet and S3 have no room in the desk's. */
export const studyRoutes = [
  { route: 'GET /api/analyses', access: 'protected', role: 'manager' },
  { route: 'POST /api/analyses', access: 'protected', role: 'manager' },
  { route: 'GET /api/analyses/{id}', access: 'protected', role: 'manager' },
  { route: 'GET /api/answers', access: 'protected', role: 'manager' },
] as const satisfies readonly { route: string; access: 'protected'; role: Role }[];

export type StudyRoute = (typeof studyRoutes)[number]['route'];
