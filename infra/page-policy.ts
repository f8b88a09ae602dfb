/** What pages of staff may do: run and load what is of this origin, speak to the API and to the place where people sign in, and nothing else. */
export const pagePolicy = (signInUrl: string, photosUrl: string): string =>
  [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    `img-src 'self' data: blob: ${photosUrl}`,
    `connect-src 'self' ${signInUrl}`,
    "font-src 'self'",
    "frame-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
    // Texts of customers become markup nowhere but in these two.
    "require-trusted-types-for 'script'",
    'trusted-types amends dompurify',
  ].join('; ');
