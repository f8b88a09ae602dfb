import { createElement, type VNode } from 'preact';
import { useState } from 'preact/hooks';
import { ApiFault } from '../../browser/api/fault.ts';
import { refusalWords } from '../commands/faults.ts';

/** Does one thing at a time, and shows why it came to nothing. */
export function useAction(): {
  readonly run: (act: () => Promise<void>) => Promise<void>;
  readonly isBusy: boolean;
  readonly issue: VNode | null;
} {
  const [isBusy, setBusy] = useState(false);
  const [fault, setFault] = useState<ApiFault>();
  const run = async (act: () => Promise<void>) => {
    setBusy(true);
    setFault(undefined);
    try {
      await act();
    } catch (error) {
      setFault(error instanceof ApiFault ? error : new ApiFault('broken', { cause: error }));
    }
    setBusy(false);
  };
  return { run, isBusy, issue: fault === undefined ? null : createElement('p', { class: 'issue', role: 'alert' }, refusalWords(fault)) };
}
