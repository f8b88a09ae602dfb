import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ALLOWED } from '../../shared/domain/recovery/machine.ts';

const ROOT = join(import.meta.dirname, '../..');
const guide = readFileSync(join(ROOT, 'docs/recovery.md'), 'utf8');

/** The requirements of the users' handbooks that are about recovery. */
const REQUIREMENTS = [1, 2, 3, 4, 5, 6, 7, 8, 9, 16, 17, 18, 21, 22, 24, 25, 26].map((n) => `R${n}`);

const rows = [...guide.matchAll(/^\| (R\d+)\s*\|[^|]*\|([^|]*)\|([^|]*)\|$/gm)].map(([, name = '', code = '', tests = '']) => ({
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

describe('the guide to recovery', () => {
  it('has a row for each requirement, and no other', () => {
    expect(rows.map(({ name }) => name)).toEqual(REQUIREMENTS);
  });

  it.each(rows)('$name: its code and tests are there, and each of the tests names it', ({ name, code, tests }) => {
    expect(code.length).toBeGreaterThan(0);
    expect([...code, ...tests].filter((path) => !existsSync(join(ROOT, path)))).toEqual([]);
    expect(tests.some((path) => path.startsWith('test/flows/') && requirementsIn(path).has(name))).toBe(true);
    expect(tests.filter((path) => !requirementsIn(path).has(name))).toEqual([]);
  });

  it('draws no way that the machine does not know', () => {
    const drawn = [...guide.matchAll(/^ {2}(\w+) --> (\w+): (.*)$/gm)].map(([, from = '', to = '']) => [from, to].map(stateOf));
    expect(drawn.length).toBeGreaterThan(15);
    const states = Object.values(ALLOWED).flat().concat('merged');
    expect(drawn.flat().filter((state) => !states.some((one) => one === state))).toEqual([]);
  });
});

/** Diagrams cannot have the hyphen. */
const stateOf = (name: string) => (name === 'followedup' ? 'followed-up' : name);
