import { Command, InvalidArgumentError, Option } from 'commander';
import { Temporal } from 'temporal-polyfill';
import type { CaseCommandType } from '../../shared/domain/recovery/command.ts';
import { CASE_FLAGS, type CaseFlag } from './case-flags.ts';
import { ROLES, type Role } from './connection.ts';
import { moneyTyped } from './money-option.ts';

/** What times and sums mean where they are typed without zone or currency. */
export interface House {
  readonly timeZone: string;
  readonly currency: string;
}

export interface TypedCommand {
  /** As the API takes it; what is in it is the API's to judge. */
  readonly body: Readonly<Record<string, unknown>>;
  readonly role: Role;
  readonly isJson: boolean;
}

const isKnown = (word: string): word is CaseCommandType => Object.hasOwn(CASE_FLAGS, word);

/**
 * Reads what stands behind the number: a command with its flags, or `--json` with the whole command.
 * @throws CommanderError for what is not understood, after saying so on standard error.
 */
export function readCommand(words: readonly string[], house: House): TypedCommand {
  const [first] = words;
  const isNamed = first !== undefined && !first.startsWith('-');
  const line = new Command(isNamed ? `amends cases do <number> ${first}` : 'amends cases do <number>')
    .exitOverride()
    .showHelpAfterError('(--help tells more)')
    .addOption(new Option('--role <role>', 'of the token that the local cloud gives').choices(ROLES).default('agent'));
  if (!isNamed) return readJson(line.requiredOption('--json <command>', 'e.g. {"type":"acknowledge"}'), words);
  if (!isKnown(first)) {
    return line.error(`error: unknown command '${first}': expected one of ${Object.keys(CASE_FLAGS).join(', ')}`, { exitCode: 2 });
  }
  return readFlags(line, first, words.slice(1), house);
}

function readJson(line: Command, words: readonly string[]): TypedCommand {
  const { json, role } = line.parse(words, { from: 'user' }).opts<{ json: string; role: Role }>();
  try {
    const body: unknown = JSON.parse(json);
    if (typeof body === 'object' && body !== null) return { body: { ...body }, role, isJson: true };
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
  }
  return line.error('error: --json: expected a command as JSON, e.g. {"type":"acknowledge"}', { exitCode: 2 });
}

function readFlags(line: Command, type: CaseCommandType, words: readonly string[], house: House): TypedCommand {
  const flags = CASE_FLAGS[type];
  for (const one of flags) line.addOption(optionOf(one));
  if (flags.some(({ kind }) => kind === 'amount')) line.option('--currency <code>', 'ISO 4217', house.currency);
  line.parse(words, { from: 'user' });
  const body: Record<string, unknown> = { type };
  try {
    for (const one of flags) {
      const typed: unknown = line.getOptionValue(nameOf(one));
      if (typed !== undefined) put(body, one.field, typedValue(one, String(typed), String(line.getOptionValue('currency')), house));
    }
  } catch (error) {
    if (!(error instanceof InvalidArgumentError)) throw error;
    line.error(`error: ${error.message}`, { exitCode: 2 });
  }
  return { body, role: line.opts<{ role: Role }>().role, isJson: false };
}

const optionOf = ({ flag, kind, what, isNeeded }: CaseFlag) =>
  new Option(kind === 'switch' ? `--${flag}` : `--${flag} <${kind}>`, what).makeOptionMandatory(isNeeded);
const nameOf = (one: CaseFlag) => optionOf(one).attributeName();

function typedValue({ flag, kind }: CaseFlag, typed: string, currency: string, { timeZone }: House): unknown {
  switch (kind) {
    case 'text':
      return typed;
    case 'switch':
      return true;
    case 'number':
      if (!/^\d{1,3}(\.\d+)?$/.test(typed)) throw new InvalidArgumentError(`--${flag}: expected a number, got "${typed.slice(0, 20)}".`);
      return Number(typed);
    case 'yes-no':
      if (typed !== 'yes' && typed !== 'no') throw new InvalidArgumentError(`--${flag}: expected yes or no, got "${typed.slice(0, 20)}".`);
      return typed === 'yes';
    case 'instant':
      return instantTyped(flag, typed, timeZone);
    case 'amount':
      return moneyTyped(typed, currency);
  }
}

/** `2026-11-24T15:00` in the business's zone, or a moment with its own: `2026-11-24T07:00Z`, `…T15:00+08:00`. */
function instantTyped(flag: string, typed: string, timeZone: string): string {
  try {
    const instant = /(Z|[+-]\d{2}:?\d{2})$/i.test(typed)
      ? Temporal.Instant.from(typed)
      : Temporal.PlainDateTime.from(typed).toZonedDateTime(timeZone, { disambiguation: 'compatible' }).toInstant();
    return instant.toString({ fractionalSecondDigits: 3 });
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    throw new InvalidArgumentError(`--${flag}: expected a time such as 2026-11-24T15:00 (in ${timeZone}), got "${typed.slice(0, 30)}".`);
  }
}

function put(body: Record<string, unknown>, field: string, value: unknown): void {
  const [outer = '', inner] = field.split('.');
  const group = body[outer];
  body[outer] = inner === undefined ? value : { ...(typeof group === 'object' ? group : {}), [inner]: value };
}
