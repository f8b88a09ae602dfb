import { SMALL_GROUP } from '../sample.ts';

/** A row or column as it is shown: one group, or several small ones together. */
export interface ShownGroup {
  /** Absent where several are shown as one. */
  readonly name?: string;
  /** Their names, then. */
  readonly merged?: readonly string[];
}

export interface Merged {
  readonly groups: readonly ShownGroup[];
  readonly lines: readonly (readonly number[])[];
  /** Groups nobody is in. */
  readonly empty: readonly string[];
}

/**
 * Puts rows of fewer than 5 people together, and the next smallest with them until there are 5: a total of small groups alone would tell them, and a
 * single one could be told from the total of all. Groups without anybody are left out.
 */
export function mergeSmall(names: readonly string[], lines: readonly (readonly number[])[]): Merged {
  const all = names.map((name, place) => {
    const line = lines[place] ?? [];
    return { name, place, line, total: line.reduce((sum, n) => sum + n, 0) };
  });
  const peopled = all.filter(({ total }) => total > 0);
  const bySize = [...peopled].sort((a, b) => a.total - b.total || a.place - b.place);
  let together = bySize.filter(({ total }) => total < SMALL_GROUP).length;
  const sum = () => bySize.slice(0, together).reduce((people, { total }) => people + total, 0);
  while (together > 0 && together < bySize.length && (sum() < SMALL_GROUP || together < 2)) together += 1;
  const small = bySize.slice(0, together);
  const alone = peopled.filter((group) => !small.includes(group));
  const merged = small.map(({ name }) => name).sort();
  const others = (small[0]?.line ?? []).map((_, column) => small.reduce((people, { line }) => people + (line[column] ?? 0), 0));
  return {
    groups: [...alone.map(({ name }) => ({ name })), ...(small.length > 0 ? [{ merged }] : [])],
    lines: [...alone.map(({ line }) => line), ...(small.length > 0 ? [others] : [])],
    empty: all.filter(({ total }) => total === 0).map(({ name }) => name),
  };
}

export const transposed = (lines: readonly (readonly number[])[]): number[][] =>
  (lines[0] ?? []).map((_, column) => lines.map((line) => line[column] ?? 0));
