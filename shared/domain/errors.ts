/** One thing that is wrong with an input: where it is, and what was expected there. Never carries the value itself: it may be a customer's. */
export interface InputIssue {
  /** Dotted path of the field, e.g. `answers.satisfaction`; empty for the input as a whole. */
  readonly field: string;
  readonly reason: string;
}

/**
 * The errors that a caller can do something about. Everything else that is thrown is a fault of ours: it is logged and answered with 500.
 * `message` and `issues` are shown to callers and written to logs, so they never hold customer text, addresses or tokens.
 */
export class AmendsError extends Error {
  readonly status: number;
  readonly code: string;
  readonly issues: readonly InputIssue[];

  constructor(status: number, code: string, message: string, issues: readonly InputIssue[] = []) {
    super(message);
    this.name = 'AmendsError';
    this.status = status;
    this.code = code;
    this.issues = issues;
  }
}

/** 422 (or 400 when it cannot even be read): the input breaks a rule; each issue names a field and a reason. */
export const invalidInput = (message: string, issues: readonly InputIssue[] = [], status: 400 | 422 = 422) =>
  new AmendsError(status, 'invalid-input', message, issues);

export const unauthorized = (message: string) => new AmendsError(401, 'unauthorized', message);
export const forbidden = (message: string) => new AmendsError(403, 'forbidden', message);
export const notFound = (message: string) => new AmendsError(404, 'not-found', message);
export const conflict = (message: string) => new AmendsError(409, 'conflict', message);
export const tooLarge = (message: string) => new AmendsError(413, 'too-large', message);
export const unsupportedMediaType = (message: string) => new AmendsError(415, 'unsupported-media-type', message);

/**
 * The account or the machine is not set up as the code needs it: for whoever runs it. `message` names settings and says what to do, never a
 * value, so it is logged; callers only learn that something failed on our side.
 */
export class SetupError extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'SetupError';
  }
}
