/** What the domain needs from outside, by what it is about. */

export * from './ports/actions.ts';
export * from './ports/answers.ts';
export * from './ports/campaigns.ts';
export * from './ports/cases.ts';
export * from './ports/customers.ts';
export * from './ports/digests.ts';
export * from './ports/figures.ts';
export * from './ports/inspect.ts';
export * from './ports/mail.ts';
export * from './ports/pages.ts';
export * from './ports/queues.ts';
export * from './ports/register.ts';
export * from './ports/text-engines.ts';
