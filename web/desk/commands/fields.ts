import type { Localized } from '../../../shared/domain/language.ts';
import { severityWords, verdictWords } from '../../../shared/domain/words.ts';
import { CLOSINGS, DISPUTES, RESPONSIBLE, WAYS } from '../../sheet/words.ts';
import type { CaseDetails, CommandType } from '../api-types.ts';
import type { Word } from '../words.ts';

type Labelled<Key> = Key extends `field-${infer Name}` ? Name : never;
/** Names of fields: each has its label in the catalogue. */
export type FieldName = Labelled<Word>;

/** One field of a command's form. `name` is the path by which the API knows it: its faults find their field by it. */
export type Field =
  | {
      readonly kind: 'text' | 'line' | 'moment' | 'day' | 'money' | 'percent';
      readonly name: FieldName;
      readonly isOptional?: boolean;
      /** Where the same name means something else than in other forms. */
      readonly label?: FieldName;
    }
  /** Words for the customer: prepared replies are at hand. */
  | { readonly kind: 'words'; readonly name: FieldName }
  | { readonly kind: 'choice'; readonly name: FieldName; readonly words: Readonly<Record<string, Localized>>; readonly initial?: string }
  | { readonly kind: 'agent' | 'department' | 'cause' | 'remedy'; readonly name: FieldName }
  | { readonly kind: 'thing'; readonly name: FieldName; readonly of: (details: CaseDetails) => readonly Thing[] }
  | { readonly kind: 'tick'; readonly name: FieldName };

/** An offer, a promise or a measure of the case. */
export interface Thing {
  readonly id: string;
  readonly what: string;
}

const text = (name: FieldName): Field => ({ kind: 'text', name });
const optional = (name: FieldName): Field => ({ kind: 'text', name, isOptional: true });
const words = (name: FieldName): Field => ({ kind: 'words', name });
const via: Field = { kind: 'choice', name: 'via', words: WAYS, initial: 'mail' };

export const ANSWER_KINDS = {
  answer: { en: 'An answer', 'zh-Hans': '答复' },
  standing: { en: 'How it stands so far', 'zh-Hans': '进展告知' },
} as const;
/** From what a form holds. */
export const SEVERITY_OF = { '1': 1, '2': 2, '3': 3, '4': 4 } as const;
export const YES_NO = { yes: { en: 'yes', 'zh-Hans': '是' }, no: { en: 'no', 'zh-Hans': '否' } } as const;

const offers =
  (...states: CaseDetails['case']['offers'][number]['state'][]) =>
  (details: CaseDetails): Thing[] =>
    details.case.offers.filter(({ state }) => states.includes(state)).map(({ id, remedy }) => ({ id, what: remedy }));
const offer = (...states: Parameters<typeof offers>): Field => ({ kind: 'thing', name: 'offerId', of: offers(...states) });
const promise: Field = {
  kind: 'thing',
  name: 'commitmentId',
  of: (details) => details.case.commitments.filter(({ state, deadline }) => state === 'open' && deadline === undefined),
};
const measure = (isDone: boolean): Field => ({
  kind: 'thing',
  name: 'measureId',
  of: (details) => details.case.measures.filter(({ doneAt }) => (doneAt !== undefined) === isDone),
});

/** The form of each command; an empty one is given by its button alone. */
export const FIELDS: Readonly<Record<CommandType, readonly Field[]>> = {
  acknowledge: [],
  assign: [{ kind: 'agent', name: 'to' }, optional('note')],
  note: [{ kind: 'text', name: 'text', label: 'private' }],
  register: [
    ...(['product', 'order', 'quantity'] as const).map((name): Field => ({ kind: 'line', name: `facts.${name}`, isOptional: true })),
    { kind: 'day', name: 'facts.occurredOn', isOptional: true },
    optional('facts.wish'),
    optional('facts.evidence'),
  ],
  classify: [{ kind: 'choice', name: 'severity', words: severityWords }, text('reason')],
  answer: [
    words('text'),
    { kind: 'choice', name: 'kind', words: ANSWER_KINDS, initial: 'answer' },
    via,
    { kind: 'moment', name: 'nextBy', isOptional: true },
  ],
  ask: [words('question'), via],
  resume: [],
  'reach-again': [optional('note')],
  investigate: [{ kind: 'tick', name: 'isComplex' }],
  find: [text('finding')],
  decide: [
    { kind: 'choice', name: 'verdict', words: verdictWords },
    { kind: 'department', name: 'department' },
    { kind: 'cause', name: 'cause' },
    { kind: 'choice', name: 'dispute', words: DISPUTES },
    { kind: 'choice', name: 'responsibility', words: RESPONSIBLE },
    words('explanation'),
    via,
  ],
  offer: [
    { kind: 'remedy', name: 'remedy' },
    { kind: 'money', name: 'money', isOptional: true },
    optional('note'),
    via,
    { kind: 'tick', name: 'forApproval' },
  ],
  approve: [offer('awaiting-approval')],
  reject: [offer('awaiting-approval'), text('reason')],
  withdraw: [offer('awaiting-approval', 'offered'), text('reason')],
  accept: [offer('offered')],
  refuse: [offer('offered'), optional('reason')],
  solve: [words('resolution'), via],
  promise: [{ kind: 'line', name: 'what' }, { kind: 'moment', name: 'dueAt' }, via],
  'keep-promise': [promise],
  'move-promise': [promise, { kind: 'moment', name: 'dueAt' }, text('reason')],
  'follow-up': [
    { kind: 'choice', name: 'isSolved', words: YES_NO },
    { kind: 'percent', name: 'satisfaction', isOptional: true },
    optional('comment'),
  ],
  reopen: [text('reason')],
  close: [{ kind: 'choice', name: 'reason', words: CLOSINGS }, optional('note')],
  report: [text('report.cause'), text('report.effect'), text('report.handling'), text('report.prevention')],
  'plan-measure': [text('what'), { kind: 'agent', name: 'owner' }, { kind: 'day', name: 'dueOn' }],
  'complete-measure': [measure(false), optional('note')],
  'check-measure': [measure(true), { kind: 'choice', name: 'isEffective', words: YES_NO }, optional('note')],
  exempt: [text('reason')],
  merge: [{ kind: 'line', name: 'into' }],
};

/** Those that people reach for most, in the order in which a case goes. */
export const FREQUENT = [
  'acknowledge',
  'approve',
  'reject',
  'answer',
  'ask',
  'note',
  'decide',
  'offer',
  'accept',
  'refuse',
  'solve',
  'follow-up',
  'assign',
] as const satisfies readonly CommandType[];
