import { WITHHELD_REASONS } from './contact-rules.ts';

/** Why an invitation's mail did not reach anybody, as far as we have a word for it; SES has others. */
export const NOT_REACHED_REASONS = [
  'bounce',
  'suppressed',
  'no-address',
  'no-consent',
  'open-case',
  'erased',
  'daily-limit',
  'expired',
  'mail-incomplete',
  'no-longer-true',
] as const;

export const REASONS = { withheld: WITHHELD_REASONS, 'not-reached': NOT_REACHED_REASONS } as const;
export type UnaskedState = keyof typeof REASONS;

/** What is counted of a campaign by reason, as a dimension of the figures: a reason without a word of its own is `other`. */
export function reasonDimension(campaign: string, state: UnaskedState, reason: string | undefined): string {
  const known = REASONS[state].find((one) => one === reason);
  return `invitations#${campaign}#${state}#${known ?? 'other'}`;
}
