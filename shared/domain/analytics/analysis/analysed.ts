import type { Report } from '../report/report.ts';

/** What an analysis comes to: the figures as data, ready for JSON, and the same for people. */
export interface Analysed {
  readonly result: object;
  readonly report: Report;
}
