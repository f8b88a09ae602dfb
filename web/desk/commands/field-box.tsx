import type { ComponentChildren } from 'preact';
import { severityWords } from '../../../shared/domain/words.ts';
import type { CaseDetails } from '../api-types.ts';
import { useSeat } from '../seat.ts';
import { language, say } from '../words.ts';
import type { Field } from './fields.ts';
import { RemedyField } from './remedy-field.tsx';
import { WordsField } from './words-field.tsx';

export interface BoxProps {
  readonly field: Field;
  readonly details: CaseDetails;
  readonly value: string;
  readonly issue: string | undefined;
  readonly set: (value: string) => void;
}

/** What an input needs to be tied to its label and to what is wrong with it. */
export const tied = ({ field, issue }: Pick<BoxProps, 'field' | 'issue'>) => ({
  id: `field-${field.name}`,
  name: field.name,
  autocomplete: 'off' as const,
  'aria-invalid': issue !== undefined,
  'aria-describedby': issue === undefined ? undefined : `issue-${field.name}`,
});

type Typed = { readonly currentTarget: { readonly value: string } };

interface Option {
  readonly id: string;
  readonly name: string;
}

function useOptions(field: Field, details: CaseDetails): readonly Option[] {
  const { house } = useSeat();
  const named = (list: readonly { id: string; name: { en: string; 'zh-Hans': string } }[]) =>
    list.map(({ id, name }) => ({ id, name: name[language] }));
  switch (field.kind) {
    case 'choice': {
      const options = Object.entries(field.words).map(([id, name]) => ({ id, name: name[language] }));
      return field.words === severityWords ? options.filter(({ id }) => id !== String(details.case.severity)) : options;
    }
    case 'agent':
      return named(house.agents);
    case 'department':
      return named(house.departments);
    case 'cause':
      return named(house.causes);
    case 'thing':
      return field.of(details).map(({ id, what }) => ({
        id,
        name: `${id} · ${details.remedies.find((one) => one.id === what)?.title[language] ?? what}`,
      }));
    default:
      return [];
  }
}

function Select({ field, details, value, issue, set }: BoxProps) {
  const options = useOptions(field, details);
  return (
    <select {...tied({ field, issue })} value={value} onChange={(event: Typed) => set(event.currentTarget.value)}>
      <option value="">{say('choose')}</option>
      {options.map(({ id, name }) => (
        <option key={id} value={id} selected={id === value}>
          {name}
        </option>
      ))}
    </select>
  );
}

function Control(props: BoxProps) {
  const { field, value, issue, set, details } = props;
  const typed = (event: Typed) => set(event.currentTarget.value);
  switch (field.kind) {
    case 'words':
      return <WordsField {...props} />;
    case 'remedy':
      return <RemedyField {...props} />;
    case 'text':
      return <textarea {...tied({ field, issue })} dir="auto" rows={3} value={value} onInput={typed} />;
    case 'choice':
    case 'agent':
    case 'department':
    case 'cause':
    case 'thing':
      return <Select {...{ field, details, value, issue, set }} />;
    case 'tick':
      return null;
    case 'moment':
      return <input {...tied({ field, issue })} type="datetime-local" value={value} onInput={typed} />;
    case 'day':
      return <input {...tied({ field, issue })} type="date" value={value} onInput={typed} />;
    case 'money':
    case 'percent':
      return <input {...tied({ field, issue })} type="text" inputMode="decimal" value={value} onInput={typed} />;
    case 'line':
      return <input {...tied({ field, issue })} type="text" dir="auto" value={value} onInput={typed} />;
  }
}

/** What people write in gets the whole width. */
const WIDE: ReadonlySet<Field['kind']> = new Set(['text', 'words', 'remedy', 'line']);

const labelOf = (field: Field) => say(`field-${'label' in field && field.label !== undefined ? field.label : field.name}`);

/** A field with its label, and what is wrong with it below. */
export function FieldBox(props: BoxProps) {
  const { field, value, issue, set } = props;
  if (field.kind === 'tick') {
    return (
      <label class="tick">
        <input {...tied(props)} type="checkbox" checked={value === 'yes'} onChange={() => set(value === 'yes' ? '' : 'yes')} />
        {labelOf(field)}
      </label>
    );
  }
  return (
    <div class={`field ${WIDE.has(field.kind) ? 'wide' : ''}`}>
      <label for={`field-${field.name}`}>
        {labelOf(field)}
        {'isOptional' in field && field.isOptional === true && <span class="soft"> {say('optional')}</span>}
      </label>
      <Control {...props} />
      {issue !== undefined && <Issue id={`issue-${field.name}`}>{issue}</Issue>}
    </div>
  );
}

const Issue = ({ id, children }: { readonly id: string; readonly children: ComponentChildren }) => (
  <p class="issue" id={id}>
    {children}
  </p>
);
