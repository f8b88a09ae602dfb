import { useState } from 'preact/hooks';
import { say } from './words.ts';

/** Longer texts are folded up, at the end of a word where there is one. Characters. */
const FOLDED = 600;

interface LongTextProps {
  readonly text: string;
  /** Somebody else's words: set off as a quotation. */
  readonly isQuote: boolean;
}

/** Text and nothing else, in whatever direction it is written; a long one can be unfolded. */
export function LongText({ text, isQuote }: LongTextProps) {
  const [isWhole, setWhole] = useState(false);
  const isLong = text.length > FOLDED * 1.2;
  const shown = isLong && !isWhole ? `${folded(text)} …` : text;
  const Tag = isQuote ? 'blockquote' : 'p';
  return (
    <>
      <Tag class="text" dir="auto">
        {shown}
      </Tag>
      {isLong && (
        <button type="button" class="plain small" aria-expanded={isWhole} onClick={() => setWhole(!isWhole)}>
          {isWhole ? say('fold') : say('unfold', { n: text.length })}
        </button>
      )}
    </>
  );
}

/** Never within a character that takes two units. */
function folded(text: string): string {
  const cut = Array.from(text.slice(0, FOLDED + 1))
    .slice(0, -1)
    .join('');
  const space = cut.lastIndexOf(' ');
  return space > FOLDED * 0.8 ? cut.slice(0, space) : cut;
}
