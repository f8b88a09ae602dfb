import type { Told } from './around.ts';
import { Conversation } from './conversation.ts';
import { button, element, sheetOf } from './elements.ts';
import { exchange } from './exchange.ts';
import { hostStyle } from './host-style.ts';
import type { Fetched } from './markup.ts';
import { partsIn } from './parts.ts';
import { pauseMs } from './pauses.ts';
import { ownShelf } from './shelf.ts';
import { BROWSER_STYLE } from './style.ts';
import { wordsFor } from './words.ts';

/** Where this script came from: the house's own address, unless the element names another. Found again by its name where it runs as a module. */
const own = document.currentScript ?? document.querySelector('script[src$="/widget.js"]');
const HOME = own instanceof HTMLScriptElement ? new URL(own.src).origin : location.origin;

/**
 * `<amends-feedback survey="…" base="https://…" lang="…" branch="…" campaign="…">`: the form of the house inside of any page. Markup, questions, paging
 * and faults are the server's, as on the form page; it lives in a shadow root, styled by `--amends-…` and `::part(…)`. See docs/embedding.md.
 */
class AmendsFeedback extends HTMLElement {
  static readonly observedAttributes = ['survey', 'base', 'lang', 'branch', 'campaign'];
  private readonly room = this.attachShadow({ mode: 'open' });
  private round = 0;
  private failures = 0;

  connectedCallback(): void {
    this.open();
  }

  disconnectedCallback(): void {
    this.round += 1;
  }

  attributeChangedCallback(_name: string, before: string | null, now: string | null): void {
    if (this.isConnected && before !== now) this.open();
  }

  /** Several attributes that are set in a row are one opening. */
  private open(): void {
    this.round += 1;
    const { round } = this;
    queueMicrotask(() => void (round === this.round && this.load(round)));
  }

  private address(): string {
    const base = this.getAttribute('base') ?? HOME;
    const url = new URL(`/f/${encodeURIComponent(this.getAttribute('survey') ?? '')}`, base);
    url.searchParams.set('view', 'widget');
    const language = this.lang || document.documentElement.lang;
    if (language !== '') url.searchParams.set('lang', language);
    for (const name of ['branch', 'campaign']) {
      const value = this.getAttribute(name);
      if (value !== null && value !== '') url.searchParams.set(name, value);
    }
    return url.href;
  }

  private async load(round: number): Promise<void> {
    const address = this.address();
    const { outcome, page } = await exchange(address);
    if (round !== this.round) return;
    if (outcome.kind === 'later' || page === undefined || page.content.length === 0) {
      this.failed(round, outcome.kind === 'later' ? outcome.afterMs : undefined);
      return;
    }
    this.failures = 0;
    const sheet = element('div', { class: 'sheet', part: 'sheet', lang: page.language, dir: page.direction || 'ltr' }, ...page.content);
    this.dress(sheet, page);
    if (!page.hasForm) {
      this.tell({ kind: 'failed' });
      return;
    }
    const conversation = new Conversation({
      sheet,
      language: page.language,
      address,
      shelf: ownShelf(),
      tell: (told) => this.tell(told),
      shown: () => partsIn(sheet),
      startAnew: () => this.open(),
    });
    await conversation.start();
    partsIn(sheet);
  }

  private dress(sheet: HTMLElement, page?: Fetched): void {
    const styles = [hostStyle(page?.style ?? ''), BROWSER_STYLE].map(sheetOf).filter((style) => style !== undefined);
    this.room.adoptedStyleSheets = styles;
    this.room.replaceChildren(sheet);
    partsIn(sheet);
  }

  /** Without the server there is no form, and no style: a plain word, and the next try. */
  private failed(round: number, afterMs: number | undefined): void {
    const words = wordsFor(this.lang || document.documentElement.lang);
    this.failures += 1;
    const again = button(words.tryNow, '', () => this.open());
    this.dress(element('div', { class: 'sheet', part: 'sheet' }, element('p', { role: 'status' }, words.loadFailed), again));
    this.tell({ kind: 'failed' });
    setTimeout(() => void (round === this.round && this.open()), pauseMs(this.failures, Math.random(), afterMs));
  }

  private tell(told: Told): void {
    const detail = told.kind === 'sent' ? { receipt: told.receipt } : undefined;
    this.dispatchEvent(new CustomEvent(`amends-${told.kind}`, { detail, bubbles: true, composed: true }));
  }
}

if (customElements.get('amends-feedback') === undefined) customElements.define('amends-feedback', AmendsFeedback);
