import { setTimeout } from 'node:timers/promises';
import { AnalysisDocument, type AnalysisFailure, type AnalysisRequest } from '../../../shared/domain/analytics/analysis/request.ts';
import { connect } from '../connection.ts';
import { Failure, note } from '../output.ts';
import type { Printed } from './run.ts';

/** A function has five minutes; the queue before it may hold others. */
const WAITS_AT_MOST_MS = 10 * 60_000;
const LOOKS_EVERY_MS = 500;

const WHY: Readonly<Record<AnalysisFailure, string>> = {
  'not-computable': 'these answers make it fail each time. Look at the log of "analyse", and report it.',
  'gave-up': 'it was tried as often as it is tried. Ask for fewer months or resamples, or look at the alarms of "analyse".',
  'not-queued': 'it did not get on its way. Ask again.',
};

/** Asks the Amends that is connected, and waits for what it comes to. */
export async function storedAnalysis(request: AnalysisRequest): Promise<Printed> {
  const connection = await connect();
  const asked = await connection.post('/api/analyses', 'manager', request, AnalysisDocument);
  note(`analysis ${asked.id}`);
  const until = performance.now() + WAITS_AT_MOST_MS;
  for (let looks = 1; performance.now() < until; looks += 1) {
    const { state, failure, basis, result, report, computedAt } = await connection.read(
      `/api/analyses/${asked.id}`,
      'manager',
      AnalysisDocument,
    );
    if (state === 'done' && basis !== undefined && result !== undefined && report !== undefined) {
      return { basis, result, report, day: computedAt?.slice(0, 10) };
    }
    if (state === 'failed') throw new Failure(`analysis ${asked.id} has failed: ${WHY[failure ?? 'gave-up']}`);
    if (process.stderr.isTTY && looks % 10 === 0) note('still computing');
    await setTimeout(LOOKS_EVERY_MS);
  }
  throw new Failure(`analysis ${asked.id} is not computed after ten minutes. Look at the alarms of "analyse", and ask again.`);
}
