import { button, element } from './elements.ts';
import type { Wait } from './postbox.ts';
import type { BrowserWords } from './words.ts';

/** Says that it has not been sent, where it lies meanwhile, and when it is tried again. */
export function waitingPanel(words: BrowserWords, wait: Wait, on: { readonly now: () => void; readonly forget: () => void }): HTMLElement {
  const next = element('p', { class: 'says', role: 'status' });
  const panel = element(
    'div',
    { class: 'waiting' },
    element('h1', { tabindex: '-1' }, words.waitingTitle),
    element('p', { class: 'lead' }, wait.isSilent ? words.waitingText : words.waitingBusy),
    element('p', {}, wait.isKept ? words.waitingKept : words.waitingOpen),
    next,
    element('div', { class: 'go' }, button(words.tryNow, '', on.now), button(words.forget, 'other', on.forget)),
  );
  next.textContent = words.nextTry(Math.round(wait.pauseMs / 1_000));
  return panel;
}

/**
 * Puts what is said while something waits into the place of the form, which is still there behind it. Each try says anew when the next one is.
 * @returns takes it away again.
 */
export function cover(sheet: HTMLElement, panel: HTMLElement): () => void {
  const old = sheet.querySelector('.waiting');
  const hadFocus = old === null || old.matches(':focus-within');
  old?.remove();
  for (const one of sheet.children) one.toggleAttribute('hidden', true);
  sheet.append(panel);
  if (hadFocus) panel.querySelector<HTMLElement>('h1')?.focus();
  return () => {
    panel.remove();
    for (const one of sheet.children) one.toggleAttribute('hidden', false);
  };
}
