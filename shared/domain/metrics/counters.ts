import { DURATION_BUCKETS } from '../analytics/measures/duration-buckets.ts';

/** Every counter with a name of its own, at nothing. */
export const NOTHING = {
  /** Feedback items. */
  n: 0,
  /** Of them, those that a recovery rule found unhappy. */
  unhappy: 0,
  /** CSAT answers by fifth of their scale; on 1–5 these are the five answers. */
  csat1: 0,
  csat2: 0,
  csat3: 0,
  csat4: 0,
  csat5: 0,
  /** CSAT answers in the top of their scale as asked, see `isTopTwo`. */
  csatTop2: 0,
  /** Sum of CSAT scores in hundredths of a point, 0–100 points each. */
  csatScoreSum: 0,
  /** Sum of the squares of CSAT scores in hundredths of a point: gives the variance exactly, whatever the scales. */
  csatScoreSquareSum: 0,
  /** NPS answers by value. */
  nps0: 0,
  nps1: 0,
  nps2: 0,
  nps3: 0,
  nps4: 0,
  nps5: 0,
  nps6: 0,
  nps7: 0,
  nps8: 0,
  nps9: 0,
  nps10: 0,
  /** Effort answers (CES) by value, on 1–5 and on 1–7; the top is the least effort. */
  ces5v1: 0,
  ces5v2: 0,
  ces5v3: 0,
  ces5v4: 0,
  ces5v5: 0,
  ces7v1: 0,
  ces7v2: 0,
  ces7v3: 0,
  ces7v4: 0,
  ces7v5: 0,
  ces7v6: 0,
  ces7v7: 0,
  /** Persons who gave ratings, and the sum of their means over them in hundredths of a point, with the squares. */
  rated: 0,
  ratingScoreSum: 0,
  ratingScoreSquareSum: 0,
  /** Solved at the first contact? */
  fcrYes: 0,
  fcrNo: 0,
  /** Texts by the sentiment read from them; a text that could not be read is in none. */
  sentimentNegative: 0,
  sentimentNeutral: 0,
  sentimentPositive: 0,
  /** Sum of sentiment scores in thousandths, −1 … 1 each. */
  sentimentScoreSum: 0,
  /** Cases, all by the time they were opened, so that shares of them compare like with like. */
  casesOpened: 0,
  casesAcknowledgedInTime: 0,
  casesAcknowledgedLate: 0,
  casesResolved: 0,
  /** Opened again at least once. */
  casesReopened: 0,
  casesClosed: 0,
  /** Merged into another, or closed as a duplicate or as no complaint: not to be counted as complaints. */
  casesNotComplaints: 0,
  /** Decided as founded or partly founded; as unfounded. */
  casesValid: 0,
  casesUnfounded: 0,
  /** First answers and solutions by their own deadline, see `serviceDeltas`. */
  casesAnsweredInTime: 0,
  casesAnsweredLate: 0,
  casesSolvedInTime: 0,
  casesSolvedLate: 0,
  /** Complaints by how far their recovery has come, each step with all before it; see `funnelDeltas`. */
  funnelAnswered: 0,
  funnelOffered: 0,
  funnelAccepted: 0,
  funnelSolved: 0,
  funnelSatisfied: 0,
  /** Complaints that came to a step, whatever the steps before it. */
  complaintsOffered: 0,
  complaintsAccepted: 0,
  complaintsSolved: 0,
  /** Whose customer answered a follow-up; and was satisfied. */
  complaintsFollowedUp: 0,
  complaintsSatisfied: 0,
  /** Cases whose customer told how content they were before and after, and their scores in hundredths of a point. */
  recoveryPairs: 0,
  recoveryBeforeSum: 0,
  recoveryAfterSum: 0,
  /** Sum of the squares of after less before: gives the paired interval exactly. */
  recoveryChangeSquareSum: 0,
  /** Invitations by how far they have come, all by the time of the invitation; one that was answered was also begun and sent. */
  invited: 0,
  invitationsWithheld: 0,
  invitationsNotReached: 0,
  invitationsSent: 0,
  invitationsBegun: 0,
  invitationsAnswered: 0,
};

export type NamedCounter = keyof typeof NOTHING;

/**
 * Times of cases, counted by bucket of `duration-buckets.ts`. `Time` is calendar time since the case was opened, what the customer waited;
 * `Work` is business time as the deadline's own clock ran, without pauses.
 */
export const DURATION_KINDS = ['answerTime', 'answerWork', 'solveTime', 'solveWork'] as const;
export type DurationKind = (typeof DURATION_KINDS)[number];
export type DurationCounter = `${DurationKind}${number}`;

/**
 * What a bucket counts. Whole numbers only, so that adding is exact whatever the order and however often buckets are split or merged;
 * every score, share and interval is worked out from these when it is read (`figuresOf`). Of times only the buckets that hold a case are stored.
 */
export type Counter = NamedCounter | DurationCounter;

export const durationCounter = (kind: DurationKind, bucket: number): DurationCounter => `${kind}${bucket}`;

const DURATION_COUNTERS: ReadonlySet<string> = new Set(
  DURATION_KINDS.flatMap((kind) => Array.from({ length: DURATION_BUCKETS }, (_, bucket) => durationCounter(kind, bucket))),
);

export const isDurationCounter = (name: string): name is DurationCounter => DURATION_COUNTERS.has(name);

export const isCounter = (name: string): name is Counter => Object.hasOwn(NOTHING, name) || isDurationCounter(name);

/** All of them, those of times included. */
export const COUNTERS: readonly Counter[] = [...Object.keys(NOTHING), ...DURATION_COUNTERS].filter(isCounter);
