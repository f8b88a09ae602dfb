import { Command } from 'commander';
import type * as z from 'zod';
import { CaseDetails, CasePage } from '../../shared/api/schemas.ts';
import type { Feedback } from '../../shared/domain/feedback.ts';
import type { Case } from '../../shared/domain/recovery/case.ts';
import { correctionsInForce } from '../../shared/domain/understand/correct-feedback.ts';
import { connect } from './connection.ts';
import { more } from './feedback.ts';
import { listOptions, pageQuery } from './list-options.ts';
import { type OutputOptions, show, table } from './output.ts';

export function casesCommand(): Command {
  const list = listOptions(new Command('list').description('open cases, oldest first'))
    .option('--month <YYMM>', 'those resolved whose number is of this month, instead of the open ones')
    .action(async (options: OutputOptions & Record<string, string>) => {
      const query = pageQuery(options, ['month']);
      query.set('state', query.has('month') ? 'resolved' : 'open');
      show(await (await connect()).read(`/api/cases?${query}`, 'agent', CasePage), options, inWords);
    });
  const one = new Command('show')
    .description('one case: history, feedback, customer, and what was sent')
    .argument('<number>', 'its number, YYMM-NNNN')
    .option('--json', 'as JSON')
    .action(async (number: string, options: OutputOptions) => {
      const details = await (await connect()).read(`/api/cases/${encodeURIComponent(number)}`, 'agent', CaseDetails);
      show(details, options, whole);
    });
  return new Command('cases').description('read the cases of unhappy customers').addCommand(list).addCommand(one);
}

const inWords = ({ items, cursor }: z.output<typeof CasePage>) =>
  items.length === 0
    ? 'No such cases.'
    : table(
        ['CASE', 'OPENED', 'STATE', 'SEVERITY', 'OWNER', 'ANSWER BY', 'SOLVE BY', 'BECAUSE'],
        items.map((item) => [
          item.number,
          item.openedAt.slice(0, 16),
          item.state,
          String(item.severity),
          item.owner,
          item.acknowledgeDueAt.slice(0, 16),
          item.resolveDueAt.slice(0, 16),
          item.reasons.join(', '),
        ]),
      ) + more(cursor);

const whole = ({ case: item, history, feedback, customer, actions }: z.output<typeof CaseDetails>) =>
  [
    `Case ${item.number}  ${item.state}  severity ${item.severity}  owner ${item.owner}`,
    `opened ${item.openedAt}, answer by ${item.acknowledgeDueAt}, solve by ${item.resolveDueAt}`,
    `because of ${item.reasons.join(', ')}`,
    ...correctedSince(item, feedback),
    customer === undefined ? 'customer: no address' : `customer: ${customer.name ?? '(no name)'} <${customer.email}> ${customer.language}`,
    '',
    ...history.map((event) => `${event.at}  ${event.by}  ${event.type}`),
    ...actions.map(
      (action) =>
        `${action.endedAt ?? action.dueAt}  ${action.kind}: ${action.state}${action.reason === undefined ? '' : ` (${action.reason})`}`,
    ),
    '',
    feedback?.comment ?? '(no words)',
  ].join('\n');

/** A case keeps the severity and the deadlines it was opened with; where a person has judged the words differently since, that is to be seen. */
function correctedSince({ severity }: Case, feedback: Feedback | undefined): string[] {
  if (feedback === undefined || feedback.understanding.severity === severity) return [];
  const last = correctionsInForce(feedback).findLast(({ to }) => to.severity !== undefined);
  if (last === undefined) return [];
  return [
    `SEVERITY ${feedback.understanding.severity} SINCE ${last.at.slice(0, 16)} by ${last.by}; the deadlines are those of severity ${severity}`,
  ];
}
