/** Deeper quotes are marked like this one. */
const MAX_QUOTE_MARKS = 4;

/** More is not read afterwards, so it is not kept. UTF-16 units. */
const MAX_LENGTH = 200_000;

/** Builds lines of plain text the way a browser would break them: white space runs together, blocks begin new lines, quotes are marked with ">". */
export class HtmlLines {
  private readonly lines: string[] = [];
  /** Pieces of the line being built: joined once, because asking a string that grows for its end costs its whole length. */
  private pieces: string[] = [];
  private isAfterSpace = true;
  private hasWords = false;
  private isApart = false;
  private length = 0;
  quoteDepth = 0;
  isPreformatted = false;

  text(words: string): void {
    if (!this.isPreformatted) {
      // A line with nothing but a hard space is how Outlook writes an empty one.
      this.hasWords ||= words.includes('\u00a0');
      this.add(words.replace(/[ \t\r\n\f\u00a0]+/g, ' '));
      return;
    }
    words.split('\n').forEach((part, i) => {
      if (i > 0) this.lineBreak();
      this.add(part.replaceAll('\r', ''));
    });
  }

  /** `<br>`: this line is over, even where it is empty. */
  lineBreak(): void {
    this.flush();
  }

  /** A block begins or ends here: what follows stands on its own line, and apart from what was where `isParagraph`. */
  block(isParagraph = false): void {
    if (this.hasWords) this.flush();
    this.begin();
    this.isApart ||= isParagraph;
  }

  /** A line of its own. */
  mark(line: string): void {
    this.block(true);
    this.add(line);
    this.block(true);
  }

  end(): string {
    this.block();
    return this.lines.join('\n');
  }

  private add(words: string): void {
    const kept = words.startsWith(' ') && this.isAfterSpace && !this.isPreformatted ? words.slice(1) : words;
    if (kept === '' || this.length > MAX_LENGTH) return;
    this.pieces.push(kept);
    this.length += kept.length;
    this.isAfterSpace = kept.endsWith(' ');
    this.hasWords ||= /\S/.test(kept);
  }

  private flush(): void {
    const marks = '> '.repeat(Math.min(this.quoteDepth, MAX_QUOTE_MARKS));
    if (this.length <= MAX_LENGTH) {
      if (this.isApart && this.lines.length > 0) this.lines.push(marks.trimEnd());
      this.lines.push((marks + this.pieces.join('')).trimEnd());
    }
    this.length += marks.length + 1;
    this.isApart = false;
    this.begin();
  }

  private begin(): void {
    this.pieces = [];
    this.isAfterSpace = true;
    this.hasWords = false;
  }
}
