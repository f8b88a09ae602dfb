import type { CustomerFile } from '../../../shared/api/customer-schemas.ts';
import { operations } from '../../../shared/api/operations.ts';
import { actorOf } from '../../../shared/api/viewer.ts';
import type { ChangeContext, FileChange } from '../../../shared/domain/customer/change.ts';
import { correctFile, type FileCorrection, type Found, giveConsent } from '../../../shared/domain/customer/correct.ts';
import { versionOfFile } from '../../../shared/domain/customer/file.ts';
import { mergeFiles } from '../../../shared/domain/customer/merge.ts';
import type { WholeFile } from '../../../shared/domain/customer/whole.ts';
import { invalidInput } from '../../../shared/domain/errors.ts';
import { type Call, endpoint } from '../../../shared/lambda/endpoint.ts';
import { refuseUnseen } from '../if-match.ts';
import type { DeskPorts } from '../ports.ts';
import { shownAgain } from './read.ts';
import { visibleCustomer } from './view.ts';

type CustomerCall<Body> = Call<{ key: string }, unknown, Body>;
const version = (file: CustomerFile) => file.version;

export const correctCustomer = (ports: DeskPorts) =>
  endpoint(
    operations['POST /api/customers/{key}/correct'],
    (call) =>
      change(ports, call, async (whole, context) => {
        refuseUnknownBranch(ports, call.body.branch);
        return correctFile(whole, call.body, await whereTheyLead(ports, call.body, context), context);
      }),
    version,
  );

export const recordConsent = (ports: DeskPorts) =>
  endpoint(
    operations['POST /api/customers/{key}/consent'],
    (call) => change(ports, call, async (whole, context) => giveConsent(whole, call.body, context)),
    version,
  );

export const mergeCustomers = (ports: DeskPorts) =>
  endpoint(
    operations['POST /api/customers/{key}/merge'],
    (call) =>
      change(ports, call, async (whole, context) =>
        mergeFiles(whole, (await visibleCustomer(ports, call.body.with, call.viewer)).whole, context),
      ),
    version,
  );

/** Reads, decides, saves; the save holds only if nobody saved in between. */
async function change<Body>(
  ports: DeskPorts,
  call: CustomerCall<Body>,
  decide: (whole: WholeFile, context: ChangeContext) => Promise<FileChange>,
): Promise<CustomerFile> {
  const { whole } = await visibleCustomer(ports, call.path.key, call.viewer);
  refuseUnseen(call.ifMatch, versionOfFile(whole), 'This customer’s file');
  const context = await changeContext(ports, call);
  await ports.customers.files.save(await decide(whole, context));
  return shownAgain(ports, call.path.key, call);
}

export const changeContext = async (
  { customers }: DeskPorts,
  { viewer, now }: Pick<CustomerCall<unknown>, 'viewer' | 'now'>,
): Promise<ChangeContext> => ({ by: actorOf(viewer.id), now, keys: await customers.keys() });

/** Whom a new address and new own ids lead to: they may be another person's. */
async function whereTheyLead({ customers }: DeskPorts, { email, ownIds = [] }: FileCorrection, { keys }: ChangeContext): Promise<Found> {
  const [byAddress] = email === undefined ? [] : await customers.files.find({ by: 'address', hash: keys.ofAddress(email) });
  const byOwnId = await Promise.all(
    ownIds.map(async (ownId) => [ownId, (await customers.files.find({ by: 'own-id', hash: keys.ofOwnId(ownId) }))[0]] as const),
  );
  return { byAddress, byOwnId: new Map(byOwnId) };
}

function refuseUnknownBranch({ config }: DeskPorts, branch: string | null | undefined): void {
  const known = config.branches.map(({ id }) => id);
  if (branch === undefined || branch === null || known.includes(branch)) return;
  throw invalidInput('There is no such branch.', [
    { field: 'branch', reason: `expected one of ${known.join(', ') || 'none: the config has no branches'}` },
  ]);
}
