import { Command } from 'commander';
import type * as z from 'zod';
import { AbsenceAnswer, StaffBoardAnswer } from '../../shared/api/staff-schemas.ts';
import { connect } from './connection.ts';
import { type OutputOptions, show, table } from './output.ts';

export function staffCommand(): Command {
  const list = new Command('list')
    .description('agents with their open cases and absences, and teams')
    .option('--json', 'as JSON')
    .action(async (options: OutputOptions) =>
      show(await (await connect()).read('/api/staff', 'agent', StaffBoardAnswer), options, inWords),
    );
  return new Command('staff')
    .description('who works cases, and who is away')
    .addCommand(list)
    .addCommand(
      absence('absent', 'no new cases from a day on')
        .requiredOption('--from <day>', 'first day, YYYY-MM-DD')
        .option('--until <day>', 'last day; without it, until further notice'),
    )
    .addCommand(absence('back', 'new cases again'));
}

const absence = (name: string, description: string) =>
  new Command(name)
    .description(description)
    .argument('<id>', 'of the agent')
    .option('--json', 'as JSON')
    .action(async (id: string, { json, ...days }: OutputOptions & { from?: string; until?: string }) => {
      const path = `/api/staff/${encodeURIComponent(id)}/absence`;
      // The local cloud gives tokens to roles, not to persons: for others it takes a manager.
      show(await (await connect()).post(path, 'manager', days, AbsenceAnswer), { json }, said);
    });

const said = ({ agent, from, until }: z.output<typeof AbsenceAnswer>) =>
  from === undefined
    ? `${agent} is back.`
    : `${agent} is away from ${from}${until === undefined ? ' until further notice' : ` until ${until}`}.`;

const inWords = ({ agents, teams }: z.output<typeof StaffBoardAnswer>) =>
  [
    table(
      ['AGENT', 'NAME', 'BRANCH', 'AUTHORITY', 'OPEN CASES', 'AWAY'],
      agents.map(({ id, name, branch, authority, openCases, absence: away }) => [
        ...[id, name.en, branch ?? '–', authority, String(openCases)],
        away === undefined ? '–' : `${away.from} – ${away.until ?? '…'}`,
      ]),
    ),
    '',
    table(
      ['TEAM', 'NAME', 'MEMBERS', 'HEAD'],
      teams.map(({ id, name, members, head }) => [id, name.en, members.join(', '), head]),
    ),
  ].join('\n');
