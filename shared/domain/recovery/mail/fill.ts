import Mustache from 'mustache';
import type { Block } from './blocks.ts';
import type { Values } from './values.ts';

const ONE_TOKEN = /^\{\{(\w+)\}\}$/;

/** Values are put in once and never read for tags again, so that braces in somebody's words stay braces. */
const fill = (source: string, values: Values): string => Mustache.render(source, values, undefined, { escape: String }).trim();

/** For what is one line: headings, labels, facts. */
export const fillLine = (source: string, values: Values): string => fill(source, values).replace(/\s*\n\s*/g, ' ');

/** Blocks with words for tokens; what has nothing to say is left out. */
export const fillBlocks = (blocks: readonly Block[], values: Values): Block[] =>
  blocks.map((block) => fillBlock(block, values)).filter((block) => block !== undefined);

function fillBlock(block: Block, values: Values): Block | undefined {
  const line = (source: string) => fillLine(source, values);
  switch (block.type) {
    case 'facts': {
      const rows = block.rows.map(([label, value]): [string, string] => [line(label), line(value)]).filter(([, value]) => value !== '');
      return rows.length === 0 ? undefined : { ...block, rows };
    }
    case 'list': {
      const items = block.items.flatMap((item) => fillItem(item, values)).filter((item) => item !== '');
      if (items.length === 0) return undefined;
      return block.title === undefined ? { type: 'list', items } : { type: 'list', title: line(block.title), items };
    }
    case 'ratings': {
      const [labels, links] = [block.labels, block.links].map((items) => items.flatMap((item) => fillItem(item, values)));
      if (labels === undefined || links === undefined || labels.length === 0 || labels.length !== links.length) return undefined;
      return { type: 'ratings', labels, links, low: line(block.low ?? ''), high: line(block.high ?? '') };
    }
    case 'button': {
      const link = line(block.link);
      return link === '' ? undefined : { ...block, label: line(block.label), link };
    }
    case 'footer': {
      const text = block.text === undefined ? '' : fill(block.text, values);
      const link = block.link === undefined ? '' : line(block.link);
      if (text === '' && link === '') return undefined;
      return { type: 'footer', ...(text === '' ? {} : { text }), ...(link === '' ? {} : { label: line(block.label ?? '') || link, link }) };
    }
    case 'heading': {
      const text = line(block.text);
      return text === '' ? undefined : { ...block, text };
    }
    default: {
      const text = fill(block.text, values);
      return text === '' ? undefined : { ...block, text };
    }
  }
}

function fillItem(source: string, values: Values): string[] {
  const value = values[ONE_TOKEN.exec(source)?.[1] ?? ''];
  return typeof value === 'object' ? value.map((item) => item.replace(/\s*\n\s*/g, ' ')) : [fillLine(source, values)];
}
