import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { Flag, Intent, SentimentLabel, Severity, Topic } from '../shared/domain/understand/understanding.ts';

/** One written text with what a careful reader makes of it. `models/data/README.md` gives the form. */
export interface WrittenText {
  readonly text: string;
  readonly language: 'en' | 'zh';
  readonly author: string;
  readonly industry: string;
  readonly isHeldOut: boolean;
  readonly sentiment: SentimentLabel;
  readonly intent: Intent;
  readonly severity: Severity;
  readonly topics: readonly { readonly topic: Topic; readonly polarity: SentimentLabel }[];
  readonly flags: readonly Flag[];
  /** `file:line`, for messages. */
  readonly place: string;
}

const POLARITIES = { '-': 'negative', '0': 'neutral', '+': 'positive' } as const satisfies Record<string, SentimentLabel>;
const SEVERITIES = { '1': 1, '2': 2, '3': 3, '4': 4 } as const satisfies Record<string, Severity>;
const INTENTS = {
  c: 'complaint',
  p: 'praise',
  s: 'suggestion',
  q: 'question',
  r: 'request',
  x: 'spam',
  n: 'not-feedback',
} as const satisfies Record<string, Intent>;
const TOPICS = {
  delivery: 'delivery',
  product: 'product-quality',
  staff: 'staff',
  price: 'price-and-billing',
  waiting: 'waiting',
  contact: 'reachability',
  app: 'website-and-app',
  refund: 'refund-and-after-sales',
  premises: 'premises-and-cleanliness',
  safety: 'safety',
  privacy: 'privacy',
  information: 'information',
  policy: 'policy',
  availability: 'availability',
} as const satisfies Record<string, Topic>;
const FLAGS = {
  danger: 'danger',
  law: 'law',
  regulator: 'regulator',
  press: 'press',
  discrimination: 'discrimination',
  privacy: 'privacy-breach',
  fraud: 'fraud',
  vulnerable: 'vulnerable-person',
  several: 'several-customers',
  repeated: 'repeated-contact',
  leave: 'will-leave',
  money: 'money-at-stake',
} as const satisfies Record<string, Flag>;

const FOLDER = join(import.meta.dirname, 'data');
const AUTHOR = /^# author: (\S+)$/;

export interface Corpus {
  readonly texts: readonly WrittenText[];
  /** What could not be read: where, what was expected, what came. */
  readonly problems: readonly string[];
}

/** Reads all sentences under `folder`, in the order of their names, so that the same files give the same list. */
export function readCorpus(folder: string = FOLDER): Corpus {
  const texts: WrittenText[] = [];
  const problems: string[] = [];
  for (const language of ['en', 'zh'] as const) {
    const files = readdirSync(join(folder, language)).filter((name) => name.endsWith('.txt'));
    for (const name of files.sort()) readFile(join(folder, language, name), language, texts, problems);
  }
  return { texts, problems };
}

function readFile(path: string, language: 'en' | 'zh', texts: WrittenText[], problems: string[]): void {
  const [first = '', ...lines] = readFileSync(path, 'utf8').split('\n');
  const author = AUTHOR.exec(first)?.[1];
  if (author === undefined) problems.push(`${path}:1: expected "# author: <id>"`);
  const origin = { language, author: author ?? 'unknown', isHeldOut: basename(path).startsWith('held-out') };
  let industry = '';
  for (const [at, line] of lines.entries()) {
    const place = `${language}/${basename(path)}:${at + 2}`;
    if (line.startsWith('## ')) industry = line.slice(3).trim();
    else if (line.trim() !== '' && !line.startsWith('# ')) {
      const parsed = parseLine(line);
      if (typeof parsed === 'string') problems.push(`${place}: ${parsed}`);
      else if (industry === '') problems.push(`${place}: expected "## <industry>" above it`);
      else texts.push({ ...origin, ...parsed, industry, place });
    }
  }
}

type Labels = Pick<WrittenText, 'text' | 'sentiment' | 'intent' | 'severity' | 'topics' | 'flags'>;

/** @returns the labels and the text, or what is wrong with the line. */
export function parseLine(line: string): Labels | string {
  const [head = '', topicWords, flagWords, ...rest] = line.split('|');
  const text = rest.join('|').trim();
  if (topicWords === undefined || flagWords === undefined || text === '')
    return 'expected "sentiment intent severity | topics | flags | text"';
  const [polarity = '', aim = '', level = '', ...more] = head.trim().split(/\s+/);
  const sentiment = POLARITIES[polarity as keyof typeof POLARITIES];
  const intent = INTENTS[aim as keyof typeof INTENTS];
  const severity = SEVERITIES[level as keyof typeof SEVERITIES];
  if (sentiment === undefined || intent === undefined || severity === undefined || more.length > 0)
    return `expected one of + - 0, one of ${Object.keys(INTENTS).join(' ')}, and 1 to 4; got "${head.trim()}"`;
  const topics: { topic: Topic; polarity: SentimentLabel }[] = [];
  for (const word of words(topicWords)) {
    const topic = TOPICS[word.slice(0, -1) as keyof typeof TOPICS];
    const about = POLARITIES[word.slice(-1) as keyof typeof POLARITIES];
    if (topic === undefined || about === undefined)
      return `unknown topic "${word}"; expected e.g. "delivery-" (${Object.keys(TOPICS).join(' ')})`;
    topics.push({ topic, polarity: about });
  }
  const flags: Flag[] = [];
  for (const word of words(flagWords)) {
    const flag = FLAGS[word as keyof typeof FLAGS];
    if (flag === undefined) return `unknown flag "${word}"; expected some of ${Object.keys(FLAGS).join(' ')}`;
    flags.push(flag);
  }
  return { text, sentiment, intent, severity, topics, flags };
}

const words = (part: string): string[] =>
  part
    .trim()
    .split(/\s+/)
    .filter((word) => word !== '');
