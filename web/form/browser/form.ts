import type { Told } from './around.ts';
import { Conversation } from './conversation.ts';
import { sheetOf } from './elements.ts';
import { frameMessages } from './frame-messages.ts';
import { ownShelf } from './shelf.ts';
import { BROWSER_STYLE } from './style.ts';

/** `/form.js`: makes more of the form page where scripts run. The page does all of its work without it. */
const sheet = document.querySelector<HTMLElement>('main > .sheet');
const style = sheetOf(BROWSER_STYLE);
if (style !== undefined) document.adoptedStyleSheets = [...document.adoptedStyleSheets, style];

/** How many pages of the form lie behind this one in the browser's history. */
const depthIn = (state: unknown): number => {
  const depth: unknown = typeof state === 'object' && state !== null ? Reflect.get(state, 'amends') : undefined;
  return typeof depth === 'number' ? depth : 0;
};
let depth = depthIn(history.state);

const messages = frameMessages();
const tell = (told: Told) => messages?.(told.kind);

if (sheet !== null) {
  const conversation = new Conversation({
    sheet,
    language: document.documentElement.lang,
    address: location.href.replace(/#.*$/, ''),
    shelf: ownShelf(),
    tell,
    shown: (page) => {
      if (page !== undefined) document.title = page.title;
      // What is offered only while nothing has been typed.
      for (const link of document.querySelectorAll('header a[hreflang]')) link.remove();
    },
    startAnew: () => location.replace(location.href.replace(/#.*$/, '')),
    wentOn: () => {
      depth += 1;
      history.pushState({ amends: depth }, '');
    },
    wayBack: () => {
      if (depth > 0) history.back();
      return depth > 0;
    },
  });
  addEventListener('popstate', ({ state }) => {
    const to = depthIn(state);
    if (to === depth) return;
    const goTo = to < depth ? 'back' : 'next';
    depth = to;
    conversation.go(goTo);
  });
  void conversation.start();
}
