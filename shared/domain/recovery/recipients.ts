import type { Case } from './case.ts';
import { committedAmount, roleFor } from './decide/offers.ts';
import type { Agent, AuthorityRole } from './policy.ts';
import type { RecoverySettings } from './settings.ts';

type Staff = Pick<RecoverySettings, 'agents' | 'teams' | 'authority'>;

/** Who heads the case: the head of its team, else a head of its branch, else management. */
export function headOf(value: Pick<Case, 'team' | 'branch' | 'owner'>, { agents, teams }: Staff): string[] {
  const team = teams.find(({ id }) => id === value.team);
  if (team !== undefined) return [team.head];
  const heads = agents.filter(({ authority }) => authority === 'head');
  const own = heads.filter(({ branch }) => branch === undefined || branch === value.branch);
  if (own.length > 0) return own.map(({ id }) => id);
  return managementOf(value, agents);
}

/** Management, else whoever comes next: somebody always hears of it. */
export function managementOf({ owner }: Pick<Case, 'owner'>, agents: readonly Agent[]): string[] {
  for (const role of ['manager', 'head'] as const) {
    const found = agents.filter(({ authority }) => authority === role);
    if (found.length > 0) return found.map(({ id }) => id);
  }
  return [owner];
}

const RANK: Readonly<Record<AuthorityRole, number>> = { agent: 0, head: 1, manager: 2 };

/** Who may approve what the case would cost: of the least role that may, of its branch where there is one, and never who asks for it. */
export function approversOf(value: Case, requester: string, { agents, authority }: Staff): string[] {
  const needed = roleFor(committedAmount(value), authority.limits) ?? 'manager';
  const least = needed === 'agent' ? 'head' : needed;
  const able = agents.filter((one) => RANK[one.authority] >= RANK[least] && `agent:${one.id}` !== requester);
  const rank = Math.min(...able.map((one) => RANK[one.authority]));
  const closest = able.filter((one) => RANK[one.authority] === rank);
  const own = closest.filter(({ branch }) => branch === undefined || branch === value.branch);
  return (own.length > 0 ? own : closest).map(({ id }) => id);
}
