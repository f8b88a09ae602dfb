import { MAX_PHOTOS } from '../../../shared/domain/photo-limits.ts';
import { button, element, sheetOf } from './elements.ts';
import { PHOTO_STYLE } from './photo-style.ts';
import type { PhotoWords } from './photo-words.ts';
import { pictureOf } from './redraw.ts';
import { type Identity, upload } from './upload-photo.ts';

interface Chosen {
  readonly name: string;
  readonly picture: Blob;
  readonly item: HTMLLIElement;
  readonly preview: string;
  /** Once it is there, and for which submission. */
  sent?: { readonly key: string; readonly n: number; readonly submissionId: string };
}

/** What there is to be named in the submission, and whether the person should be asked first. */
export interface Gathered {
  readonly keys: readonly string[];
  /** Why not all of them are there, for the first time; said, so that the person may try again or go on without. */
  readonly fault?: string | undefined;
}

/** Lets people choose photos beside a form and sends them before it. */
export class PhotoPicker {
  private readonly form: string;
  private readonly words: PhotoWords;
  private readonly chosen: Chosen[] = [];
  private readonly input = element('input', {
    type: 'file',
    id: 'photos',
    accept: 'image/*',
    multiple: '',
    'aria-labelledby': 'photos-label photos-choose',
    'aria-describedby': 'photos-hint',
  });
  /** The input with words of ours: a browser's own say "no file chosen" whatever was chosen, in another language. */
  private readonly choose: HTMLElement;
  private readonly list: HTMLUListElement;
  private readonly says = element('p', { class: 'says', role: 'status' });
  private readonly box: HTMLElement;
  /** Those of whom it was said that they did not go. */
  private toldOf: readonly Chosen[] = [];

  /** @param form its address. */
  constructor(form: string, words: PhotoWords) {
    this.form = form;
    this.words = words;
    this.choose = element('div', { class: 'choose' }, this.input, element('label', { for: 'photos', id: 'photos-choose' }, words.choose));
    this.list = element('ul', { class: 'photos', 'aria-label': words.list });
    this.box = element(
      'div',
      { class: 'photo-box' },
      element('p', { class: 'label', id: 'photos-label' }, words.label(MAX_PHOTOS)),
      element('p', { class: 'hint', id: 'photos-hint' }, words.hint),
      this.choose,
      this.list,
      this.says,
    );
    this.input.addEventListener('change', () => void this.add([...(this.input.files ?? [])]));
    this.draw();
  }

  /** Puts it below the question that asks for photos; on each page anew, with what was chosen. */
  stand(block: Element): void {
    block.append(this.box);
    const root = block.getRootNode();
    const style = sheetOf(PHOTO_STYLE);
    if (style !== undefined && (root instanceof Document || root instanceof ShadowRoot))
      root.adoptedStyleSheets = [...root.adoptedStyleSheets, style];
  }

  /** Sends what was not sent yet. Words are never held up twice by the same photo. */
  async gather(identity: Identity, say: (text: string) => void): Promise<Gathered> {
    let isSilent = false;
    const waiting = this.chosen.filter(({ sent }) => sent?.submissionId !== identity.submissionId);
    for (const [i, one] of waiting.entries()) {
      say(this.words.sending(i + 1, waiting.length));
      const n = this.freeNumber(identity);
      const uploaded = await upload(this.form, identity, n, one.picture);
      if (typeof uploaded === 'object') one.sent = { key: uploaded.key, n, submissionId: identity.submissionId };
      else if (uploaded === 'silent') isSilent = true;
      // Without a network the others fare no better.
      if (isSilent) break;
    }
    const { toldOf } = this;
    const failed = this.chosen.filter(({ sent }) => sent?.submissionId !== identity.submissionId);
    this.toldOf = failed;
    for (const one of this.chosen) one.item.classList.toggle('failed', failed.includes(one));
    const keys = this.chosen.flatMap(({ sent }) => (sent?.submissionId === identity.submissionId ? [sent.key] : []));
    if (failed.every((one) => toldOf.includes(one))) return { keys };
    return { keys, fault: isSilent ? this.words.silent : this.words.failed(failed.map(({ name }) => name).join(', ')) };
  }

  private freeNumber({ submissionId }: Identity): number {
    const taken = this.chosen.flatMap(({ sent }) => (sent?.submissionId === submissionId ? [sent.n] : []));
    return Array.from({ length: MAX_PHOTOS }, (_, i) => i + 1).find((n) => !taken.includes(n)) ?? MAX_PHOTOS;
  }

  private async add(files: readonly File[]): Promise<void> {
    // The same file can be chosen again after it was removed.
    this.input.value = '';
    const said: string[] = [];
    const left: string[] = [];
    this.input.disabled = true;
    this.says.textContent = this.words.preparing;
    for (const file of files) {
      if (this.chosen.length >= MAX_PHOTOS) {
        left.push(file.name);
        continue;
      }
      const picture = await pictureOf(file);
      if (picture === undefined) {
        said.push(this.words.unreadable(file.name));
        continue;
      }
      this.take(file.name, picture);
      said.push(this.words.added(file.name, this.chosen.length, MAX_PHOTOS));
    }
    if (left.length > 0) said.push(this.words.tooMany(MAX_PHOTOS, left.join(', ')));
    this.input.disabled = false;
    this.says.textContent = said.join(' ');
    this.draw();
    if (this.choose.hidden) this.list.querySelector('button')?.focus();
    else this.input.focus();
  }

  private take(name: string, picture: Blob): void {
    const preview = URL.createObjectURL(picture);
    const remove = button('×', 'plain', () => this.remove(one));
    remove.setAttribute('aria-label', this.words.remove(name));
    const text = element(
      'span',
      {},
      name,
      ' ',
      element('small', {}, this.words.size(picture.size)),
      element('small', { class: 'why' }, this.words.notSent),
    );
    const item = element('li', {}, element('img', { src: preview, alt: '' }), text, remove);
    const one: Chosen = { name, picture, item, preview };
    this.chosen.push(one);
  }

  private remove(one: Chosen): void {
    this.chosen.splice(this.chosen.indexOf(one), 1);
    URL.revokeObjectURL(one.preview);
    this.says.textContent = this.words.removed(one.name);
    this.draw();
    this.input.focus();
  }

  private draw(): void {
    this.list.replaceChildren(...this.chosen.map(({ item }) => item));
    this.list.hidden = this.chosen.length === 0;
    this.choose.hidden = this.chosen.length >= MAX_PHOTOS;
  }
}
