import type { ComponentChildren } from 'preact';
import { useId, useState } from 'preact/hooks';
import { csvName, saveCsv } from '../../browser/csv.ts';
import { chosenIn } from '../filters.ts';
import { type Table, tableFile } from '../table.ts';
import { say } from '../words.ts';
import { useSight } from './sight.ts';
import { TableView } from './table-view.tsx';

interface PanelProps {
  /** Names its file and its place on the page. */
  readonly id: string;
  readonly title: string;
  /** What it shows and how it is counted, in a sentence. */
  readonly lead?: ComponentChildren;
  /** All that the chart shows. */
  readonly table?: Table | undefined;
  /** The table is what it has to show; it stands open and needs no switch. */
  readonly isTableOnly?: boolean;
  /** Two of them stand side by side where there is room. */
  readonly isHalf?: boolean;
  /** Its figures speak of all, whatever filters were chosen. */
  readonly isUnfiltered?: boolean;
  readonly children?: ComponentChildren;
}

/** One thing to look at: a chart, the table beside it, and its file. */
export function Panel({ id, title, lead, table, isTableOnly = false, isUnfiltered = false, isHalf = false, children }: PanelProps) {
  const [isOpen, setOpen] = useState(false);
  const tableId = useId();
  const { settings } = useSight();
  const isNarrowed = chosenIn(settings.filters).length > 0;
  const save = (what: Table) => {
    const filters = isUnfiltered ? [] : chosenIn(settings.filters).flat();
    saveCsv(csvName([id, settings.days.from, settings.days.to, ...filters]), tableFile(what));
  };
  return (
    <section class={isHalf ? 'panel half' : 'panel'} id={id} aria-labelledby={`${id}-title`}>
      <header>
        <h2 id={`${id}-title`}>{title}</h2>
        {table && (
          <div class="tools">
            {!isTableOnly && (
              <button type="button" class="plain" aria-expanded={isOpen} aria-controls={tableId} onClick={() => setOpen(!isOpen)}>
                {say('table')}
                <span class="unseen">: {title}</span>
              </button>
            )}
            <button type="button" class="plain" onClick={() => save(table)}>
              {say('csv')}
              <span class="unseen">: {title}</span>
            </button>
          </div>
        )}
      </header>
      {lead && <p class="lead">{lead}</p>}
      {isUnfiltered && isNarrowed && <p class="remark">{say('unfiltered')}</p>}
      {children}
      {table && (
        <div id={tableId} class="beside" hidden={!isOpen && !isTableOnly}>
          <TableView table={table} name={`${title}: ${say('table')}`} />
        </div>
      )}
    </section>
  );
}

/** A place that holds its height until its figures are here, so that nothing jumps. */
export const Skeleton = ({ kind }: { readonly kind: 'line' | 'cards' | 'chart' | 'block' }) => (
  <div class={`skeleton ${kind}`} aria-hidden="true" />
);
