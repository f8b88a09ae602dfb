/**
 * The form's style for a shadow root inside of somebody else's page. Each colour can be given as `--amends-{name}`; light or dark is what that page has
 * declared by `color-scheme`, so that a page without a dark side gets no dark form. It takes that page's type and as much room as it is given: lengths
 * follow the text, and whether there is room for a row is asked of the widget and not of the window.
 * @param style that of the form page (web/form/style.ts).
 */
export function hostStyle(style: string): string {
  const [light = '', dark = ''] = [...style.matchAll(/:root\{([^}]*)\}/g)].map(([, colours = '']) => colours);
  const darkOf = new Map([...dark.matchAll(COLOUR)].map(([, name = '', value = '']) => [name, value]));
  const colours = [...light.matchAll(COLOUR)].map(([, name = '', value = '']) => ({ name, value, dark: darkOf.get(name) ?? value }));
  const own = (write: (colour: (typeof colours)[number]) => string) =>
    `:host{${colours.map((colour) => `--${colour.name}:var(--amends-${colour.name},${write(colour)})`).join(';')}}`;
  const form = style.slice(Math.max(style.indexOf('\n*{'), 0));
  return `:host{display:block;container-type:inline-size;font:var(--amends-font,inherit);color:var(--ink)}
:host([hidden]){display:none}
${own(({ value }) => value)}
@supports(color:light-dark(#000,#fff)){${own((colour) => `light-dark(${colour.value},${colour.dark})`)}}
${form.replaceAll('@media(m', '@container(m').replace(/(\d)rem\b/g, '$1em')}
h1{font-family:var(--amends-heading-font,inherit)}
.sheet{border-radius:var(--amends-radius,1em)}`;
}

const COLOUR = /--([a-z-]+):(#[0-9a-f]{3,8})/g;
