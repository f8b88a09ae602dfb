/** A second digit belongs to the first for so long, in milliseconds of the browser's own count: 1 and 0 are 10. */
const SAME_NUMBER_MS = 900;

/**
 * The point of a scale that digits name: a second one makes a number of both where the scale has it.
 * @param points values of the buttons of one question.
 */
export function pointFor(
  points: readonly string[],
  before: { readonly digits: string; readonly at: number },
  digit: string,
  now: number,
): string | undefined {
  const both = before.digits + digit;
  if (now - before.at < SAME_NUMBER_MS && points.includes(both)) return both;
  return points.includes(digit) ? digit : undefined;
}

/**
 * Digits choose a point while focus is on a button of a scale, and go nowhere by that. Where people type, and with any other key held, they are left
 * alone.
 */
export function numberKeys(root: EventTarget, within: () => ParentNode): void {
  let before = { digits: '', at: Number.NEGATIVE_INFINITY };
  root.addEventListener('keydown', (event) => {
    if (!(event instanceof KeyboardEvent) || event.ctrlKey || event.metaKey || event.altKey || !/^\d$/.test(event.key)) return;
    const { target } = event;
    if (!(target instanceof HTMLInputElement) || target.type !== 'radio') return;
    const buttons = [...within().querySelectorAll<HTMLInputElement>(`input[type=radio][name="${CSS.escape(target.name)}"]`)];
    const point = pointFor(
      buttons.map(({ value }) => value),
      before,
      event.key,
      event.timeStamp,
    );
    before = { digits: event.key, at: event.timeStamp };
    const chosen = buttons.find(({ value }) => value === point);
    if (chosen === undefined) return;
    event.preventDefault();
    chosen.focus();
    if (!chosen.checked) chosen.click();
  });
}
