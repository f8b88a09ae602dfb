import { useState } from 'preact/hooks';
import { severityWords, topicWords } from '../../../shared/domain/words.ts';
import { api, ask } from '../../browser/api/client.ts';
import { ApiFault } from '../../browser/api/fault.ts';
import type { Correction } from '../../browser/api/paths.ts';
import { sentenceOf } from '../../browser/common-words.ts';
import { notify } from '../../browser/parts/notices.tsx';
import type { Feedback } from '../api-types.ts';
import { SEVERITY_OF } from '../commands/fields.ts';
import { isKey } from '../commands/reader.ts';
import { TOPIC_IDS } from '../topics.ts';
import { language, say } from '../words.ts';

const SENTIMENTS = { negative: 1, neutral: 1, positive: 1 } as const;
const INTENTS = { complaint: 1, praise: 1, suggestion: 1, question: 1, request: 1, spam: 1, 'not-feedback': 1 } as const;

interface Parts {
  readonly sentiment: string;
  readonly intent: string;
  readonly severity: string;
  readonly topics: Readonly<Record<string, string>>;
}

const readNow = ({ sentiment, intent, severity, topics }: Feedback['understanding']): Parts => ({
  sentiment: sentiment.confidence === 0 ? '' : sentiment.label,
  intent,
  severity: String(severity),
  topics: Object.fromEntries(topics.map(({ topic, polarity }) => [topic, polarity])),
});

/** Only what differs from what stands: the rest stays as it was read. */
function correctionOf(was: Parts, is: Parts): Correction | undefined {
  const topics = TOPIC_IDS.flatMap((topic) => {
    const polarity = is.topics[topic] ?? '';
    return isKey(SENTIMENTS, polarity) ? [{ topic, polarity }] : [];
  });
  const same = JSON.stringify(Object.entries(was.topics).sort()) === JSON.stringify(Object.entries(is.topics).sort());
  const correction = {
    ...(is.sentiment !== was.sentiment && isKey(SENTIMENTS, is.sentiment) && { sentiment: is.sentiment }),
    ...(is.intent !== was.intent && isKey(INTENTS, is.intent) && { intent: is.intent }),
    ...(is.severity !== was.severity && isKey(SEVERITY_OF, is.severity) && { severity: SEVERITY_OF[is.severity] }),
    ...(!same && { topics }),
  };
  return Object.keys(correction).length === 0 ? undefined : correction;
}

function useCorrection(id: string, was: Parts, reload: () => void) {
  const [parts, setParts] = useState(was);
  const [fault, setFault] = useState<ApiFault>();
  const [isBusy, setBusy] = useState(false);
  const correction = correctionOf(was, parts);
  const give = async () => {
    if (correction === undefined) return;
    setBusy(true);
    setFault(undefined);
    try {
      await ask(api.POST('/api/feedback/{id}/correct', { params: { path: { id } }, body: correction }));
      notify({ kind: 'done', text: say('corrected'), lastsMs: 5000 });
      reload();
    } catch (error) {
      setFault(error instanceof ApiFault ? error : new ApiFault('broken', { cause: error }));
    }
    setBusy(false);
  };
  return { parts, change: (to: Partial<Parts>) => setParts({ ...parts, ...to }), fault, isBusy, correction, give };
}

/** Sets right how words were read: what is changed here teaches whoever looks at the figures, and stays on the record. */
export function Correct({ feedback, reload }: { readonly feedback: Feedback; readonly reload: () => void }) {
  const { parts, change, fault, isBusy, correction, give } = useCorrection(feedback.id, readNow(feedback.understanding), reload);
  const severities = Object.entries(severityWords).map(([id, name]) => [id, name[language]] as const);
  return (
    <details class="correct">
      <summary>{say('correct')}</summary>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          void give();
        }}
      >
        <Pick
          name="sentiment"
          value={parts.sentiment}
          options={Object.keys(SENTIMENTS)
            .filter((id) => isKey(SENTIMENTS, id))
            .map((id) => [id, say(`sentiment-${id}`)])}
          set={(sentiment) => change({ sentiment })}
        />
        <Pick
          name="intent"
          value={parts.intent}
          options={Object.keys(INTENTS)
            .filter((id) => isKey(INTENTS, id))
            .map((id) => [id, say(`intent-${id}`)])}
          set={(intent) => change({ intent })}
        />
        <Pick name="severity" value={parts.severity} options={severities} set={(severity) => change({ severity })} />
        <fieldset>
          <legend>{say('read-topics')}</legend>
          {TOPIC_IDS.map((topic) => (
            <TopicPick
              key={topic}
              name={topicWords[topic][language]}
              value={parts.topics[topic] ?? ''}
              set={(polarity) => change({ topics: withTopic(parts.topics, topic, polarity) })}
            />
          ))}
        </fieldset>
        {fault !== undefined && (
          <p class="issue" role="alert">
            {sentenceOf(fault)}
          </p>
        )}
        <button type="submit" class="main" disabled={isBusy || correction === undefined}>
          {say('correctNow')}
        </button>
      </form>
    </details>
  );
}

function withTopic(topics: Parts['topics'], topic: string, polarity: string): Parts['topics'] {
  const others = Object.entries(topics).filter(([one]) => one !== topic);
  return Object.fromEntries(polarity === '' ? others : [...others, [topic, polarity]]);
}

interface PickProps {
  readonly name: 'sentiment' | 'intent' | 'severity';
  readonly value: string;
  readonly options: readonly (readonly [string, string])[];
  readonly set: (value: string) => void;
}

const Pick = ({ name, value, options, set }: PickProps) => (
  <label class="filter">
    <span>{say(`read-${name}`)}</span>
    <select value={value} onChange={(event) => set(event.currentTarget.value)}>
      {value === '' && <option value="">{say('unread')}</option>}
      {options.map(([id, text]) => (
        <option key={id} value={id} selected={id === value}>
          {text}
        </option>
      ))}
    </select>
  </label>
);

const TopicPick = ({ name, value, set }: { readonly name: string; readonly value: string; readonly set: (value: string) => void }) => (
  <label class="filter">
    <span>{name}</span>
    <select value={value} onChange={(event) => set(event.currentTarget.value)}>
      <option value="">{say('notAbout')}</option>
      {(['negative', 'neutral', 'positive'] as const).map((id) => (
        <option key={id} value={id} selected={id === value}>
          {say(`sentiment-${id}`)}
        </option>
      ))}
    </select>
  </label>
);
