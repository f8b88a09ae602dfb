import { topicWords } from '../../../shared/domain/words.ts';
import { CHANNELS, CLOSINGS, STATES } from '../../sheet/words.ts';
import type { CaseDetails } from '../api-types.ts';
import { StandingBadge, Weight } from '../badges.tsx';
import { useMinute } from '../minute.ts';
import { useSeat } from '../seat.ts';
import { Countdown } from '../time.tsx';
import { LIST_COMMA, language, say } from '../words.ts';

/** Which case it is, where it stands, and whose it is. */
export function Head({ details: { case: value, standing, nextDue, customer } }: { readonly details: CaseDetails }) {
  const { told } = useSeat();
  const now = useMinute();
  const { number, state, round, owner, branch, channel, topics } = value;
  return (
    <header class="case-head">
      <div class="line">
        <h1 tabIndex={-1}>
          {number} <span class="state">{STATES[state][language]}</span>
        </h1>
        {standing !== undefined && <StandingBadge standing={standing} />}
        {nextDue !== undefined && standing !== undefined && <Countdown at={nextDue.at} now={now} />}
      </div>
      <p class="facts">
        {customer?.name !== undefined && (
          <strong>
            <bdi>{customer.name}</bdi>
          </strong>
        )}
        <Weight {...value} />
        <span>{say('ownedBy', { name: told.name('agents', owner) })}</span>
        {branch !== undefined && <span>{told.name('branches', branch)}</span>}
        <span>{CHANNELS[channel]?.[language] ?? channel}</span>
        {topics.length > 0 && <span>{topics.map((topic) => topicWords[topic][language]).join(LIST_COMMA)}</span>}
        {round > 1 && <span>{say('round', { n: round })}</span>}
      </p>
      <States value={value} />
    </header>
  );
}

/** What whoever works on it has to know before they write. */
function States({ value }: { readonly value: CaseDetails['case'] }) {
  const { undeliverable, isReachable, closingReason, mergedInto, offers } = value;
  const isPending = offers.some(({ state }) => state === 'awaiting-approval');
  return (
    <>
      {!isReachable && <p class="hint">{say('noAddress')}</p>}
      {undeliverable !== undefined && <p class="hint">{say('undeliverable', { reason: undeliverable.reason })}</p>}
      {isPending && <p class="hint">{say('awaitsApproval')}</p>}
      {closingReason !== undefined && <p class="hint">{CLOSINGS[closingReason][language]}</p>}
      {mergedInto !== undefined && (
        <p class="hint">
          <a href={`/desk/cases/${mergedInto}`}>{say('mergedInto', { number: mergedInto })}</a>
        </p>
      )}
    </>
  );
}
