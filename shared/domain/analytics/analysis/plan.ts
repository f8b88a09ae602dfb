import { Temporal } from 'temporal-polyfill';
import { AnalysisRequest, type PlannedAnalysis } from './request.ts';

/** The request of a planned analysis on a day: over so many complete months before it. */
export function requestOfPlan({ request, months }: PlannedAnalysis, today: string): AnalysisRequest {
  const end = Temporal.PlainDate.from(today).with({ day: 1 });
  return AnalysisRequest.parse({
    ...request,
    from: end.subtract({ months }).toString(),
    to: end.subtract({ days: 1 }).toString(),
  });
}
