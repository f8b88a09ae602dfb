import { Command } from 'commander';
import type * as z from 'zod';
import { CaseDetails, CasePage } from '../../shared/api/case-schemas.ts';
import { correctionsInForce } from '../../shared/domain/understand/correct-feedback.ts';
import { doCommand } from './case-do.ts';
import { printCommand } from './case-print.ts';
import { eventInWords } from './case-words.ts';
import { connect } from './connection.ts';
import { more } from './feedback.ts';
import { listOptions, pageQuery } from './list-options.ts';
import { type OutputOptions, show, table } from './output.ts';
import { repliesCommand } from './replies.ts';

const FILTERS = ['state', 'month', 'owner', 'branch', 'severity', 'tier', 'topic', 'text'] as const;
const SWITCHES = ['overdue', 'waiting'] as const;

export function casesCommand(): Command {
  return (
    new Command('cases')
      .description('read and work the cases of unhappy customers')
      // What stands behind "do <number>" is a command of its own, with flags of its own.
      .enablePositionalOptions()
      .addCommand(listCommand())
      .addCommand(showCommand())
      .addCommand(printCommand())
      .addCommand(doCommand())
      .addCommand(repliesCommand())
  );
}

const listCommand = () =>
  listOptions(new Command('list').description('open cases, what is due first first'))
    .option('--owner <id>', 'of an agent, or "me"')
    .option('--month <YYYY-MM>', 'those closed in this month, instead of the open ones')
    .option('--branch <id>', 'of a branch')
    .option('--severity <n>', '1 low, 2 normal, 3 high, 4 critical')
    .option('--tier <tier>', 'vip, regular, new')
    .option('--topic <topic>', 'that it is about')
    .option('--overdue', 'a deadline or a promise is over')
    .option('--waiting', 'those that wait for the customer')
    .option('--text <words>', 'in which all these words occur: its number, what was written in it, what the customer said')
    .action(async (options: OutputOptions & Record<string, string | boolean>) => {
      const query = pageQuery(options, FILTERS);
      if (query.has('month')) query.set('state', 'closed');
      for (const name of SWITCHES) if (options[name] === true) query.set(name, 'true');
      show(await (await connect()).read(`/api/cases?${query}`, 'agent', CasePage), options, inWords);
    });

const showCommand = () =>
  new Command('show')
    .description('one case: history, what was said, the customer, what was sent, and what is possible now')
    .argument('<number>', 'its number, YYMM-NNNN')
    .option('--json', 'as JSON')
    .action(async (number: string, options: OutputOptions) => {
      const details = await (await connect()).read(`/api/cases/${encodeURIComponent(number)}`, 'agent', CaseDetails);
      show(details, options, whole);
    });

const inWords = ({ items, cursor }: z.output<typeof CasePage>) =>
  (items.length === 0
    ? 'No such cases.'
    : table(
        ['CASE', 'OPENED', 'STATE', 'STANDING', 'SEVERITY', 'TIER', 'OWNER', 'DUE NEXT', 'WHAT', 'ABOUT'],
        items.map((item) => {
          const due = item.nextDue;
          return [
            ...[item.number, item.openedAt.slice(0, 16), item.pause === undefined ? item.state : `${item.state}, waits`],
            ...[
              item.standing ?? '–',
              String(item.severity),
              item.tier,
              item.owner,
              due?.at.slice(0, 16) ?? '–',
              due === undefined ? '–' : `${due.what} ${due.id}`,
            ],
            item.topics.join(', '),
          ];
        }),
      )) + more(cursor);

const whole = (details: CaseDetails) =>
  [
    ...head(details),
    '',
    ...details.history.map(eventInWords),
    '',
    ...details.actions.map(actionInWords),
    '',
    ...details.feedback.map(({ receivedAt, channel, comment }) => `${receivedAt.slice(0, 16)}  ${channel}  ${comment ?? '(no words)'}`),
    '',
    `possible now: ${details.allowed.join(', ') || 'nothing'}`,
    ...remediesInWords(details),
  ].join('\n');

function head({ case: item, customer, nextDue: due, ...rest }: CaseDetails): string[] {
  return [
    `Case ${item.number}  ${item.state}  severity ${item.severity}  owner ${item.owner}  round ${item.round}`,
    `opened ${item.openedAt.slice(0, 16)} because of ${item.reasons.join(', ') || 'an entry by staff'}`,
    due === undefined ? 'nothing is due' : `due next: ${due.what} ${due.id} by ${due.at.slice(0, 16)}`,
    ...correctedSince(item, rest.feedback),
    customer === undefined
      ? 'customer: not known'
      : `customer: ${customer.name ?? '(no name)'} ${[customer.email, customer.phone].filter((part) => part !== undefined).join(' ')} ${customer.language}`,
  ];
}

const actionInWords = (action: CaseDetails['actions'][number]) => {
  const what = action.kind === 'mail' ? `mail ${action.template}` : action.kind;
  return `${(action.endedAt ?? action.dueAt).slice(0, 16)}  ${what}: ${action.state}${action.reason === undefined ? '' : ` (${action.reason})`}`;
};

const NEEDS = { nothing: '', approval: ' (needs approval)', 'beyond-all-limits': ' (beyond all limits)' } as const;
const remediesInWords = ({ remedies, allowed }: CaseDetails) =>
  allowed.includes('offer') && remedies.length > 0 ? [`prepared: ${remedies.map(({ id, needs }) => id + NEEDS[needs]).join(', ')}`] : [];

/** A case keeps the severity it was opened with; where a person has judged the words differently since, that is to be seen. */
function correctedSince({ severity, feedbackId }: CaseDetails['case'], all: CaseDetails['feedback']): string[] {
  const feedback = all.find(({ id }) => id === feedbackId);
  if (feedback === undefined || feedback.understanding.severity === severity) return [];
  const last = correctionsInForce(feedback).findLast(({ to }) => to.severity !== undefined);
  if (last === undefined) return [];
  const { severity: judged } = feedback.understanding;
  return [`SEVERITY ${judged} SINCE ${last.at.slice(0, 16)} by ${last.by}: "amends cases do … classify" sets it for the case`];
}
