import { textModels } from '../shared/adapters/text-models.ts';
import { understand as read } from '../shared/domain/understand/understand.ts';
import type { Understanding, UnderstandingHints } from '../shared/domain/understand/understanding.ts';

const models = textModels();

/** Reads with the models of the project. */
export const understand = (text: string, hints: UnderstandingHints = {}): Understanding => read(text, hints, models);
