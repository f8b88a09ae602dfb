/** How far the server's clock is ahead of this device's, in milliseconds, as its last answer told. */
let ahead = 0;

/** Answers carry the server's time to the second: a device whose clock is wrong must not show wrong deadlines. */
export function learnTime(response: Response): void {
  const told = Date.parse(response.headers.get('date') ?? '');
  if (Number.isFinite(told)) ahead = told - Date.now();
}

/** The instant it is by the server's clock, in milliseconds of the epoch. */
export const serverNow = (): number => Date.now() + ahead;
