import { randomUUID } from 'node:crypto';
import { Command } from 'commander';
import type * as z from 'zod';
import { CaseDetails, ChangedCase } from '../../shared/api/case-schemas.ts';
import config from '../../shared/config/current.ts';
import { readCommand } from './case-command-line.ts';
import { CASE_FLAGS } from './case-flags.ts';
import { eventInWords } from './case-words.ts';
import { connect } from './connection.ts';
import { show } from './output.ts';

export const doCommand = () =>
  new Command('do')
    .description('one command on a case, e.g. amends cases do 2611-0001 offer --remedy refund --amount 128.50')
    .argument('<number>', 'its number, YYMM-NNNN')
    .argument('<command...>', 'with its flags (offer --help tells them), or --json with any command')
    .passThroughOptions()
    .addHelpText('after', `\nCommands: ${Object.keys(CASE_FLAGS).join(', ')}`)
    .action(async (number: string, words: string[]) => {
      const { body, role, isJson } = readCommand(words, {
        timeZone: config.brand.timeZone,
        currency: config.recovery.authority.currency,
      });
      const path = `/api/cases/${encodeURIComponent(number)}`;
      const connection = await connect();
      // Decided on what stands now: whatever somebody else does in between is refused, not overwritten.
      const { case: seen } = await connection.read(path, role, CaseDetails);
      const headers = { 'if-match': `"${seen.version}"`, 'idempotency-key': randomUUID() };
      show(await connection.post(`${path}/commands`, role, body, ChangedCase, headers), { json: isJson }, inWords);
    });

const inWords = ({ case: item, events, allowed }: z.output<typeof ChangedCase>) =>
  [
    ...events.map(eventInWords),
    `Case ${item.number} is ${item.state}${item.pause === undefined ? '' : ' and waits for the customer'}, owner ${item.owner}, version ${item.version}.`,
    `possible next: ${allowed.join(', ') || 'nothing'}`,
  ].join('\n');
