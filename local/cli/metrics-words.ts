import type * as z from 'zod';
import type { FiguresBody } from '../../shared/api/metrics-schema.ts';
import type { TimeQuantile, Times } from '../../shared/domain/metrics/case-figures.ts';
import type { Estimate } from '../../shared/domain/metrics/interval.ts';
import { table } from './output.ts';

type Figures = z.output<typeof FiguresBody>;

/** One line of each table. */
interface Line {
  readonly name: string;
  readonly figures: Figures;
}

/** What was said, what became of cases, and who answered: a table each, so that a terminal's width suffices. */
export const figuresInWords = (lines: readonly Line[]): string =>
  [answers(lines), '', cases(lines), '', TIMES_NOTE, '', times(lines), '', invitations(lines)].join('\n');

const answers = (lines: readonly Line[]) =>
  table(
    ['', 'N', 'SATISFIED', 'NPS', 'EASY', 'FIRST CONTACT', 'NEGATIVE'],
    lines.map(({ name, figures: { n, csat, nps, ces, fcr, sentiment } }) => [
      name,
      String(n),
      share(csat.topTwoBox, csat.n),
      nps.value === undefined ? none(nps.n) : points({ value: nps.value, low: nps.low ?? -100, high: nps.high ?? 100 }, nps.n),
      share(ces.easy, ces.n),
      share(fcr.share, fcr.n),
      String(sentiment.negative),
    ]),
  );

const cases = (lines: readonly Line[]) =>
  table(
    ['', 'CASES', 'ACK IN TIME', 'ACK LATE', 'SOLVED', 'REOPENED', 'VALID', 'COMPLAINTS PER 100', 'BEFORE → AFTER'],
    lines.map(({ name, figures: { cases: of, recovery } }) => [
      name,
      String(of.opened),
      String(of.acknowledgedInTime),
      String(of.acknowledgedLate),
      String(of.resolved),
      String(of.reopened),
      share(of.validShare, of.valid + of.unfounded),
      of.complaintRate === undefined ? `– (${of.complaints})` : hundredths(of.complaintRate),
      points(recovery.change, recovery.n),
    ]),
  );

const TIMES_NOTE =
  'Median and, after it, what 9 of 10 do not exceed. Elapsed: calendar time from the opening. Working: business time without pauses.';

const times = (lines: readonly Line[]) =>
  table(
    ['', 'FIRST ANSWER, ELAPSED', 'WORKING', 'SOLUTION, ELAPSED', 'WORKING'],
    lines.map(({ name, figures: { times: of } }) => [
      name,
      ...[of.answer.calendar, of.answer.business, of.solution.calendar, of.solution.business].map(time),
    ]),
  );

const invitations = (lines: readonly Line[]) =>
  table(
    ['', 'INVITED', 'WITHHELD', 'NOT REACHED', 'SENT', 'BEGUN', 'ANSWERED', 'RESPONSE RATE'],
    lines.map(({ name, figures: { invitations: of } }) => [
      name,
      ...[of.invited, of.withheld, of.notReached, of.sent, of.begun, of.answered].map(String),
      share(of.responseRate, of.sent),
    ]),
  );

const none = (n: number) => `– (n = ${n})`;
const bracket = ({ value, low, high }: Estimate, text: (number: number) => string) => `${text(value)} [${text(low)}, ${text(high)}]`;
const percent = (part: number) => `${(part * 100).toFixed(1)} %`;
const share = (estimate: Estimate | undefined, n: number) => (estimate === undefined ? none(n) : `${bracket(estimate, percent)} n = ${n}`);
const points = (estimate: Estimate | undefined, n: number) =>
  estimate === undefined ? none(n) : `${bracket(estimate, (value) => String(Math.round(value)))} n = ${n}`;
const hundredths = (estimate: Estimate) => bracket(estimate, (value) => (value * 100).toFixed(1));

function time({ n, median, p90 }: Times): string {
  if (median === undefined || p90 === undefined) return none(n);
  return `${quantile(median)}, ${quantile(p90)} n = ${n}`;
}

function quantile({ value, isAtLeast, low, high }: TimeQuantile): string {
  return `${isAtLeast ? '> ' : ''}${hours(value)} [${hours(low)}, ${high === undefined ? '–' : hours(high)}]`;
}

/** Days where it is two of them or more, hours, or minutes under one. */
function hours(seconds: number): string {
  if (seconds < 3600) return `${Math.round(seconds / 60)} min`;
  return seconds < 2 * 86_400 ? `${(seconds / 3600).toFixed(1)} h` : `${(seconds / 86_400).toFixed(1)} d`;
}
