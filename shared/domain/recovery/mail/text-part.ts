import type { Language } from '../../language.ts';
import type { Block } from './blocks.ts';

const COLON = { en: ': ', 'zh-Hans': '：' } as const;

/** The mail for those who read no HTML: the same blocks, one blank line between them. */
export const textPart = (blocks: readonly Block[], language: Language): string =>
  `${blocks.map((block) => blockText(block, COLON[language])).join('\n\n')}\n`;

function blockText(block: Block, colon: string): string {
  switch (block.type) {
    case 'facts':
      return block.rows.map(([label, value]) => `${label}${colon}${value}`).join('\n');
    case 'list':
      return [...(block.title === undefined ? [] : [block.title]), ...block.items.map((item) => `- ${item}`)].join('\n');
    case 'quote':
      return block.text.replace(/^(?=.)/gm, '  ');
    case 'button':
      return `${block.label}${colon.trimEnd()}\n${block.link}`;
    case 'ratings': {
      const ends = block.low === undefined || block.low === '' ? [] : [`${block.low} – ${block.high ?? ''}`];
      return [...ends, ...block.labels.map((label, i) => `${label}${colon.trimEnd()}\n${block.links[i]}`)].join('\n');
    }
    case 'footer': {
      const link = block.link === undefined ? [] : [`${block.label ?? ''}${colon.trimEnd()}\n${block.link}`];
      return [...(block.text === undefined ? [] : [block.text]), ...link].join('\n');
    }
    default:
      return block.text;
  }
}
