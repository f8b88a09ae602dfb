import { readFile } from 'node:fs/promises';
import { Command, InvalidArgumentError } from 'commander';
import { Temporal } from 'temporal-polyfill';
import * as z from 'zod';
import config from '#config';
import { Calendar } from '../../shared/config/calendars.ts';
import { instantOf } from '../../shared/domain/recovery/calendar/wall-clock.ts';
import { addDuration } from '../../shared/domain/recovery/calendar.ts';
import { type Duration, durationInWords, parseDuration } from '../../shared/domain/recovery/duration.ts';
import type { BusinessCalendar } from '../../shared/domain/recovery/policy.ts';
import { countedDays, monthGrid, monthOf } from './calendar-days.ts';
import { note, type OutputOptions, show, table } from './output.ts';

interface Choice extends OutputOptions {
  readonly calendar: string;
  readonly preset?: string;
}

interface DueOptions extends Choice {
  readonly from?: WallOrInstant;
  readonly in: { readonly text: string; readonly duration: Duration };
  readonly explain?: boolean;
}

interface ShowOptions extends Choice {
  readonly month?: Temporal.PlainYearMonth;
}

export function calendarCommand(): Command {
  const command = new Command('calendar').description('look at a business calendar and count in it; needs no cloud');
  const withChoice = (sub: Command) =>
    sub
      .option('--calendar <name>', 'a calendar of amends.config.ts', config.recovery.sla.calendar)
      .option('--preset <file>', 'try another: a JSON file with what stands under a calendar in amends.config.ts')
      .option('--json', 'as JSON');
  withChoice(command.command('due').description('when is a deadline due?'))
    .option('--from <time>', 'wall time in the zone of the calendar, 2026-09-30T17:00, or with an offset; now', readFrom)
    .requiredOption('--in <duration>', '8h business hours, 5wd working days, 30d calendar days, 8w weeks', readDuration)
    .option('--explain', 'show each day on the way and what of it counts')
    .action(async (options: DueOptions, sub: Command) => showDue(await chosen(options, sub), options, sub));
  withChoice(command.command('show').description('the days of a month: workdays, weekends, holidays, make-up days'))
    .option('--month <month>', '2026-10; this month', readMonth)
    .action(async (options: ShowOptions, sub: Command) => showMonth(await chosen(options, sub), options));
  return command;
}

interface Chosen {
  readonly name: string;
  readonly calendar: BusinessCalendar;
}

async function chosen({ calendar: name, preset }: Choice, command: Command): Promise<Chosen> {
  const refuse = (why: string) => command.error(`error: ${why}`, { exitCode: 2 });
  if (preset === undefined) {
    const calendar = config.calendars[name];
    return calendar === undefined
      ? refuse(`option '--calendar': no calendar "${name}" in amends.config.ts; it has ${Object.keys(config.calendars).join(', ')}`)
      : { name, calendar };
  }
  const settings = await readFile(preset, 'utf8')
    .then(JSON.parse)
    .catch((error: Error) => refuse(`${preset}: cannot be read as JSON: ${error.message}`));
  const read = Calendar.safeParse(settings, { error: z.locales.en().localeError });
  if (!read.success) return refuse(`${preset}: no calendar: ${z.prettifyError(read.error)}`);
  const faults = zoneFaults(read.data.timeZone);
  return faults === undefined ? { name: preset, calendar: read.data } : refuse(`${preset}: ${faults}`);
}

function zoneFaults(timeZone: string): string | undefined {
  try {
    Temporal.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(timeZone);
    return undefined;
  } catch {
    return `timeZone: "${timeZone}" is not an IANA time zone, e.g. "Asia/Shanghai"`;
  }
}

function showDue({ name, calendar }: Chosen, options: DueOptions, command: Command): void {
  const { text, duration } = options.in;
  const from = iso(options.from === undefined ? Date.now() : epochIn(calendar.timeZone, options.from));
  const { at, isUncovered } = orRefuse(command, () => addDuration(calendar, from, duration));
  const local = inZone(calendar, at);
  const days = options.explain === true ? countedDays(calendar, from, at, duration) : undefined;
  const found = {
    calendar: name,
    timeZone: calendar.timeZone,
    from: offsetTime(inZone(calendar, from)),
    in: text,
    due: offsetTime(local),
    dueAt: at,
    weekday: inWords(local, { weekday: 'long' }),
    isUncovered,
    ...(days === undefined ? {} : { days }),
  };
  show(found, options, () => {
    const moment = `${inWords(local, { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' })}, ${timeOfDay(local)}`;
    const rows = days?.map(({ date, weekday, kind, counted }) => [date, weekday, kind, counted]);
    const steps = rows === undefined ? '' : `${table(['day', '', 'is', 'counts'], rows)}\n\n`;
    return `${steps}${moment} (${calendar.timeZone}, ${local.offset}): ${durationInWords(duration, 'en')} from ${offsetTime(inZone(calendar, from))}`;
  });
  if (isUncovered) warnOf(name, calendar, 'the deadline may be wrong, and would raise an alarm');
}

function showMonth({ name, calendar }: Chosen, options: ShowOptions): void {
  const month = options.month ?? Temporal.Now.plainDateISO(calendar.timeZone).toPlainYearMonth();
  const days = monthOf(calendar, month);
  const isUncovered = days.some(({ isCovered }) => !isCovered);
  show({ calendar: name, timeZone: calendar.timeZone, month: month.toString(), isUncovered, days }, options, () =>
    monthGrid(name, calendar, month, days),
  );
  if (isUncovered) warnOf(name, calendar, `holidays of ${month.year} are missing here`);
}

const warnOf = (name: string, { coveredYears }: BusinessCalendar, what: string) =>
  note(`calendar "${name}" knows the holidays of ${coveredYears.join(', ')} only: ${what}. See "amends doctor".`);

type WallOrInstant = { readonly instant: number } | { readonly wall: Temporal.PlainDateTime };

function readFrom(text: string): WallOrInstant {
  return orInvalid('expected a time such as 2026-09-30T17:00, or with an offset 2026-09-30T17:00+08:00', () =>
    /T.*(?:Z|[+-]\d{2}:?\d{2})$/i.test(text)
      ? { instant: Temporal.Instant.from(text).epochMilliseconds }
      : { wall: Temporal.PlainDateTime.from(text) },
  );
}

function readDuration(text: string): DueOptions['in'] {
  try {
    return { text, duration: parseDuration(text) };
  } catch (error) {
    throw new InvalidArgumentError(error instanceof RangeError ? error.message : String(error));
  }
}

const readMonth = (text: string): Temporal.PlainYearMonth =>
  orInvalid('expected a month such as 2026-10', () => {
    if (!/^\d{4}-\d{2}$/.test(text)) throw new RangeError(text);
    return Temporal.PlainYearMonth.from(text);
  });

function orInvalid<Value>(expected: string, read: () => Value): Value {
  try {
    return read();
  } catch {
    throw new InvalidArgumentError(expected);
  }
}

function orRefuse<Value>(command: Command, count: () => Value): Value {
  try {
    return count();
  } catch (error) {
    if (error instanceof RangeError) command.error(`error: ${error.message}`, { exitCode: 2 });
    throw error;
  }
}

function epochIn(timeZone: string, from: WallOrInstant): number {
  if ('instant' in from) return from.instant;
  const midnight = from.wall.toPlainDate().toPlainDateTime();
  const day = Temporal.PlainDate.from('1970-01-01').until(midnight.toPlainDate()).days;
  return instantOf(timeZone, day, from.wall.since(midnight).total('milliseconds'));
}

const iso = (ms: number) => Temporal.Instant.fromEpochMilliseconds(ms).toString({ fractionalSecondDigits: 3 });
const inZone = ({ timeZone }: BusinessCalendar, at: string) => Temporal.Instant.from(at).toZonedDateTimeISO(timeZone);
const timeOfDay = (zoned: Temporal.ZonedDateTime) =>
  zoned
    .toPlainTime()
    .round('second')
    .toString({ smallestUnit: zoned.second === 0 ? 'minute' : 'second' });
const offsetTime = (zoned: Temporal.ZonedDateTime) => `${zoned.toPlainDate()}T${timeOfDay(zoned)}${zoned.offset}`;
const inWords = (zoned: Temporal.ZonedDateTime, options: Intl.DateTimeFormatOptions) =>
  new Intl.DateTimeFormat('en-GB', { ...options, timeZone: zoned.timeZoneId }).format(zoned.epochMilliseconds);
