import type { Topic } from '../understand/understanding.ts';
import type { Agent } from './policy.ts';
import type { RecoverySettings } from './settings.ts';

/** What is known of the staff at this moment. */
export interface StaffBoard {
  /** Open cases by agent; who is not named has none. */
  readonly loads: Readonly<Record<string, number>>;
  /** Ids of agents who are away. */
  readonly absent: readonly string[];
}

export const NOBODY_ABSENT: StaffBoard = { loads: {}, absent: [] };

interface Matter {
  readonly branch: string | undefined;
  readonly topics: readonly Topic[];
  /** Whose questions were answered badly. */
  readonly departments?: readonly string[] | undefined;
  /** The running number of the case: equals take turns by it. */
  readonly running: number;
  /** The agent who took it in, where a person did. */
  readonly first?: string | undefined;
}

/**
 * Whom a new case goes to (R3): of the first team that fits its branch, topics and departments, whoever has the fewest open cases; those with as many take turns.
 * Where no team fits, the agents of the branch, else all. Who is away gets none, unless all are.
 */
export function chooseOwner(
  matter: Matter,
  { agents, teams }: Pick<RecoverySettings, 'agents' | 'teams'>,
  { loads, absent }: StaffBoard,
): { owner: string; team: string | undefined } {
  if (matter.first !== undefined) {
    return { owner: matter.first, team: teams.find(({ members }) => members.includes(matter.first ?? ''))?.id };
  }
  const team = teams.find(
    (one) =>
      one.isInvestigation !== true &&
      (one.branch === undefined || one.branch === matter.branch) &&
      (one.departments === undefined || one.departments.some((department) => matter.departments?.includes(department) === true)) &&
      (one.topics === undefined || one.topics.some((topic) => matter.topics.includes(topic))),
  );
  const pool = team === undefined ? poolOfBranch(matter.branch, agents) : agents.filter(({ id }) => team.members.includes(id));
  const present = pool.filter(({ id }) => !absent.includes(id));
  const able = present.length > 0 ? present : pool;
  const least = Math.min(...able.map(({ id }) => loads[id] ?? 0));
  const equals = able.filter(({ id }) => (loads[id] ?? 0) === least);
  const owner = equals[matter.running % equals.length];
  if (owner === undefined) throw new RangeError('recovery.agents: at least one agent is needed, and every team needs one of them');
  return { owner: owner.id, team: team?.id };
}

function poolOfBranch(branch: string | undefined, agents: readonly Agent[]): readonly Agent[] {
  const front = agents.filter(({ authority }) => authority === 'agent');
  const own = front.filter((agent) => branch !== undefined && agent.branch === branch);
  return own.length > 0 ? own : front.length > 0 ? front : agents;
}
