import { operations } from '../../shared/api/operations.ts';
import type { Viewer } from '../../shared/api/viewer.ts';
import { isTombstone } from '../../shared/domain/customer/file.ts';
import type { Language } from '../../shared/domain/language.ts';
import type { Case } from '../../shared/domain/recovery/case.ts';
import { repliesFor } from '../../shared/domain/recovery/stored-reply.ts';
import { endpoint } from '../../shared/lambda/endpoint.ts';
import { recordLook } from './customers/looks.ts';
import type { DeskPorts } from './ports.ts';
import { visible } from './visible-case.ts';

/** How somebody is addressed whose name is not known. */
const NAMELESS: Readonly<Record<Language, string>> = { en: 'customer', 'zh-Hans': '客户' };

/** Answers written beforehand, filled in for a case (R25). */
export const listReplies = (ports: DeskPorts) =>
  endpoint(operations['GET /api/replies'], async ({ query, viewer, now }) => {
    const { case: found } = await ports.cases.load(query.case);
    const value = visible(found, query.case, viewer);
    const { brand, recovery } = ports.config;
    const language = query.language ?? value.language;
    const values = {
      customerName: (await nameOf(ports, value, viewer, now)) ?? NAMELESS[language],
      caseNumber: value.number,
      agentName: viewer.agent?.name[language] ?? brand.name[language],
    };
    const about = { cause: value.decision?.cause, topics: value.topics };
    return { items: repliesFor(recovery.replies, about, { language, titles: language, values }) };
  });

/** The name goes on the screen: the look is recorded first (R17). */
async function nameOf(
  { register, customers }: DeskPorts,
  { customerKey, number }: Case,
  viewer: Viewer,
  now: string,
): Promise<string | undefined> {
  const customer = customerKey === undefined ? undefined : await register.customer(customerKey);
  if (customer?.name === undefined || isTombstone(customer)) return undefined;
  await recordLook(customers.files, viewer, now, customer.customerKey, 'case', number);
  return customer.name;
}
