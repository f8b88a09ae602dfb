import { api, ask } from '../../browser/api/client.ts';
import { useLoading } from '../../browser/loading.ts';
import { Busy, Fault } from '../../browser/parts/states.tsx';
import { CHANNELS } from '../../sheet/words.ts';
import type { Feedback } from '../api-types.ts';
import { LongText } from '../long-text.tsx';
import { useSeat } from '../seat.ts';
import { Moment } from '../time.tsx';
import { language, say } from '../words.ts';
import { Correct } from './correct.tsx';
import { MailView } from './mail-view.tsx';
import { Photos } from './photos.tsx';
import { Ratings } from './ratings.tsx';
import { Corrections, Understood } from './understood.tsx';

/** One feedback: what was said and rated, how it was understood, and the case that it belongs to. */
export function FeedbackPage({ id }: { readonly id: string }) {
  const [loading, reload] = useLoading(`feedback ${id}`, (signal) =>
    ask(api.GET('/api/feedback/{id}', { params: { path: { id } }, signal })),
  );
  const { data } = loading;
  return (
    <div class="page">
      <h1>{say('title-feedback')}</h1>
      {data === undefined && (loading.state === 'failed' ? <Fault fault={loading.fault} onRetry={reload} /> : <Busy />)}
      {data !== undefined && <Shown feedback={data} reload={reload} />}
    </div>
  );
}

function Shown({ feedback, reload }: { readonly feedback: Feedback; readonly reload: () => void }) {
  const { subject, comment, channel } = feedback;
  return (
    <>
      <Origin feedback={feedback} />
      <div class="columns">
        <div class="work">
          <section class="pinned" aria-labelledby="said-title">
            <h2 id="said-title">{say('pinned')}</h2>
            {subject !== undefined && (
              <p class="subject" dir="auto">
                {subject}
              </p>
            )}
            {comment === undefined ? <p class="soft">{say('noWords')}</p> : <LongText text={comment} isQuote={true} />}
            {feedback.isTruncated === true && <p class="soft">{say('truncated')}</p>}
            <Ratings feedback={feedback} />
            <Photos feedback={feedback} />
          </section>
          {channel === 'mail' && <MailView id={feedback.id} />}
        </div>
        <div class="beside">
          <Understood feedback={feedback} />
          <Correct key={JSON.stringify(feedback.understanding)} feedback={feedback} reload={reload} />
          <Corrections feedback={feedback} />
        </div>
      </div>
    </>
  );
}

function Origin({ feedback: { receivedAt, channel, branch, survey, caseNumber, customerKey } }: { readonly feedback: Feedback }) {
  const { told, house } = useSeat();
  const title = house.surveys.find(({ id }) => id === survey)?.title[language] ?? survey;
  return (
    <p class="facts">
      <Moment at={receivedAt} />
      <span>{CHANNELS[channel]?.[language] ?? channel}</span>
      {title !== undefined && <span>{title}</span>}
      {branch !== undefined && <span>{told.name('branches', branch)}</span>}
      {caseNumber !== undefined && <a href={`/desk/cases/${caseNumber}`}>{say('case', { number: caseNumber })}</a>}
      {customerKey !== undefined && <a href={`/desk/customers/${customerKey}`}>{say('customer')}</a>}
    </p>
  );
}
