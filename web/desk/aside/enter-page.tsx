import { useState } from 'preact/hooks';
import * as z from 'zod/mini';
import { api, ask } from '../../browser/api/client.ts';
import { ApiFault } from '../../browser/api/fault.ts';
import { sentenceOf } from '../../browser/common-words.ts';
import { keep, kept } from '../../browser/kept.ts';
import { CHANNELS } from '../../sheet/words.ts';
import { issuesOf } from '../commands/issues.ts';
import { isKey, reader } from '../commands/reader.ts';
import { useSeat } from '../seat.ts';
import { language, say } from '../words.ts';
import { Field, Options, Tick } from './entry-fields.tsx';

type Values = Readonly<Record<string, string>>;

const STAFF_CHANNELS = { telephone: 1, visit: 1, letter: 1, shop: 1, social: 1, chat: 1 } as const;
const KEPT_AS = 'amends.draft.entry';
const Kept = z.record(z.string(), z.string());

/** What was typed before a reload or a new sign-in. */
const keptValues = (): Values => ({ channel: 'telephone', ...kept(KEPT_AS, Kept) });

function entryOf(values: Values) {
  const form = reader(values, () => undefined);
  const name = form.has('name') && { name: form.text('name') };
  const email = form.has('email') && { email: form.text('email') };
  const phone = form.has('phone') && { phone: form.text('phone') };
  const customer = { ...name, ...email, ...phone, consent: form.isTicked('consent') };
  const body = {
    channel: form.choice('channel', STAFF_CHANNELS, 'telephone'),
    comment: form.text('comment'),
    ...(Object.keys(customer).length > 1 && { customer }),
    ...(form.has('branch') && { branch: form.text('branch') }),
    openCase: form.isTicked('openCase'),
  };
  return { issues: form.issues, body };
}

function useEntry() {
  const [values, setValues] = useState(keptValues);
  const [issues, setIssues] = useState<Values>({});
  const [fault, setFault] = useState<ApiFault>();
  const [receipt, setReceipt] = useState<string>();
  const set = (name: string, value: string) => {
    const next = { ...values, [name]: value };
    setValues(next);
    keep(KEPT_AS, next);
  };
  const give = async () => {
    const entry = entryOf(values);
    setIssues(issuesOf(entry.issues));
    setFault(undefined);
    if (entry.issues.length > 0) return;
    try {
      const answer = await ask(api.POST('/api/feedback', { body: entry.body }));
      sessionStorage.removeItem(KEPT_AS);
      setValues({ channel: values['channel'] ?? 'telephone' });
      setReceipt(answer.receipt);
    } catch (error) {
      const failed = error instanceof ApiFault ? error : new ApiFault('broken', { cause: error });
      setIssues(issuesOf((failed.problem?.issues ?? []).map(({ field, reason }) => ({ field: field.replace(/^customer\./, ''), reason }))));
      setFault(failed);
    }
  };
  return { values, set, issues, fault, receipt, give };
}

/** What somebody said by telephone, in person or by letter goes into the same register as all else (R18). */
export function EnterPage() {
  const { values, set, issues, fault, receipt, give } = useEntry();
  const { house } = useSeat();
  const line = (name: 'name' | 'email' | 'phone') => (
    <Field name={name} issue={issues[name]}>
      <input
        id={`entry-${name}`}
        type="text"
        dir="auto"
        autocomplete="off"
        value={values[name] ?? ''}
        onInput={(event) => set(name, event.currentTarget.value)}
      />
    </Field>
  );
  const options = Object.keys(STAFF_CHANNELS).filter((id) => isKey(STAFF_CHANNELS, id));
  return (
    <div class="page narrow">
      <h1>{say('title-enter')}</h1>
      {receipt !== undefined && (
        <p class="hint" role="status">
          {say('entered')} <a href={`/desk/feedback/${receipt}`}>{say('wholeFeedback')}</a>
        </p>
      )}
      <form
        class="command"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void give();
        }}
      >
        <Field name="channel" issue={undefined}>
          <Options
            id="channel"
            value={values['channel'] ?? ''}
            options={options.map((id) => [id, CHANNELS[id]?.[language] ?? id])}
            set={set}
          />
        </Field>
        <Field name="comment" issue={issues['comment']}>
          <textarea
            id="entry-comment"
            dir="auto"
            rows={6}
            maxLength={10_000}
            value={values['comment'] ?? ''}
            onInput={(event) => set('comment', event.currentTarget.value)}
          />
        </Field>
        {line('name')}
        {line('phone')}
        {line('email')}
        <Tick name="consent" values={values} set={set} />
        <Field name="branch" issue={undefined}>
          <Options
            id="branch"
            value={values['branch'] ?? ''}
            options={[['', say('choose')], ...house.branches.map(({ id, name }) => [id, name[language]] as const)]}
            set={set}
          />
        </Field>
        <Tick name="openCase" values={values} set={set} />
        {fault !== undefined && (
          <p class="fault" role="alert">
            {sentenceOf(fault)}
          </p>
        )}
        <div class="buttons">
          <button type="submit" class="main">
            {say('enterIt')}
          </button>
        </div>
      </form>
    </div>
  );
}
