import type { ComponentChildren } from 'preact';
import type { Loading } from '../../browser/loading.ts';
import { Busy, Fault, Nothing } from '../../browser/parts/states.tsx';
import { say } from '../words.ts';

interface ListingProps {
  readonly title: string;
  readonly about: string;
  readonly none: string;
  readonly loading: Loading<unknown>;
  readonly isEmpty: boolean;
  readonly onRetry: () => void;
  readonly onMore?: (() => void) | undefined;
  readonly above?: ComponentChildren;
  readonly children: ComponentChildren;
}

/** A page with one list: its title and what it is for, and the list in whatever state it is. */
export function Listing({ title, about, none, loading, isEmpty, onRetry, onMore, above, children }: ListingProps) {
  return (
    <div class="page">
      <h1>{title}</h1>
      <p class="soft">{about}</p>
      {above}
      {children}
      {loading.state === 'failed' && <Fault fault={loading.fault} onRetry={loading.fault.kind === 'forbidden' ? undefined : onRetry} />}
      {loading.state === 'loading' && isEmpty && <Busy />}
      {loading.state === 'here' && isEmpty && (
        <Nothing>
          <p>{none}</p>
        </Nothing>
      )}
      {onMore !== undefined && (
        <button type="button" onClick={onMore}>
          {say('showMore')}
        </button>
      )}
    </div>
  );
}
