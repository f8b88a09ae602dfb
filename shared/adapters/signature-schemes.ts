/** How a provider proves that a request is its own. One row of the table below each; nothing else is provider's knowledge here. */
export type Scheme = HmacScheme | SharedSecretScheme | SecretPathScheme;

export interface HmacScheme {
  readonly kind: 'hmac';
  readonly algorithm: 'sha256' | 'sha1';
  /** Header with the signature or signatures, lower case. */
  readonly header: string;
  readonly encoding: 'hex' | 'base64';
  /** Stands before each signature. */
  readonly prefix: string;
  /** Between several signatures of one header; absent where there is only ever one. */
  readonly separator?: string;
  /** What is signed, in order: names stand for parts of the request, all else for itself. */
  readonly signs: readonly ('body' | 'id' | 'timestamp' | 'method' | 'uri' | '.')[];
  /** `text`: the secret's bytes as they are. `whsec`: base64 behind an optional `whsec_`. */
  readonly key: 'text' | 'whsec';
  readonly idHeader?: string;
  readonly timestamp?: {
    readonly header: string;
    readonly unit: 's' | 'ms' | 'iso';
    /** Where the timestamp stands in the signature's own header, among its list. */
    readonly prefix?: string;
  };
}

interface SharedSecretScheme {
  readonly kind: 'shared-secret';
  readonly header: string;
}

interface SecretPathScheme {
  readonly kind: 'secret-path';
}

const hmac = { kind: 'hmac', algorithm: 'sha256', encoding: 'base64', prefix: '', signs: ['body'], key: 'text' } as const;

const standard = (prefix: 'webhook' | 'svix') =>
  ({
    ...hmac,
    header: `${prefix}-signature`,
    prefix: 'v1,',
    separator: ' ',
    signs: ['id', '.', 'timestamp', '.', 'body'],
    key: 'whsec',
    idHeader: `${prefix}-id`,
    timestamp: { header: `${prefix}-timestamp`, unit: 's' },
  }) as const;

/** Rules as the providers document them. Families without a timestamp have no replay window: there the dedupe id must come from the signed body. */
export const SCHEMES = {
  'standard-webhooks': standard('webhook'),
  svix: standard('svix'),
  typeform: { ...hmac, header: 'typeform-signature', prefix: 'sha256=' },
  tally: { ...hmac, header: 'tally-signature' },
  delighted: { ...hmac, header: 'x-delighted-webhook-signature', encoding: 'hex', prefix: 'sha256=' },
  /** The secret is `api_key&api_secret`. */
  surveymonkey: { ...hmac, algorithm: 'sha1', header: 'sm-signature' },
  intercom: { ...hmac, algorithm: 'sha1', header: 'x-hub-signature', encoding: 'hex', prefix: 'sha1=' },
  zammad: { ...hmac, algorithm: 'sha1', header: 'x-hub-signature', encoding: 'hex', prefix: 'sha1=' },
  shopify: { ...hmac, header: 'x-shopify-hmac-sha256' },
  zendesk: {
    ...hmac,
    header: 'x-zendesk-webhook-signature',
    signs: ['timestamp', 'body'],
    timestamp: { header: 'x-zendesk-webhook-signature-timestamp', unit: 'iso' },
  },
  chatwoot: {
    ...hmac,
    header: 'x-chatwoot-signature',
    encoding: 'hex',
    prefix: 'sha256=',
    signs: ['timestamp', '.', 'body'],
    timestamp: { header: 'x-chatwoot-timestamp', unit: 's' },
  },
  'stripe-style': {
    ...hmac,
    header: 'stripe-signature',
    encoding: 'hex',
    prefix: 'v1=',
    separator: ',',
    signs: ['timestamp', '.', 'body'],
    timestamp: { header: 'stripe-signature', unit: 's', prefix: 't=' },
  },
  hubspot: {
    ...hmac,
    header: 'x-hubspot-signature-v3',
    signs: ['method', 'uri', 'body', 'timestamp'],
    timestamp: { header: 'x-hubspot-request-timestamp', unit: 'ms' },
  },
  /** For senders that cannot sign but can set a header (Freshdesk and other templates). */
  'shared-secret': { kind: 'shared-secret', header: 'x-amends-secret' },
  /** For senders that can do nothing but call an address (Jotform). */
  'secret-path': { kind: 'secret-path' },
} as const satisfies Record<string, Scheme>;
export type SchemeName = keyof typeof SCHEMES;
