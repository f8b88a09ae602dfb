import { describe, expect, it } from 'vitest';
import { CaseCommand } from '../../../shared/domain/recovery/command.ts';
import { COMMAND_TYPES } from '../../../shared/domain/recovery/machine.ts';
import { FIELDS, type Field } from '../../../web/desk/commands/fields.ts';
import { moneyOf } from '../../../web/desk/commands/money.ts';
import { commandOf, goesOut } from '../../../web/desk/commands/read-command.ts';
import { reader } from '../../../web/desk/commands/reader.ts';

const THINGS = new Map<string, string>([
  ['offerId', 'o1'],
  ['commitmentId', 'p1'],
  ['measureId', 'm1'],
]);

/** What somebody puts into a field of the kind. */
function filledIn(field: Field): string {
  switch (field.kind) {
    case 'choice':
      return Object.keys(field.words)[0] ?? '';
    case 'money':
    case 'percent':
      return '12.5';
    case 'moment':
      return '2026-11-27T18:00';
    case 'day':
      return '2026-11-27';
    case 'tick':
      return 'yes';
    case 'thing':
      return THINGS.get(field.name) ?? '';
    default:
      return field.name === 'into' ? '2611-0042' : 'words';
  }
}
const form = (values: Readonly<Record<string, string>>) => reader(values, (wall) => (wall.includes('T') ? `${wall}:00.000Z` : undefined));
const filled = (fields: readonly Field[]) => Object.fromEntries(fields.map((field) => [field.name, filledIn(field)]));
const isNeeded = (field: Field) => field.kind !== 'tick' && !('isOptional' in field && field.isOptional === true);

describe.each(COMMAND_TYPES)('the form of "%s"', (type) => {
  it('makes a command that the API takes, filled in whole and with what is needed alone', () => {
    for (const fields of [FIELDS[type], FIELDS[type].filter(isNeeded)]) {
      const read = form(filled(fields));
      const command = commandOf(type, read, moneyOf('CNY'));
      expect(read.issues).toEqual([]);
      expect(CaseCommand.safeParse(command).error).toBeUndefined();
      expect(command.type).toBe(type);
    }
  });

  it('tells each field that is missing, by the name that the API has for it', () => {
    const read = form({});
    commandOf(type, read, moneyOf('CNY'));
    expect(read.issues.map(({ field }) => field)).toEqual(FIELDS[type].filter(isNeeded).map(({ name }) => name));
  });
});

it('money goes in minor units of its currency', () => {
  expect(moneyOf('CNY')(128.5)).toEqual({ amount: 12_850, currency: 'CNY' });
  expect(moneyOf('JPY')(128)).toEqual({ amount: 128, currency: 'JPY' });
  expect(moneyOf('CNY')(1.005 * 100)).toEqual({ amount: 10_050, currency: 'CNY' });
});

it('what the customer hears of by mail is held for a while, and nothing else', () => {
  expect(goesOut({ type: 'answer', text: 'x', via: 'mail' })).toBe(true);
  expect(goesOut({ type: 'answer', text: 'x', via: 'telephone' })).toBe(false);
  expect(goesOut({ type: 'close', reason: 'followed-up' })).toBe(true);
  expect(goesOut({ type: 'close', reason: 'duplicate', note: 'x' })).toBe(false);
  expect(goesOut({ type: 'approve', offerId: 'o1' })).toBe(true);
  expect(goesOut({ type: 'note', text: 'x' })).toBe(false);
});
