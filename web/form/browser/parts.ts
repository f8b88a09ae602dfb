/** Names by which a page around the widget reaches its parts: `amends-feedback::part(button)`. See docs/embedding.md. */
export const PARTS: Readonly<Record<string, string>> = {
  title: 'h1',
  lead: '.lead',
  progress: '.progress',
  question: 'fieldset, .block',
  label: 'legend, .label',
  hint: '.hint',
  option: '.pick .tile',
  input: 'textarea, select, input[type=text], input[type=email], input[type=date]',
  consent: '.consent',
  button: 'form button[type=submit]:not(.other), .waiting button:not(.other)',
  'button-secondary': 'button.other',
  error: '.error',
  'error-summary': '.summary',
  note: '.note, .says, .kept',
  waiting: '.waiting',
  receipt: '.receipt',
  link: 'a[href]',
};

/** Names the parts of what is shown now. Links lead out of the page around, which stays. */
export function partsIn(sheet: Element): void {
  for (const [part, selector] of Object.entries(PARTS)) {
    for (const one of sheet.querySelectorAll(selector)) one.setAttribute('part', part);
  }
  for (const link of sheet.querySelectorAll('a[href]:not([href^="#"])')) {
    link.setAttribute('target', '_blank');
    link.setAttribute('rel', 'noopener');
  }
}
