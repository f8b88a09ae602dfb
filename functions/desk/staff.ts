import { operations } from '../../shared/api/operations.ts';
import { forbidden, invalidInput, notFound } from '../../shared/domain/errors.ts';
import { localDay } from '../../shared/domain/metrics/contributions.ts';
import { endpoint } from '../../shared/lambda/endpoint.ts';
import type { DeskPorts } from './ports.ts';

/** Who works here, how much each has in hand, and who is away. */
export const listStaff = ({ staff, config }: DeskPorts) =>
  endpoint(operations['GET /api/staff'], async ({ now }) => {
    const board = await staff.board();
    const today = localDay(now, config.brand.timeZone);
    const agents = config.recovery.agents.map(({ id, name, branch, authority }) => {
      const { openCases = 0, from, until } = board.find(({ agent }) => agent === id) ?? {};
      const isOver = from === undefined || (until !== undefined && until < today);
      return { id, name, branch, authority, openCases, absence: isOver ? undefined : { from, until } };
    });
    return { agents, teams: config.recovery.teams };
  });

/** Somebody is away, or back: for oneself, or by a manager for others. New cases pass them by; those they have stay with them until handed over. */
export const setAbsence = ({ staff, config }: DeskPorts) =>
  endpoint(operations['POST /api/staff/{id}/absence'], async ({ path: { id }, body: { from, until }, viewer }) => {
    if (viewer.role === 'agent' && viewer.id !== id) throw forbidden('This needs the role "manager": you may say so for yourself only.');
    if (!config.recovery.agents.some((agent) => agent.id === id))
      throw notFound('There is no such agent in recovery.agents of the config.');
    if (from === undefined && until !== undefined) {
      throw invalidInput('The absence is not as expected.', [
        { field: 'from', reason: 'expected the first day; without days, the agent is back' },
      ]);
    }
    if (from !== undefined && until !== undefined && until < from) {
      throw invalidInput('The absence is not as expected.', [{ field: 'until', reason: `expected a day not before ${from}` }]);
    }
    const absence = { agent: id, from, until };
    await staff.setAbsence(absence);
    return absence;
  });
