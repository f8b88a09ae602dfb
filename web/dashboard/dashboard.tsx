import { serverNow } from '../browser/clock.ts';
import { useLoading } from '../browser/loading.ts';
import type { House } from '../browser/parts/signed-in.tsx';
import { Fault } from '../browser/parts/states.tsx';
import { usePlace } from '../browser/route.ts';
import { exactView } from './ask-exact.ts';
import { filesView } from './ask-files.ts';
import { dayIn } from './days.ts';
import { Heading } from './heading.tsx';
import { readMark } from './marks/mark.ts';
import { MarkDialog } from './marks/mark-dialog.tsx';
import { Panels } from './panels.tsx';
import { Skeleton } from './parts/panel.tsx';
import { type Sight, SightContext } from './parts/sight.ts';
import { isCombined, readSettings } from './settings.ts';
import { Toolbar } from './toolbar.tsx';
import { say } from './words.ts';

/** The figures of the house, as its address asks for them. */
export function Dashboard({ house }: { readonly house: House }) {
  const { query } = usePlace();
  const today = dayIn(house.brand.timeZone, serverNow());
  const settings = readSettings(query, { places: house, today });
  const sight = { house, settings, today };
  const mark = readMark(query, house);
  return (
    <SightContext value={sight}>
      <h1>{say('title')}</h1>
      <Toolbar />
      {settings.fault === undefined && <Figures sight={sight} />}
      {mark && <MarkDialog mark={mark} />}
    </SightContext>
  );
}

function Figures({ sight }: { readonly sight: Sight }) {
  const { days, filters, per } = sight.settings;
  const asked = { days, filters, per };
  const isSlow = isCombined(filters);
  const [view, retry] = useLoading(JSON.stringify(asked), (signal) => (isSlow ? filesView(asked, signal) : exactView(asked, signal)));
  if (view.state === 'here') return <Panels view={view.data} />;
  return (
    <>
      <Heading view={undefined} />
      {view.state === 'failed' ? <Fault fault={view.fault} onRetry={retry} /> : <Waiting isSlow={isSlow} />}
    </>
  );
}

/** In the shape of what comes. */
const Waiting = ({ isSlow }: { readonly isSlow: boolean }) => (
  <div class="waiting">
    <p class={isSlow ? 'remark' : 'unseen'} role="status">
      {say(isSlow ? 'computing' : 'loadingFigures')}
    </p>
    <Skeleton kind="line" />
    <Skeleton kind="cards" />
    <Skeleton kind="chart" />
    <Skeleton kind="chart" />
  </div>
);
