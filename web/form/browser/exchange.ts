import { type Fetched, readPage } from './markup.ts';
import { type Outcome, outcomeOf } from './outcome.ts';

/** So long an answer may take. A door that has not spoken by then is tried again; the same id makes that harmless. */
const PATIENCE_MS = 30_000;

export interface Answer {
  readonly outcome: Outcome;
  /** Absent where nothing came, or no page. */
  readonly page?: Fetched;
  /** Nobody answered: there is no network, or none that leads to us. */
  readonly isSilent: boolean;
}

/** Fetches a page of ours, or sends it a form. Never fails: no answer is an outcome too. No cookies travel, and nothing tells where it was asked from. */
export async function exchange(url: string, body?: string): Promise<Answer> {
  try {
    const headers = { accept: 'text/html', ...(body !== undefined && { 'content-type': 'application/x-www-form-urlencoded' }) };
    const response = await fetch(url, {
      method: body === undefined ? 'GET' : 'POST',
      headers,
      body: body ?? null,
      credentials: 'omit',
      cache: 'no-store',
      referrerPolicy: 'no-referrer',
      signal: AbortSignal.timeout(PATIENCE_MS),
    });
    const isPage = (response.headers.get('content-type') ?? '').startsWith('text/html');
    const page = readPage(isPage ? await response.text() : '');
    const { isWhole, hasForm, receipt } = page;
    const reply = {
      status: response.status,
      isWhole,
      hasForm,
      hasReceipt: receipt !== undefined,
      retryAfter: response.headers.get('retry-after'),
    };
    return { outcome: outcomeOf(reply), page, isSilent: false };
  } catch {
    return { outcome: { kind: 'later' }, isSilent: true };
  }
}
