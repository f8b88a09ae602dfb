import { deadlineWords } from '../../../shared/domain/words.ts';
import type { Say } from '../../sheet/matter.ts';
import { entryOf } from '../../sheet/said.ts';
import { OUTCOMES } from '../../sheet/words.ts';
import type { CaseEvent } from '../api-types.ts';
import { LIST_COMMA, language, say } from '../words.ts';

type Deadlines = Extract<CaseEvent, { type: 'DeadlinesSet' }>['deadlines'];

const kinds = (deadlines: Deadlines) => deadlines.map(({ kind }) => deadlineWords[kind][language]).join(LIST_COMMA);

/** What an event says: as on the register sheet, and of deadlines what the sheet has a table for. */
export function eventWords(event: CaseEvent, told: Say): string {
  switch (event.type) {
    case 'DeadlinesSet':
      return say('deadlinesSet', { names: kinds(event.deadlines) });
    case 'DeadlineEnded':
      return say('deadlineEnded', {
        name: deadlineWords[event.deadline.kind][language],
        outcome: OUTCOMES[event.deadline.outcome ?? 'dropped'][language],
      });
    case 'DeadlineReached':
      return say('deadlineReached', { name: deadlineWords[event.kind][language], percent: event.percent });
    default:
      return entryOf(event, told)?.text[language] ?? event.type;
  }
}
