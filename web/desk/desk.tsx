import { useEffect, useMemo, useState } from 'preact/hooks';
import { Shell } from '../browser/parts/shell.tsx';
import type { Seat } from '../browser/parts/signed-in.tsx';
import { Nothing } from '../browser/parts/states.tsx';
import { followLinksWithin, go, usePlace } from '../browser/route.ts';
import { CallsPage } from './aside/calls-page.tsx';
import { DeliveriesPage } from './aside/deliveries-page.tsx';
import { EnterPage } from './aside/enter-page.tsx';
import { QuarantinePage } from './aside/quarantine-page.tsx';
import { UndeliveredPage } from './aside/undelivered-page.tsx';
import { openOutbox } from './commands/outbox.ts';
import { OutboxBar } from './commands/outbox-bar.tsx';
import { CustomerPage } from './customer/customer-page.tsx';
import { FeedbackPage } from './feedback/feedback-page.tsx';
import { Inbox } from './inbox/inbox.tsx';
import { type View, viewAt } from './places.ts';
import { SeatContext, seatOf } from './seat.ts';
import { useShortcuts } from './shortcuts.ts';
import { ShortcutsHelp } from './shortcuts-help.tsx';
import { language, say } from './words.ts';

const titleOf = (view: View) => (view.view === 'case' ? view.number : say(`title-${view.view}`));

function Shown({ view }: { readonly view: View }) {
  switch (view.view) {
    case 'inbox':
      return <Inbox number={undefined} />;
    case 'case':
      return <Inbox number={view.number} />;
    case 'feedback':
      return <FeedbackPage key={view.id} id={view.id} />;
    case 'customer':
      return <CustomerPage key={view.key} customerKey={view.key} />;
    case 'enter':
      return <EnterPage />;
    case 'calls':
      return <CallsPage />;
    case 'quarantine':
      return <QuarantinePage />;
    case 'undelivered':
      return <UndeliveredPage />;
    case 'deliveries':
      return <DeliveriesPage />;
    case 'nowhere':
      return <Nowhere />;
  }
}

const Nowhere = () => (
  <div class="page">
    <h1>{say('title-nowhere')}</h1>
    <Nothing>
      <p>{say('nowhere')}</p>
      <a href="/desk/">{say('inbox')}</a>
    </Nothing>
  </div>
);

type Place = 'enter' | 'calls' | 'quarantine' | 'deliveries' | 'undelivered';
const PLACES: Readonly<Record<Seat['me']['role'], readonly Place[]>> = {
  agent: ['enter', 'calls'],
  manager: ['enter', 'calls', 'quarantine', 'deliveries'],
  admin: ['enter', 'calls', 'quarantine', 'deliveries', 'undelivered'],
};

/** The whole desk of one signed-in person. */
export function Desk({ me, house }: Seat) {
  const { path } = usePlace();
  const view = viewAt(path);
  const seat = useMemo(() => seatOf(me, house), [me, house]);
  const [isHelpOpen, setHelpOpen] = useState(false);
  useEffect(() => followLinksWithin('/desk/'), []);
  useEffect(() => openOutbox(`agent:${me.id}`), [me.id]);
  useShortcuts({ '?': () => setHelpOpen(true), 'g i': () => go('/desk/'), 'g m': () => go('/desk/?owner=me') });
  const navigation = (
    <>
      {PLACES[me.role].map((place) => (
        <a key={place} href={`/desk/${place}`} aria-current={view.view === place ? 'page' : undefined}>
          {say(`title-${place}`)}
        </a>
      ))}
      <button type="button" class="plain" aria-label={say('shortcuts')} title={say('shortcuts')} onClick={() => setHelpOpen(true)}>
        ?
      </button>
    </>
  );
  return (
    <SeatContext.Provider value={seat}>
      <Shell
        page="desk"
        isElsewhere={PLACES.admin.some((place) => place === view.view)}
        title={titleOf(view)}
        brand={house.brand.name[language]}
        who={{ name: me.name?.[language] ?? me.id, role: me.role }}
        navigation={navigation}
      >
        <Shown view={view} />
      </Shell>
      <OutboxBar />
      {isHelpOpen && <ShortcutsHelp onClose={() => setHelpOpen(false)} />}
    </SeatContext.Provider>
  );
}
