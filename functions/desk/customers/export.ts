import type { CustomerExport } from '../../../shared/api/customer-schemas.ts';
import { operations } from '../../../shared/api/operations.ts';
import type { Invitation } from '../../../shared/domain/campaign/invitation.ts';
import type { HistoryLink } from '../../../shared/domain/customer/history.ts';
import { endpoint } from '../../../shared/lambda/endpoint.ts';
import type { DeskPorts } from '../ports.ts';
import { recordLook } from './looks.ts';
import { shown, visibleCustomer } from './view.ts';

/** Whole comments and histories: so many stay under the 6 MB that a Lambda may answer. */
const ITEMS_PER_PAGE = 40;
const LOOKS_SHOWN = 1000;
/** Under each of their keys; contact rules let nobody be asked so often within years. */
const INVITATIONS_SHOWN = 200;

/** Everything about a person, for the person: whole comments with their earlier versions, whole cases, what they were asked, and who has looked. */
export const exportCustomer = (ports: DeskPorts) =>
  endpoint(operations['GET /api/customers/{key}/export'], async ({ path, query, viewer, now }): Promise<CustomerExport> => {
    const { files } = ports.customers;
    const seen = await visibleCustomer(ports, path.key, viewer);
    await recordLook(files, viewer, now, seen.whole.customerKey, 'export');
    const page = await files.history(seen.whole.keys, { limit: ITEMS_PER_PAGE, cursor: query.cursor });
    const items = (await Promise.all(page.items.map((link) => exportItem(ports, link)))).filter((item) => item !== undefined);
    return {
      exportedAt: now,
      customer: shown(seen, ports, now),
      items,
      ...(query.cursor === undefined ? await onFirstPage(ports, seen.whole.keys) : {}),
      cursor: page.cursor,
    };
  });

async function onFirstPage({ customers }: DeskPorts, keys: readonly string[]): Promise<Pick<CustomerExport, 'invitations' | 'looks'>> {
  const [invitations, looks] = await Promise.all([
    customers.invitations.invitationsOf(keys, INVITATIONS_SHOWN),
    customers.files.looks(keys, { limit: LOOKS_SHOWN }),
  ]);
  return { invitations: invitations.map(withoutWhatWasSent).sort((a, b) => (a.invitedAt < b.invitedAt ? 1 : -1)), looks: [...looks.items] };
}

/** What was sent stands among their feedback, every version of it. */
const withoutWhatWasSent = ({ draft, ...rest }: Invitation): Invitation =>
  rest.state === 'answered' || draft === undefined ? rest : { ...rest, draft };

async function exportItem(
  { register, feedback: answers }: DeskPorts,
  link: HistoryLink,
): Promise<CustomerExport['items'][number] | undefined> {
  if (link.kind === 'case') {
    const found = await register.case(link.number);
    return found === undefined ? undefined : { kind: 'case', at: link.at, case: found.case, history: [...found.history] };
  }
  const [feedback, earlier] = await Promise.all([register.feedback(link.id), answers.earlierVersions(link.id)]);
  if (feedback === undefined) return undefined;
  return { kind: 'feedback', at: link.at, feedback, ...(earlier.length === 0 ? {} : { earlierVersions: [...earlier] }) };
}
