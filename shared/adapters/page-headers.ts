import { createHash } from 'node:crypto';

/** What a page may do beside being read. */
export interface PageRights {
  /** Runs a script file of ours, which talks to us only and makes markup by the Trusted Types policy `amends` only. */
  readonly runsScript?: boolean;
  /** Other sites may show it in a frame. */
  readonly isFramed?: boolean;
  /** Origin of the bucket to which its script sends photos; it shows them before. */
  readonly sendsPhotosTo?: string | undefined;
}

const scriptRules = (photos: string | undefined) => [
  "script-src 'self'",
  `connect-src 'self'${photos === undefined ? '' : ` ${photos}`}`,
  ...(photos === undefined ? [] : ['img-src blob:']),
  'trusted-types amends',
  "require-trusted-types-for 'script'",
];

/**
 * Headers of a page of ours: no picture but photos about to be sent, nothing from elsewhere, nothing inline but its one style, which is named by its hash; forms go to us only.
 * Without rights: no script, no frame.
 * @param style the exact text between `<style>` and `</style>`.
 */
export const pageHeaders = (
  style: string,
  { runsScript = false, isFramed = false, sendsPhotosTo }: PageRights = {},
): Readonly<Record<string, string>> => ({
  'content-type': 'text/html; charset=utf-8',
  'content-security-policy': [
    "default-src 'none'",
    `style-src 'sha256-${createHash('sha256').update(style).digest('base64')}'`,
    ...(runsScript ? scriptRules(sendsPhotosTo) : []),
    "form-action 'self'",
    "base-uri 'none'",
    isFramed ? 'frame-ancestors *' : "frame-ancestors 'none'",
  ].join('; '),
  'permissions-policy': 'camera=(), geolocation=(), microphone=(), payment=()',
});
