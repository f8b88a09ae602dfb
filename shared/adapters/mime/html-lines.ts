/** Deeper quotes are marked like this one. */
const MAX_QUOTE_MARKS = 4;

/** Builds lines of plain text the way a browser would break them: white space runs together, blocks begin new lines, quotes are marked with ">". */
export class HtmlLines {
  private readonly lines: string[] = [];
  private line = '';
  /** Empty lines that the next words will be preceded by. */
  private gap = 0;
  quoteDepth = 0;
  isPreformatted = false;

  text(words: string): void {
    if (!this.isPreformatted) {
      this.words(words.replace(/[ \t\r\n\f\u00a0]+/g, ' '));
      return;
    }
    words.split('\n').forEach((part, i) => {
      if (i > 0) this.lineBreak();
      this.words(part.replaceAll('\r', ''));
    });
  }

  /** `<br>`: this line is over, even where it is empty. */
  lineBreak(): void {
    this.flush();
  }

  /** A block begins or ends here: what follows stands on its own line, and apart from what was where `isParagraph`. */
  block(isParagraph = false): void {
    if (this.line.trim() !== '') this.flush();
    this.line = '';
    if (isParagraph) this.gap = 1;
  }

  /** A line of its own. */
  mark(line: string): void {
    this.block(true);
    this.words(line);
    this.block(true);
  }

  end(): string {
    this.block();
    return this.lines.join('\n');
  }

  private words(words: string): void {
    const isLineStart = this.line === '';
    const isDoubleSpace = words.startsWith(' ') && (isLineStart || this.line.endsWith(' ')) && !this.isPreformatted;
    this.line += isDoubleSpace ? words.slice(1) : words;
  }

  private flush(): void {
    const marks = '> '.repeat(Math.min(this.quoteDepth, MAX_QUOTE_MARKS));
    if (this.gap > 0 && this.lines.length > 0) this.lines.push(marks.trimEnd());
    this.gap = 0;
    this.lines.push((marks + this.line).trimEnd());
    this.line = '';
  }
}
