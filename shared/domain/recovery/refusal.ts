import { AmendsError, invalidInput } from '../errors.ts';

/** The command is understood but does not fit the case as it stands: 409, with a code that programs read and a sentence for people. */
export const refuse = (code: string, message: string): AmendsError => new AmendsError(409, code, message);

/** An address of which our mail was reported as spam stays silenced: 409 `complained`. */
export const refuseComplained = (number: string): AmendsError =>
  refuse(
    'complained',
    `The customer of case ${number} reported our mail as spam: no mail goes there again. Say it another way, and name it in "via".`,
  );

/** Whoever asks may not do this: 403. */
export const refuseAuthority = (code: string, message: string): AmendsError => new AmendsError(403, code, message);

/** A field of the command is wrong whatever the case: 422. */
export const refuseField = (field: string, reason: string): AmendsError =>
  invalidInput('The command cannot be carried out as it is.', [{ field, reason }]);
