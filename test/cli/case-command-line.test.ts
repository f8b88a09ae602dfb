import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { readCommand } from '../../local/cli/case-command-line.ts';
import { CASE_FLAGS } from '../../local/cli/case-flags.ts';
import { CaseCommand } from '../../shared/domain/recovery/command.ts';
import { COMMAND_TYPES } from '../functions/desk/case-desk.ts';

const house = { timeZone: 'Asia/Shanghai', currency: 'CNY' };
const read = (line: string) => readCommand(line.match(/'[^']*'|\S+/g)?.map((word) => word.replaceAll("'", '')) ?? [], house);

let errors = '';
beforeEach(() => {
  errors = '';
  vi.spyOn(process.stderr, 'write').mockImplementation((text) => {
    errors += String(text);
    return true;
  });
});
afterEach(() => vi.restoreAllMocks());

/** Every command, with all of its flags. */
const LINES = [
  'acknowledge',
  "assign --to morgan --note 'She knows the depot.'",
  "note --text 'Called.'",
  "register --product Teapot --order SO-1 --quantity 2 --occurred-on 2026-11-22 --wish 换货 --evidence 'three photographs'",
  "classify --severity 3 --reason 'A wedding present.'",
  "answer --text 'I look for it.' --kind standing --next-by 2026-11-24T15:00 --via telephone",
  "ask --question 'Which order?' --via chat",
  'resume',
  "reach-again --note 'The mailbox was full.'",
  'investigate --complex',
  "find --finding 'It lies in the depot.'",
  "decide --verdict founded --department logistics --cause late-delivery --dispute service --responsibility company --explanation 'Our fault.' --via letter",
  "offer --remedy refund --amount 128.50 --currency CNY --for-approval --note 'As we said.' --via visit",
  'approve --offer o1',
  "reject --offer o1 --reason 'Too much.'",
  "withdraw --offer o1 --reason 'Another.'",
  'accept --offer o1',
  "refuse --offer o1 --reason 'Too little.'",
  "solve --resolution 'Sent.' --via mail",
  "promise --what 'a call' --due 2026-11-24T15:00 --via social",
  'keep-promise --promise p2',
  "move-promise --promise p2 --due 2026-11-25T15:00+08:00 --reason 'The van broke down.'",
  "follow-up --solved no --satisfaction 25 --comment 'Broken again.'",
  "reopen --reason 'Broken again.'",
  "close --reason duplicate --note 'Entered twice.'",
  "report --cause 'A screw.' --effect 'A burn.' --handling 'A recall.' --prevention 'A check.'",
  "plan-measure --what 'A second van.' --owner lin --due 2026-12-10",
  "complete-measure --measure m1 --note 'Bought.'",
  'check-measure --measure m1 --effective yes --note Works',
  "exempt --reason 'A slip.'",
  'merge --into 2611-0002',
];

describe('amends cases do … on the command line', () => {
  it.each(LINES)('%s is a command as the API takes it, with all that was typed', (line) => {
    const { body, role, isJson } = read(line);
    expect(CaseCommand.parse(body)).toMatchObject(body);
    expect({ role, isJson }).toEqual({ role: 'agent', isJson: false });
    const fields = CASE_FLAGS[CaseCommand.parse(body).type].map(({ field }) => field);
    for (const field of fields) expect(body).toHaveProperty(field);
  });

  it('takes every command there is', () => {
    expect(LINES.map((line) => line.split(' ')[0]).sort()).toEqual(COMMAND_TYPES.toSorted());
    expect(Object.keys(CASE_FLAGS).sort()).toEqual(COMMAND_TYPES.toSorted());
  });

  it('reads times in the zone of the business unless they have one, and sums in its currency', () => {
    expect(read('promise --what x --due 2026-11-24T15:00').body).toMatchObject({ dueAt: '2026-11-24T07:00:00.000Z' });
    expect(read('promise --what x --due 2026-11-24T15:00Z').body).toMatchObject({ dueAt: '2026-11-24T15:00:00.000Z' });
    expect(read('offer --remedy refund --amount 5').body).toMatchObject({ money: { amount: 500, currency: 'CNY' } });
  });

  it('takes any command as JSON, and a role for the local cloud', () => {
    expect(read(`--json '{"type":"note","text":"x"}' --role manager`)).toEqual({
      ...{ body: { type: 'note', text: 'x' }, role: 'manager', isJson: true },
    });
  });

  it.each([
    ['offer --remedy refund --amount 128.505', /CNY has 2 digits behind the point/],
    ['offer --remedy refund --amount 128 --currency yuan', /--currency: expected an ISO 4217 code/],
    ['offer --amount 5', /required option '--remedy <text>' not specified/],
    ['offer --remedy refund --colour red', /unknown option '--colour'/],
    ['follow-up --solved perhaps', /--solved: expected yes or no, got "perhaps"/],
    ['classify --severity high --reason x', /--severity: expected a number, got "high"/],
    ['promise --what x --due tomorrow', /--due: expected a time such as 2026-11-24T15:00 \(in Asia\/Shanghai\), got "tomorrow"/],
    ['delete', /unknown command 'delete': expected one of acknowledge, assign/],
    ["--json '{'", /--json: expected a command as JSON/],
    ['--json 7', /--json: expected a command as JSON/],
    ['accept --offer o1 now', /too many arguments/],
  ])('%s is refused, saying what was expected', (line, message) => {
    expect(() => read(line)).toThrow();
    expect(errors).toMatch(message);
  });
});
