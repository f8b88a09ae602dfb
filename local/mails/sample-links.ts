import type { TemplateName, View } from '../../shared/domain/recovery/mail/tokens.ts';

export type Samples = { readonly [Name in TemplateName]: View<Name> };

export const links = {
  statusLink: 'https://example.com/s/sample',
  offerLink: 'https://example.com/o/sample',
  followUpLink: 'https://example.com/r/sample',
  unsubscribeLink: 'https://example.com/u/sample',
  deskLink: 'https://example.com/desk/cases/2611-0042',
};
