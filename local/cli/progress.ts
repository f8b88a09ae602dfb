/** Where progress is shown: standard error. */
export interface Screen {
  readonly columns?: number | undefined;
  write(text: string): unknown;
}

export interface ProgressSettings {
  /** Whether a line may be drawn again and again: on a terminal that nothing else writes to. */
  readonly isLive: boolean;
  /** Bytes in all, where they are known. */
  readonly total: number | undefined;
  /** Milliseconds of a clock that never goes back. */
  readonly now: () => number;
}

const REDRAW_MS = 100;
const BAR_CELLS = 20;
const DEFAULT_COLUMNS = 80;
/** Back to the beginning of the line, and rub it out (ECMA-48 EL). */
const CLEAR = '\r\u001b[K';

/** One line that tells how far it is, how fast, and about how long it still takes. */
export class Progress {
  readonly #screen: Screen;
  readonly #settings: ProgressSettings;
  readonly #began: number;
  #drawnAt = Number.NEGATIVE_INFINITY;
  #lines = 0;
  #bytes = 0;

  constructor(screen: Screen, settings: ProgressSettings) {
    this.#screen = screen;
    this.#settings = settings;
    this.#began = settings.now();
  }

  /** So many more are done. */
  add(lines: number, bytes: number): void {
    this.#lines += lines;
    this.#bytes += bytes;
    const now = this.#settings.now();
    if (!this.#settings.isLive || now - this.#drawnAt < REDRAW_MS) return;
    this.#drawnAt = now;
    // A terminal that does not know its width says 0.
    const columns = this.#screen.columns || DEFAULT_COLUMNS;
    this.#screen.write(`${CLEAR}${this.#line().slice(0, columns - 1)}`);
  }

  /** Says something that stays, above the line. */
  say(text: string): void {
    this.clear();
    this.#screen.write(`${text}\n`);
  }

  clear(): void {
    if (this.#drawnAt === Number.NEGATIVE_INFINITY) return;
    this.#screen.write(CLEAR);
    this.#drawnAt = Number.NEGATIVE_INFINITY;
  }

  /** What it came to: lines, time, speed. */
  summary(): string {
    return `${counted(this.#lines)} in ${this.#seconds().toFixed(1)} s${this.#speed()}`;
  }

  #line(): string {
    const { total } = this.#settings;
    if (total === undefined || total === 0) return `${counted(this.#lines)}${this.#speed()}`;
    const share = Math.min(this.#bytes / total, 1);
    const rest = share > 0 ? `, about ${duration((this.#seconds() * (1 - share)) / share)} left` : '';
    const full = Math.round(share * BAR_CELLS);
    return `${Math.floor(share * 100)} % [${'#'.repeat(full)}${'-'.repeat(BAR_CELLS - full)}] ${counted(this.#lines)}${this.#speed()}${rest}`;
  }

  /** Of less than a second it would say more about the start than about the lines. */
  #speed(): string {
    const seconds = this.#seconds();
    return seconds < 1 ? '' : `, ${grouped(this.#lines / seconds)} a second`;
  }

  #seconds(): number {
    return (this.#settings.now() - this.#began) / 1000;
  }
}

const grouped = (count: number): string => Math.round(count).toLocaleString('en-GB');
export const counted = (lines: number): string => (lines === 1 ? '1 line' : `${grouped(lines)} lines`);

function duration(seconds: number): string {
  const whole = Math.ceil(seconds);
  return whole < 60 ? `${whole} s` : `${Math.floor(whole / 60)} min ${whole % 60} s`;
}
