import { severityWords, tierWords } from '../../shared/domain/words.ts';
import type { Case, Standing } from './api-types.ts';
import { language, say } from './words.ts';

const SIGNS: Readonly<Record<Standing, string>> = { breached: '✕', 'at-risk': '!', waiting: '…', 'on-track': '✓' };

/** How a case stands against its clock: in words and by a sign, never by colour alone. */
export const StandingBadge = ({ standing }: { readonly standing: Standing }) => (
  <span class={`badge ${standing}`}>
    <span aria-hidden="true">{SIGNS[standing]} </span>
    {say(`standing-${standing}`)}
  </span>
);

/** What makes a case weigh more than others. */
export function Weight({ severity, tier, isSerious }: Pick<Case, 'severity' | 'tier' | 'isSerious'>) {
  return (
    <>
      <span class={`weight s${severity}`}>{say('severity', { name: severityWords[severity][language] })}</span>
      {isSerious && <span class="weight s4">{say('serious')}</span>}
      {tier !== 'regular' && <span class="weight">{tierWords[tier][language]}</span>}
    </>
  );
}
