import type { View } from './figures.ts';
import { Heading } from './heading.tsx';
import { Hidden, NothingHere } from './nothing-here.tsx';
import { Alarms } from './panels/alarms.tsx';
import { Analyses } from './panels/analyses.tsx';
import { Branches } from './panels/branches.tsx';
import { Distributions } from './panels/distribution.tsx';
import { Funnel } from './panels/funnel.tsx';
import { Scores } from './panels/scores.tsx';
import { Service, Times } from './panels/service.tsx';
import { Topics } from './panels/topics.tsx';
import { Trend } from './panels/trend.tsx';

/** All there is to see of one view. */
export function Panels({ view }: { readonly view: View | undefined }) {
  const isEmpty = view === undefined || (view.figures?.n === 0 && (view.cases?.cases.opened ?? 0) === 0);
  return (
    <>
      <Heading view={view} />
      {isEmpty ? <NothingHere hadBefore={(view?.previous?.figures.n ?? 0) > 0} /> : <Known view={view} />}
    </>
  );
}

const Known = ({ view }: { readonly view: View }) => (
  <div class="panels">
    {view.figures === undefined ? (
      <Hidden />
    ) : (
      <>
        <Scores view={view} />
        <Trend view={view} />
        <Distributions view={view} />
      </>
    )}
    {view.cases && (
      <>
        <Funnel cases={view.cases} />
        <Service cases={view.cases} view={view} />
        <Times cases={view.cases} />
      </>
    )}
    <Alarms />
    <Topics />
    <Branches view={view} />
    <Analyses />
  </div>
);
