import { useId, useState } from 'preact/hooks';
import { csvName, saveCsv } from '../../browser/csv.ts';
import type { Report } from '../ask-analysis.ts';
import type { Mark } from '../marks/mark.ts';
import { TableView } from '../parts/table-view.tsx';
import { type Table, tableFile } from '../table.ts';
import { language, say } from '../words.ts';
import { BarsOf } from './bars-picture.tsx';
import { inLanguage } from './in-language.ts';
import { Scatter } from './scatter.tsx';

type Section = Report['sections'][number];
type MarkOf = (label: Section['rows'][number][number]) => Mark | undefined;

interface ReportProps {
  /** Names its files. */
  readonly id: string;
  readonly report: Report;
  readonly markOf: MarkOf;
}

/** What an analysis says: sentences, pictures with the tables beside them, and how the figures came about. */
export const ReportView = ({ id, report, markOf }: ReportProps) => (
  <>
    {report.sentences.map((sentence) => (
      <p key={sentence.en}>{sentence[language]}</p>
    ))}
    {report.sections.map((section) => (
      <SectionView key={section.heading.en} id={id} section={section} markOf={markOf} />
    ))}
    <details>
      <summary>{say('method')}</summary>
      {report.method.map((line) => (
        <p key={line.en} class="soft">
          {line[language]}
        </p>
      ))}
    </details>
  </>
);

/** The table of a section as it is shown; its figures are already words. */
export const sectionTable = ({ head, rows }: Pick<Section, 'head' | 'rows'>, markOf: MarkOf): Table => ({
  columns: head.map((cell) => ({ label: cell[language] })),
  rows: rows.map((cells) => ({
    cells: cells.map((cell) => inLanguage(cell, language)),
    mark: cells[0] === undefined ? undefined : markOf(cells[0]),
  })),
});

function SectionView({ id, section, markOf }: { readonly id: string; readonly section: Section; readonly markOf: MarkOf }) {
  const { heading, picture, notes } = section;
  const hasPicture = picture?.kind === 'bars' || picture?.kind === 'scatter';
  const [isOpen, setOpen] = useState(false);
  const tableId = useId();
  const table = sectionTable(section, markOf);
  const name = heading[language];
  return (
    <div class="section">
      <header>
        <h4>{name}</h4>
        <div class="tools">
          {hasPicture && (
            <button type="button" class="plain" aria-expanded={isOpen} aria-controls={tableId} onClick={() => setOpen(!isOpen)}>
              {say('table')}
              <span class="unseen">: {name}</span>
            </button>
          )}
          <button type="button" class="plain" onClick={() => saveCsv(csvName([id, heading.en]), tableFile(table))}>
            {say('csv')}
            <span class="unseen">: {name}</span>
          </button>
        </div>
      </header>
      {picture?.kind === 'bars' && <BarsOf picture={picture} markOf={markOf} />}
      {picture?.kind === 'scatter' && <Scatter picture={picture} markOf={markOf} />}
      <div id={tableId} class="beside" hidden={hasPicture && !isOpen}>
        <TableView table={table} name={`${name}: ${say('table')}`} />
      </div>
      {notes.map((note) => (
        <p key={note.en} class="soft">
          {note[language]}
        </p>
      ))}
    </div>
  );
}
