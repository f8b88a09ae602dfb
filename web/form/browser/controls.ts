import type { Fields } from './fields.ts';

type Control = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;

const controlsOf = (form: HTMLFormElement): Control[] =>
  [...form.elements].filter(
    (one) => one instanceof HTMLInputElement || one instanceof HTMLTextAreaElement || one instanceof HTMLSelectElement,
  );

/** Names of all fields of a form, filled or not. */
export const namesIn = (form: HTMLFormElement): Set<string> => new Set(controlsOf(form).map(({ name }) => name));

/** What the browser itself would send. */
export const valuesIn = (form: HTMLFormElement): URLSearchParams =>
  new URLSearchParams([...new FormData(form)].flatMap(([name, value]) => (typeof value === 'string' ? [[name, value]] : [])));

/** Puts back what is known into the fields that are shown. What the page itself carries stays as it came. */
export function fill(form: HTMLFormElement, fields: Fields): void {
  for (const control of controlsOf(form)) {
    const values = fields.of(control.name);
    if (values === undefined || control.type === 'hidden') continue;
    if (control instanceof HTMLInputElement && (control.type === 'radio' || control.type === 'checkbox')) {
      control.checked = values.includes(control.value) && control.value !== '';
    } else {
      control.value = values[0] ?? '';
    }
  }
}

/** Sets fields of the page itself, such as its submission id. */
export function setHidden(form: HTMLFormElement, values: Readonly<Record<string, string>>): void {
  for (const [name, value] of Object.entries(values)) {
    const field = form.elements.namedItem(name);
    if (field instanceof HTMLInputElement) field.value = value;
  }
}

/**
 * A limit cuts what is pasted without a word. Here it is lifted, and too much is said to be too much: nothing of it is lost, and it is not sent.
 */
export function liftLimits(form: HTMLFormElement): void {
  for (const area of form.querySelectorAll('textarea')) {
    if (area.maxLength < 0) continue;
    area.dataset['most'] = String(area.maxLength);
    area.removeAttribute('maxlength');
  }
}

/** Characters above what is taken; 0 or less where it fits. */
export const overIn = (area: HTMLTextAreaElement): number => area.value.length - Number(area.dataset['most'] ?? Number.POSITIVE_INFINITY);
