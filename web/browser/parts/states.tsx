import type { ComponentChildren } from 'preact';
import type { ApiFault } from '../api/fault.ts';
import { say, sentenceOf } from '../common-words.ts';
import { signIn } from '../session.ts';

/** Told politely, and shown only where it takes longer than a blink (the style delays it). */
export const Busy = () => (
  <p class="busy" role="status">
    {say('loading')}
  </p>
);

interface FaultProps {
  readonly fault: ApiFault;
  readonly onRetry?: (() => void) | undefined;
}

/** What went wrong, and what to do about it. */
export const Fault = ({ fault, onRetry }: FaultProps) => (
  <div class="fault" role="alert">
    <p>{sentenceOf(fault)}</p>
    {fault.kind === 'session' ? (
      <button type="button" onClick={() => void signIn()}>
        {say('signInAgain')}
      </button>
    ) : (
      onRetry && (
        <button type="button" onClick={onRetry}>
          {say('retry')}
        </button>
      )
    )}
  </div>
);

/** Where there is nothing: why, and what would change it. */
export const Nothing = ({ children }: { readonly children: ComponentChildren }) => <div class="nothing">{children}</div>;
