import type { CustomerExport } from '../../../shared/api/customer-schemas.ts';
import { operations } from '../../../shared/api/operations.ts';
import type { HistoryLink } from '../../../shared/domain/customer/history.ts';
import { endpoint } from '../endpoint.ts';
import type { DeskPorts } from '../ports.ts';
import { recordLook } from './looks.ts';
import { shown, visibleCustomer } from './view.ts';

/** Whole comments and histories: so many stay under the 6 MB that a Lambda may answer. */
const ITEMS_PER_PAGE = 40;
const LOOKS_SHOWN = 1000;

/** Everything about a person, for the person: whole comments, whole cases, and who has looked. */
export const exportCustomer = (ports: DeskPorts) =>
  endpoint(operations['GET /api/customers/{key}/export'], async ({ path, query, viewer, now }): Promise<CustomerExport> => {
    const { files } = ports.customers;
    const seen = await visibleCustomer(ports, path.key, viewer);
    await recordLook(files, viewer, now, seen.whole.customerKey, 'export');
    const page = await files.history(seen.whole.keys, { limit: ITEMS_PER_PAGE, cursor: query.cursor });
    const items = (await Promise.all(page.items.map((link) => exportItem(ports, link)))).filter((item) => item !== undefined);
    const looks = query.cursor === undefined ? (await files.looks(seen.whole.keys, { limit: LOOKS_SHOWN })).items : undefined;
    return {
      exportedAt: now,
      customer: shown(seen, ports, now),
      items,
      ...(looks === undefined ? {} : { looks: [...looks] }),
      cursor: page.cursor,
    };
  });

async function exportItem({ register }: DeskPorts, link: HistoryLink): Promise<CustomerExport['items'][number] | undefined> {
  if (link.kind === 'case') {
    const found = await register.case(link.number);
    return found === undefined ? undefined : { kind: 'case', at: link.at, case: found.case, history: [...found.history] };
  }
  const feedback = await register.feedback(link.id);
  return feedback === undefined ? undefined : { kind: 'feedback', at: link.at, feedback };
}
