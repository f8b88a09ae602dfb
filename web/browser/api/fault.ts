/**
 * Why a request came to nothing, as a page can tell it: no network, no answer in time, signed out, not allowed, not there, changed by somebody else
 * meanwhile, too many requests, wrong input, or a fault on our side (also an answer that is cut or no JSON).
 */
export const FAULTS = ['offline', 'slow', 'session', 'forbidden', 'missing', 'conflict', 'too-many', 'refused', 'broken'] as const;
export type FaultKind = (typeof FAULTS)[number];

/** RFC 9457 as the API writes it. */
export interface Problem {
  readonly type: string;
  readonly title: string;
  readonly issues: readonly { readonly field: string; readonly reason: string }[];
}

interface Details {
  readonly status?: number | undefined;
  readonly problem?: Problem | undefined;
  readonly cause?: unknown;
}

export class ApiFault extends Error {
  readonly kind: FaultKind;
  readonly status: number | undefined;
  readonly problem: Problem | undefined;

  constructor(kind: FaultKind, { status, problem, cause }: Details = {}) {
    super(problem?.title ?? kind, { cause });
    this.name = 'ApiFault';
    this.kind = kind;
    this.status = status;
    this.problem = problem;
  }

  /** The API's name for it, e.g. `beyond-authority`. */
  get code(): string | undefined {
    return this.problem?.type.replace(/^urn:amends:problem:/, '');
  }
}

const BY_STATUS: Readonly<Record<number, FaultKind>> = {
  401: 'session',
  403: 'forbidden',
  404: 'missing',
  409: 'conflict',
  412: 'conflict',
  429: 'too-many',
};

export const kindOfStatus = (status: number): FaultKind => BY_STATUS[status] ?? (status >= 500 ? 'broken' : 'refused');
