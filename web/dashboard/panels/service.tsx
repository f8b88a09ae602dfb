import { Interval } from '../charts/interval.tsx';
import type { CaseFigures, View } from '../figures.ts';
import { MarkLink } from '../parts/mark-link.tsx';
import { Panel } from '../parts/panel.tsx';
import { markIn, useSight } from '../parts/sight.ts';
import { Verdict } from '../parts/verdict.tsx';
import { say, speech } from '../words.ts';
import { PROMISES, promisesTable, TIMES, timesTable } from './service-table.ts';

interface ServiceProps {
  readonly cases: CaseFigures;
  readonly view: View;
}

/** Were deadlines kept? */
export const Service = ({ cases, view }: ServiceProps) => (
  <Panel isHalf id="service" title={say('service')} lead={say('serviceLead')} table={promisesTable(cases, view.changes, speech)}>
    <ul class="rows">
      {PROMISES.map((promise) => (
        <Promised key={promise.id} promise={promise} cases={cases} view={view} />
      ))}
    </ul>
  </Panel>
);

function Promised({ promise: { id, change }, cases, view }: ServiceProps & { readonly promise: (typeof PROMISES)[number] }) {
  const mark = markIn(useSight(), { hasCase: 'true' });
  const { inTime, late, share } = cases.service[id];
  const n = inTime + late;
  const name = say('promiseName', { id });
  return (
    <li>
      <p class="name">{n === 0 ? name : <MarkLink mark={mark}>{name}</MarkLink>}</p>
      {share ? <Interval estimate={share} unit="share" min={0} max={1} /> : <span />}
      <p>
        {share
          ? say('valueAndRange', { value: speech.text(share.value, 'share'), range: speech.range(share.low, share.high, 'share'), n })
          : say('fewerThanOf', { count: view.suppressedBelow, n })}
      </p>
      {share && <Verdict change={view.changes?.[change]} unit="share" />}
    </li>
  );
}

/** How long did customers wait? */
export function Times({ cases }: { readonly cases: CaseFigures }) {
  const isKnown = TIMES.some(({ what, clock }) => cases.times[what][clock].n > 0);
  return (
    <Panel
      isHalf
      id="times"
      title={say('times')}
      lead={say('timesLead')}
      table={isKnown ? timesTable(cases, speech) : undefined}
      isTableOnly
    >
      {!isKnown && <p class="remark">{say('noTimes')}</p>}
    </Panel>
  );
}
