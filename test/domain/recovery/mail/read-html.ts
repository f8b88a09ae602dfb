import { Parser } from 'htmlparser2';

/** Tags with the names of their attributes, and comments, in order. */
export function skeleton(html: string): string[] {
  const tags: string[] = [];
  const parser = new Parser({
    onopentag: (name, attributes) => void tags.push(`${name} ${Object.keys(attributes).join(' ')}`),
    onclosetag: (name) => void tags.push(`/${name}`),
    oncomment: (text) => void tags.push(`!${text}`),
  });
  parser.end(html);
  return tags;
}

/** What a reader of the HTML sees; a line break is one. */
export function wordsOf(html: string): string {
  const words: string[] = [];
  const parser = new Parser({
    ontext: (text) => void words.push(text),
    onopentagname: (name) => void words.push(name === 'br' ? '\n' : ''),
  });
  parser.end(html);
  return words.join('');
}
