import { describe, expect, it } from 'vitest';
import { longestAt } from '../../../shared/domain/understand/matcher.ts';
import { type PhraseList, PhraseTree } from '../../../shared/domain/understand/phrase-tree.ts';
import { tokenise } from '../../../shared/domain/understand/tokens.ts';

const treeOf = (...lists: (string | PhraseList<string>)[]) =>
  new PhraseTree(
    lists.map((list) => (typeof list === 'string' ? { patterns: list, value: list } : list)),
    (old, late) => `${old} & ${late}`,
  );

/** The words of the longest phrase at the beginning of a text, and its value. */
function found(tree: PhraseTree<string>, text: string): string | undefined {
  const { list } = tokenise(text);
  const match = longestAt(tree, list, 0);
  return (
    match &&
    list
      .map(({ text: word }) => word)
      .slice(match.from, match.to)
      .join(' ')
  );
}

describe('notation of phrases', () => {
  it.each([
    ['rip(s|ped|) off', ['rips off', 'ripped off', 'rip off'], ['ripping off']],
    ['(太|很)慢', ['太 慢', '很 慢'], ['慢']],
    ["can(not|'t|) fault", ['cannot fault', "can't fault", 'can fault'], ['fault']],
    ['(i have |i |)called _ # times', ['i have called you all 5 times', 'i called three times', 'called you six times'], ['i have been']],
    ['a(b(c|)|d)e f', ['abce f', 'abe f', 'ade f'], ['ae f', 'abe']],
    ['(很多|不少)(人|业主)(也|)(反映|投诉)', ['很 多 人 反 映', '不 少 业 主 也 投 诉'], ['很 多 人 也']],
    ['# hours', ['3 hours', 'twenty hours'], ['many of hours']],
    ["won't be _ back", ["won't be back", "won't be coming back"], ["won't be one two three four five back", "won't be, no. Back"]],
  ])('%s', (pattern, whole, none) => {
    const tree = treeOf(pattern);
    for (const text of whole) expect(found(tree, text.replaceAll(/(?<=\p{sc=Han}) /gu, '')), text).toBe(text);
    for (const text of none) expect(found(tree, text), text).toBeUndefined();
  });

  it('takes the longest, wherever in the lists it stands', () => {
    const tree = treeOf('not good, not', 'not good enough');
    expect(found(tree, 'not good enough')).toBe('not good enough');
    expect(found(tree, 'not good')).toBe('not good');
    expect(found(tree, 'not enough')).toBe('not');
  });

  it('asks whoever made the tree where two lists spell a phrase alike, in the order of the lists', () => {
    const { list } = tokenise('so slow');
    const values = (...lists: string[]) => longestAt(treeOf(...lists), list, 0)?.value;
    expect(values('(so|very) slow', 's(o|a) slow', 'so quick,so slow')).toBe('(so|very) slow & s(o|a) slow & so quick,so slow');
    expect(values('so slow', '(so|very) slow')).toBe('so slow & (so|very) slow');
  });

  it('blanks and line ends beside commas mean nothing, which bundles count on', () => {
    const tree = treeOf('slow, late again,\n   never (came|arrived)\n  ,');
    expect(['slow', 'late again', 'never came'].map((text) => found(tree, text))).toEqual(['slow', 'late again', 'never came']);
    expect(tree.knows('')).toBe(false);
  });

  it('a single phrase keeps its commas', () => {
    const tree = treeOf({ patterns: 'late again, sorry', isSingle: true, value: 'x' });
    expect(found(tree, 'late again, sorry')).toBe('late again , sorry');
    expect(found(tree, 'sorry')).toBeUndefined();
  });
});
