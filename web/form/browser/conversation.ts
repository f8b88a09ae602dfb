import type { Around } from './around.ts';
import { liftLimits, namesIn, overIn, valuesIn } from './controls.ts';
import { DraftKeeper } from './draft-keeper.ts';
import { sendEarlier } from './earlier.ts';
import { button, element } from './elements.ts';
import { type Answer, exchange } from './exchange.ts';
import { Fields } from './fields.ts';
import { numberKeys } from './keys.ts';
import type { Fetched } from './markup.ts';
import { Pause } from './pause.ts';
import { pauseMs } from './pauses.ts';
import { PhotosBeside } from './photos-beside.ts';
import { Delivery } from './postbox.ts';
import { bringBack } from './resuming.ts';
import { KEPT_DAYS } from './server-clock.ts';
import { focusField, focusStart } from './view.ts';
import { cover, waitingPanel } from './waiting.ts';
import { type BrowserWords, wordsFor } from './words.ts';

/** Leads one person through one form: the server's markup, one page after the other, without losing anything of theirs. */
export class Conversation {
  private readonly around: Around;
  private readonly words: BrowserWords;
  private readonly fields = new Fields();
  private readonly keeper: DraftKeeper | undefined;
  private readonly says = element('p', { class: 'says', role: 'status' });
  private readonly kept: HTMLElement;
  private readonly photos: PhotosBeside;
  private isBusy = false;
  private delivery: Delivery | undefined;
  private again: Pause | undefined;

  constructor(around: Around) {
    this.around = around;
    this.words = wordsFor(around.language);
    this.photos = new PhotosBeside(around.address, around.language);
    const forget = button(this.words.forget, 'plain', () => this.forget());
    this.kept = element('div', { class: 'kept' }, element('p', {}, this.words.keptHint(KEPT_DAYS)), forget);
    const form = this.form();
    if (form !== null && around.shelf !== undefined) this.keeper = DraftKeeper.of(form, new URL(around.address).origin, around.shelf);
  }

  async start(): Promise<void> {
    const { sheet } = this.around;
    sheet.addEventListener('submit', (event) => this.onSubmit(event));
    sheet.addEventListener('input', (event) => this.onInput(event));
    sheet.addEventListener('click', (event) => this.onLink(event));
    numberKeys(sheet, () => sheet);
    addEventListener('pagehide', () => this.keeper?.save(this.fields));
    this.equip();
    this.around.tell({ kind: 'ready' });
    if (this.keeper !== undefined) sendEarlier(this.keeper, this.words, (text, ...more) => this.note(text, ...more));
    await this.resume();
  }

  /** Turns the page: `next` or `back`. After it was sent there is nothing to turn: a fresh form is opened. */
  go(goTo: string | undefined): void {
    const form = this.form();
    if (form === null) this.around.startAnew();
    if (form === null || this.isBusy) return;
    this.again = undefined;
    this.read(form);
    const body = this.fields.body(valuesIn(form), namesIn(form));
    if (goTo !== undefined) body.set('goTo', goTo);
    if (form.dataset['sends'] !== undefined && goTo !== 'back') void this.sendWithPhotos(body);
    else void this.turn(body, goTo);
  }

  private form(): HTMLFormElement | null {
    return this.around.sheet.querySelector('form[data-survey]');
  }

  private onSubmit(event: SubmitEvent): void {
    event.preventDefault();
    const pressed = event.submitter instanceof HTMLButtonElement && event.submitter.name !== '' ? event.submitter.value : undefined;
    if (pressed === 'back' && this.around.wayBack?.() === true) return;
    this.go(pressed);
  }

  private onInput({ target }: Event): void {
    const form = this.form();
    if (form === null) return;
    if (target instanceof HTMLTextAreaElement) {
      const over = overIn(target);
      const text = over > 0 ? this.words.tooLong(over) : '';
      target.setCustomValidity(text);
      this.say(text);
    }
    this.read(form);
    this.keeper?.saveSoon(this.fields);
  }

  private onLink(event: MouseEvent): void {
    const link = event.target instanceof Element ? event.target.closest('a[href^="#"]') : null;
    if (link === null) return;
    event.preventDefault();
    focusField(this.around.sheet, link);
  }

  private read(form: HTMLFormElement): void {
    this.fields.read(namesIn(form), valuesIn(form));
    this.kept.hidden = this.keeper === undefined || !this.keeper.works || this.fields.isEmpty();
  }

  /** Gives the form of the sheet what the script has beside it. */
  private equip(): void {
    const form = this.form();
    if (form === null) return;
    liftLimits(form);
    this.read(form);
    form.append(this.says, this.kept);
    this.photos.equip(form);
  }

  private say(text: string): void {
    this.says.textContent = text;
  }

  private busy(isBusy: boolean): void {
    this.isBusy = isBusy;
    for (const one of this.around.sheet.querySelectorAll('form button[type=submit]')) one.setAttribute('aria-disabled', String(isBusy));
  }

  private async turn(body: URLSearchParams, goTo: string | undefined): Promise<void> {
    this.busy(true);
    const answer = await exchange(this.around.address, String(body));
    this.busy(false);
    if (answer.outcome.kind === 'later') this.turnLater(goTo, answer.outcome.afterMs);
    else this.take(answer, goTo === 'back' ? undefined : (body.get('onPage') ?? undefined));
  }

  /** Nothing was sent yet: the page stays as it is, and is turned as soon as somebody answers. */
  private turnLater(goTo: string | undefined, afterMs?: number): void {
    const pause = pauseMs(1, Math.random(), afterMs);
    this.say(`${this.words.turnFailed} ${this.words.nextTry(Math.round(pause / 1_000))}`);
    this.around.tell({ kind: 'failed' });
    const pausing = new Pause(pause);
    this.again = pausing;
    void pausing.ended.then(() => {
      // Unless it was turned by hand meanwhile.
      if (this.again === pausing) this.go(goTo);
    });
  }

  /** Photos go before the words, which name them. They hold the words up once at most. */
  private async sendWithPhotos(body: URLSearchParams): Promise<void> {
    const identity = { submissionId: body.get('submissionId') ?? '', startToken: body.get('startToken') ?? '' };
    this.busy(true);
    const { keys, fault } = await this.photos.gather(identity, (text) => this.say(text));
    this.busy(false);
    if (fault !== undefined) {
      this.say(fault);
      this.around.tell({ kind: 'failed' });
      return;
    }
    for (const key of keys) body.append('photos', key);
    await this.send(body);
  }

  private async send(body: URLSearchParams): Promise<void> {
    const { keeper, words, around } = this;
    const { pathname, search, origin } = new URL(around.address);
    const submissionId = body.get('submissionId') ?? '';
    const survey = this.form()?.dataset['survey'] ?? '';
    this.busy(true);
    this.say(words.sending);
    this.delivery = new Delivery({ submissionId, to: `${pathname}${search}`, body: String(body) }, { origin, survey }, around.shelf);
    let close: (() => void) | undefined;
    const fate = await this.delivery.run((wait) => {
      if (close === undefined) around.tell({ kind: 'failed' });
      close = cover(around.sheet, waitingPanel(words, wait, { now: () => this.delivery?.now(), forget: () => this.forget() }));
      around.shown(undefined);
    });
    close?.();
    this.busy(false);
    if (fate === 'withdrawn') return;
    if (fate === 'elsewhere') {
      keeper?.drop();
      this.close(words.sentElsewhere);
    } else {
      // With its faults before them, people send it anew.
      this.delivery.drop();
      this.take(fate);
    }
  }

  private take({ outcome, page }: Answer, from?: string): void {
    const { around, keeper } = this;
    if (outcome.kind === 'refused' || outcome.kind === 'later' || page === undefined) {
      this.say(this.words.refused);
      around.tell({ kind: 'failed' });
      return;
    }
    const before = this.page();
    this.show(page.content, page);
    if (outcome.kind === 'sent') {
      keeper?.drop();
      around.tell({ kind: 'sent', receipt: page.receipt ?? '' });
      return;
    }
    const isTurned = this.page() !== before;
    if (isTurned && keeper !== undefined) keeper.from = from;
    keeper?.save(this.fields);
    if (isTurned && from !== undefined) around.wentOn?.();
  }

  /** Number of the page that is shown. */
  private page(): string | undefined {
    const form = this.form();
    return form === null ? undefined : (valuesIn(form).get('onPage') ?? undefined);
  }

  private show(content: readonly Node[], page?: Fetched): void {
    const { sheet, shown } = this.around;
    sheet.replaceChildren(...content);
    this.equip();
    this.say('');
    shown(page);
    focusStart(sheet);
  }

  private note(text: string, ...more: Node[]): void {
    const note = element('div', { class: 'note', role: 'status' });
    this.around.sheet.prepend(note);
    // A region that stands there before its words come is read out.
    note.append(element('p', {}, text), ...more);
  }

  private async resume(): Promise<void> {
    const form = this.form();
    if (form === null || this.keeper === undefined) return;
    const resumed = await bringBack(form, this.fields, this.keeper, this.around.address);
    if (resumed === undefined) return;
    this.read(form);
    if (resumed.page !== undefined) this.show(resumed.page.content, resumed.page);
    this.note(
      this.words.resumed,
      button(this.words.forget, 'plain', () => this.forget()),
    );
  }

  private forget(): void {
    const { delivery, words, around } = this;
    delivery?.withdraw();
    this.fields.clear();
    this.keeper?.drop();
    // Without a network a fresh form would be the browser's page that says so.
    if (delivery === undefined && navigator.onLine) around.startAnew();
    else this.close(words.forgotten);
  }

  /** There is no form any more: what has become of it, and the way to another. */
  private close(title: string): void {
    this.show([element('h1', {}, title), button(this.words.anew, 'other', this.around.startAnew)]);
  }
}
