import type { Block } from './blocks.ts';
import { MAX_SUBJECT_LENGTH } from './subject.ts';
import { type TemplateName, type Token, tokensOf } from './tokens.ts';

/** A fault of a text, with the way to it from the mail, e.g. `['blocks', 2, 'text']`. */
export interface TextFault {
  readonly path: readonly (string | number)[];
  readonly message: string;
}

/** The part of a mail that is looked at: all of it, or what a house says otherwise. */
export interface InspectedText {
  readonly subject?: string | undefined;
  readonly preheader?: string | undefined;
  readonly blocks?: readonly Block[] | undefined;
}

type Place = readonly [path: readonly (string | number)[], text: string, holds?: 'link' | 'item' | 'links'];

/**
 * What is wrong with a text of a template: tags that are not ours, tokens that the template does not have, required ones that nothing uses.
 * Only `{{token}}`, `{{#token}}`, `{{^token}}` and `{{/token}}` are allowed, of all that mustache can do.
 */
export function inspectText(template: TemplateName, text: InspectedText): TextFault[] {
  const tokens = new Map(tokensOf(template).map((token) => [token.name, token]));
  const places = placesOf(text);
  const faults = places.flatMap(([path, source, holds]) => faultsOfText(source, tokens, holds).map((message) => ({ path, message })));
  const used = new Set(places.flatMap(([, source]) => tagsOf(source).map(({ name }) => name)));
  // Whoever changes the subject alone leaves the blocks, and what they say, as they are.
  const missing = text.blocks === undefined ? [] : [...tokens.values()].filter(({ name, isRequired }) => isRequired && !used.has(name));
  const bare = text.subject?.replace(ANY_TAG, '') ?? '';
  return [
    ...faults,
    ...missing.map(({ name }) => ({ path: ['blocks'], message: `{{${name}}} is used nowhere: this mail must say it` })),
    ...(bare.length > MAX_SUBJECT_LENGTH
      ? [{ path: ['subject'], message: `${bare.length} characters without its tokens: at most ${MAX_SUBJECT_LENGTH} with them` }]
      : []),
  ];
}

/** Names of the tokens that a text uses, sections included. */
export const tokensIn = (text: InspectedText): ReadonlySet<string> =>
  new Set(placesOf(text).flatMap(([, source]) => tagsOf(source).map(({ name }) => name)));

function placesOf({ subject, preheader, blocks = [] }: InspectedText): Place[] {
  const top: Place[] = [...(subject === undefined ? [] : [[['subject'], subject] as const])];
  if (preheader !== undefined) top.push([['preheader'], preheader]);
  return [...top, ...blocks.flatMap((block, i) => blockPlaces(block).map(([path, ...rest]): Place => [['blocks', i, ...path], ...rest]))];
}

function blockPlaces(block: Block): Place[] {
  switch (block.type) {
    case 'facts':
      return block.rows.flatMap((row, i) => row.map((cell, j): Place => [['rows', i, j], cell]));
    case 'list': {
      const items = block.items.map((item, i): Place => [['items', i], item, 'item']);
      return block.title === undefined ? items : [[['title'], block.title], ...items];
    }
    case 'button':
      return [
        [['label'], block.label],
        [['link'], block.link, 'link'],
      ];
    case 'ratings': {
      const ends = (['low', 'high'] as const).flatMap((end): Place[] => (block[end] === undefined ? [] : [[[end], block[end]]]));
      return [
        ...block.labels.map((item, i): Place => [['labels', i], item, 'item']),
        ...block.links.map((item, i): Place => [['links', i], item, 'links']),
        ...ends,
      ];
    }
    case 'footer': {
      const { text, label, link } = block;
      const places: Place[] = text === undefined ? [] : [[['text'], text]];
      if (label !== undefined) places.push([['label'], label]);
      if (link !== undefined) places.push([['link'], link, 'link']);
      return places;
    }
    default:
      return [[['text'], block.text]];
  }
}

/** Not within a third brace, which means something else to mustache. */
const ANY_TAG = /(?<!\{)\{\{[#^/]?\w+\}\}(?!\})/g;

interface Tag {
  readonly sign: '' | '#' | '^' | '/';
  readonly name: string;
}

const isSign = (text: string): text is Tag['sign'] => /^[#^/]?$/.test(text);

const tagsOf = (source: string): Tag[] =>
  (source.match(ANY_TAG) ?? []).map((tag) => {
    const sign = tag.slice(2, -2).replace(/\w+$/, '');
    return { sign: isSign(sign) ? sign : '', name: /\w+/.exec(tag)?.[0] ?? '' };
  });

function faultsOfText(source: string, tokens: ReadonlyMap<string, Token>, holds?: Place[2]): string[] {
  if (source.trim() === '') return ['is empty'];
  if (holds === 'link' || holds === 'links') return faultsOfLink(source, tokens, holds);
  const rest = source.replace(ANY_TAG, '');
  const faults: string[] = [];
  if (/\{\{|\}\}/.test(rest)) faults.push('holds a tag that is none of {{token}}, {{#token}}, {{^token}}, {{/token}}');
  if (/https?:|www\./i.test(rest)) faults.push('holds a link: links stand in buttons, as a token');
  const isWholeItem = holds === 'item' && /^\{\{\w+\}\}$/.test(source);
  const open: Tag[] = [];
  for (const tag of tagsOf(source)) {
    const token = tokens.get(tag.name);
    if (token === undefined) faults.push(`{{${tag.sign}${tag.name}}}: unknown token; this mail has ${[...tokens.keys()].join(', ')}`);
    else faults.push(...faultsOfUse(tag, token, open, isWholeItem));
    if (tag.sign === '#' || tag.sign === '^') open.push(tag);
    if (tag.sign === '/' && open.pop()?.name !== tag.name) faults.push(`{{/${tag.name}}} ends what has not begun`);
  }
  return [...faults, ...open.map(({ sign, name }) => `{{${sign}${name}}} has no {{/${name}}}`)];
}

function faultsOfUse({ sign, name }: Tag, { kind, isOptional }: Token, open: readonly Tag[], isWholeItem: boolean): string[] {
  const say = (why: string) => [`{{${sign}${name}}}: ${why}`];
  if (kind === 'list') return isWholeItem ? [] : say('is a list: it stands alone, as an item of a list block');
  if (sign !== '') return [];
  if (kind === 'links') return say('is a list of links: it stands alone, as the links of a ratings block');
  if (kind === 'link') return say('is a link: it stands in a button, as its link');
  if (kind === 'flag') return say('is yes or no: it makes a section, {{#…}} or {{^…}}');
  const isGuarded = open.some((around) => around.sign === '#' && around.name === name);
  return isOptional && !isGuarded ? say(`may be missing: write {{#${name}}}… {{${name}}}{{/${name}}}`) : [];
}

function faultsOfLink(source: string, tokens: ReadonlyMap<string, Token>, wanted: 'link' | 'links'): string[] {
  const name = /^\{\{(\w+)\}\}$/.exec(source)?.[1];
  const links = [...tokens.values()].filter(({ kind }) => kind === wanted).map((token) => `{{${token.name}}}`);
  if (name !== undefined && tokens.get(name)?.kind === wanted) return [];
  return [`expected a link token alone: ${links.length === 0 ? 'this mail has none' : links.join(' or ')}`];
}
