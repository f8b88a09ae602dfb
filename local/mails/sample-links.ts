import type { TemplateName, View } from '../../shared/domain/recovery/mail/tokens.ts';

export type Samples = { readonly [Name in TemplateName]: View<Name> };

export const links = {
  statusLink: 'https://example.com/s/sample',
  offerLink: 'https://example.com/o/sample',
  followUpLink: 'https://example.com/r/sample',
  unsubscribeLink: 'https://example.com/u/sample',
  answerLink: 'https://example.com/a/sample',
  ratingLinks: [1, 2, 3, 4, 5].map((value) => `https://example.com/a/sample?satisfaction=${value}`),
  deskLink: 'https://example.com/desk/cases/2611-0042',
};
