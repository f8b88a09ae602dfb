import { createHash } from 'node:crypto';
import type { AnswerPage } from '../../shared/api/analysis-schemas.ts';
import { AmendsError, invalidInput } from '../../shared/domain/errors.ts';
import type { ColumnFile } from '../../shared/ports.ts';
import type { StudyPorts } from './ports.ts';

/** At 300 bytes of JSON a row, a page stays under the 6 MB that a Lambda may answer. */
const ROWS_OF_PAGE = 10_000;

interface Place {
  readonly file: string;
  readonly row: number;
  /** Of the files that others were put together into: one that came since may stand before this place, and hold rows that stood behind it. */
  readonly wholes: string;
}

/** A page of a month's rows: file by file, in the order of their names. */
export async function pageOfAnswers(
  { month, cursor }: { readonly month: string; readonly cursor?: string | undefined },
  { files }: Pick<StudyPorts, 'files'>,
): Promise<AnswerPage> {
  const listed = await files.list(month);
  const names = listed.map(({ name }) => name);
  const wholes = digestOf(listed);
  const [first] = names;
  if (cursor === undefined && first === undefined) return { items: [] };
  const place = cursor === undefined ? { file: first ?? '', row: 0, wholes } : placeOf(cursor);
  const rows =
    place.wholes === wholes && names.includes(place.file)
      ? await files.rows(place.file, { from: place.row, to: place.row + ROWS_OF_PAGE })
      : undefined;
  if (rows === undefined) {
    throw new AmendsError(
      409,
      'files-moved',
      'The files of this month were put together between two pages. Begin the month again, without a cursor.',
    );
  }
  const items = [...rows];
  if (rows.length === ROWS_OF_PAGE) return { items, cursor: cursorOf({ file: place.file, row: place.row + ROWS_OF_PAGE, wholes }) };
  const next = names[names.indexOf(place.file) + 1];
  return next === undefined ? { items } : { items, cursor: cursorOf({ file: next, row: 0, wholes }) };
}

const digestOf = (files: readonly ColumnFile[]) =>
  createHash('sha256')
    .update(JSON.stringify(files.flatMap(({ name, kind }) => (kind === 'whole' ? name : []))))
    .digest('hex')
    .slice(0, 16);

const cursorOf = ({ file, row, wholes }: Place) => Buffer.from(`${row} ${wholes} ${file}`).toString('base64url');

function placeOf(cursor: string): Place {
  const [, row, wholes, file] = /^(\d{1,9}) ([0-9a-f]{16}) (\S+)$/.exec(Buffer.from(cursor, 'base64url').toString()) ?? [];
  if (row === undefined || wholes === undefined || file === undefined) {
    throw invalidInput('The query is not as expected.', [{ field: 'cursor', reason: 'expected the cursor of the page before' }]);
  }
  return { file, row: Number(row), wholes };
}
