import { type ComponentChildren, render } from 'preact';
import { useEffect } from 'preact/hooks';
import { api, ask } from '../api/client.ts';
import type { Paths } from '../api/paths.ts';
import { useLoading } from '../loading.ts';
import { isSignedIn, signIn } from '../session.ts';
import { Busy, Fault } from './states.tsx';

export type Me = Paths['/api/me']['get']['responses'][200]['content']['application/json'];
export type House = Paths['/api/house']['get']['responses'][200]['content']['application/json'];

/** Who looks, and the names of the house that they work in. */
export interface Seat {
  readonly me: Me;
  readonly house: House;
}

const sit = async (signal: AbortSignal): Promise<Seat> => {
  const [me, house] = await Promise.all([ask(api.GET('/api/me', { signal })), ask(api.GET('/api/house', { signal }))]);
  return { me, house };
};

function SignedIn({ page }: { readonly page: (seat: Seat) => ComponentChildren }) {
  const [seat, retry] = useLoading('seat', sit);
  const fault = seat.state === 'failed' ? seat.fault : undefined;
  useEffect(() => {
    if (fault?.kind === 'session') void signIn();
  }, [fault]);
  if (seat.data !== undefined) return page(seat.data);
  return <main>{fault === undefined || fault.kind === 'session' ? <Busy /> : <Fault fault={fault} onRetry={retry} />}</main>;
}

/** Shows a page for staff, once they are signed in. */
export function open(page: (seat: Seat) => ComponentChildren): void {
  const root = document.querySelector('#page');
  if (root === null) throw new Error('expected an element #page in the document');
  if (isSignedIn()) render(<SignedIn page={page} />, root);
  else
    signIn().catch(() => {
      // The service cannot be reached: the same question, asked by the page, says so and offers to try again.
      render(<SignedIn page={page} />, root);
    });
}
