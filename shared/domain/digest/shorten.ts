/** A grapheme may carry any number of combining marks; a text that is mostly marks is cut by its length instead. */
const MAX_UNITS_PER_GRAPHEME = 8;

/** At most `maxGraphemes` of what a reader sees as characters (UAX #29), with an ellipsis where something was left out. */
export function shorten(text: string, maxGraphemes: number): string {
  const maxUnits = maxGraphemes * MAX_UNITS_PER_GRAPHEME;
  let end = 0;
  let count = 0;
  for (const { segment, index } of new Intl.Segmenter('und', { granularity: 'grapheme' }).segment(text.slice(0, maxUnits + 2))) {
    if (count === maxGraphemes || index + segment.length > maxUnits) return `${text.slice(0, end).trimEnd()}…`;
    end = index + segment.length;
    count += 1;
  }
  return text;
}
