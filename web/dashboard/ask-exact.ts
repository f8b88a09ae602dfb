import { api, ask } from '../browser/api/client.ts';
import type { Days } from './days.ts';
import type { Metrics, View } from './figures.ts';
import { viewOf } from './figures.ts';
import { chosenIn, type Dimension } from './filters.ts';
import type { Settings } from './settings.ts';

/** What figures are asked for by. */
export type Asked = Pick<Settings, 'days' | 'filters' | 'per'>;

const COMPARE = { compare: 'previous' } as const;

/** Everything above the fold in one request: figures, trend and comparison, of all or of one group. */
export async function exactView({ days, filters, per }: Asked, signal: AbortSignal): Promise<View | undefined> {
  const [chosen] = chosenIn(filters);
  const query = { ...days, ...COMPARE, ...(chosen && { by: chosen[0], value: chosen[1] }), ...(per && { per }) };
  return viewOf(await ask(api.GET('/api/metrics', { params: { query }, signal })));
}

/** Groups beside each other, each compared with the days before. */
export const groupsBy = (by: Dimension, days: Days, signal: AbortSignal): Promise<Metrics> =>
  ask(api.GET('/api/metrics', { params: { query: { by, ...days, ...COMPARE } }, signal }));
