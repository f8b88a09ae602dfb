import { api, ask } from '../browser/api/client.ts';
import { ApiFault } from '../browser/api/fault.ts';
import type { Paths } from '../browser/api/paths.ts';

export type Analysis = Paths['/api/analyses/{id}']['get']['responses'][200]['content']['application/json'];
export type AnalysisRequest = Paths['/api/analyses']['post']['requestBody']['content']['application/json'];
export type Kind = AnalysisRequest['kind'];
export type Report = NonNullable<Analysis['report']>;

/** Asked again after so long, in milliseconds, and no more often than so. */
const PAUSE_MS = 1_000;
const MOST_ASKED = 90;

const readAnalysis = (id: string, signal: AbortSignal): Promise<Analysis> =>
  ask(api.GET('/api/analyses/{id}', { params: { path: { id } }, signal }));

/** The latest of a kind that is done, whoever asked for it; none where there is none. */
export async function latestAnalysis(kind: Kind, signal: AbortSignal): Promise<Analysis | undefined> {
  const { items } = await ask(api.GET('/api/analyses', { params: { query: { kind, limit: 20 } }, signal }));
  const done = items.find(({ state }) => state === 'done');
  return done && readAnalysis(done.id, signal);
}

/**
 * Asks for an analysis and waits until it is computed or has failed for good.
 * @throws ApiFault `slow` where it is neither after a minute and a half.
 */
export async function computed(request: AnalysisRequest, signal: AbortSignal): Promise<Analysis> {
  let analysis = await ask(api.POST('/api/analyses', { body: request, signal }));
  for (let asked = 0; analysis.state === 'waiting'; asked += 1) {
    if (asked === MOST_ASKED) throw new ApiFault('slow');
    await pause(PAUSE_MS, signal);
    analysis = await readAnalysis(analysis.id, signal);
  }
  return analysis;
}

function pause(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const over = setTimeout(resolve, ms);
    signal.addEventListener('abort', () => {
      clearTimeout(over);
      reject(signal.reason);
    });
  });
}
