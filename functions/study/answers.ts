import type { AnswerPage } from '../../shared/api/analysis-schemas.ts';
import { AmendsError, invalidInput } from '../../shared/domain/errors.ts';
import type { StudyPorts } from './study.ts';

/** At 300 bytes of JSON a row, a page stays under the 6 MB that a Lambda may answer. */
const ROWS_OF_PAGE = 10_000;

interface Place {
  readonly file: string;
  readonly row: number;
}

/** A page of a month's rows: file by file, in the order of their names. */
export async function pageOfAnswers(
  { month, cursor }: { readonly month: string; readonly cursor?: string | undefined },
  { files }: Pick<StudyPorts, 'files'>,
): Promise<AnswerPage> {
  const names = (await files.list(month)).map(({ name }) => name);
  const place = cursor === undefined ? { file: names[0], row: 0 } : placeOf(cursor);
  if (place.file === undefined) return { items: [] };
  const rows = names.includes(place.file) ? await files.rows(place.file, { from: place.row, to: place.row + ROWS_OF_PAGE }) : undefined;
  if (rows === undefined) {
    throw new AmendsError(
      409,
      'files-moved',
      'The files of this month were put together between two pages. Begin the month again, without a cursor.',
    );
  }
  const items = [...rows];
  if (rows.length === ROWS_OF_PAGE) return { items, cursor: cursorOf({ file: place.file, row: place.row + ROWS_OF_PAGE }) };
  const next = names[names.indexOf(place.file) + 1];
  return next === undefined ? { items } : { items, cursor: cursorOf({ file: next, row: 0 }) };
}

const cursorOf = ({ file, row }: Place) => Buffer.from(`${row} ${file}`).toString('base64url');

function placeOf(cursor: string): Place {
  const [, row, file] = /^(\d{1,9}) (\S+)$/.exec(Buffer.from(cursor, 'base64url').toString()) ?? [];
  if (row === undefined || file === undefined) {
    throw invalidInput('The query is not as expected.', [{ field: 'cursor', reason: 'expected the cursor of the page before' }]);
  }
  return { file, row: Number(row) };
}
