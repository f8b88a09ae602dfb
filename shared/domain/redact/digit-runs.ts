/** Seven digits are the shortest telephone number we know of; cards, identity and account numbers are longer. */
export const MIN_DIGITS = 7;
/** Separators between two digits of one number: `) - `. */
const MAX_GAP = 3;
/** Digits of a Chinese identity number before its check character, which may be an X. */
const BEFORE_X = 17;

/** Digits that may be one number, with what stands between them: `count` digits before an X. */
export interface DigitRun {
  readonly start: number;
  /** The first unit after it. */
  readonly end: number;
}

const SEPARATORS = new Set([...' ().-/·_•・*'].map((sign) => sign.charCodeAt(0)));
const isDigit = (unit: number) => unit >= 0x30 && unit <= 0x39;

/** Marks on digits (keycaps, Zalgo) and joiners: they divide nothing, however many there are. */
const isNothing = (unit: number) =>
  (unit >= 0x300 && unit <= 0x36f) ||
  (unit >= 0x20d0 && unit <= 0x20ff) ||
  (unit >= 0xfe00 && unit <= 0xfe0f) ||
  unit === 0x200c ||
  unit === 0x200d;

/** Every run of `MIN_DIGITS` or more, in one walk over the copy (promise 37). */
export function longRuns(copy: string): DigitRun[] {
  const runs: DigitRun[] = [];
  let [start, end, count, lastGroup, gap] = [0, 0, 0, 0, 0];
  const close = () => {
    if (count >= MIN_DIGITS) runs.push({ start: withPrefix(copy, start, end), end: withMarks(copy, withX(copy, end, count, lastGroup)) });
    count = 0;
  };
  for (let at = 0; at < copy.length; at += 1) {
    const unit = copy.charCodeAt(at);
    if (isDigit(unit)) {
      if (count === 0) start = at;
      lastGroup = count > 0 && at === end ? lastGroup + 1 : 1;
      count += 1;
      end = at + 1;
      gap = 0;
    } else if (count > 0 && !isNothing(unit)) {
      gap += 1;
      if (gap > MAX_GAP || !SEPARATORS.has(unit)) close();
    }
  }
  close();
  return runs;
}

/** With a plus before it, and with a bracket that is closed in it. */
function withPrefix(copy: string, start: number, end: number): number {
  let begin = start;
  if (copy[begin - 1] === '+') begin -= 1;
  if (copy[begin - 1] === '(' && copy.slice(begin, end).includes(')')) begin -= 1;
  if (copy[begin - 1] === '+') begin -= 1;
  return begin;
}

/** A keycap's last mark is part of its digit. */
function withMarks(copy: string, end: number): number {
  let last = end;
  while (isNothing(copy.charCodeAt(last))) last += 1;
  return last;
}

function withX(copy: string, end: number, count: number, lastGroup: number): number {
  const hasX = (count === BEFORE_X || lastGroup === BEFORE_X) && /^[Xx](?![A-Za-z])/.test(copy.slice(end, end + 2));
  return hasX ? end + 1 : end;
}
