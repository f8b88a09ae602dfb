import type { Purpose, Verdict } from '../../shared/adapters/link.ts';
import type { Feedback } from '../../shared/domain/feedback.ts';
import type { Language, Localized } from '../../shared/domain/language.ts';
import type { Remedy } from '../../shared/domain/recovery/policy.ts';
import type { RecoverySettings } from '../../shared/domain/recovery/settings.ts';
import type { ActionQueue, CaseStore, CustomerFiles, DigestOptOuts, FeedbackQueue } from '../../shared/ports.ts';

/** What the customers' pages work with. */
export interface StatusPorts {
  readonly brand: { readonly name: Localized; readonly defaultLanguage: Language; readonly timeZone: string };
  readonly remedies: readonly Remedy[];
  readonly recovery: RecoverySettings;
  readonly now: () => string;
  readonly links: () => Promise<CustomerLinks>;
  readonly feedback: (id: string) => Promise<Feedback | undefined>;
  readonly cases: Pick<CaseStore, 'load' | 'save' | 'events'>;
  readonly customers: Pick<CustomerFiles, 'whole' | 'save'>;
  /** Of staff, who have no customer file. */
  readonly digestOptOuts: Pick<DigestOptOuts, 'end' | 'resume'>;
  /** Of `assess`: what customers add. */
  readonly queue: FeedbackQueue;
  /** Of `act`: mails that an answer causes. */
  readonly actions: ActionQueue;
  readonly newSubmissionId: () => string;
  readonly feedbackId: (externalId: string) => string;
  /** Notes a failure that is answered with a page; it is not noted anywhere else. */
  readonly onFault: (message: string, error: unknown) => void;
}

/** Signed links and tokens, bound to their keys. */
export interface CustomerLinks {
  readonly verify: (purpose: Purpose, token: string, now: string) => Verdict;
  readonly signStart: (page: string, submissionId: string, now: string) => string;
  /** When the page was served, where the token proves it. */
  readonly startedAt: (page: string, submissionId: string, token: string, now: string) => string | undefined;
  /** How long links of a purpose are good, in days. */
  readonly validDays: (purpose: Purpose) => number;
}
