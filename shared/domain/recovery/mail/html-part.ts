import Mustache from 'mustache';
import { escapeHtml } from '../../html.ts';
import type { Language } from '../../language.ts';
import type { Block } from './blocks.ts';
import { LAYOUT } from './layout.ts';

/** What the layout needs beside the blocks. */
interface Frame {
  readonly language: Language;
  readonly subject: string;
  readonly preheader: string;
  readonly brand: string;
}

/** The mail as HTML. Everything that is put into the layout is escaped, for text and for quoted attributes alike (promise 22). */
export function htmlPart(blocks: readonly Block[], { language, ...frame }: Frame): string {
  const isFooter = ({ type }: Block) => type === 'footer';
  const view = {
    ...frame,
    lang: language,
    blocks: blocks.filter((block) => !isFooter(block)).map(inLayout),
    footers: blocks.filter(isFooter).map(inLayout),
  };
  return Mustache.render(LAYOUT.html, view, undefined, { escape: escapeHtml });
}

/** The block under the name of its section in layout.mjml. */
function inLayout(block: Block): object {
  switch (block.type) {
    case 'heading':
    case 'button':
      return { [block.type]: block };
    case 'facts':
      return { facts: { rows: block.rows.map(([label, value]) => ({ label, value })) } };
    case 'list':
      return { list: { title: block.title ?? '', items: block.items.map((item) => ({ item })) } };
    case 'ratings': {
      const boxes = block.labels.map((label, i) => ({ label, link: block.links[i] ?? '' }));
      return { ratings: { boxes, low: block.low ?? '', high: block.high ?? '' } };
    }
    case 'footer': {
      const { text = '', label = '', link = '' } = block;
      return { lines: text === '' ? [] : lines(text), hasText: text !== '', label, link };
    }
    default:
      return { [block.type]: { lines: lines(block.text) } };
  }
}

const lines = (text: string) => text.split('\n').map((line, i, all) => ({ line, more: i < all.length - 1 }));
