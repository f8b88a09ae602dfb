import { operations } from '../../../shared/api/operations.ts';
import type { ChangeContext } from '../../../shared/domain/customer/change.ts';
import { decideImport } from '../../../shared/domain/customer/import.ts';
import type { ImportResult, ImportRow } from '../../../shared/domain/customer/import-row.ts';
import { AmendsError } from '../../../shared/domain/errors.ts';
import { endpoint } from '../../../shared/lambda/endpoint.ts';
import type { DeskPorts } from '../ports.ts';
import { changeContext } from './change.ts';

/** Somebody else wrote the same file between our reading and writing: read again and decide again, so often at most. */
const MAX_ATTEMPTS = 3;

/** One row after the other: a later one may be about the person of an earlier one. */
export const importCustomers = (ports: DeskPorts) =>
  endpoint(operations['POST /api/customers/import'], async (call) => {
    const context = await changeContext(ports, call);
    const results: ImportResult[] = [];
    for (const [row, content] of call.body.rows.entries()) {
      results.push({ row, ...(await importRow(ports, content, context, call.body.isDryRun === true)) });
    }
    return { results };
  });

async function importRow(ports: DeskPorts, row: ImportRow, context: ChangeContext, isDryRun: boolean): Promise<Omit<ImportResult, 'row'>> {
  const { files } = ports.customers;
  const settings = { branches: ports.config.branches.map(({ id }) => id), defaultLanguage: ports.config.brand.defaultLanguage };
  for (let attempt = 1; ; attempt += 1) {
    const [[byAddress], [byOwnId]] = await Promise.all([
      row.email === undefined ? [] : files.find({ by: 'address', hash: context.keys.ofAddress(row.email) }),
      row.ownId === undefined ? [] : files.find({ by: 'own-id', hash: context.keys.ofOwnId(row.ownId) }),
    ]);
    const decision = decideImport(row, { byAddress, byOwnId }, settings, context);
    if (!('change' in decision)) return decision;
    const { outcome, customerKey, change } = decision;
    if (isDryRun) return { outcome, customerKey };
    try {
      await files.save(change);
      return { outcome, customerKey };
    } catch (error) {
      if (!(error instanceof AmendsError && error.status === 409)) throw error;
      if (attempt === MAX_ATTEMPTS) return { outcome: 'refused', field: '', reason: error.message };
    }
  }
}
