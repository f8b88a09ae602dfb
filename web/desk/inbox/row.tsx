import { topicWords } from '../../../shared/domain/words.ts';
import { STATES } from '../../sheet/words.ts';
import type { ListedCase } from '../api-types.ts';
import { StandingBadge, Weight } from '../badges.tsx';
import { useSeat } from '../seat.ts';
import { Countdown } from '../time.tsx';
import { LIST_COMMA, language, say } from '../words.ts';

interface RowProps {
  readonly item: ListedCase;
  readonly index: number;
  /** −1: nobody knows yet how many there are. */
  readonly count: number;
  readonly top: number;
  readonly search: string;
  readonly isOpen: boolean;
  readonly isChosen: boolean;
  readonly now: number;
  readonly onChoose: (number: string) => void;
}

const aboutOf = ({ facts, topics }: ListedCase) =>
  [topics.map((topic) => topicWords[topic][language]).join(LIST_COMMA), facts.product, facts.wish].filter((part) => part).join(' · ');

/** One case in the list: always of the same height, so that ten thousand cost no more than those in view. */
export function Row({ item, index, count, top, search, isOpen, isChosen, now, onChoose }: RowProps) {
  const { told } = useSeat();
  const { number, standing, nextDue, branch, owner, state } = item;
  return (
    <li
      class={`row${isOpen ? ' open' : ''}`}
      aria-posinset={index + 1}
      aria-setsize={count}
      ref={(element) => {
        if (element !== null) element.style.top = `${top}px`;
      }}
    >
      <label class="pick">
        <input type="checkbox" checked={isChosen} onChange={() => onChoose(number)} />
        <span class="unseen">{say('choose-case', { number })}</span>
      </label>
      <a href={`/desk/cases/${number}${search}`} data-index={index} aria-current={isOpen ? 'true' : undefined}>
        <span class="first">
          <strong>{number}</strong>
          {nextDue !== undefined && standing !== undefined && <Countdown at={nextDue.at} now={now} />}
        </span>
        <span class="second" dir="auto">
          {aboutOf(item) || say('noTopic')}
        </span>
        <span class="third">
          {standing !== undefined && <StandingBadge standing={standing} />}
          <Weight {...item} />
          <span>{told.name('agents', owner)}</span>
          {branch !== undefined && <span>{told.name('branches', branch)}</span>}
          <span>{STATES[state][language]}</span>
        </span>
      </a>
    </li>
  );
}
