import { useState } from 'preact/hooks';
import type { ApiFault } from '../../browser/api/fault.ts';
import type { CaseDetails, CommandType } from '../api-types.ts';
import { useSeat } from '../seat.ts';
import { instantIn } from '../zoned.ts';
import { type Draft, dropDraft, keepDraft, readDraft } from './drafts.ts';
import { FIELDS, type Thing } from './fields.ts';
import { issuesOf } from './issues.ts';
import { moneyOf } from './money.ts';
import { newsSince } from './news.ts';
import { flush, hold } from './outbox.ts';
import { commandOf, goesOut } from './read-command.ts';
import { reader } from './reader.ts';
import { carryOut } from './send.ts';

export interface FormProps {
  readonly details: CaseDetails;
  readonly type: CommandType;
  /** Asks for the case anew. */
  readonly reload: () => void;
  /** It was given, or is on its way. */
  readonly onEnd: () => void;
}

const newKey = () => crypto.randomUUID();
const only = (things: readonly Thing[]) => (things.length === 1 ? things[0]?.id : undefined);

/** What a form holds before anything is typed. */
function freshDraft(type: CommandType, details: CaseDetails): Draft {
  const values: Record<string, string> = {};
  for (const field of FIELDS[type]) {
    const initial = field.kind === 'choice' ? field.initial : field.kind === 'thing' ? only(field.of(details)) : undefined;
    if (initial !== undefined) values[field.name] = initial;
  }
  if (type === 'register') for (const [name, value] of Object.entries(details.case.facts)) values[`facts.${name}`] = value;
  // Where no mail goes to the customer, another way is the one to begin with.
  const isReached = details.case.isReachable && details.case.undeliverable === undefined;
  if (values['via'] !== undefined && !isReached) values['via'] = 'telephone';
  return { values, version: details.case.version, key: newKey() };
}

/** The form of one command: what is typed, what is wrong with it, what others did meanwhile, and giving it. */
export function useForm({ details, type, reload, onEnd }: FormProps) {
  const { number, version } = details.case;
  const { me, house } = useSeat();
  const actor = `agent:${me.id}`;
  const [draft, setDraft] = useState(() => readDraft(number, type) ?? freshDraft(type, details));
  const [issues, setIssues] = useState<Readonly<Record<string, string>>>({});
  const [fault, setFault] = useState<ApiFault>();
  const [isBusy, setBusy] = useState(false);
  const news = newsSince(details.history, draft.version, actor);

  const set = (name: string, value: string) => {
    // Other words are another order.
    const next = { ...draft, values: { ...draft.values, [name]: value }, key: newKey() };
    setDraft(next);
    keepDraft(number, type, next);
  };

  const give = async (seen: number) => {
    const form = reader(draft.values, (wall) => instantIn(house.brand.timeZone, wall));
    const command = commandOf(type, form, moneyOf(house.currency));
    setIssues(issuesOf(form.issues));
    setFault(undefined);
    if (form.issues.length > 0) return;
    const order = { number, version: seen, key: draft.key, command };
    const next = { ...draft, version: seen };
    setDraft(next);
    // Kept until it has arrived: it can be taken back, or come back.
    keepDraft(number, type, next);
    if (goesOut(command)) {
      hold(order, actor);
      onEnd();
      return;
    }
    setBusy(true);
    await flush(number);
    const outcome = await carryOut(order, actor);
    setBusy(false);
    reload();
    if (outcome.state === 'done') {
      dropDraft(number, type);
      onEnd();
    } else if (outcome.state === 'failed') {
      setIssues(issuesOf(outcome.fault.problem?.issues ?? []));
      setFault(outcome.fault);
    }
  };

  return {
    values: draft.values,
    set,
    issues,
    fault,
    isBusy,
    news,
    /** On the state that was there when it was begun. With news on the screen it waits for a yes to the new state. */
    submit: () => (news.length > 0 ? undefined : give(draft.version)),
    /** On the state as it is now. */
    giveAnyway: () => give(version),
    discard: () => {
      dropDraft(number, type);
      onEnd();
    },
  };
}
