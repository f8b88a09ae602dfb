import { flagWords, severityWords, topicWords } from '../../../shared/domain/words.ts';
import type { Feedback } from '../api-types.ts';
import { useSeat } from '../seat.ts';
import { LIST_COMMA, language, say } from '../words.ts';

/** How the words were read, with the words that show it. */
export function Understood({ feedback: { understanding, score } }: { readonly feedback: Feedback }) {
  const { sentiment, topics, intent, severity, flags } = understanding;
  return (
    <section class="register" aria-labelledby="understood-title">
      <h2 id="understood-title">{say('understood')}</h2>
      <dl class="facts-list">
        <Fact name={say('read-sentiment')} text={sentiment.confidence === 0 ? say('unread') : say(`sentiment-${sentiment.label}`)} />
        <Fact name={say('read-intent')} text={say(`intent-${intent}`)} />
        <Fact name={say('read-severity')} text={severityWords[severity][language]} />
        {flags.length > 0 && <Fact name={say('read-flags')} text={flags.map((flag) => flagWords[flag][language]).join(LIST_COMMA)} />}
        {score !== undefined && <Fact name={say('read-score')} text={say('ofHundred', { n: Math.round(score) })} />}
      </dl>
      {topics.length > 0 && (
        <ul class="topics">
          {topics.map(({ topic, polarity, evidence }) => (
            <li key={topic}>
              <strong>{topicWords[topic][language]}</strong> <span class="badge">{say(`sentiment-${polarity}`)}</span>
              {evidence.map((words) => (
                <q key={words} dir="auto">
                  {words}
                </q>
              ))}
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

const Fact = ({ name, text }: { readonly name: string; readonly text: string }) => (
  <div>
    <dt>{name}</dt>
    <dd>{text}</dd>
  </div>
);

type Recorded = NonNullable<Feedback['corrections']>[number];
type Parts = Recorded['from'] | Recorded['to'];

const partsInWords = ({ sentiment, topics, severity, intent }: Parts): string =>
  [
    sentiment && say(`sentiment-${typeof sentiment === 'string' ? sentiment : sentiment.label}`),
    severity && severityWords[severity][language],
    intent && say(`intent-${intent}`),
    topics && (topics.map(({ topic }) => topicWords[topic][language]).join(LIST_COMMA) || say('noTopic')),
  ]
    .filter((part) => part !== undefined)
    .join(' · ');

/** What people set right, the newest first. */
export function Corrections({ feedback: { corrections = [] } }: { readonly feedback: Feedback }) {
  const { told } = useSeat();
  if (corrections.length === 0) return null;
  return (
    <section class="register" aria-labelledby="corrections-title">
      <h2 id="corrections-title">{say('corrections')}</h2>
      <ul class="news">
        {corrections.toReversed().map(({ at, by, from, to }) => (
          <li key={at}>
            <span class="soft">
              <time dateTime={at}>{told.time(at)}</time> {told.who(by)}
            </span>
            <p>
              {partsInWords(from)} → {partsInWords(to)}
            </p>
          </li>
        ))}
      </ul>
    </section>
  );
}
