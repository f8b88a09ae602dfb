import type { Gathered, PhotoPicker } from './photo-picker.ts';
import type { Identity } from './upload-photo.ts';

type Make = (form: string, language: string) => PhotoPicker;
const isModule = (value: unknown): value is { readonly photoPicker: Make } =>
  typeof value === 'object' && value !== null && 'photoPicker' in value;

/** The photos of one form. Their script is loaded where a form asks for them, and not by others. */
export class PhotosBeside {
  private readonly form: string;
  private readonly language: string;
  private picker: Promise<PhotoPicker | undefined> | undefined;

  constructor(form: string, language: string) {
    this.form = form;
    this.language = language;
  }

  /** Puts the choice of photos into a page of the form, where it asks for them. */
  equip(form: Element): void {
    const block = form.querySelector('[data-photos]');
    if (block === null) return;
    this.picker ??= this.load();
    void this.picker.then((picker) => block.isConnected && picker?.stand(block));
  }

  async gather(identity: Identity, say: (text: string) => void): Promise<Gathered> {
    return (await (await this.picker)?.gather(identity, say)) ?? { keys: [] };
  }

  /** Where it cannot be loaded no photos are offered, and the form is as good as it was. */
  private async load(): Promise<PhotoPicker | undefined> {
    try {
      const module: unknown = await import(/* @vite-ignore */ new URL('/photos.js', this.form).href);
      return isModule(module) ? module.photoPicker(this.form, this.language) : undefined;
    } catch {
      return undefined;
    }
  }
}
