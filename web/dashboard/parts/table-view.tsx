import { type Column, cellText, type Row, type Table } from '../table.ts';
import { speech } from '../words.ts';
import { MarkLink } from './mark-link.tsx';

/** A table, scrolling in itself where it is wider than the page. */
export const TableView = ({ table: { columns, rows }, name }: { readonly table: Table; readonly name: string }) => (
  // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard (WCAG 2.1.1).
  <section class="scroll" tabIndex={0} aria-label={name}>
    <table>
      <thead>
        <tr>
          {columns.map(({ label, unit }) => (
            <th key={label} scope="col" class={unit && 'number'}>
              {label}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <Line key={row.cells.slice(0, 2).join()} row={row} columns={columns} />
        ))}
      </tbody>
    </table>
  </section>
);

function Line({ row: { cells, mark }, columns }: { readonly row: Row; readonly columns: readonly Column[] }) {
  return (
    <tr>
      {columns.map((column, i) => {
        const text = cellText(cells[i], column, speech);
        if (i > 0)
          return (
            <td key={column.label} class={column.unit && 'number'}>
              {text}
            </td>
          );
        return (
          <th key={column.label} scope="row">
            {mark ? <MarkLink mark={mark}>{text}</MarkLink> : text}
          </th>
        );
      })}
    </tr>
  );
}
