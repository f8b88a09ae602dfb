import { type Estimate, proportion } from '../metrics/interval.ts';

/** How far the invitations of a campaign have come, each counted in every step that it has passed. */
export interface InvitationCounts {
  /** All persons of the audience, those who were not asked among them. */
  readonly considered: number;
  readonly withheld: number;
  readonly notReached: number;
  readonly sent: number;
  readonly begun: number;
  readonly answered: number;
}

export interface Response {
  /** Persons who were to be asked: considered less withheld. */
  readonly invited: number;
  /** Persons whom it reached, as far as anybody knows: invited less not reached and less those whose mail has not gone out yet. */
  readonly reached: number;
  readonly begun: number;
  readonly answered: number;
  /**
   * Answered of those who were reached, with the ends of its 95 % interval (Wilson 1927). Absent where nobody was reached. Withheld persons are not of the
   * sample; who was not reached is left out, and stated beside it. AAPOR, Standard Definitions (10th ed. 2023): in the terms of a survey among named persons
   * it is complete answers by the eligible persons contacted, what they call a cooperation rate; `answeredOfInvited` is their response rate RR1.
   */
  readonly responseRate?: Estimate | undefined;
  /** The same of all who were invited: who could not be reached counts against it. */
  readonly answeredOfInvited?: Estimate | undefined;
}

export function responseOf({ considered, withheld, notReached, sent, begun, answered }: InvitationCounts): Response {
  const invited = Math.max(0, considered - withheld);
  const reached = Math.max(0, Math.min(sent, invited - notReached));
  return {
    invited,
    reached,
    begun,
    answered,
    responseRate: reached > 0 ? proportion(Math.min(answered, reached), reached) : undefined,
    answeredOfInvited: invited > 0 ? proportion(Math.min(answered, invited), invited) : undefined,
  };
}
