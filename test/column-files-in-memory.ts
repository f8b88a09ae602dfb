import { createHash } from 'node:crypto';
import type { AnswerRow } from '../shared/domain/analytics/columns.ts';
import type { ColumnFiles } from '../shared/ports.ts';

/** Column files without S3, as unkind as it may be: what was listed may be gone when it is read. */
export function filesInMemory() {
  const files = new Map<string, readonly AnswerRow[]>();
  const state = {
    files,
    /** Called before each step that the store takes; what it throws, the step throws. */
    before: (_step: 'add' | 'remove' | 'rows' | 'list', _name: string) => {},
    rowsOf: (month: string) => [...files].flatMap(([name, rows]) => (name.includes(`month=${month}/`) ? rows : [])),
  };
  const store: ColumnFiles = {
    async add(month, kind, rows) {
      const digest = createHash('sha256').update(JSON.stringify(rows)).digest('hex').slice(0, 16);
      // As in S3: those put together stand before parts.
      const name = `month=${month}/${kind === 'whole' ? 'answers' : kind}-${digest}`;
      state.before('add', name);
      files.set(name, rows);
      return name;
    },
    months: async () => [...new Set([...files.keys()].map((name) => name.slice('month='.length, 'month=2026-11'.length)))].sort(),
    async list(month) {
      state.before('list', month);
      return [...files]
        .filter(([name]) => name.startsWith(`month=${month}/`))
        .map(([name, rows]) => ({ name, bytes: rows.length, kind: name.includes('/part-') ? ('part' as const) : ('whole' as const) }))
        .sort((a, b) => (a.name < b.name ? -1 : 1));
    },
    async rows(name, range = { from: 0, to: Number.POSITIVE_INFINITY }) {
      state.before('rows', name);
      return files.get(name)?.slice(range.from, range.to);
    },
    async pivotedRows(name) {
      state.before('rows', name);
      return files.get(name);
    },
    async remove(name) {
      state.before('remove', name);
      files.delete(name);
    },
  };
  return Object.assign(state, { store });
}
