import type { Case, Measure } from '../case.ts';
import { effectOf, type Span } from './effect.ts';
import type { MeasureRow } from './report.ts';

/**
 * The measures to look at in a month (R8): those of its closed cases, those that are past their date, and those that were done or checked since the span
 * began, with their effect. By date.
 * @param closedInMonth numbers of the month's cases
 */
export function measureRows(span: Span, closedInMonth: ReadonlySet<string>, at: string): MeasureRow[] {
  return span.cases
    .flatMap((item) => item.measures.map((measure) => ({ item, measure, state: stateOf(measure, at) })))
    .filter(({ item, measure, state }) => closedInMonth.has(item.number) || state === 'overdue' || (measure.doneAt ?? '') >= span.from)
    .map(({ item: { number, decision }, measure, state }) => ({
      caseNumber: number,
      id: measure.id,
      what: measure.what,
      cause: decision?.cause,
      department: decision?.department,
      owner: measure.owner,
      dueOn: measure.dueOn,
      state,
      doneAt: measure.doneAt,
      effect: decision === undefined || measure.doneAt === undefined ? undefined : effectOf(decision.cause, measure.doneAt, span),
    }))
    .sort((a, b) => (a.dueOn < b.dueOn ? -1 : a.dueOn > b.dueOn ? 1 : a.caseNumber < b.caseNumber ? -1 : 1));
}

function stateOf({ doneAt, isEffective, dueAt }: Measure, at: string): MeasureRow['state'] {
  if (isEffective !== undefined) return isEffective ? 'effective' : 'not-effective';
  if (doneAt !== undefined) return 'done';
  return dueAt < at ? 'overdue' : 'planned';
}

/** Founded, ours, and nobody has planned anything or said that nothing is owed. */
export const owesMeasure = ({ decision, measures, exemption }: Case): boolean =>
  decision !== undefined &&
  decision.verdict !== 'unfounded' &&
  decision.responsibility === 'company' &&
  measures.length === 0 &&
  exemption === undefined;
