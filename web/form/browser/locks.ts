/** So long a window that is being closed or loaded again may take to let go, in milliseconds. */
const LETTING_GO_MS = 800;

/** Browsers have locks on secure pages only; elsewhere there is the submission id alone, which is enough to make twice into once. */
const locks = (): LockManager | undefined => (typeof navigator === 'undefined' ? undefined : navigator.locks);

/** Takes a name for as long as this page lives. False where another window has it. */
export function take(name: string): Promise<boolean> {
  const all = locks();
  if (all === undefined) return Promise.resolve(true);
  return new Promise((resolve) => {
    const held = () => {
      resolve(true);
      return new Promise<void>(() => {});
    };
    all.request(name, { signal: AbortSignal.timeout(LETTING_GO_MS) }, held).catch(() => resolve(false));
  });
}

/** So long what one window puts away may still be seen by another: each has its own picture of `localStorage`, in milliseconds. */
const SETTLING_MS = 300;

/** Does something while no other window does it. The next one comes only after it can see what was done; the outcome does not wait for that. */
export function alone<Result>(name: string, run: () => Promise<Result>): Promise<Result> {
  const all = locks();
  if (all === undefined) return run();
  return new Promise((resolve, reject) => {
    const inTurn = async () => {
      await run().then(resolve, reject);
      await new Promise((settled) => setTimeout(settled, SETTLING_MS));
    };
    all.request(name, inTurn).catch(reject);
  });
}
