/** To the field that a link of the summary names. Within a shadow root no address leads there; in a page it would be a step in the browser's history. */
export function focusField(sheet: Element, link: Element): void {
  const id = link.getAttribute('href')?.slice(1) ?? '';
  sheet.querySelector<HTMLElement>(`#${CSS.escape(id)}`)?.focus();
}

/** To the first fault, or else to the beginning: a new page is read from there. */
export function focusStart(sheet: Element): void {
  const fault = sheet.querySelector('.summary a[href^="#"]');
  if (fault !== null) {
    focusField(sheet, fault);
    return;
  }
  const start = sheet.querySelector<HTMLElement>('.summary, .progress, h1');
  start?.setAttribute('tabindex', '-1');
  start?.focus();
}
