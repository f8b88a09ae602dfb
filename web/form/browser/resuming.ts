import { fill, namesIn, setHidden, valuesIn } from './controls.ts';
import type { DraftKeeper } from './draft-keeper.ts';
import { exchange } from './exchange.ts';
import type { Fields } from './fields.ts';
import type { Fetched } from './markup.ts';

/**
 * Brings back what was filled in and not sent, where this window is the only one with it and nothing is filled in yet.
 * @returns undefined where there is nothing; `page` is the page that was open, where it is another than the first.
 */
export async function bringBack(
  form: HTMLFormElement,
  fields: Fields,
  keeper: DraftKeeper,
  address: string,
): Promise<{ readonly page?: Fetched } | undefined> {
  if (!fields.isEmpty()) {
    await keeper.claim();
    return undefined;
  }
  const draft = await keeper.claimKept();
  // Meanwhile somebody may have begun to type.
  if (draft === undefined || !form.isConnected || !fields.isEmpty()) return undefined;
  fields.put(draft.fields);
  setHidden(form, { submissionId: draft.submissionId, startToken: draft.startToken });
  keeper.adopt(draft);
  fill(form, fields);
  return draft.from === undefined ? {} : pageAfter(draft.from, form, fields, address);
}

/** The page that was open: the one before it is turned once more. Where that does not work now, people go on from the first. */
async function pageAfter(from: string, form: HTMLFormElement, fields: Fields, address: string): Promise<{ readonly page?: Fetched }> {
  const body = fields.body(valuesIn(form), namesIn(form));
  body.set('onPage', from);
  body.set('goTo', 'next');
  const { outcome, page } = await exchange(address, String(body));
  return outcome.kind === 'page' && page !== undefined ? { page } : {};
}
