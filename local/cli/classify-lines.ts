import type { Understanding } from '../../shared/domain/understand/understanding.ts';
import { type ByteLine, LineSplitter } from './line-splitter.ts';
import { Failure } from './output.ts';
import { type Doubt, type Format, MOST_LINE, readLine } from './read-line.ts';

/** Output that is handed on together, in UTF-16 units: a write for each line would cost as much as understanding it. */
const BATCH = 65_536;

export interface Source {
  /** As people named it: it stands before the number of a line. */
  readonly name: string;
  readonly chunks: AsyncIterable<Uint8Array>;
}

export interface Settings {
  readonly format: Format;
  /** Whether the text stands in the output. */
  readonly isEchoed: boolean;
  readonly understand: (text: string, locale: string | undefined) => Understanding;
}

/** What happens beside the output. Lines are named `file:line`. */
export interface Listener {
  fault(line: string, why: string): void;
  doubt(line: string, doubt: Doubt): void;
  /** So many more lines and bytes are done. */
  done(lines: number, bytes: number): void;
}

/**
 * Exactly one line out for each line in, in the same order, in batches of whole lines. Reads no further than the output is taken: what is held is a
 * chunk, a batch and a line. What a chunk completes is handed on with it, so that somebody who types sees each answer.
 */
export async function* classified(sources: AsyncIterable<Source> | Iterable<Source>, settings: Settings, listener: Listener) {
  for await (const { name, chunks } of sources) {
    const splitter = new LineSplitter(MOST_LINE);
    let number = 0;
    const answer = (line: ByteLine): string => {
      number += 1;
      if (number === 1) refuseUtf16(line, name);
      return answerTo(line, `${name}:${number}`, settings, listener);
    };
    for await (const chunk of chunks) yield* batches(splitter.take(chunk), chunk.length, answer, listener);
    yield* batches(splitter.rest(), 0, answer, listener);
  }
}

function* batches(lines: Iterable<ByteLine>, bytes: number, answer: (line: ByteLine) => string, listener: Listener): Generator<string> {
  let [batch, count] = ['', 0];
  for (const line of lines) {
    batch += `${answer(line)}\n`;
    count += 1;
    if (batch.length < BATCH) continue;
    yield batch;
    listener.done(count, 0);
    [batch, count] = ['', 0];
  }
  if (batch !== '') yield batch;
  listener.done(count, bytes);
}

function answerTo(line: ByteLine, at: string, { format, isEchoed, understand }: Settings, listener: Listener): string {
  const read = readLine(line, format);
  if ('fault' in read) {
    listener.fault(at, read.fault);
    return json({ error: `${at}: ${read.fault}` });
  }
  for (const doubt of read.doubts) listener.doubt(at, doubt);
  // Half of a surrogate pair is no character: strict readers would refuse the whole line for it.
  const text = read.text.toWellFormed();
  const { language, sentiment, topics, intent, severity, severityReasons, flags, moneyAtStake } = understand(text, read.locale);
  return json({
    language,
    sentiment,
    topics: topics.map(({ topic, polarity, evidence }) => ({ topic, polarity, words: evidence })),
    intent,
    severity,
    reasons: severityReasons,
    flags,
    ...(moneyAtStake === undefined ? {} : { moneyAtStake }),
    ...(isEchoed ? { text } : {}),
  });
}

/** JSON that is one line for everybody: some readers (Node's readline, Python's splitlines) end a line at these characters too. */
const json = (value: unknown): string =>
  JSON.stringify(value).replace(/[\u0085\u2028\u2029]/g, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`);

function refuseUtf16({ bytes: [a, b] }: ByteLine, name: string): void {
  if (!((a === 0xff && b === 0xfe) || (a === 0xfe && b === 0xff))) return;
  throw new Failure(`${name}: expected UTF-8, came UTF-16. Convert it, e.g. iconv -f UTF-16 -t UTF-8`);
}
