import { existsSync, globSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import packageJson from '../../package.json' with { type: 'json' };
import { TOPICS } from '../../shared/domain/understand/understanding.ts';

const ROOT = join(import.meta.dirname, '../..');
const documents = [...globSync('*.md', { cwd: ROOT }), ...globSync('{docs,events}/**/*.md', { cwd: ROOT })].map((path) => ({
  path,
  text: readFileSync(join(ROOT, path), 'utf8'),
}));

/** As GitHub makes them: lower case, punctuation gone, spaces to hyphens. */
const anchorOf = (heading: string) =>
  heading
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}\s_-]/gu, '')
    .replaceAll(/\s/g, '-');
const anchorsOf = (text: string) => [...text.matchAll(/^#+ (.+)$/gm)].map(([, heading]) => anchorOf(heading ?? ''));
const linksOf = (text: string) =>
  [...text.matchAll(/\]\(([^()\s]+)\)/g)].flatMap(([, target]) => (target === undefined || /^[a-z]+:/.test(target) ? [] : [target]));

function isBroken(from: string, text: string, link: string): boolean {
  const [path = '', anchor] = link.split('#');
  const target = path === '' ? join(ROOT, from) : join(ROOT, dirname(from), path);
  if (!existsSync(target)) return true;
  return anchor !== undefined && !anchorsOf(path === '' ? text : readFileSync(target, 'utf8')).includes(decodeURIComponent(anchor));
}

describe('the documents', () => {
  it('link to files and headings that are there', () => {
    expect(documents.length).toBeGreaterThan(15);
    const broken = documents.flatMap(({ path, text }) =>
      linksOf(text)
        .filter((link) => isBroken(path, text, link))
        .map((link) => `${path}: ${link}`),
    );
    expect(broken).toEqual([]);
  });

  it('name npm scripts that are there', () => {
    const scripts = Object.keys(packageJson.scripts);
    const unknown = documents.flatMap(({ path, text }) =>
      [...text.matchAll(/npm run ([a-z][a-z0-9:-]*)/g)]
        .filter(([, name]) => !scripts.includes(name ?? ''))
        .map(([used]) => `${path}: ${used}`),
    );
    expect(unknown).toEqual([]);
  });

  it('name repository paths that are there', () => {
    const rooted = /`((?:shared|functions|infra|local|web|bench|test|events)\/[\w./-]*[\w/])`/g;
    // The provider of the step-by-step guide is the reader's to write.
    const missing = documents.flatMap(({ path, text }) =>
      [...text.matchAll(rooted)]
        .map(([, named]) => named ?? '')
        .filter((named) => !named.includes('acme') && !existsSync(join(ROOT, named)))
        .map((named) => `${path}: ${named}`),
    );
    expect(missing).toEqual([]);
  });

  it('show the same commands and links in both languages of the README', () => {
    const readme = (path: string) => documents.find((document) => document.path === path)?.text ?? '';
    const commands = (text: string) => [...text.matchAll(/^(?:npm|npx)(?: [a-z]+\b)+/gm)].map(([command]) => command);
    expect(commands(readme('README.zh-CN.md'))).toEqual(commands(readme('README.md')));
    expect(commands(readme('README.md'))).toContain('npm ci');
    const files = (text: string) => [...new Set(linksOf(text).filter((link) => link.endsWith('.md') && !link.startsWith('README')))].sort();
    expect(files(readme('README.zh-CN.md'))).toEqual(files(readme('README.md')));
  });

  it('keep the number of topics that the glossary tells', () => {
    expect(TOPICS.length).toBe(14);
    const glossary = documents.find(({ path }) => path === join('docs', 'glossary.md'))?.text;
    expect(glossary).toContain('closed list of fourteen');
    expect(glossary).toContain('共十四类');
  });
});
