import { createHash } from 'node:crypto';

/**
 * Headers of a page of ours: no script, no picture, no frame, nothing from elsewhere; its one inline style by its hash; forms go to us only.
 * @param style the exact text between `<style>` and `</style>`.
 */
export const pageHeaders = (style: string): Readonly<Record<string, string>> => ({
  'content-type': 'text/html; charset=utf-8',
  'content-security-policy': [
    "default-src 'none'",
    `style-src 'sha256-${createHash('sha256').update(style).digest('base64')}'`,
    "form-action 'self'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ].join('; '),
  'permissions-policy': 'camera=(), geolocation=(), microphone=(), payment=()',
});
