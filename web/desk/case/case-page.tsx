import { useEffect, useState } from 'preact/hooks';
import { useLoading } from '../../browser/loading.ts';
import { Busy, Fault } from '../../browser/parts/states.tsx';
import { go, usePlace, withQuery } from '../../browser/route.ts';
import type { CaseDetails, CommandType } from '../api-types.ts';
import { CommandForm } from '../commands/command-form.tsx';
import { onOutbox } from '../commands/outbox.ts';
import { readCase } from '../commands/send.ts';
import { CustomerBeside } from '../customer/beside.tsx';
import { useSeat } from '../seat.ts';
import { useShortcuts } from '../shortcuts.ts';
import { say } from '../words.ts';
import { Commands, useAtOnce } from './commands.tsx';
import { Facts } from './facts.tsx';
import { Head } from './head.tsx';
import { Pinned } from './pinned.tsx';
import { Promised } from './promised.tsx';
import { Timeline } from './timeline.tsx';

/** After so long a look at the page asks anew, in milliseconds. */
const STALE_MS = 60_000;

function useCase(number: string) {
  const [loading, reload] = useLoading(`case ${number}`, (signal) => readCase(number, signal));
  useEffect(
    () =>
      onOutbox(
        () => undefined,
        (order) => {
          if (order.number === number) reload();
        },
      ),
    [number, reload],
  );
  useEffect(() => {
    let since = Date.now();
    const look = () => {
      if (document.visibilityState !== 'visible' || Date.now() - since < STALE_MS) return;
      since = Date.now();
      reload();
    };
    document.addEventListener('visibilitychange', look);
    return () => document.removeEventListener('visibilitychange', look);
  }, [reload]);
  return [loading, reload] as const;
}

/** One case with all that its agent needs. */
export function CasePage({ number }: { readonly number: string }) {
  const [loading, reload] = useCase(number);
  const { data } = loading;
  if (data === undefined || data.case.number !== number) {
    return (
      <div class="case">
        <h1 class="unseen">{say('case', { number })}</h1>
        {loading.state === 'failed' ? (
          <Fault fault={loading.fault} onRetry={loading.fault.kind === 'missing' ? undefined : reload} />
        ) : (
          <Busy />
        )}
      </div>
    );
  }
  return (
    <article class="case" aria-label={say('case', { number })}>
      <Head details={data} />
      {loading.state === 'failed' && <Fault fault={loading.fault} onRetry={reload} />}
      <div class="columns">
        <div class="work">
          <Work key={number} details={data} reload={reload} />
          <Pinned details={data} />
          <Timeline details={data} />
        </div>
        <div class="beside">
          <Promised value={data.case} />
          <Facts details={data} />
          {data.case.customerKey !== undefined && <CustomerBeside customerKey={data.case.customerKey} number={number} />}
        </div>
      </div>
    </article>
  );
}

/** The command that the address names, where it is one that may be given now. */
function useOpenCommand({ allowed }: CaseDetails): readonly [CommandType | undefined, (type: CommandType | undefined) => void] {
  const asked = usePlace().query.get('do');
  const inAddress = allowed.find((type) => type === asked);
  // Somebody else may end what a form is open for: it stays, with what was typed.
  const [last, setLast] = useState(inAddress);
  const open = asked === null ? undefined : (inAddress ?? (last === asked ? last : undefined));
  useEffect(() => setLast(open), [open]);
  return [open, (type) => go(withQuery({ do: type }), 'replace')];
}

function Work({ details, reload }: { readonly details: CaseDetails; readonly reload: () => void }) {
  const { me } = useSeat();
  const { give } = useAtOnce(details, reload);
  const [type, setType] = useOpenCommand(details);
  const may = (wanted: CommandType) => {
    if (details.allowed.includes(wanted)) setType(wanted);
  };
  useShortcuts({
    a: () => details.allowed.includes('assign') && details.case.owner !== me.id && give({ type: 'assign', to: me.id }),
    r: () => may('answer'),
    n: () => may('note'),
    h: () => may('assign'),
    o: () => may('offer'),
    d: () => may('decide'),
    s: () => may('solve'),
  });
  const end = () => {
    setType(undefined);
    document.querySelector<HTMLElement>('.commands button')?.focus();
  };
  return (
    <>
      <Commands details={details} open={type} onOpen={setType} reload={reload} />
      {type !== undefined && <CommandForm key={`${details.case.number} ${type}`} {...{ details, type, reload }} onEnd={end} />}
    </>
  );
}
