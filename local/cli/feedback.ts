import { Command } from 'commander';
import { FeedbackPage } from '../../shared/api/schemas.ts';
import { Feedback } from '../../shared/domain/feedback.ts';
import { connect } from './connection.ts';
import { correctCommand, understood } from './correct.ts';
import { addCommand } from './feedback-add.ts';
import { listOptions, pageQuery } from './list-options.ts';
import { excerpt, type OutputOptions, show, table } from './output.ts';

const FILTERS = [
  'from',
  'to',
  'branch',
  'channel',
  'survey',
  'campaign',
  'topic',
  'language',
  'sentiment',
  'metric',
  'value',
  'band',
] as const;
const SWITCHES = ['unhappy', 'words'] as const;

export function feedbackCommand(): Command {
  const list = listOptions(new Command('list').description('feedback of the last seven days, newest first'))
    .option('--from <day>', 'first day in the brand’s zone, YYYY-MM-DD')
    .option('--to <day>', 'last day in the brand’s zone, YYYY-MM-DD')
    .option('--branch <id>', 'of a branch')
    .option('--channel <channel>', 'that came by it')
    .option('--survey <id>', 'to a survey')
    .option('--campaign <id>', 'that a campaign asked for')
    .option('--topic <topic>', 'that it is about')
    .option('--language <tag>', 'written in: en, zh-Hans, zh-Hant or other')
    .option('--sentiment <mood>', 'negative, neutral or positive')
    .option('--metric <metric>', 'with an answer of it, e.g. csat')
    .option('--value <n>', 'with this answer of --metric')
    .option('--band <band>', 'csat-top, csat-other, promoter, passive or detractor')
    .option('--unhappy', 'of unhappy customers only')
    .option('--words', 'with words only')
    .action(async (options: OutputOptions & Record<string, string | boolean>) => {
      const query = pageQuery(options, FILTERS);
      for (const name of SWITCHES) if (options[name] === true) query.set(name, 'true');
      const page = await (await connect()).read(`/api/feedback?${query}`, 'agent', FeedbackPage);
      show(page, options, inWords);
    });
  const one = new Command('show')
    .description('one feedback, whole')
    .argument('<id>', 'its id, which is also its receipt')
    .option('--json', 'as JSON')
    .action(async (id: string, options: OutputOptions) => {
      const feedback = await (await connect()).read(`/api/feedback/${encodeURIComponent(id)}`, 'agent', Feedback);
      show(feedback, options, whole);
    });
  return new Command('feedback')
    .description('read what customers said, enter it for them, and correct what was understood of it')
    .addCommand(list)
    .addCommand(one)
    .addCommand(addCommand())
    .addCommand(correctCommand());
}

const inWords = ({ items, cursor }: { items: readonly Feedback[]; cursor?: string | undefined }) =>
  items.length === 0
    ? 'No feedback in these days.'
    : table(
        ['ID', 'RECEIVED', 'SOURCE', 'SCORE', 'MOOD', 'CASE', 'WORDS'],
        items.map((item) => [
          item.id,
          item.receivedAt.slice(0, 16),
          item.source,
          item.score === undefined ? '–' : String(Math.round(item.score)),
          item.understanding.sentiment.label,
          item.caseNumber ?? '–',
          excerpt(item.comment ?? item.subject, 48),
        ]),
      ) + more(cursor);

export const more = (cursor: string | undefined) => (cursor === undefined ? '' : `\n\nThere is more: --cursor ${cursor}`);

const whole = (item: Feedback) =>
  [
    `${item.id}  ${item.receivedAt}  ${item.source}${item.branch === undefined ? '' : `  branch ${item.branch}`}`,
    ...item.answers.map((answer) => `${answer.question}: ${answer.value} of ${answer.min}–${answer.max} (${answer.metric})`),
    understood(item),
    `case: ${item.caseNumber ?? 'none'}`,
    '',
    item.comment ?? '(no words)',
  ].join('\n');
