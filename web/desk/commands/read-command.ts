import { verdictWords } from '../../../shared/domain/words.ts';
import { CLOSINGS, DISPUTES, RESPONSIBLE, WAYS } from '../../sheet/words.ts';
import type { CaseCommand, CommandType } from '../api-types.ts';
import { ANSWER_KINDS, SEVERITY_OF, YES_NO } from './fields.ts';
import { isKey, type Reader } from './reader.ts';

type Made = { readonly [Type in CommandType]: (form: Reader, money: MoneyOf) => Extract<CaseCommand, { type: Type }> };
type MoneyOf = (typed: number) => { amount: number; currency: string };

const via = (form: Reader) => ({ via: form.choice('via', WAYS, 'mail') });
const note = (form: Reader) => form.has('note') && { note: form.text('note') };
const offerId = (form: Reader) => ({ offerId: form.text('offerId') });
const commitmentId = (form: Reader) => ({ commitmentId: form.text('commitmentId') });
const measureId = (form: Reader) => ({ measureId: form.text('measureId') });
const yes = (form: Reader, field: string) => form.choice<keyof typeof YES_NO>(field, YES_NO, 'no') === 'yes';

const MADE: Made = {
  acknowledge: () => ({ type: 'acknowledge' }),
  assign: (form) => ({ type: 'assign', to: form.text('to'), ...note(form) }),
  note: (form) => ({ type: 'note', text: form.text('text') }),
  register: (form) => ({ type: 'register', facts: factsOf(form) }),
  classify: (form) => ({
    type: 'classify',
    severity: SEVERITY_OF[form.choice('severity', SEVERITY_OF, '1')],
    reason: form.text('reason'),
  }),
  answer: (form) => ({
    type: 'answer',
    text: form.text('text'),
    kind: form.choice('kind', ANSWER_KINDS, 'answer'),
    ...via(form),
    ...(form.has('nextBy') && { nextBy: form.moment('nextBy') }),
  }),
  ask: (form) => ({ type: 'ask', question: form.text('question'), ...via(form) }),
  resume: () => ({ type: 'resume' }),
  'reach-again': (form) => ({ type: 'reach-again', ...note(form) }),
  investigate: (form) => ({ type: 'investigate', isComplex: form.isTicked('isComplex') }),
  find: (form) => ({ type: 'find', finding: form.text('finding') }),
  decide: (form) => ({
    type: 'decide',
    verdict: form.choice('verdict', verdictWords, 'founded'),
    department: form.text('department'),
    cause: form.text('cause'),
    dispute: form.choice('dispute', DISPUTES, 'quality'),
    responsibility: form.choice('responsibility', RESPONSIBLE, 'company'),
    explanation: form.text('explanation'),
    ...via(form),
  }),
  offer: (form, money) => ({
    type: 'offer',
    remedy: form.text('remedy'),
    ...(form.has('money') && { money: money(form.number('money')) }),
    ...note(form),
    ...via(form),
    forApproval: form.isTicked('forApproval'),
  }),
  approve: (form) => ({ type: 'approve', ...offerId(form) }),
  reject: (form) => ({ type: 'reject', ...offerId(form), reason: form.text('reason') }),
  withdraw: (form) => ({ type: 'withdraw', ...offerId(form), reason: form.text('reason') }),
  accept: (form) => ({ type: 'accept', ...offerId(form) }),
  refuse: (form) => ({ type: 'refuse', ...offerId(form), ...(form.has('reason') && { reason: form.text('reason') }) }),
  solve: (form) => ({ type: 'solve', resolution: form.text('resolution'), ...via(form) }),
  promise: (form) => ({ type: 'promise', what: form.text('what'), dueAt: form.moment('dueAt'), ...via(form) }),
  'keep-promise': (form) => ({ type: 'keep-promise', ...commitmentId(form) }),
  'move-promise': (form) => ({ type: 'move-promise', ...commitmentId(form), dueAt: form.moment('dueAt'), reason: form.text('reason') }),
  'follow-up': (form) => ({
    type: 'follow-up',
    isSolved: yes(form, 'isSolved'),
    ...(form.has('satisfaction') && { satisfaction: form.number('satisfaction') }),
    ...(form.has('comment') && { comment: form.text('comment') }),
  }),
  reopen: (form) => ({ type: 'reopen', reason: form.text('reason') }),
  close: (form) => ({ type: 'close', reason: form.choice('reason', CLOSINGS, 'followed-up'), ...note(form) }),
  report: (form) => ({
    type: 'report',
    report: {
      cause: form.text('report.cause'),
      effect: form.text('report.effect'),
      handling: form.text('report.handling'),
      prevention: form.text('report.prevention'),
    },
  }),
  'plan-measure': (form) => ({ type: 'plan-measure', what: form.text('what'), owner: form.text('owner'), dueOn: form.text('dueOn') }),
  'complete-measure': (form) => ({ type: 'complete-measure', ...measureId(form), ...note(form) }),
  'check-measure': (form) => ({ type: 'check-measure', ...measureId(form), isEffective: yes(form, 'isEffective'), ...note(form) }),
  exempt: (form) => ({ type: 'exempt', reason: form.text('reason') }),
  merge: (form) => ({ type: 'merge', into: form.text('into') }),
};

const FACTS = { product: 1, order: 1, quantity: 1, occurredOn: 1, wish: 1, evidence: 1 } as const;

/** Only what was filled in: what is left out stays as it was. */
function factsOf(form: Reader): Extract<CaseCommand, { type: 'register' }>['facts'] {
  const facts: Partial<Record<keyof typeof FACTS, string>> = {};
  for (const name of Object.keys(FACTS)) {
    if (isKey(FACTS, name) && form.has(`facts.${name}`)) facts[name] = form.text(`facts.${name}`);
  }
  return facts;
}

/** The command that a filled-in form is; look at the reader's issues first. */
export const commandOf = (type: CommandType, form: Reader, money: MoneyOf): CaseCommand => MADE[type](form, money);

/** Commands of which the customer hears at once, whatever is in them. */
const ALWAYS_TOLD: readonly CommandType[] = ['move-promise', 'reopen'];
const TOLD_AT_CLOSE = ['followed-up', 'no-answer-to-follow-up', 'withdrawn-by-customer', 'no-agreement'];

/** Does something go out to the customer by it? Such a command is held for a while, and can be taken back. */
export function goesOut(command: CaseCommand): boolean {
  if ('via' in command) return command.via === 'mail';
  if (command.type === 'close') return TOLD_AT_CLOSE.includes(command.reason);
  return command.type === 'approve' || ALWAYS_TOLD.includes(command.type);
}
