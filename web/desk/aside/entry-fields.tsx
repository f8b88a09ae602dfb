import type { ComponentChildren } from 'preact';
import { say } from '../words.ts';

type Set = (name: string, value: string) => void;

interface FieldProps {
  readonly name: 'channel' | 'comment' | 'name' | 'email' | 'phone' | 'branch';
  readonly issue: string | undefined;
  readonly children: ComponentChildren;
}

export const Field = ({ name, issue, children }: FieldProps) => (
  <div class={`field ${name === 'comment' ? 'wide' : ''}`}>
    <label for={`entry-${name}`}>{say(`entry-${name}`)}</label>
    {children}
    {issue !== undefined && (
      <p class="issue" role="alert">
        {issue}
      </p>
    )}
  </div>
);

interface OptionsProps {
  readonly id: string;
  readonly value: string;
  readonly options: readonly (readonly [string, string])[];
  readonly set: Set;
}

export const Options = ({ id, value, options, set }: OptionsProps) => (
  <select id={`entry-${id}`} value={value} onChange={(event) => set(id, event.currentTarget.value)}>
    {options.map(([one, text]) => (
      <option key={one} value={one} selected={one === value}>
        {text}
      </option>
    ))}
  </select>
);

interface TickProps {
  readonly name: 'consent' | 'openCase';
  readonly values: Readonly<Record<string, string>>;
  readonly set: Set;
}

export const Tick = ({ name, values, set }: TickProps) => (
  <label class="tick">
    <input type="checkbox" checked={values[name] === 'yes'} onChange={() => set(name, values[name] === 'yes' ? '' : 'yes')} />
    {say(`entry-${name}`)}
  </label>
);
