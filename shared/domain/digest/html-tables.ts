import { type Html, html } from '../html.ts';
import type { Change } from '../metrics/figures.ts';
import { topicWords } from '../words.ts';
import type { BranchStanding } from './branches.ts';
import type { DigestModel } from './digest.ts';
import type { Driver } from './drivers.ts';
import { percent, signed } from './formats.ts';
import { arrowOf } from './html-numbers.ts';
import { COLOURS, type Layout } from './layout.ts';
import { movedText, type Said, standardLine } from './sayings.ts';
import type { DigestWords } from './words.ts';

interface Section extends Said {
  readonly model: DigestModel;
  readonly layout: Layout;
}

const HEAD = { colour: 'muted', size: 12, padding: '0 8px 4px 0' } as const;
const LINE = { size: 13, hasLine: true, padding: '7px 8px 7px 0' } as const;

/** Topics that moved satisfaction: those that pulled it down first, since something may be done about them. */
export function driverTable(section: Section): Html | undefined {
  const { model, words, report, layout } = section;
  const { up, down } = model.drivers;
  if (up.length + down.length === 0) return undefined;
  const { dataTable, row, rowHead, columnHead, cell } = layout;
  const line = (driver: Driver, direction: 'up' | 'down') => {
    const colour = direction === 'up' ? 'good' : 'bad';
    const label = direction === 'up' ? report.upLabel : report.downLabel;
    const satisfied = html`<b>${percent(driver.satisfied.value)}</b> <span style="color:${COLOURS.muted}">${words.basedOn(driver.n)}</span>`;
    return row(
      rowHead({ ...LINE, isBold: true }, topicWords[driver.topic][model.language]),
      cell(LINE, satisfied),
      cell(
        { ...LINE, padding: '7px 0', colour, isBold: true },
        html`<span aria-hidden="true">${direction === 'up' ? '▲' : '▼'}</span> ${label}${words.colon}${movedText(driver, model, section)}`,
      ),
    );
  };
  return dataTable(report.driversTitle, [
    row(
      columnHead({ ...HEAD, width: '26%' }, report.topicHeading),
      columnHead({ ...HEAD, width: '26%' }, report.satisfiedHeading),
      columnHead({ ...HEAD, width: '48%', padding: '0 0 4px' }, report.moveHeading),
    ),
    ...down.map((driver) => line(driver, 'down')),
    ...up.map((driver) => line(driver, 'up')),
  ]);
}

const MAX_ROWS = 12;

/** Branches: satisfied with interval, n, how they stand among the others, and the change; those that stand out first, then the least satisfied. */
export function branchTable({ model, words, report, layout }: Section): Html | undefined {
  const { branches } = model;
  if (branches.length === 0) return undefined;
  const { dataTable, row, rowHead, columnHead, cell } = layout;
  const rest = branches.length - MAX_ROWS;
  return dataTable(words.byBranch, [
    row(
      columnHead({ ...HEAD, width: '34%' }, words.branchHeading),
      columnHead({ ...HEAD, width: '36%' }, report.satisfiedHeading),
      columnHead({ ...HEAD, width: '30%', padding: '0 0 4px' }, words.changeHeading),
    ),
    ...branches.slice(0, MAX_ROWS).map((branch) => {
      if (branch.satisfied === undefined) {
        return row(rowHead(LINE, branch.name), cell({ ...LINE, colour: 'muted', columns: 2 }, tooFewIn(branch, words)));
      }
      const range = words.range(percent(branch.satisfied.low), percent(branch.satisfied.high));
      const details = html`<span style="color:${COLOURS.muted}">${range}${words.separator}${words.basedOn(branch.n ?? 0)}</span>`;
      const standing =
        branch.standing !== undefined && branch.standing !== 'like-others' && html`<br><b>${report.standings[branch.standing]}</b>`;
      return row(
        rowHead({ ...LINE, isBold: true }, branch.name),
        cell(LINE, html`<b>${percent(branch.satisfied.value)}</b> ${details}${standing}`),
        changeCell(branch.change, words, layout),
      );
    }),
    rest > 0 && row(cell({ size: 13, colour: 'muted', hasLine: true, columns: 3 }, words.moreRows(rest))),
  ]);
}

/** Of very few not even how many: persons could be told from it (R20). */
export const tooFewIn = ({ n }: Pick<BranchStanding, 'n'>, words: DigestWords) => (n === undefined ? words.notShown : words.tooFew(n));

function changeCell(change: Change | undefined, words: DigestWords, { cell }: Layout): Html {
  const style = { size: 13, hasLine: true, padding: '7px 0' } as const;
  if (change === undefined) return cell({ ...style, colour: 'muted' }, '–');
  const text = `${signed(change.value * 100)} ${words.verdict(change.verdict)}`;
  const isClear = change.verdict !== 'no-clear-change';
  const colour = isClear ? (change.verdict === 'clearly-up' ? 'good' : 'bad') : 'muted';
  return cell({ ...style, colour, isBold: isClear }, html`<span aria-hidden="true">${arrowOf(change)}</span> `, text);
}

/** Two lines each, so that it is read on a phone too: the standard and its verdict, and below them target and figure. */
export function standardTable(section: Section): Html | undefined {
  const rows = section.model.supervision?.standards ?? [];
  if (rows.length === 0) return undefined;
  const { dataTable, row, rowHead, columnHead, cell } = section.layout;
  const { report } = section;
  return dataTable(report.standardsTitle(section.model.period.kind), [
    row(columnHead({ ...HEAD, width: '70%' }, report.standardHeading), columnHead({ ...HEAD, width: '30%' }, report.verdictHeading)),
    ...rows.map((standard) => {
      const { name, target, reached, verdict } = standardLine(standard, section);
      const colour = ({ met: 'good', 'not-met': 'bad', 'cannot-tell': 'ink', 'not-known': 'muted' } as const)[standard.verdict];
      const below = `${target}${section.words.separator}${report.reachedHeading}${section.words.colon}${reached}`;
      return html`${row(rowHead({ ...LINE, padding: '7px 8px 0 0', isBold: true }, name), cell({ ...LINE, padding: '7px 0 0', colour, isBold: true }, verdict))}${row(
        cell({ size: 13, colour: 'muted', padding: '0 0 7px', columns: 2 }, below),
      )}`;
    }),
  ]);
}
