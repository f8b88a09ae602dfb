import { AmendsError } from '../../shared/domain/errors.ts';

/**
 * Refuses a command that was decided on another version than the one that stands.
 * @param tag as the `ETag` of the thing gives it, without the quotes.
 * @param what the thing as a sentence begins with it, e.g. `Case 2611-0042`.
 * @throws AmendsError 412 `version-mismatch`.
 */
export function refuseUnseen(ifMatch: string | undefined, tag: number | string, what: string): void {
  if (ifMatch === undefined || matches(ifMatch, tag)) return;
  throw new AmendsError(412, 'version-mismatch', `${what} is at version ${tag}. Read it again, then decide again.`);
}

/** RFC 9110 §13.1.1, for the one kind of tag we give: the version in quotes. */
const matches = (ifMatch: string, version: number | string) =>
  ifMatch.split(',').some((tag) => ['*', `"${version}"`, String(version)].includes(tag.trim()));
