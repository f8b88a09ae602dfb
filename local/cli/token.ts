import { Command, Option } from 'commander';
import { connect, issueToken, ROLES, type Role } from './connection.ts';
import { type OutputOptions, show } from './output.ts';

export function tokenCommand(): Command {
  return new Command('token')
    .description('a token for the HTTP API of the local cloud')
    .addOption(new Option('--role <role>', 'whom it speaks for').choices(ROLES).default('agent'))
    .option('--json', 'as JSON')
    .action(async ({ role, ...options }: OutputOptions & { role: Role }) => {
      const token = await issueToken((await connect()).local, role);
      show({ role, token }, options, () => token);
    });
}
