import { type Cell, csv } from '../csv.ts';
import type { Change } from '../metrics/figures.ts';
import type { Estimate } from '../metrics/interval.ts';
import { topicWords } from '../words.ts';
import type { DigestModel } from './digest.ts';
import type { Driver } from './drivers.ts';
import type { CsvWords } from './report-words.ts';
import type { Said } from './sayings.ts';

interface Row {
  readonly section: string;
  readonly name: string;
  readonly from?: string | undefined;
  readonly to?: string | undefined;
  readonly n?: number | undefined;
  readonly value?: Estimate | number | undefined;
  readonly change?: Pick<Change, 'value' | 'low' | 'high'> | undefined;
  readonly verdict?: string | undefined;
}

/** Enough for any chart, and no more than the figures bear. */
const DIGITS = 4;
const rounded = (value: number | undefined) => (value === undefined ? undefined : Number(value.toFixed(DIGITS)));

/** The figures of the digest for a spreadsheet: a row each, shares 0 … 1. It holds no words of customers; no cell is a formula (promise 36). */
export function csvDigest(model: DigestModel, { report }: Said): string {
  const words = report.csv;
  const rows = [
    ...numberRows(model, words, report.numbers),
    ...answerRows(model, words),
    ...trendRows(model, words),
    ...tableRows(model, words, report),
  ];
  return csv(
    words.header,
    rows.map((row) => cells(row, model)),
  );
}

function cells({ section, name, from, to, n, value, change, verdict }: Row, { period }: DigestModel): Cell[] {
  const estimate = typeof value === 'number' ? { value, low: undefined, high: undefined } : value;
  const figures = [estimate?.value, estimate?.low, estimate?.high, change?.value, change?.low, change?.high].map(rounded);
  return [section, name, from ?? period.from, to ?? period.to, n, ...figures, verdict];
}

function numberRows({ figures, numbers }: DigestModel, words: CsvWords, names: Said['report']['numbers']): Row[] {
  const section = words.sections.numbers;
  return [
    { section, name: words.responses, n: figures.n },
    ...numbers.map(({ key, n, estimate, change }) => ({
      section,
      name: names[key],
      n,
      value: estimate,
      change,
      verdict: change && words.changes[change.verdict],
    })),
  ];
}

function answerRows(
  { figures: { csat, nps, sentiment } }: DigestModel,
  { sections, csatAnswers, npsGroups, sentiment: moods }: CsvWords,
): Row[] {
  const counted = (section: string, names: readonly string[], counts: readonly number[]) =>
    names.map((name, i): Row => ({ section, name, n: counts[i] ?? 0 }));
  return [
    ...counted(sections.csat, csatAnswers, [...csat.histogram].reverse()),
    ...counted(sections.nps, npsGroups, [nps.promoters, nps.passives, nps.detractors]),
    ...counted(sections.sentiment, moods, [sentiment.positive, sentiment.neutral, sentiment.negative]),
  ];
}

const trendRows = ({ trend }: DigestModel, { sections }: CsvWords): Row[] =>
  trend.map(({ period: { from, to }, n, satisfied }) => ({ section: sections.trend, name: from, from, to, n, value: satisfied }));

function tableRows({ drivers, branches, supervision, language }: DigestModel, words: CsvWords, report: Said['report']): Row[] {
  const { topics, pulls } = words.sections;
  const nameOf = ({ topic }: Driver) => topicWords[topic][language];
  return [
    ...drivers.all.map((driver): Row => ({ section: topics, name: nameOf(driver), n: driver.n, value: driver.satisfied })),
    ...drivers.all.map((driver): Row => ({ section: pulls, name: nameOf(driver), n: driver.n, value: driver.pull, change: driver.change })),
    ...branches.map(({ name, n, satisfied, change, standing }): Row => {
      const verdict = standing === undefined || standing === 'like-others' ? undefined : report.standings[standing];
      return { section: words.sections.branches, name, n, value: satisfied, change, verdict };
    }),
    ...branches.map(({ name, n, shrunk }): Row => ({ section: words.sections.branchesShrunk, name, n, value: shrunk })),
    ...(supervision?.standards ?? []).map(({ key, n, actual, interval, verdict }): Row => {
      const value = interval ?? actual;
      return { section: words.sections.standards, name: report.standards[key], n, value, verdict: report.verdicts[verdict] };
    }),
  ];
}
