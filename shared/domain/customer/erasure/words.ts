/** What stands where a person's words stood. The same everywhere, so that erasing twice changes nothing. */
export const ERASED = '[erased 已删除]';

/** What is known of the person, to find it inside of texts that stay. */
export interface Traces {
  readonly emails: readonly string[];
  readonly names: readonly string[];
  readonly phones: readonly string[];
  readonly ownIds: readonly string[];
}

/** Fields that hold what people wrote, whatever is in them. */
const WORDS = new Set(
  [
    'comment',
    'subject',
    'text',
    'question',
    'note',
    'resolution',
    'finding',
    'explanation',
    'wish',
    'evidence',
    'order',
    'handling',
  ].concat(['prevention', 'effect', 'message', 'messageId', 'answer', 'summary', 'from', 'replyTo', 'name', 'email', 'phone']),
);
/** Of these some hold a code as well: `from` an agent or a moment, `question` the id of one in a survey. */
const WORDS_OR_CODES = new Set(['from', 'name', 'question']);
/** Of the business, not of the person: figures and reports need them (R8, R9). Traces of the person are taken out of these too. */
const KEPT = new Set(['product', 'reasons', 'remedy', 'department', 'team', 'owner', 'measure', 'measures', 'detail']);
/** Lists of what was written, as it was written. */
const EMPTIED = new Set(['evidence', 'attachments']);

/** A code, an id or an instant has neither spaces nor letters beyond ASCII; what people write nearly always has. */
const LOOKS_WRITTEN = /\s|\P{ASCII}/u;
const CODE = /^[\w:.-]+$/;
/** Shorter ones are parts of too many words. */
const SHORTEST_TRACE = 2;

/**
 * A thing of the register without a person's words: what people wrote, in fields we know and in those that read as written, becomes a fixed mark;
 * ids, instants, codes, scores and sums stay, and so do figures. What the person is known by is taken out of every text that stays.
 * Doing it twice changes nothing.
 * @param value JSON: nothing else lies in the register.
 */
export const withoutWords = (value: unknown, traces: Traces): unknown => walk(value, '', false, tracePattern(traces));

/** A thing of somebody else that names the person: what these are known by goes, all other words stay. */
export const withoutTraces = (value: unknown, traces: Traces): unknown => walk(value, '', true, tracePattern(traces));

function walk(value: unknown, key: string, isKept: boolean, traces: RegExp | undefined): unknown {
  if (typeof value === 'string') return textWithout(value, key, isKept, traces);
  if (Array.isArray(value)) return EMPTIED.has(key) && !isKept ? [] : value.map((one) => walk(one, key, isKept, traces));
  if (typeof value !== 'object' || value === null || value instanceof Set) return value;
  return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, walk(one, name, isKept || KEPT.has(name), traces)]));
}

function textWithout(text: string, key: string, isKept: boolean, traces: RegExp | undefined): string {
  if (text === '' || text === ERASED) return text;
  const isCode = CODE.test(text) && (!WORDS.has(key) || WORDS_OR_CODES.has(key));
  if (!isKept && !isCode && (WORDS.has(key) || LOOKS_WRITTEN.test(text))) return ERASED;
  // A code may look like a name: a topic, an agent's id. Changing it would break the thing it stands in.
  const isSearched = LOOKS_WRITTEN.test(text) || (text.includes('@') && !text.startsWith('agent:')) || key === 'product';
  if (traces === undefined || !isSearched) return text;
  return text
    .split(ERASED)
    .map((part) => part.replace(traces, ERASED))
    .join(ERASED);
}

function tracePattern({ emails, names, phones, ownIds }: Traces): RegExp | undefined {
  const all = [...emails, ...names, ...phones, ...ownIds]
    .map((trace) => trace.trim())
    .filter((trace) => [...trace].length >= SHORTEST_TRACE);
  if (all.length === 0) return undefined;
  // The longest first: an address is gone before the name in it.
  return new RegExp(
    all
      .toSorted((a, b) => b.length - a.length)
      .map(bounded)
      .join('|'),
    'giu',
  );
}

/** A name in Latin letters is not found inside of a longer word; Chinese has no spaces between words. */
function bounded(trace: string): string {
  const before = /^[\p{Script=Latin}\p{N}]/u.test(trace) ? '(?<![\\p{Script=Latin}\\p{N}])' : '';
  const after = /[\p{Script=Latin}\p{N}]$/u.test(trace) ? '(?![\\p{Script=Latin}\\p{N}])' : '';
  return `${before}${escaped(trace)}${after}`;
}

const escaped = (text: string) => text.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&');
