import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { amends as inFolder } from './command-line.ts';

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'amends-calendar-'));
  await writeFile(
    join(folder, 'china.json'),
    JSON.stringify({
      timeZone: 'Asia/Shanghai',
      weekdays: [1, 2, 3, 4, 5],
      periods: [{ from: '09:00', to: '18:00' }],
      holidays: [1, 2, 3, 4, 5, 6, 7].map((day) => `2026-10-0${day}`),
      extraWorkdays: ['2026-10-10'],
      coveredYears: [2026],
    }),
  );
  await writeFile(
    join(folder, 'scotland.json'),
    JSON.stringify({
      timeZone: 'Europe/London',
      weekdays: [1, 2, 3, 4, 5],
      periods: [{ from: '09:00', to: '17:00' }],
      holidays: { country: 'GB', state: 'SCT' },
    }),
  );
  await writeFile(
    join(folder, 'mars.json'),
    JSON.stringify({ timeZone: 'Mars/Olympus', weekdays: [1], periods: [{ from: '09:00', to: '17:00' }], holidays: 'chinese-days' }),
  );
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const calendar = (...args: string[]) => inFolder(folder, ['calendar', ...args]);

describe('amends calendar due (R2)', () => {
  it('5 working days over the National Day holidays, with each day on the way', async () => {
    const { code, out, err } = await calendar('due', '--preset', 'china.json', '--from', '2026-09-30T17:00', '--in', '5wd', '--explain');
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(out).toContain('Tuesday, 13 October 2026, 17:00 (Asia/Shanghai, +08:00): 5 working days from 2026-09-30T17:00+08:00');
    expect(out).toMatch(
      /2026-10-07 {2}Wed {2}holiday\n2026-10-08 {2}Thu {2}workday {2}1\n2026-10-09 {2}Fri {2}workday {2}2\n2026-10-10 {2}Sat {2}make-up {2}3\n/,
    );
  });

  it('as data, with hours of each day; an offset is taken as it is', async () => {
    const { code, out } = await calendar(
      'due',
      '--preset',
      'china.json',
      '--from',
      '2026-09-30T09:00Z',
      '--in',
      '8h',
      '--explain',
      '--json',
    );
    expect(code).toBe(0);
    const found: unknown = JSON.parse(out);
    expect(found).toMatchObject({
      dueAt: '2026-10-08T08:00:00.000Z',
      due: '2026-10-08T16:00+08:00',
      weekday: 'Thursday',
      isUncovered: false,
    });
    expect(found).toHaveProperty('days[0]', { date: '2026-09-30', weekday: 'Wed', kind: 'workday', isCovered: true, counted: '1 h' });
    expect(found).toHaveProperty('days[8].counted', '7 h');
  });

  it('in the calendar of the deadlines where none is named', async () => {
    const { code, out, err } = await calendar('due', '--calendar', 'office', '--from', '2026-09-30T17:00', '--in', '30d');
    expect({ code, out, err }).toEqual(await calendar('due', '--from', '2026-09-30T17:00', '--in', '30d'));
    expect({ code, out, err }).toEqual({
      code: 0,
      out: 'Friday, 30 October 2026, 17:00 (Asia/Shanghai, +08:00): 30 days from 2026-09-30T17:00+08:00\n',
      err: '',
    });
  });

  it('warns of a year that nobody entered, beside the answer', async () => {
    await writeFile(
      join(folder, 'short.json'),
      JSON.stringify({
        timeZone: 'UTC',
        weekdays: [1, 2, 3, 4, 5],
        periods: [{ from: '09:00', to: '17:00' }],
        holidays: [],
        coveredYears: [2026],
      }),
    );
    const { code, out, err } = await calendar('due', '--preset', 'short.json', '--from', '2026-12-31T10:00', '--in', '2wd', '--json');
    expect({ code, isUncovered: JSON.parse(out).isUncovered }).toEqual({ code: 0, isUncovered: true });
    expect(err).toMatch(/knows the holidays of 2026 only: the deadline may be wrong, and would raise an alarm/);
  });

  it.each([
    [['due'], /required option '--in <duration>' not specified/],
    [['due', '--in', '5x'], /expected a duration such as "8h" .* got "5x"/],
    [['due', '--in', '1h', '--from', 'soon'], /expected a time such as 2026-09-30T17:00/],
    [['due', '--in', '1h', '--from', '2026-02-30T10:00'], /expected a time such as/],
    [['due', '--in', '1h', '--calendar', 'nowhere'], /no calendar "nowhere" in amends\.config\.ts; it has office/],
    [['due', '--in', '1h', '--preset', 'absent.json'], /absent\.json: cannot be read as JSON/],
    [['due', '--in', '1h', '--preset', 'mars.json'], /mars\.json: timeZone: "Mars\/Olympus" is not an IANA time zone/],
    [['show', '--month', '2026-13'], /expected a month such as 2026-10/],
  ])('refuses %j with exit code 2', async (args, expected) => {
    const { code, out, err } = await calendar(...args);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toMatch(expected);
  });
});

describe('amends calendar show (R2)', () => {
  it('shows holidays, weekends and make-up days of a month', async () => {
    const { code, out } = await calendar('show', '--preset', 'china.json', '--month', '2026-10');
    expect(code).toBe(0);
    expect(out).toContain('\n                  1*   2*   3*   4*\n   5*   6*   7*   8    9   10+  11.\n');
  });

  it('of a calendar by country, as data', async () => {
    const year = new Date().getUTCFullYear();
    const { code, out } = await calendar('show', '--preset', 'scotland.json', '--month', `${year}-01`, '--json');
    expect(code).toBe(0);
    const found: unknown = JSON.parse(out);
    expect(found).toMatchObject({ timeZone: 'Europe/London', month: `${year}-01`, isUncovered: false });
    expect(found).toHaveProperty('days[0]', expect.objectContaining({ date: `${year}-01-01`, kind: 'holiday', isCovered: true }));
    // The second of January is a holiday in Scotland only.
    expect(found).toHaveProperty('days[1].kind', 'holiday');
  });
});
