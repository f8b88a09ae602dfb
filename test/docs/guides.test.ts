import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ALLOWED } from '../../shared/domain/recovery/machine.ts';

const ROOT = join(import.meta.dirname, '../..');
const read = (name: string) => readFileSync(join(ROOT, 'docs', name), 'utf8');

/** The requirements of the users' handbooks, by the guide that shows where each is built. R25 has a part in both. */
const GUIDES = [
  { name: 'recovery.md', requirements: [1, 2, 3, 4, 5, 6, 7, 8, 9, 16, 17, 18, 21, 22, 24, 25, 26], needsFlow: true },
  { name: 'measurement.md', requirements: [10, 11, 12, 13, 14, 15, 19, 20, 23, 25], needsFlow: false },
];

const rowsOf = (guide: string) =>
  [...guide.matchAll(/^\| (R\d+)\s*\|[^|]*\|([^|]*)\|([^|]*)\|$/gm)].map(([, name = '', code = '', tests = '']) => ({
    name,
    code: pathsIn(code),
    tests: pathsIn(tests),
  }));

function pathsIn(cell: string): string[] {
  return [...cell.matchAll(/`([^`]+)`/g)].map(([, path = '']) => path);
}

/** What stands in brackets in the titles of a test file, ranges written out: `(R1–R3, P4)` names R2 too. */
function requirementsIn(path: string): Set<string> {
  const titles = readFileSync(join(ROOT, path), 'utf8').matchAll(/(?:it|describe)(?:\.each\([^)]*\))?\(\s*(['"`])((?:(?!\1).)*)\1/g);
  const brackets = [...titles].flatMap(([, , title = '']) =>
    [...title.matchAll(/\(([^()]*\bR\d[^()]*)\)/g)].map(([, inside = '']) => inside),
  );
  const named = brackets.flatMap((inside) =>
    [...inside.matchAll(/R(\d+)(?:[–-]R(\d+))?/g)].flatMap(([, from = '', to = from]) =>
      Array.from({ length: Number(to) - Number(from) + 1 }, (_, i) => `R${Number(from) + i}`),
    ),
  );
  return new Set(named);
}

describe.each(GUIDES)('the guide $name', ({ name: file, requirements, needsFlow }) => {
  const rows = rowsOf(read(file));

  it('has a row for each requirement, and no other', () => {
    expect(rows.map(({ name }) => name)).toEqual(requirements.map((n) => `R${n}`));
  });

  it.each(rows)('$name: its code and tests are there, and each of the tests names it', ({ name, code, tests }) => {
    expect(code.length).toBeGreaterThan(0);
    expect(tests.length).toBeGreaterThan(0);
    expect([...code, ...tests].filter((path) => !existsSync(join(ROOT, path)))).toEqual([]);
    if (needsFlow) expect(tests.some((path) => path.startsWith('test/flows/') && requirementsIn(path).has(name))).toBe(true);
    expect(tests.filter((path) => !requirementsIn(path).has(name))).toEqual([]);
  });
});

describe('the guide to recovery', () => {
  it('draws no way that the machine does not know', () => {
    const drawn = [...read('recovery.md').matchAll(/^ {2}(\w+) --> (\w+): (.*)$/gm)].map(([, from = '', to = '']) =>
      [from, to].map(stateOf),
    );
    expect(drawn.length).toBeGreaterThan(15);
    const states = Object.values(ALLOWED).flat().concat('merged');
    expect(drawn.flat().filter((state) => !states.some((one) => one === state))).toEqual([]);
  });
});

/** Diagrams cannot have the hyphen. */
const stateOf = (name: string) => (name === 'followedup' ? 'followed-up' : name);
