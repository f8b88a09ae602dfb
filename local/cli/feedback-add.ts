import { randomUUID } from 'node:crypto';
import { Command, InvalidArgumentError, Option } from 'commander';
import { Receipt } from '../../shared/api/entry-schemas.ts';
import { STAFF_CHANNELS } from '../../shared/domain/feedback.ts';
import { connect } from './connection.ts';
import { type OutputOptions, show } from './output.ts';

const FACTS = ['product', 'order', 'quantity', 'occurredOn', 'wish', 'evidence'] as const;
type Fact = (typeof FACTS)[number];

interface Options extends OutputOptions, Partial<Record<Fact, string>> {
  readonly channel: string;
  readonly comment?: string;
  readonly name?: string;
  readonly email?: string;
  readonly phone?: string;
  readonly consent?: boolean;
  readonly survey?: string;
  readonly answer?: Readonly<Record<string, unknown>>;
  readonly branch?: string;
  readonly language?: string;
  readonly id?: string;
  readonly openCase?: boolean;
}

/** `--answer satisfaction=2 --answer reasons=delivery,staff`: numbers are ratings, lists have commas. */
function withAnswer(text: string, before: Readonly<Record<string, unknown>> = {}): Readonly<Record<string, unknown>> {
  const [, question, value] = /^([\w-]+)=(.+)$/s.exec(text) ?? [];
  if (question === undefined || value === undefined) throw new InvalidArgumentError('expected question=answer, e.g. satisfaction=2.');
  const isRating = /^\d+$/.test(value);
  return { ...before, [question]: isRating ? Number(value) : question === 'reasons' ? value.split(',') : value };
}

export const addCommand = () =>
  new Command('add')
    .description('enter what somebody said where no machine reads: by telephone, letter, in a shop …')
    .addOption(new Option('--channel <channel>', 'how it came').choices(STAFF_CHANNELS).makeOptionMandatory())
    .option('--comment <words>', 'what they said')
    .option('--name <name>', 'who said it')
    .option('--email <address>', 'their address')
    .option('--phone <number>', 'their telephone number')
    .option('--consent', 'they let us write to them about it')
    .option('--survey <id>', 'that the answers belong to')
    .option('--answer <question=answer>', 'repeat for each', withAnswer)
    .option('--branch <id>', 'that it is about; yours where absent')
    .option('--language <tag>', 'in which they spoke, e.g. en or zh-Hans')
    .option('--id <id>', 'number of the letter or call: the same one is entered once')
    .option('--product <text>', 'register sheet: what it is about')
    .option('--order <text>', 'register sheet: order or batch')
    .option('--quantity <text>', 'register sheet: how many')
    .option('--occurred-on <day>', 'register sheet: when it happened, YYYY-MM-DD')
    .option('--wish <text>', 'register sheet: what they want')
    .option('--evidence <text>', 'register sheet: where it lies')
    .option('--open-case', 'open a case whatever the rules say')
    .option('--json', 'as JSON')
    .action(async (options: Options) => {
      const receipt = await (await connect()).post('/api/feedback', 'agent', bodyOf(options), Receipt, { 'idempotency-key': randomUUID() });
      show(receipt, options, (given) => `Entered. See "amends feedback show ${given.receipt}" in a moment.`);
    });

function bodyOf({ name, email, phone, consent = false, answer: answers, id: externalId, ...options }: Options): Record<string, unknown> {
  const isKnown = [name, email, phone].some((part) => part !== undefined);
  const facts = Object.fromEntries(FACTS.flatMap((fact) => (options[fact] === undefined ? [] : [[fact, options[fact]]])));
  const { channel, comment, survey, branch, language, openCase } = options;
  return {
    ...{ channel, externalId, comment, survey, answers, branch, language, openCase },
    customer: isKnown ? { name, email, phone, consent } : undefined,
    facts: Object.keys(facts).length > 0 ? facts : undefined,
  };
}
