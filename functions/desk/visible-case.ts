import { maySee, type Viewer } from '../../shared/api/viewer.ts';
import { notFound } from '../../shared/domain/errors.ts';
import type { Case } from '../../shared/domain/recovery/case.ts';

/**
 * The case, if it is there and this viewer may see it. One of another branch is answered like one that does not exist: its number must not tell
 * anything (promise 29).
 * @throws AmendsError 404.
 */
export function visible(found: Case | undefined, number: string, viewer: Viewer): Case {
  if (found === undefined || !maySee(viewer, found)) throw notFound(`There is no case ${number}.`);
  return found;
}
