import type { CustomerFile } from '../../../shared/api/customer-schemas.ts';
import { maySee, type Viewer } from '../../../shared/api/viewer.ts';
import { versionOfFile } from '../../../shared/domain/customer/file.ts';
import { type Standing, standingOf } from '../../../shared/domain/customer/history.ts';
import { tierOf } from '../../../shared/domain/customer/tier.ts';
import { asShown, type WholeFile } from '../../../shared/domain/customer/whole.ts';
import { notFound } from '../../../shared/domain/errors.ts';
import type { DeskPorts } from '../ports.ts';

/** Links read to say how a customer stands: more feedback than this is counted as this. */
const LINKS_READ = 1000;

/** A person together with what their history says of them. */
export interface Seen {
  readonly whole: WholeFile;
  readonly standing: Standing;
}

/**
 * A person whom this viewer may see. One of another branch is answered like one that does not exist.
 * @throws AmendsError 404.
 */
export async function visibleCustomer(ports: DeskPorts, key: string, viewer: Viewer): Promise<Seen> {
  const whole = await ports.customers.files.whole(key);
  const seen = whole === undefined ? undefined : await seenBy(ports, whole, viewer);
  if (seen === undefined) throw notFound('There is no customer of this key.');
  return seen;
}

/** Agents of a branch see its customers, and those who have dealt with it (promise 29). */
export async function seenBy({ customers }: DeskPorts, whole: WholeFile, viewer: Viewer): Promise<Seen | undefined> {
  const { items } = await customers.files.history(whole.keys, { limit: LINKS_READ });
  const standing = standingOf(items);
  const places = [whole.branch, ...standing.branches];
  return places.some((branch) => maySee(viewer, { branch })) ? { whole, standing } : undefined;
}

/** As the desk answers it. Of somebody erased nothing is left to show. */
export function shown({ whole, standing }: Seen, { config }: DeskPorts, now: string): CustomerFile {
  const { feedbackCount, lastSatisfaction } = standing;
  const { customerKey, keys, email, emails, name, language, since, ownIds, phone, branch, industry, ...rest } = asShown(whole);
  return {
    ...{ customerKey, keys: [...keys], version: versionOfFile(whole), email, otherEmails: emails.slice(1) },
    ...{ name, language, since, ownIds, phone, branch, industry },
    tier: tierOf({ tier: rest.tier, figures: rest.figures, since, industry, lastSatisfaction }, config.customers, now),
    isTierSet: rest.tier !== undefined,
    ...{ figures: rest.figures, consent: rest.consent, quietTimes: rest.quietTimes, calls: rest.calls, openCases: rest.openCases },
    ...{ feedbackCount, lastSatisfaction, erasedAt: rest.erasedAt, erasure: rest.erasure },
  };
}
