import { nameOf } from '../names.ts';
import { useSight } from '../parts/sight.ts';
import { say, speech } from '../words.ts';
import type { Comment } from './ask-comments.ts';

/** Feedback as people wrote it: text and nothing else, whatever stands in it. */
export const CommentList = ({ comments }: { readonly comments: readonly Comment[] }) => (
  <ul class="comments">
    {comments.map((comment) => (
      <Item key={comment.id} comment={comment} />
    ))}
  </ul>
);

function Item({ comment }: { readonly comment: Comment }) {
  const { house } = useSight();
  const { id, receivedAt, answers, subject, comment: words, isExcerpt, caseNumber, channel, branch, reasons, understanding } = comment;
  const topics = [...new Set([...reasons, ...understanding.topics.map(({ topic }) => topic)])];
  const about = [
    nameOf('channel', channel, house, speech),
    ...(branch === undefined ? [] : [nameOf('branch', branch, house, speech)]),
    ...topics.map((topic) => nameOf('topic', topic, house, speech)),
  ];
  const when = speech.moment(receivedAt, house.brand.timeZone);
  return (
    <li>
      <p class="meta">
        <time dateTime={receivedAt}>{when}</time>
        {answers.slice(0, 4).map(({ question, metric, value, max }) => (
          <span key={question} class="badge">
            {say('rated', { metric, value, max })}
          </span>
        ))}
      </p>
      {subject !== undefined && (
        <p dir="auto">
          <b>{subject}</b>
        </p>
      )}
      {words === undefined ? (
        <p class="soft">{say('noWords')}</p>
      ) : (
        <p class="said" dir="auto">
          {isExcerpt === true ? `${words} …` : words}
        </p>
      )}
      <p class="soft">{about.join(' · ')}</p>
      <p class="ways">
        <a href={`/desk/feedback/${encodeURIComponent(id)}`} aria-label={say('openFeedbackOf', { when })}>
          {say('openFeedback')}
        </a>
        {caseNumber !== undefined && (
          <a href={`/desk/cases/${encodeURIComponent(caseNumber)}`}>{say('openCase', { number: caseNumber })}</a>
        )}
      </p>
    </li>
  );
}
