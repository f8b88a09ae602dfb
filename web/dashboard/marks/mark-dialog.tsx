import { useEffect, useState } from 'preact/hooks';
import { ApiFault } from '../../browser/api/fault.ts';
import type { Page } from '../../browser/api/turn-pages.ts';
import { useLoading } from '../../browser/loading.ts';
import { Dialog } from '../../browser/parts/dialog.tsx';
import { Busy, Fault } from '../../browser/parts/states.tsx';
import { go, withQuery } from '../../browser/route.ts';
import { useSight } from '../parts/sight.ts';
import { say, speech } from '../words.ts';
import { askComments, type Comment } from './ask-comments.ts';
import { CommentList } from './comment-list.tsx';
import { describe } from './describe.ts';
import { type Mark, markChange } from './mark.ts';

/** The comments behind a mark of a chart. Its address opens it again. */
export function MarkDialog({ mark }: { readonly mark: Mark }) {
  const { house } = useSight();
  const { what, within } = describe(mark, house, speech);
  const key = JSON.stringify(mark);
  const [first, retry] = useLoading(key, (signal) => askComments(mark, undefined, signal));
  return (
    <Dialog title={what} onClose={() => go(withQuery(markChange(undefined)), 'replace')}>
      <p class="soft">{within}</p>
      {mark.hasCase !== undefined && <p class="remark">{say('casesRemark')}</p>}
      {first.state === 'failed' && <Fault fault={first.fault} onRetry={retry} />}
      {first.state === 'loading' && <Busy />}
      {first.state === 'here' && <Found key={key} mark={mark} first={first.data} />}
    </Dialog>
  );
}

function Found({ mark, first }: { readonly mark: Mark; readonly first: Page<Comment> }) {
  const [{ items, cursor }, setFound] = useState(first);
  const [round, setRound] = useState(0);
  const [fault, setFault] = useState<ApiFault>();
  useEffect(() => {
    if (round === 0 || cursor === undefined) return;
    const stopped = new AbortController();
    setFault(undefined);
    askComments(mark, cursor, stopped.signal).then(
      (next) => setFound((before) => ({ items: [...before.items, ...next.items], cursor: next.cursor })),
      (error: unknown) => !stopped.signal.aborted && setFault(error instanceof ApiFault ? error : new ApiFault('broken', { cause: error })),
    );
    return () => stopped.abort();
  }, [round]);
  return (
    <>
      <p role="status">{say('found', { n: items.length, more: cursor === undefined ? 'no' : 'yes' })}</p>
      <CommentList comments={items} />
      {fault && <Fault fault={fault} onRetry={() => setRound(round + 1)} />}
      {cursor !== undefined && !fault && (
        <button type="button" onClick={() => setRound(round + 1)}>
          {say('more')}
        </button>
      )}
    </>
  );
}
