import type { CaseEvent } from '../api-types.ts';

/**
 * What others did since a version: colleagues and the customer. What Amends itself did by its clock, and one's own doings, are no news.
 * @param actor of whoever looks, e.g. `agent:lin`.
 */
export const newsSince = (history: readonly CaseEvent[], version: number, actor: string): CaseEvent[] =>
  history.slice(version).filter(({ by }) => by !== 'system' && by !== actor);
