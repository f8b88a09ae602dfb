import type { CustomerFile, HistoryPage } from '../../../shared/api/customer-schemas.ts';
import { excerptOf } from '../../../shared/api/excerpt.ts';
import { operations } from '../../../shared/api/operations.ts';
import { maySee, type Viewer } from '../../../shared/api/viewer.ts';
import { isTombstone } from '../../../shared/domain/customer/file.ts';
import type { HistoryLink } from '../../../shared/domain/customer/history.ts';
import { type Call, endpoint } from '../../../shared/lambda/endpoint.ts';
import type { FileSearch } from '../../../shared/ports.ts';
import type { DeskPorts } from '../ports.ts';
import { recordLook } from './looks.ts';
import { type Seen, seenBy, shown, visibleCustomer } from './view.ts';

export const findCustomers = (ports: DeskPorts) =>
  endpoint(operations['POST /api/customers/find'], async ({ body, viewer, now }) => {
    const found = await ports.customers.files.find(await searchOf(ports, body));
    const wanted = found.filter((whole) => !isTombstone(whole) && isNamed(whole, body));
    const visible = (await Promise.all(wanted.map((whole) => seenBy(ports, whole, viewer)))).filter((seen) => seen !== undefined);
    for (const { whole } of visible) await recordLook(ports.customers.files, viewer, now, whole.customerKey, 'file');
    return { items: visible.map((seen) => shown(seen, ports, now)) };
  });

interface Search {
  readonly email?: string | undefined;
  readonly ownId?: string | undefined;
  readonly phone?: string | undefined;
}

/** The schema has made sure that exactly one is there. */
async function searchOf({ customers }: DeskPorts, { email, ownId, phone = '' }: Search): Promise<FileSearch> {
  const keys = await customers.keys();
  if (email !== undefined) return { by: 'address', hash: keys.ofAddress(email) };
  return ownId === undefined ? { by: 'phone', hash: keys.ofPhone(phone) } : { by: 'own-id', hash: keys.ofOwnId(ownId) };
}

/** Links of own ids and telephone numbers stay where these were taken out of a file: they lead nowhere then. */
function isNamed({ ownIds, phone }: { ownIds: readonly string[]; phone?: string | undefined }, search: Search): boolean {
  if (search.ownId !== undefined) return ownIds.includes(search.ownId);
  return search.phone === undefined || (phone !== undefined && digits(phone).endsWith(digits(search.phone).slice(-7)));
}

const digits = (text: string) => text.replace(/\D/g, '');

export const readCustomer = (ports: DeskPorts) =>
  endpoint(
    operations['GET /api/customers/{key}'],
    async ({ path, viewer, now }): Promise<CustomerFile> => {
      const seen = await visibleCustomer(ports, path.key, viewer);
      await recordLook(ports.customers.files, viewer, now, seen.whole.customerKey, 'file');
      return shown(seen, ports, now);
    },
    (file) => file.version,
  );

export const readHistory = (ports: DeskPorts) =>
  endpoint(operations['GET /api/customers/{key}/history'], async ({ path, query, viewer, now }): Promise<HistoryPage> => {
    const { whole } = await visibleCustomer(ports, path.key, viewer);
    await recordLook(ports.customers.files, viewer, now, whole.customerKey, 'history');
    const page = await ports.customers.files.history(whole.keys, query);
    const items = await Promise.all(page.items.map((link) => historyItem(ports, link, viewer)));
    return { items: items.filter((item) => item !== undefined), cursor: page.cursor };
  });

/** What a link leads to; an entry whose feedback was never stored leads nowhere. */
async function historyItem({ register }: DeskPorts, link: HistoryLink, viewer: Viewer): Promise<HistoryPage['items'][number] | undefined> {
  if (link.kind === 'case') {
    const found = await register.case(link.number);
    return found === undefined || !maySee(viewer, found.case) ? undefined : { kind: 'case', at: link.at, case: found.case };
  }
  const feedback = await register.feedback(link.id);
  if (feedback === undefined || !maySee(viewer, feedback)) return undefined;
  return { kind: 'feedback', at: link.at, feedback: { ...feedback, ...excerptOf(feedback.comment) } };
}

export const readLooks = (ports: DeskPorts) =>
  endpoint(operations['GET /api/customers/{key}/looks'], async ({ path, query, viewer, now }) => {
    const { whole } = await visibleCustomer(ports, path.key, viewer);
    await recordLook(ports.customers.files, viewer, now, whole.customerKey, 'looks');
    const { items, cursor } = await ports.customers.files.looks(whole.keys, query);
    return { items: [...items], cursor };
  });

/** The file as it stands after a change, as it is answered. */
export async function shownAgain(ports: DeskPorts, key: string, { viewer, now }: Pick<Call<unknown, unknown, unknown>, 'viewer' | 'now'>) {
  const seen: Seen = await visibleCustomer(ports, key, viewer);
  return shown(seen, ports, now);
}
