import { useEffect, useRef } from 'preact/hooks';
import type { CaseEvent } from '../api-types.ts';
import { Entries } from '../case/entries.tsx';
import { useSeat, withRemedies } from '../seat.ts';
import { say, sayKnown } from '../words.ts';
import { refusalWords } from './faults.ts';
import { FieldBox } from './field-box.tsx';
import { FIELDS } from './fields.ts';
import { moneyOf } from './money.ts';
import { needOf } from './remedy-field.tsx';
import { type FormProps, useForm } from './use-form.ts';

/** The form of one command, with the notice where somebody else changed the case meanwhile: what they did, and what was typed stays. */
export function CommandForm(props: FormProps) {
  const { details, type } = props;
  const form = useForm(props);
  const root = useRef<HTMLFormElement>(null);
  const { values, issues, fault, news, isBusy } = form;
  useEffect(() => {
    root.current?.querySelector<HTMLElement>('textarea, select, input, button')?.focus();
  }, []);
  useEffect(() => {
    root.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
  }, [issues]);
  const isAllowed = details.allowed.includes(type);
  return (
    <form
      ref={root}
      class="command"
      aria-labelledby="command-title"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void form.submit();
      }}
    >
      <h2 id="command-title">{say(`command-${type}`)}</h2>
      <p class="soft">{sayKnown(`about-${type}`)}</p>
      {FIELDS[type].map((field) => (
        <FieldBox
          key={field.name}
          {...{ field, details }}
          value={values[field.name] ?? ''}
          issue={issues[field.name]}
          set={(value) => form.set(field.name, value)}
        />
      ))}
      {type === 'offer' && <NeedOfSum details={details} typed={values['money'] ?? ''} />}
      {fault !== undefined && (
        <p class="fault" role="alert">
          {refusalWords(fault)}
        </p>
      )}
      {news.length > 0 && <Collision {...props} news={news} isAllowed={isAllowed} onAnyway={form.giveAnyway} />}
      <div class="buttons">
        {news.length === 0 && (
          <button type="submit" class="main" disabled={isBusy}>
            {say(`do-${type}`)}
          </button>
        )}
        <button type="button" onClick={form.discard}>
          {say('discard')}
        </button>
      </div>
    </form>
  );
}

/** Of a sum that the agent names: is it within their limit? */
function NeedOfSum({ details, typed }: { readonly details: FormProps['details']; readonly typed: string }) {
  const { house } = useSeat();
  const sum = Number(typed);
  if (typed.trim() === '' || !Number.isFinite(sum)) return null;
  const need = needOf(moneyOf(house.currency)(sum).amount, details.authority);
  return (
    <p class={`need ${need}`} role="status">
      {say(`needs-${need}`)}
    </p>
  );
}

interface CollisionProps extends FormProps {
  readonly news: readonly CaseEvent[];
  readonly isAllowed: boolean;
  readonly onAnyway: () => Promise<void>;
}

function Collision({ details, type, news, isAllowed, onAnyway }: CollisionProps) {
  const told = withRemedies(useSeat(), details.remedies);
  return (
    <section class="collision" role="alert" aria-labelledby="collision-title">
      <h3 id="collision-title">{say('collision')}</h3>
      <Entries events={news} details={details} told={told} />
      <p>{isAllowed ? say('collisionKept') : say('collisionOver')}</p>
      {isAllowed && (
        <button type="button" class="main" onClick={() => void onAnyway()}>
          {say('collisionAnyway', { what: say(`do-${type}`) })}
        </button>
      )}
    </section>
  );
}
