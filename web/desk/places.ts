/** The views of the desk by their addresses. */
export type View =
  | { readonly view: 'inbox' }
  | { readonly view: 'case'; readonly number: string }
  | { readonly view: 'feedback'; readonly id: string }
  | { readonly view: 'customer'; readonly key: string }
  | { readonly view: 'enter' | 'calls' | 'quarantine' | 'undelivered' | 'deliveries' }
  | { readonly view: 'nowhere' };

const SINGLE = ['enter', 'calls', 'quarantine', 'undelivered', 'deliveries'] as const;

/** Which view a path of the desk is, whatever stands behind it. */
export function viewAt(path: string): View {
  const [place = '', id = '', ...rest] = path
    .replace(/^\/desk\/?/, '')
    .replace(/\/$/, '')
    .split('/');
  if (rest.length > 0) return { view: 'nowhere' };
  if (place === '' || place === 'index.html') return { view: 'inbox' };
  if (place === 'cases' && /^\d{4}-\d{4,}$/.test(id)) return { view: 'case', number: id };
  if (place === 'feedback' && /^[a-z2-7]{26}$/.test(id)) return { view: 'feedback', id };
  if (place === 'customers' && /^[\w-]{8,64}$/.test(id)) return { view: 'customer', key: id };
  const single = SINGLE.find((one) => one === place);
  return single === undefined || id !== '' ? { view: 'nowhere' } : { view: single };
}
