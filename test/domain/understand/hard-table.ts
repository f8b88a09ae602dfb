import { readFileSync } from 'node:fs';
import { parseLine } from '../../../models/corpus.ts';
import type { Flag, Intent, SentimentLabel, Severity, Topic } from '../../../shared/domain/understand/understanding.ts';

/** One row of `hard/en.txt` or `hard/zh.txt`: a text, what a careful reader makes of it, and why it is hard. Absent where it can be debated. */
export interface HardRow {
  readonly kind: string;
  readonly why: string;
  readonly text: string;
  readonly sentiment: SentimentLabel | undefined;
  readonly intent: Intent | undefined;
  readonly severity: Severity | undefined;
  readonly topics: readonly { readonly topic: Topic; readonly polarity: SentimentLabel }[] | undefined;
  readonly flags: readonly Flag[];
}

/** @throws Error naming the line, where one has another form than `sentiment intent severity | topics | flags | why | text`. */
export function readHardTable(language: 'en' | 'zh'): HardRow[] {
  const rows: HardRow[] = [];
  let kind = '';
  for (const [at, line] of readFileSync(new URL(`hard/${language}.txt`, import.meta.url), 'utf8')
    .split('\n')
    .entries()) {
    if (line.startsWith('## ')) kind = line.slice(3).trim();
    else if (line.trim() !== '' && !line.startsWith('# ')) rows.push(rowOf(line, kind, `hard/${language}.txt:${at + 1}`));
  }
  return rows;
}

function rowOf(line: string, kind: string, place: string): HardRow {
  const [head = '', topics = '', flags = '', why = '', ...rest] = line.split('|');
  const [sentiment = '', intent = '', severity = ''] = head.trim().split(/\s+/);
  // A debated label is read as any valid one, and then left out.
  const or = (code: string, valid: string) => (code === '?' ? valid : code);
  const valid = `${or(sentiment, '0')} ${or(intent, 'n')} ${or(severity, '1')} | ${topics.trim() === '?' ? '' : topics} | ${flags} | ${rest.join('|')}`;
  const parsed = parseLine(valid);
  if (typeof parsed === 'string' || why.trim() === '' || kind === '')
    throw new Error(`${place}: ${typeof parsed === 'string' ? parsed : 'expected a reason and a heading'}`);
  return {
    kind,
    why: why.trim(),
    text: parsed.text,
    flags: parsed.flags,
    sentiment: sentiment === '?' ? undefined : parsed.sentiment,
    intent: intent === '?' ? undefined : parsed.intent,
    severity: severity === '?' ? undefined : parsed.severity,
    topics: topics.trim() === '?' ? undefined : parsed.topics,
  };
}
