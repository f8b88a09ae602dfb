import { useLoading } from '../../browser/loading.ts';
import { Busy, Fault } from '../../browser/parts/states.tsx';
import { useSeat } from '../seat.ts';
import { say } from '../words.ts';
import { readCustomer } from './beside.tsx';
import { FileFacts } from './file-facts.tsx';
import { History } from './history.tsx';

/** A person's file with all that they said and what became of it. */
export function CustomerPage({ customerKey }: { readonly customerKey: string }) {
  const [loading, retry] = useLoading(`customer ${customerKey}`, (signal) => readCustomer(customerKey, signal));
  const { told } = useSeat();
  const file = loading.data;
  if (file === undefined) {
    return (
      <div class="page">
        <h1>{say('customer')}</h1>
        {loading.state === 'failed' ? <Fault fault={loading.fault} onRetry={retry} /> : <Busy />}
      </div>
    );
  }
  return (
    <div class="page">
      <h1>
        <bdi>{file.name ?? say('nameless')}</bdi>
      </h1>
      {file.erasedAt !== undefined && <p class="hint">{say('erased', { at: told.time(file.erasedAt) })}</p>}
      <div class="columns">
        <section class="work" aria-labelledby="history-title">
          <h2 id="history-title">{say('history')}</h2>
          <History customerKey={customerKey} limit={25} />
        </section>
        <section class="beside register" aria-labelledby="file-title">
          <h2 id="file-title">{say('file')}</h2>
          <FileFacts file={file} />
          {file.openCases.length > 0 && (
            <p>
              {say('openCases')}{' '}
              {file.openCases.map((number) => (
                <a key={number} href={`/desk/cases/${number}`}>
                  {number}{' '}
                </a>
              ))}
            </p>
          )}
        </section>
      </div>
    </div>
  );
}
