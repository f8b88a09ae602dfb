import { type Loading, useLoading } from '../../browser/loading.ts';
import { groupsBy } from '../ask-exact.ts';
import type { Metrics } from '../figures.ts';
import type { Dimension } from '../filters.ts';
import { useSight } from './sight.ts';

/** Groups of a dimension on the page's days, each compared with the days before. */
export function useGroups(by: Dimension): readonly [Loading<Metrics>, () => void] {
  const { days } = useSight().settings;
  return useLoading(`${by} ${days.from} ${days.to}`, (signal) => groupsBy(by, days, signal));
}
