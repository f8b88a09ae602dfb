import type * as z from 'zod/mini';
import type { CustomerOfCase } from '../../shared/api/case-schemas.ts';
import { operations } from '../../shared/api/operations.ts';
import { actorOf, authorityOf, type Viewer } from '../../shared/api/viewer.ts';
import { isTombstone } from '../../shared/domain/customer/file.ts';
import type { Case } from '../../shared/domain/recovery/case.ts';
import { nextDue } from '../../shared/domain/recovery/next-due.ts';
import { standingOf } from '../../shared/domain/recovery/standing.ts';
import { endpoint } from '../../shared/lambda/endpoint.ts';
import { actionIdsOf } from './case-mails.ts';
import type { DeskPorts } from './ports.ts';
import { possibleCommands } from './possible.ts';
import { authorityOn, remedyOptions } from './remedies.ts';
import { visible } from './visible-case.ts';

/** One case with all that its agent needs: nobody has to ask the customer again (R3). */
export const readCase = (ports: DeskPorts) =>
  endpoint(
    operations['GET /api/cases/{number}'],
    async ({ path, viewer, now }) => {
      const { register, recovery } = ports;
      const found = await register.case(path.number);
      const value = visible(found?.case, path.number, viewer);
      const history = found?.history ?? [];
      const [feedback, customer, actions] = await Promise.all([
        register.feedbacks([value.feedbackId, ...value.joined]),
        customerOf(ports, value, viewer, now),
        register.actions(actionIdsOf(value.number, history, recovery)),
      ]);
      const role = authorityOf(viewer);
      return {
        case: value,
        history: [...history],
        feedback: [...feedback],
        customer,
        actions: [...actions],
        allowed: possibleCommands(value, role),
        remedies: remedyOptions(value, role, recovery),
        authority: authorityOn(value, role, recovery),
        nextDue: nextDue(value),
        standing: standingOf(value, now, recovery.calendar),
      };
    },
    (details) => details.case.version,
  );

/** Whose case it is. Nothing of a person is shown before the look at it is on the record (R17). */
async function customerOf(
  { register, customers }: DeskPorts,
  { customerKey, number }: Case,
  viewer: Viewer,
  now: string,
): Promise<z.output<typeof CustomerOfCase> | undefined> {
  const customer = customerKey === undefined ? undefined : await register.customer(customerKey);
  if (customerKey === undefined || customer === undefined || isTombstone(customer)) return undefined;
  await customers.files.recordLook({ customerKey, at: now, by: actorOf(viewer.id), what: 'case', caseNumber: number });
  const { name, email, phone, language, since } = customer;
  return { name, email, phone, language, since };
}
