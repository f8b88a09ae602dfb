import { percent, signed } from '../../digest/formats.ts';
import type { Language } from '../../language.ts';
import { moneyInWords } from '../money.ts';
import type { Names } from './names.ts';
import type { CaseFigures, CaseRow, CaseStatistics, MeasureRow } from './report.ts';
import type { StatisticsWords } from './words.ts';

/** A part of the report as HTML and text both show it: lines of a name, a value and what belongs to it. */
export interface Section {
  readonly title: string;
  /** Stands in place of lines, or before them. */
  readonly note?: string | undefined;
  readonly lines: readonly Line[];
}
export interface Line {
  readonly name: string;
  readonly value?: string | undefined;
  readonly details: readonly string[];
  /** Needs to be seen. */
  readonly isBad?: boolean | undefined;
}

/** Lines of a list in the mail; the CSV has them all. */
const MAX_LINES = 10;

interface Report {
  readonly statistics: CaseStatistics;
  readonly names: Names;
  readonly words: StatisticsWords;
  readonly language: Language;
}

export function sectionsOf(report: Report): Section[] {
  const { statistics, names, words } = report;
  const list = (title: string, rows: readonly CaseRow[], nameOf: (id: string | undefined) => string): Section => ({
    title,
    lines: cut(
      rows.map((row) => rowLine(row, nameOf(row.id), report)),
      words,
    ),
  });
  const people = (title: string, rows: readonly CaseRow[], nameOf: (id: string | undefined) => string): Section => ({
    title,
    lines: cut(
      rows.map((row) => personLine(row, nameOf(row.id), words)),
      words,
    ),
  });
  const sections = [
    glance(report),
    list(words.byDepartment, statistics.departments, names.department),
    list(words.byCause, statistics.causes, names.cause),
    list(words.byProduct, statistics.products, names.product),
    { title: words.byDeadline, lines: statistics.deadlines.map((one) => deadlineLine(one, words)) },
    overdueSection(report),
    measuresSection(report),
    people(words.byOwner, statistics.owners, names.owner),
    people(words.byTeam, statistics.teams, names.team),
  ];
  return sections.filter(({ lines, note }) => lines.length > 0 || note !== undefined);
}

/** The whole month in five figures. */
function glance({ statistics: { total }, words, language }: Report): Section {
  const decided = total.closed - total.undecided;
  const due = total.deadlinesMet + total.deadlinesBreached;
  const { n, median, p90 } = total.hoursToSolve;
  const { before, after, change, n: told } = total.satisfaction;
  if (total.closed === 0) return { title: words.figures, lines: [] };
  return {
    title: words.figures,
    lines: [
      ratioLine(words.foundedRatio, total.foundedRatio, words.of(total.founded + total.partlyFounded, decided), words),
      ratioLine(words.inTime, total.inTimeRatio, words.of(total.deadlinesMet, due), words),
      {
        name: words.timeToSolve,
        details: [median === undefined || p90 === undefined ? words.tooFew(n) : words.hours(median, p90, n)],
      },
      { name: words.compensation, value: moneyOf(total, language) ?? '0', details: [] },
      { name: words.reopenedLabel, value: words.of(total.reopened, total.closed), details: [] },
      {
        name: words.satisfaction,
        details: [
          before === undefined || after === undefined || change === undefined
            ? words.tooFew(told)
            : words.beforeAfter(
                String(Math.round(before)),
                String(Math.round(after)),
                signed(change.value),
                words.interval(signed(change.low), signed(change.high)),
                told,
              ),
        ],
      },
    ],
  };
}

type Estimate = NonNullable<CaseFigures['foundedRatio']>;

const ratioLine = (name: string, ratio: Estimate | undefined, counts: string, words: StatisticsWords): Line => ({
  name,
  value: ratio === undefined ? counts : percent(ratio.value),
  details: ratio === undefined ? [] : [`${counts}${words.separator}${words.interval(percent(ratio.low), percent(ratio.high))}`],
});

function rowLine(row: CaseRow, name: string, { words, language }: Report): Line {
  const decided = row.closed - row.undecided;
  const due = row.deadlinesMet + row.deadlinesBreached;
  const details = [
    words.share(percent(row.share)),
    decided > 0 && words.foundedOf(row.founded + row.partlyFounded, decided),
    moneyOf(row, language),
    due > 0 && words.kept(row.deadlinesMet, due),
    row.reopened > 0 && `${words.reopenedLabel} ${row.reopened}`,
  ];
  return { name, value: String(row.closed), details: [joined(details, words)] };
}

/** For coaching (R25): what was handled, in time, opened again, and how content customers were afterwards. */
function personLine(row: CaseRow, name: string, words: StatisticsWords): Line {
  const due = row.deadlinesMet + row.deadlinesBreached;
  const { n, after } = row.satisfaction;
  const details = [
    due > 0 && words.kept(row.deadlinesMet, due),
    `${words.reopenedLabel} ${row.reopened}`,
    after !== undefined && words.satisfiedAfter(String(Math.round(after)), n),
  ];
  return { name, value: String(row.closed), details: [joined(details, words)] };
}

const deadlineLine = ({ kind, met, breached }: CaseStatistics['deadlines'][number], words: StatisticsWords): Line => ({
  name: words.deadline(kind),
  details: [words.kept(met, met + breached)],
});

function overdueSection({ statistics: { overdue }, names, words }: Report): Section {
  return {
    title: words.overdueTitle,
    note: overdue.length === 0 ? words.noneOverdue : undefined,
    lines: overdue.map(({ department, cases, longestDays }) => ({
      name: names.department(department),
      value: words.overdue(cases),
      details: [words.longest(longestDays)],
      isBad: true,
    })),
  };
}

function measuresSection(report: Report): Section {
  const { statistics, words } = report;
  const { measures, withoutMeasure, exempt } = statistics;
  const owed = withoutMeasure + exempt > 0 ? words.withoutMeasure(withoutMeasure, exempt) : undefined;
  const none = measures.length === 0 ? words.noMeasures : undefined;
  return {
    title: words.measuresTitle,
    note: [none, owed].filter((part) => part !== undefined).join(words.sentenceSpace) || undefined,
    lines: cut(
      measures.map((measure) => measureLine(measure, report)),
      words,
    ),
  };
}

function measureLine({ what, cause, owner, dueOn, state, caseNumber, effect }: MeasureRow, { names, words }: Report): Line {
  return {
    name: what,
    details: [
      [words.state(state), words.due(dueOn), names.owner(owner), names.cause(cause), words.caseLabel(caseNumber)].join(words.separator),
      ...(effect === undefined ? [] : [words.effect(effect, ratioText(effect.ratio, words))]),
    ],
    isBad: state === 'overdue' || state === 'not-effective',
  };
}

function ratioText(ratio: NonNullable<MeasureRow['effect']>['ratio'], words: StatisticsWords): string | undefined {
  if (ratio?.high === undefined) return undefined;
  return words.ratio(ratio.value.toFixed(2), words.interval(ratio.low.toFixed(2), ratio.high.toFixed(2)));
}

/** The facts that are there, in one line. */
const joined = (facts: readonly (string | false | undefined)[], { separator }: StatisticsWords) =>
  facts.filter((fact) => typeof fact === 'string').join(separator);

const moneyOf = ({ compensation }: CaseFigures, language: Language) =>
  compensation.length === 0 ? undefined : compensation.map((sum) => moneyInWords(sum, language)).join(' + ');

function cut(lines: readonly Line[], words: StatisticsWords): Line[] {
  const more = lines.length - MAX_LINES;
  return more <= 0 ? [...lines] : [...lines.slice(0, MAX_LINES), { name: words.moreRows(more), details: [] }];
}
