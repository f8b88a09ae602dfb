import type { ComponentChildren } from 'preact';
import type { Loading } from '../../browser/loading.ts';
import { Fault } from '../../browser/parts/states.tsx';
import { Panel, Skeleton } from './panel.tsx';

interface LoadedProps<Data> {
  readonly id: string;
  readonly title: string;
  readonly isHalf?: boolean;
  readonly loading: Loading<Data>;
  readonly onRetry: () => void;
  readonly children: (data: Data) => ComponentChildren;
}

/** A panel that asks for its figures by itself: what goes wrong in it stays in it. */
export function Loaded<Data>({ id, title, isHalf = false, loading, onRetry, children }: LoadedProps<Data>) {
  if (loading.state === 'here') return children(loading.data);
  return (
    <Panel id={id} title={title} isHalf={isHalf}>
      {loading.state === 'failed' ? <Fault fault={loading.fault} onRetry={onRetry} /> : <Skeleton kind="block" />}
    </Panel>
  );
}
