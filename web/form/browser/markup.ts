/** A page of ours as it came, apart: what the window shows of it. */
export interface Fetched {
  readonly title: string;
  readonly language: string;
  readonly direction: string;
  readonly style: string;
  /** What stands in the sheet; empty where the page is none of ours. */
  readonly content: readonly Node[];
  readonly isWhole: boolean;
  readonly hasForm: boolean;
  readonly receipt: string | undefined;
}

interface Policy {
  createHTML(text: string): string;
}
interface Policies {
  createPolicy(name: string, rules: Policy): Policy;
}

const isPolicies = (value: unknown): value is Policies => typeof value === 'object' && value !== null && 'createPolicy' in value;

/** Where Trusted Types are enforced, strings become markup by this policy and nowhere else. What comes by it is cleaned before it is shown. */
const policy: Policy = (() => {
  const rules: Policy = { createHTML: (text) => text };
  const policies: unknown = Reflect.get(globalThis, 'trustedTypes');
  return isPolicies(policies) ? policies.createPolicy('amends', rules) : rules;
})();

/** Reads a page of ours without running or loading anything of it. */
export function readPage(text: string): Fetched {
  // Browsers hold even a document that is only read to the policy of the page around, which need not allow our style as an element.
  const [element = '', style = ''] = /<style>([^<]*)<\/style>/.exec(text) ?? [];
  const page = new DOMParser().parseFromString(policy.createHTML(text.replace(element, '')), 'text/html');
  const sheet = page.querySelector('.sheet');
  if (sheet !== null) clean(sheet);
  return {
    title: page.title,
    language: page.documentElement.lang,
    direction: page.documentElement.dir,
    style,
    content: sheet === null ? [] : [...sheet.childNodes],
    isWhole: /<\/html>\s*$/.test(text),
    hasForm: sheet?.querySelector('form') != null,
    receipt: sheet?.querySelector('.receipt dd')?.textContent ?? undefined,
  };
}

/** The server escapes all that people wrote; should it ever fail to, nothing of theirs is run all the same. */
export function clean(root: Element): void {
  for (const element of root.querySelectorAll('*')) {
    if (/^(?:script|style|iframe|object|embed|base|meta|link|template)$/i.test(element.localName)) element.remove();
    for (const { name, value } of [...element.attributes]) {
      const leads = /^(?:href|xlink:href|action|formaction|src)$/.test(name);
      if (/^on|^style$|^srcdoc$/.test(name) || (leads && !/^(?:https?:|[?#/])/i.test(value.trim()))) element.removeAttribute(name);
    }
  }
}
