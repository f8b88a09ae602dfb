import { readFileSync } from 'node:fs';
import { glob } from 'node:fs/promises';
import { join, posix } from 'node:path';
import { parseSync, Visitor } from 'oxc-parser';

export const ROOT = join(import.meta.dirname, '..');

export interface Import {
  /** As written, e.g. `../ports.ts`. `undefined` where a dynamic import computes it. */
  readonly specifier: string | undefined;
  readonly line: number;
  readonly isType: boolean;
}

/** Every way by which a source names another one: import, import type, re-export, dynamic import, type of an import. */
export function importsOf(path: string, source: string): Import[] {
  const parsed = parseSync(path, source);
  if (parsed.errors.length > 0) throw new Error(`${path}: ${parsed.errors[0]?.message}`);
  const found: Import[] = [];
  const add = (specifier: string | undefined, at: number, isType: boolean) => found.push({ specifier, line: lineOf(source, at), isType });
  for (const { moduleRequest, entries, start } of parsed.module.staticImports) {
    // An import without names runs the module: that is no type import.
    add(moduleRequest.value, start, entries.length > 0 && entries.every((entry) => entry.isType));
  }
  for (const { entries } of parsed.module.staticExports) {
    for (const { moduleRequest, isType, start } of entries) if (moduleRequest) add(moduleRequest.value, start, isType);
  }
  new Visitor({
    ImportExpression: ({ source: from, start }) => add(literal(from), start, false),
    TSImportType: ({ source: from, start }) => add(literal(from), start, true),
    CallExpression: ({ callee, arguments: [from], start }) => {
      if (callee.type === 'Identifier' && callee.name === 'require' && from) add(literal(from), start, false);
    },
  }).visit(parsed.program);
  return found;
}

/** Where a source uses one of these globals, or one of these members as `Math.random`; names of properties and keys are no uses. */
export function usesOf(names: ReadonlySet<string>, path: string, source: string): string[] {
  const parsed = parseSync(path, source);
  const keys = new Set<number>();
  const found: string[] = [];
  const report = (name: string, at: number) => found.push(`${path}:${lineOf(source, at)}: ${name}`);
  const notKey = (node: { readonly computed?: boolean; readonly shorthand?: boolean; readonly key: { readonly start: number } }) => {
    if (!node.computed && !node.shorthand) keys.add(node.key.start);
  };
  new Visitor({
    Property: notKey,
    PropertyDefinition: notKey,
    MethodDefinition: notKey,
    TSPropertySignature: notKey,
    TSMethodSignature: notKey,
    MemberExpression: ({ computed, object, property }) => {
      if (computed) return;
      keys.add(property.start);
      if (object.type !== 'Identifier' || property.type !== 'Identifier') return;
      const name = `${object.name}.${property.name}`;
      if (names.has(name)) report(name, property.start);
    },
  }).visit(parsed.program);
  new Visitor({
    Identifier: ({ name, start }) => {
      if (names.has(name) && !keys.has(start)) report(name, start);
    },
  }).visit(parsed.program);
  return found;
}

/** Every TypeScript source of the project, as a path from its root with `/`. */
export async function sources(): Promise<string[]> {
  const found: string[] = [];
  for await (const path of glob('**/*.{ts,tsx,mts}', { cwd: ROOT, exclude: (name) => IGNORED.has(name.split('/').at(-1) ?? name) })) {
    found.push(path);
  }
  return found.sort();
}

const IGNORED = new Set(['node_modules', 'dist', 'cdk.out', 'out', '.git', '.amends', 'coverage']);

export const read = (path: string) => readFileSync(join(ROOT, path), 'utf8');

/** A relative specifier as a path from the project's root (it starts with `..` where it leaves it); any other as it is. */
export const target = (from: string, specifier: string) =>
  specifier.startsWith('.') ? posix.normalize(posix.join(posix.dirname(from), specifier)) : specifier;

const parsedBefore = new Map<string, Import[]>();

/** Of a file as it lies there, parsed once however often it is reached. */
function importsOfFile(path: string): Import[] {
  const known = parsedBefore.get(path) ?? importsOf(path, read(path));
  parsedBefore.set(path, known);
  return known;
}

/** Modules whose code runs when this one does, each with one that names it: types are gone by then. */
export function reach(path: string, seen = new Map<string, string>()): Map<string, string> {
  for (const { specifier, isType } of importsOfFile(path)) {
    if (isType || specifier === undefined) continue;
    const wanted = target(path, specifier);
    if (seen.has(wanted)) continue;
    seen.set(wanted, path);
    if (/\.ts$/.test(wanted) && specifier.startsWith('.')) reach(wanted, seen);
  }
  return seen;
}

const lineOf = (source: string, at: number) => source.slice(0, at).split('\n').length;

function literal(node: { readonly type: string; readonly value?: unknown }): string | undefined {
  return node.type === 'Literal' && typeof node.value === 'string' ? node.value : undefined;
}
