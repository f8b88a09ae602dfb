/** A pause that ends by itself, when the network is back, or at a word. */
export class Pause {
  readonly ended: Promise<void>;
  private finish: () => void = () => {};

  /** @param ms milliseconds, by the browser's own count. */
  constructor(ms: number) {
    this.ended = new Promise((resolve) => {
      this.finish = () => {
        clearTimeout(timer);
        removeEventListener('online', this.finish);
        resolve();
      };
      const timer = setTimeout(this.finish, ms);
      addEventListener('online', this.finish);
    });
  }

  end(): void {
    this.finish();
  }
}
