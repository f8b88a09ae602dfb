import { describe, expect, it } from 'vitest';
import { hostStyle } from '../../../../web/form/browser/host-style.ts';
import { STYLE } from '../../../../web/form/style.ts';

describe('the widget’s style, made of the page’s', () => {
  const style = hostStyle(STYLE);

  it('lets each colour of the form be given by the page around, in light and dark', () => {
    const used = new Set([...STYLE.matchAll(/var\(--([a-z-]+)\)/g)].map(([, name]) => name));
    expect(used.size).toBeGreaterThan(8);
    for (const name of used) {
      expect(style).toMatch(new RegExp(`--${name}:var\\(--amends-${name},#[0-9a-f]+\\)`));
      expect(style).toMatch(new RegExp(`--${name}:var\\(--amends-${name},light-dark\\(#[0-9a-f]+,#[0-9a-f]+\\)\\)`));
    }
    expect(style).toContain('--accent:var(--amends-accent,light-dark(#0d5f57,#84d3c4))');
  });

  it('says nothing of the page around, and asks its own room instead of the window', () => {
    expect(style).not.toMatch(/:root|(^|\n)(?:html|body|header|main)[{,]|\drem/);
    expect(style).not.toMatch(/@media\((?:min|max)-width/);
    expect(style.match(/@container\(/g)?.length).toBe(STYLE.match(/@media\((?:min|max)-width/g)?.length);
  });
});
