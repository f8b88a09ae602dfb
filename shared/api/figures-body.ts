import type * as z from 'zod/mini';
import type { AnswerFigures, Figures } from '../domain/metrics/figures.ts';
import type { AnswerFiguresBody, FiguresBody } from './metrics-schema.ts';

/** What was answered, as it goes out. */
export function answerFiguresBody({ n, csat, nps, ces, rating, fcr, sentiment }: AnswerFigures): z.output<typeof AnswerFiguresBody> {
  return {
    ...{ n, rating, fcr, sentiment },
    csat: { ...csat, histogram: [...csat.histogram] },
    nps: { ...nps, histogram: [...nps.histogram] },
    ces: { ...ces, five: [...ces.five], seven: [...ces.seven] },
  };
}

/** Figures, as they go out. */
export const figuresBody = (figures: Figures): z.output<typeof FiguresBody> => ({ ...figures, ...answerFiguresBody(figures) });
