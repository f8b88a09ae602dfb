import { feedbackId } from '../../shared/adapters/ids.ts';
import type { AnswersResult } from '../../shared/api/answers-schemas.ts';
import { entryOperations } from '../../shared/api/entry-operations.ts';
import { parseInput } from '../../shared/api/parse-input.ts';
import { actorOf } from '../../shared/api/viewer.ts';
import { AmendsError } from '../../shared/domain/errors.ts';
import type { FeedbackReceived } from '../../shared/domain/feedback.ts';
import { AnswersRow, IMPORT_SOURCE, type RowContext, readRow } from '../../shared/domain/intake/answers-row.ts';
import { endpoint } from '../../shared/lambda/endpoint.ts';
import type { StudyPorts } from './ports.ts';

/**
 * Brings in answers that were gathered elsewhere, by the way of all doors: a row is accepted once the queue has it (promise 12). Rows that are not as
 * expected are told with all that is wrong, and the others come in. A row that came before is the same feedback, whatever came of the first request.
 */
export const importAnswers = ({ intake, config }: StudyPorts) =>
  endpoint(entryOperations['POST /api/answers'], async ({ body: { rows, openCases }, viewer, now }) => {
    const { surveys, branches, campaigns } = config;
    const read = rows.map((row) => readUnknown(row, { surveys, branches, campaigns, now }));
    const accepted = read.map((one): FeedbackReceived | undefined =>
      'issues' in one
        ? undefined
        : {
            ...one.received,
            id: feedbackId(IMPORT_SOURCE, one.received.externalId),
            enteredBy: actorOf(viewer.id),
            isHistoric: openCases ? undefined : true,
          },
    );
    const missing = new Set(await intake.sendAll(accepted.filter((one) => one !== undefined)));
    const results = read.map((one, row): AnswersResult => {
      if ('issues' in one) return { row, outcome: 'refused', issues: [...one.issues] };
      const receipt = accepted[row]?.id ?? '';
      return { row, outcome: missing.has(receipt) ? 'not-taken' : 'accepted', receipt };
    });
    return { results };
  });

function readUnknown(row: unknown, context: RowContext): ReturnType<typeof readRow> {
  try {
    return readRow(parseInput(AnswersRow, row, 'row'), context);
  } catch (error) {
    if (error instanceof AmendsError) return { issues: error.issues };
    throw error;
  }
}
