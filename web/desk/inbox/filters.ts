import type { CaseQuery } from '../api-types.ts';

/** What of the address narrows the list; each is a parameter of the API by the same name. */
export const FILTERS = ['owner', 'branch', 'severity', 'tier', 'topic', 'overdue', 'waiting', 'month', 'text'] as const;
export type Filter = (typeof FILTERS)[number];
/** Those that are chosen from a list; words are typed. */
export type Chosen = Exclude<Filter, 'text'>;

const SEVERITIES = ['1', '2', '3', '4'] as const;
const TIERS = ['vip', 'regular', 'new'] as const;
const YES_NO = ['true', 'false'] as const;

const oneOf = <Value extends string>(values: readonly Value[], given: string | null): Value | undefined =>
  values.find((value) => value === given);

/**
 * The question to the API that an address is. What is in it and is no value of the filter is left out: an old or mended link still shows something.
 * @param topics those that there are.
 */
export function queryOf(address: URLSearchParams, topics: readonly NonNullable<CaseQuery['topic']>[]): CaseQuery {
  const given = (name: Filter) => address.get(name)?.trim() || undefined;
  const [owner, branch, text, month] = [given('owner'), given('branch'), given('text'), given('month')];
  const severity = oneOf(SEVERITIES, address.get('severity'));
  const tier = oneOf(TIERS, address.get('tier'));
  const topic = oneOf(topics, address.get('topic'));
  const overdue = oneOf(YES_NO, address.get('overdue'));
  const waiting = oneOf(YES_NO, address.get('waiting'));
  return {
    ...(month !== undefined && /^\d{4}-(0[1-9]|1[0-2])$/.test(month) ? { state: 'closed', month } : { state: 'open' }),
    ...(owner !== undefined && { owner }),
    ...(branch !== undefined && { branch }),
    ...(severity !== undefined && { severity }),
    ...(tier !== undefined && { tier }),
    ...(topic !== undefined && { topic }),
    ...(overdue !== undefined && { overdue }),
    ...(waiting !== undefined && { waiting }),
    ...(text !== undefined && { text: text.slice(0, 200) }),
    limit: 100,
  };
}

/** Takes all filters away. */
export const NO_FILTERS: Readonly<Record<string, undefined>> = Object.fromEntries(FILTERS.map((name) => [name, undefined]));

/** What somebody put into the search box. */
export type Sought =
  | { readonly kind: 'case'; readonly number: string }
  | { readonly kind: 'customer'; readonly by: { readonly email: string } | { readonly phone: string } }
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'nothing' };

/** A case's number leads to the case, an address or a telephone number to the person, and anything else is looked for in the cases' words. */
export function soughtBy(typed: string): Sought {
  const text = typed.normalize('NFKC').trim();
  if (text === '') return { kind: 'nothing' };
  if (/^\d{4}-\d{4,8}$/.test(text)) return { kind: 'case', number: text };
  if (/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(text)) return { kind: 'customer', by: { email: text } };
  if (/^\+?[\d\s().-]{6,24}$/.test(text) && text.replace(/\D/g, '').length >= 6) return { kind: 'customer', by: { phone: text } };
  return { kind: 'text', text };
}
