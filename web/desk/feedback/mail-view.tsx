import { useEffect, useRef, useState } from 'preact/hooks';
import { api, ask } from '../../browser/api/client.ts';
import { useLoading } from '../../browser/loading.ts';
import { Busy, Fault } from '../../browser/parts/states.tsx';
import { LongText } from '../long-text.tsx';
import { LIST_COMMA, say } from '../words.ts';

/** A customer's mail as it came: as text, and its formatting only for whoever asks for it. */
export function MailView({ id }: { readonly id: string }) {
  const [isWanted, setWanted] = useState(false);
  return (
    <section class="register" aria-labelledby="mail-title">
      <h2 id="mail-title">{say('rawMail')}</h2>
      {isWanted ? (
        <Mail id={id} />
      ) : (
        <button type="button" onClick={() => setWanted(true)}>
          {say('showMail')}
        </button>
      )}
    </section>
  );
}

function Mail({ id }: { readonly id: string }) {
  const [loading, retry] = useLoading(`mail ${id}`, (signal) =>
    ask(api.GET('/api/feedback/{id}/mail', { params: { path: { id } }, signal })),
  );
  const [isFormatted, setFormatted] = useState(false);
  if (loading.data === undefined) return loading.state === 'failed' ? <Fault fault={loading.fault} onRetry={retry} /> : <Busy />;
  const { from, subject, text, isTruncated, html, attachments } = loading.data;
  return (
    <>
      {from !== undefined && (
        <p class="soft">
          <bdi>{from}</bdi>
        </p>
      )}
      {subject !== undefined && (
        <p class="subject" dir="auto">
          {subject}
        </p>
      )}
      {isFormatted && html !== undefined ? <Formatted html={html} /> : <LongText text={text} isQuote={true} />}
      {isTruncated && <p class="soft">{say('truncated')}</p>}
      {attachments.length > 0 && (
        <p class="soft">{say('attachments', { names: attachments.map(({ name, type }) => name ?? type).join(LIST_COMMA) })}</p>
      )}
      {html !== undefined && (
        <button type="button" aria-pressed={isFormatted} onClick={() => setFormatted(!isFormatted)}>
          {say('formatting')}
        </button>
      )}
    </>
  );
}

/** In a frame without any right: no script, no form, no way out of it; pictures and links are taken away before. */
function Formatted({ html }: { readonly html: string }) {
  const frame = useRef<HTMLIFrameElement>(null);
  const [isFailed, setFailed] = useState(false);
  useEffect(() => {
    import('./clean-html.ts').then(
      ({ putCleaned }) => frame.current !== null && putCleaned(frame.current, html),
      () => setFailed(true),
    );
  }, [html]);
  if (isFailed) return <p class="issue">{say('formattingFailed')}</p>;
  return (
    <>
      <p class="soft">{say('formattingOff')}</p>
      <iframe ref={frame} class="mail-frame" title={say('rawMail')} sandbox="" referrerpolicy="no-referrer" />
    </>
  );
}
