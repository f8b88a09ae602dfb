import { Actor } from '../domain/actor.ts';
import { forbidden } from '../domain/errors.ts';
import { type Agent, AUTHORITY_ROLES, type AuthorityRole } from '../domain/recovery/policy.ts';
import { roleOf } from './role.ts';
import type { Role } from './routes.ts';

/** Who asks, and what they may see. */
export interface Viewer {
  /** Id of the agent in the config, or the name of the account where the config knows no such agent. */
  readonly id: string;
  readonly role: Role;
  readonly agent?: Agent | undefined;
}

/**
 * The viewer behind the verified claims of a token: an account is an agent of the config by its name or by its verified address.
 * @throws AmendsError 403 naming the role that is needed.
 */
export function viewerOf(claims: Readonly<Record<string, unknown>>, needed: Role, agents: readonly Agent[]): Viewer {
  const role = roleOf(claims, needed);
  const names = [claims['cognito:username'], claims['username'], claims['sub']].filter((name) => typeof name === 'string');
  // API Gateway hands claims on as text.
  const email = String(claims['email_verified']) === 'true' ? claims['email'] : undefined;
  const agent = agents.find(({ id, email: address }) => names.includes(id) || address === email);
  const id = agent?.id ?? names.find((name) => Actor.safeParse(actorOf(name)).success);
  if (id === undefined) throw forbidden('The token names nobody: it has neither a user name nor a subject.');
  return { id, role, agent };
}

/** How much a viewer may promise (R5): what the config gives the agent, and all that a manager may to accounts with that role or more. */
export function authorityOf({ role, agent }: Viewer): AuthorityRole {
  const ofAccount: AuthorityRole = role === 'agent' ? 'agent' : 'manager';
  const ofAgent = agent?.authority ?? 'agent';
  return AUTHORITY_ROLES.indexOf(ofAgent) > AUTHORITY_ROLES.indexOf(ofAccount) ? ofAgent : ofAccount;
}

/** As it stands on events. */
export const actorOf = (id: string) => `agent:${id}`;

/** What a rule about branches looks at: a feedback, or a case with its owner. */
interface Placed {
  readonly branch?: string | undefined;
  readonly owner?: string | undefined;
}

/** Agents of a branch see what is of their branch and what was given to them, and nothing of another branch (promise 29). All others see all. */
export function maySee({ id, role, agent }: Viewer, thing: Placed): boolean {
  if (role !== 'agent' || agent?.branch === undefined) return true;
  return thing.branch === agent.branch || thing.owner === id;
}
