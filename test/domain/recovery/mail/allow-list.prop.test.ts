import fc from 'fast-check';
import Mustache from 'mustache';
import { describe, expect, it } from 'vitest';
import { inspectText } from '../../../../shared/domain/recovery/mail/inspect.ts';
import { tokensOf } from '../../../../shared/domain/recovery/mail/tokens.ts';

const PIECES = ['{', '}', '{{', '}}', '#', '/', '^', '=', '>', '!', '&', ' ', '.', 'name', 'caseNumber', 'constructor', '<% %>'];
const TAGS = ['{{caseNumber}}', '{{#name}}', '{{name}}', '{{/name}}', '{{^name}}', '{{brandName}}'];
const source = fc.array(fc.constantFrom(...PIECES, ...TAGS, ...TAGS), { minLength: 1, maxLength: 12 }).map((parts) => parts.join(''));

type Tokens = ReturnType<typeof Mustache.parse>;
const flat = (tokens: Tokens): Tokens => tokens.flatMap((token) => [token, ...(Array.isArray(token[4]) ? flat(token[4]) : [])]);

const allowed = new Set(tokensOf('closed').map(({ name }) => name));

/** What mustache makes of a text: the tokens it would look up, or that it cannot read it. */
function lookedUp(text: string): string[] | 'unreadable' {
  try {
    return flat(Mustache.parse(text)).flatMap(([type, name]) =>
      type === 'text' ? [] : [`${['name', '#', '^'].includes(type) ? '' : type}${name}`],
    );
  } catch {
    return 'unreadable';
  }
}

describe('the allow-list of tokens', () => {
  it('lets no text pass that mustache would read otherwise than we do', () => {
    const passed = new Set<string>();
    fc.assert(
      fc.property(source, (text) => {
        const faults = inspectText('closed', { subject: text });
        if (faults.length > 0) return;
        const names = lookedUp(text);
        expect(names).not.toBe('unreadable');
        expect([...names].filter((name) => !allowed.has(name))).toEqual([]);
        if (names.length > 0) passed.add(text);
      }),
      { numRuns: 20_000 },
    );
    // Some did pass: otherwise nothing was looked at.
    expect(passed.size).toBeGreaterThan(100);
  });

  it('refuses three braces, which a scan for two takes for a tag', () => {
    for (const text of ['{{{brandName}}}', '{{{brandName}}', '{{brandName}}}', '{{&brandName}}', '{{! x}}', '{{ brandName }}'])
      expect(inspectText('closed', { subject: text })).toHaveLength(1);
  });
});
