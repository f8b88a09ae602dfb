import { globSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { IntlMessageFormat } from 'intl-messageformat';
import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { sayingIn } from '../../../web/browser/words.ts';

const ROOT = join(import.meta.dirname, '../../..');
const Catalogue = z.record(z.string(), z.string().min(1));
type Ast = ReturnType<IntlMessageFormat['getAst']>;

const read = (path: string) => Catalogue.parse(JSON.parse(readFileSync(join(ROOT, path), 'utf8')));
const catalogues = globSync('web/**/words/en.json', { cwd: ROOT }).sort();

/** Names of what a message is filled with, also within plurals and choices, and the choices it knows. */
function argumentsOf(ast: Ast): string[] {
  return ast.flatMap((element) => {
    if (!('value' in element) || element.type === 0) return [];
    const inner = 'options' in element ? Object.values(element.options).flatMap(({ value }) => argumentsOf(value)) : [];
    return [element.value, ...inner];
  });
}

/** Words of a choice other than plurals, whose forms are each language's own. */
function choicesOf(ast: Ast): string[] {
  return ast.flatMap((element) => {
    if (!('options' in element)) return [];
    const inner = Object.values(element.options).flatMap(({ value }) => choicesOf(value));
    const isSelect = !('pluralType' in element);
    return [...(isSelect ? Object.keys(element.options).map((option) => `${element.value}=${option}`) : []), ...inner];
  });
}

const shape = (message: string, language: string) => {
  const ast = new IntlMessageFormat(message, language, undefined, { ignoreTag: true }).getAst();
  return { values: [...new Set(argumentsOf(ast))].sort(), choices: [...new Set(choicesOf(ast))].sort() };
};

describe('catalogues of the pages for staff: English and Simplified Chinese are both complete', () => {
  it('are found', () => {
    expect(catalogues).toContain('web/browser/words/en.json');
  });

  it.each(catalogues)('%s has the same keys in both languages', (path) => {
    expect(Object.keys(read(path.replace('en.json', 'zh-Hans.json'))).sort()).toEqual(Object.keys(read(path)).sort());
  });

  it.each(catalogues)('%s takes the same arguments and choices in both languages', (path) => {
    const en = read(path);
    const zh = read(path.replace('en.json', 'zh-Hans.json'));
    const shapes = (catalogue: Record<string, string>, language: string) =>
      Object.fromEntries(Object.keys(en).map((key) => [key, shape(catalogue[key] ?? '', language)]));
    expect(shapes(zh, 'zh-Hans')).toEqual(shapes(en, 'en'));
  });

  it.each(catalogues)('%s holds nothing that no page says', (path) => {
    // The shared words are said by all rooms.
    const room = dirname(dirname(path)).replace(/^web\/browser$/, 'web');
    const sources = globSync(`${room}/**/*.{ts,tsx}`, { cwd: ROOT }).map((source) => readFileSync(join(ROOT, source), 'utf8'));
    const text = sources.join('\n');
    // A key is said by its name, or by a family: say(`state-${state}`).
    const families = [...text.matchAll(/`([\w.-]+[.-])\$\{/g)].map(([, family = '']) => family);
    const unsaid = Object.keys(read(path)).filter(
      (key) => !text.includes(`'${key}'`) && !text.includes(`"${key}"`) && !families.some((family) => key.startsWith(family)),
    );
    expect(unsaid).toEqual([]);
  });

  it.each(catalogues)('%s in Chinese uses full-width punctuation between Chinese characters', (path) => {
    const wrong = Object.entries(read(path.replace('en.json', 'zh-Hans.json'))).filter(([, text]) =>
      /\p{Script=Han}[,;!?:](?!\w)|\p{Script=Han}\.(?:\s|$)|[(]\p{Script=Han}|\p{Script=Han}[)]/u.test(text),
    );
    expect(wrong).toEqual([]);
  });
});

describe('sayingIn', () => {
  it('fills a sentence in, by the rules of the language, and takes markup for text', () => {
    const say = sayingIn('en', {
      en: { n: '{n, plural, one {# case} other {# cases}} of <b>{name}</b>' },
      'zh-Hans': { n: '{name}的 {n} 件' },
    });
    expect(say('n', { n: 1, name: '<i>' })).toBe('1 case of <b><i></b>');
    expect(say('n', { n: 2000, name: 'x' })).toBe('2,000 cases of <b>x</b>');
  });
});
