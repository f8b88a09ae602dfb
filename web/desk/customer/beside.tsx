import { api, ask } from '../../browser/api/client.ts';
import { useLoading } from '../../browser/loading.ts';
import { Busy, Fault } from '../../browser/parts/states.tsx';
import { say } from '../words.ts';
import { FileFacts } from './file-facts.tsx';
import { History } from './history.tsx';

export const readCustomer = (key: string, signal: AbortSignal) =>
  ask(api.GET('/api/customers/{key}', { params: { path: { key } }, signal }));

/** The customer's file beside their case, with what was before. */
export function CustomerBeside({ customerKey, number }: { readonly customerKey: string; readonly number: string }) {
  const [loading, retry] = useLoading(`customer ${customerKey}`, (signal) => readCustomer(customerKey, signal));
  const file = loading.data;
  return (
    <section class="register" aria-labelledby="customer-title">
      <h2 id="customer-title">{say('customer')}</h2>
      {file === undefined && (loading.state === 'failed' ? <Fault fault={loading.fault} onRetry={retry} /> : <Busy />)}
      {file !== undefined && (
        <>
          <p>
            <a href={`/desk/customers/${customerKey}`}>
              <bdi>{file.name ?? say('nameless')}</bdi>
            </a>
          </p>
          <FileFacts file={file} />
          <h3>{say('before')}</h3>
          <History customerKey={customerKey} but={number} limit={5} />
        </>
      )}
    </section>
  );
}
