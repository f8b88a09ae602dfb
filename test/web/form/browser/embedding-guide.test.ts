import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { hostStyle } from '../../../../web/form/browser/host-style.ts';
import { PARTS } from '../../../../web/form/browser/parts.ts';
import { STYLE } from '../../../../web/form/style.ts';

const guide = readFileSync(join(import.meta.dirname, '../../../../docs/embedding.md'), 'utf8');

describe('the guide to embedding', () => {
  it('names every property that the widget takes, and no other', () => {
    const taken = new Set([...hostStyle(STYLE).matchAll(/var\((--amends-[a-z-]+),/g)].map(([, name]) => name));
    const told = new Set([...guide.matchAll(/`(--amends-[a-z-]+)`/g)].map(([, name]) => name));
    expect([...told].sort()).toEqual([...taken].sort());
  });

  it('names every part, and no other', () => {
    const [, told = ''] = /^\*\*Parts\*\*[\s\S]*?: ((?:`[a-z-]+`[,.\s]+)+)/m.exec(guide) ?? [];
    const names = [...told.matchAll(/`([a-z-]+)`/g)].map(([, name]) => name);
    expect(names.sort()).toEqual(['sheet', ...Object.keys(PARTS)].sort());
  });
});
