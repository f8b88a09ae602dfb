/** Roles, each with all that the one before it may do. They are the groups of the user pool. */
export const ROLES = ['agent', 'manager', 'admin'] as const;
export type Role = (typeof ROLES)[number];

/**
 * Every route of staff, the function that serves it, and who may call it: infra makes the routes of the HTTP API from this list, the functions
 * serve it and the OpenAPI document describes it, in this order. `public` routes need no token and show nothing of anybody; all others need one
 * with at least `role` (promise 30).
 */
export const staffRoutes = [
  { route: 'GET /api/me', by: 'desk', access: 'protected', role: 'agent' },
  { route: 'GET /api/house', by: 'inspect', access: 'protected', role: 'agent' },
  { route: 'GET /api/feedback', by: 'desk', access: 'protected', role: 'agent' },
  { route: 'POST /api/feedback', by: 'study', access: 'protected', role: 'agent' },
  { route: 'POST /api/answers', by: 'study', access: 'protected', role: 'manager' },
  { route: 'GET /api/feedback/{id}', by: 'desk', access: 'protected', role: 'agent' },
  { route: 'GET /api/feedback/{id}/mail', by: 'inspect', access: 'protected', role: 'agent' },
  { route: 'GET /api/feedback/{id}/photos', by: 'inspect', access: 'protected', role: 'agent' },
  { route: 'POST /api/feedback/{id}/correct', by: 'desk', access: 'protected', role: 'agent' },
  { route: 'GET /api/cases', by: 'desk', access: 'protected', role: 'agent' },
  { route: 'GET /api/cases/{number}', by: 'desk', access: 'protected', role: 'agent' },
  { route: 'POST /api/cases/{number}/commands', by: 'desk', access: 'protected', role: 'agent' },
  { route: 'GET /api/staff', by: 'desk', access: 'protected', role: 'agent' },
  { route: 'POST /api/staff/{id}/absence', by: 'desk', access: 'protected', role: 'agent' },
  { route: 'POST /api/customers/find', by: 'desk', access: 'protected', role: 'agent' },
  { route: 'POST /api/customers/import', by: 'desk', access: 'protected', role: 'manager' },
  { route: 'GET /api/customers/{key}', by: 'desk', access: 'protected', role: 'agent' },
  { route: 'GET /api/customers/{key}/history', by: 'desk', access: 'protected', role: 'agent' },
  { route: 'GET /api/customers/{key}/looks', by: 'desk', access: 'protected', role: 'manager' },
  { route: 'GET /api/customers/{key}/export', by: 'desk', access: 'protected', role: 'manager' },
  { route: 'POST /api/customers/{key}/correct', by: 'desk', access: 'protected', role: 'agent' },
  { route: 'POST /api/customers/{key}/consent', by: 'desk', access: 'protected', role: 'agent' },
  { route: 'POST /api/customers/{key}/merge', by: 'desk', access: 'protected', role: 'manager' },
  { route: 'POST /api/customers/{key}/erase', by: 'desk', access: 'protected', role: 'admin' },
  { route: 'POST /api/customers/{key}/called', by: 'desk', access: 'protected', role: 'agent' },
  { route: 'GET /api/calls', by: 'desk', access: 'protected', role: 'agent' },
  { route: 'GET /api/replies', by: 'desk', access: 'protected', role: 'agent' },
  { route: 'GET /api/metrics', by: 'desk', access: 'protected', role: 'manager' },
  { route: 'GET /api/statistics/cases', by: 'desk', access: 'protected', role: 'manager' },
  { route: 'GET /api/campaigns', by: 'study', access: 'protected', role: 'manager' },
  { route: 'GET /api/campaigns/{id}', by: 'study', access: 'protected', role: 'manager' },
  { route: 'GET /api/campaigns/{id}/invitations', by: 'study', access: 'protected', role: 'manager' },
  { route: 'POST /api/campaigns/{id}/start', by: 'study', access: 'protected', role: 'manager' },
  { route: 'POST /api/campaigns/{id}/audience', by: 'study', access: 'protected', role: 'manager' },
  { route: 'POST /api/campaigns/{id}/invitations', by: 'study', access: 'protected', role: 'agent' },
  { route: 'GET /api/alarms', by: 'desk', access: 'protected', role: 'manager' },
  { route: 'GET /api/quarantine', by: 'inspect', access: 'protected', role: 'manager' },
  { route: 'POST /api/quarantine/{id}/release', by: 'inspect', access: 'protected', role: 'admin' },
  { route: 'POST /api/quarantine/{id}/discard', by: 'inspect', access: 'protected', role: 'admin' },
  { route: 'GET /api/dead-letters', by: 'inspect', access: 'protected', role: 'admin' },
  { route: 'GET /api/dead-letters/{queue}', by: 'inspect', access: 'protected', role: 'admin' },
  { route: 'POST /api/dead-letters/{queue}/redrive', by: 'inspect', access: 'protected', role: 'admin' },
  { route: 'GET /api/deliveries', by: 'inspect', access: 'protected', role: 'manager' },
  { route: 'GET /api/deliveries/{id}', by: 'inspect', access: 'protected', role: 'manager' },
  { route: 'POST /api/deliveries/{id}/replay', by: 'inspect', access: 'protected', role: 'manager' },
  { route: 'GET /api/endpoints', by: 'inspect', access: 'protected', role: 'manager' },
  { route: 'POST /api/endpoints/{id}/enable', by: 'inspect', access: 'protected', role: 'manager' },
  { route: 'GET /api/sign-in', by: 'desk', access: 'public' },
  { route: 'GET /openapi.json', by: 'desk', access: 'public' },
  { route: 'GET /docs', by: 'desk', access: 'public' },
  { route: 'GET /api/analyses', by: 'study', access: 'protected', role: 'manager' },
  { route: 'POST /api/analyses', by: 'study', access: 'protected', role: 'manager' },
  { route: 'GET /api/analyses/{id}', by: 'study', access: 'protected', role: 'manager' },
  { route: 'GET /api/answers', by: 'study', access: 'protected', role: 'manager' },
] as const satisfies readonly ({ route: string; by: 'desk' | 'study' | 'inspect' } & (
  | { access: 'protected'; role: Role }
  | { access: 'public' }
))[];

/** What needs no token: documents, and where to get one. */
export type PublicRoute = Extract<(typeof staffRoutes)[number], { access: 'public' }>['route'];

/** Of the desk: cases, customers and figures. */
export const deskRoutes = staffRoutes.filter((one) => one.by === 'desk');
export type DeskRoute = (typeof deskRoutes)[number]['route'];

/**
 * Of `study`: what staff enter and bring in, whom campaigns ask, and what is found in the answers. A function of its own, for surveys and readers of
 * Parquet and S3 have no room in the desk's.
 */
export const studyRoutes = staffRoutes.filter((one) => one.by === 'study');
export type StudyRoute = (typeof studyRoutes)[number]['route'];

/** Of `inspect`: what the house is made of, mails as they came, what goes out to others, and what was kept aside or given up. */
export const inspectRoutes = staffRoutes.filter((one) => one.by === 'inspect');
export type InspectRoute = (typeof inspectRoutes)[number]['route'];
