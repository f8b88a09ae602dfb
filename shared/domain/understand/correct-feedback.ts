import { AmendsError } from '../errors.ts';
import { type Feedback, type RecordedCorrection, textOf } from '../feedback.ts';
import { applyCorrection, type Correction, changeBy } from './correction.ts';

/** One feedback is not set right more often than this: its item in the register must not grow without end. */
export const MAX_CORRECTIONS = 50;

export interface CorrectionContext {
  /** Who sets it right: `agent:{id}`. */
  readonly by: string;
  readonly now: string;
}

/**
 * The feedback as a person has set it right: its understanding is the corrected one, and who did it, when, and what stood before is at the end
 * of its `corrections`. Parts that are stated as they stand are left out of the record.
 *
 * It neither opens nor closes a case, and moves none of its deadlines: `recoveryReasons` stay what the rules found, and a case keeps the severity
 * that it was opened with. Where the corrected severity is higher than that of the case, whoever reads the case sees both.
 * @throws AmendsError 409 `nothing-to-correct` or `too-many-corrections`.
 */
export function correctFeedback(feedback: Feedback, wanted: Correction, { by, now }: CorrectionContext): Feedback {
  const before = feedback.corrections ?? [];
  const change = changeBy(feedback.understanding, wanted);
  if (change === undefined) {
    throw new AmendsError(409, 'nothing-to-correct', 'All of this stands already: nothing is there to correct. Read the feedback again.');
  }
  if (before.length >= MAX_CORRECTIONS) {
    throw new AmendsError(409, 'too-many-corrections', `This feedback was corrected ${before.length} times; no more are taken.`);
  }
  // Clocks of two machines may differ; the record must still read in order.
  const last = before.at(-1)?.at ?? feedback.receivedAt;
  const recorded: RecordedCorrection = { at: now < last ? last : now, by, ...change };
  return { ...feedback, understanding: applyCorrection(feedback.understanding, change.to), corrections: [...before, recorded] };
}

/** The corrections that still hold: those made of the words as they are now. */
export const correctionsInForce = ({ corrections = [], outdatedCorrections = 0 }: Feedback): readonly RecordedCorrection[] =>
  corrections.slice(outdatedCorrections);

/**
 * A newer revision of `standing`, with what people had set right. The customer's words are the same: the corrected parts stand, over the new
 * reading of the others. They have changed: the new reading stands, and the old corrections are history, for nobody has judged these words yet.
 */
export function keepCorrections(revised: Feedback, standing: Feedback): Feedback {
  const { corrections, outdatedCorrections } = standing;
  if (corrections === undefined) return revised;
  if (textOf(revised) !== textOf(standing)) return { ...revised, corrections, outdatedCorrections: corrections.length };
  const understanding = correctionsInForce(standing).reduce((reading, { to }) => applyCorrection(reading, to), revised.understanding);
  return { ...revised, understanding, corrections, outdatedCorrections };
}

/** How a feedback stands, for conditions: every change of it raises one of the two numbers, and none ever falls. E.g. `0.2`. */
export const versionOf = ({ revision, corrections = [] }: Pick<Feedback, 'revision' | 'corrections'>): string =>
  `${revision}.${corrections.length}`;
