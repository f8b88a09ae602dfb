/** Where the local cloud pretends to be. The account is the one that fauxqs has built in; templates without an environment take any region. */
export const REGION = 'us-east-1';
export const ACCOUNT = '000000000000';
export const PARTITION = 'aws';
/** Of every function: what it signs, the gateway checks. */
export const SECRET_ACCESS_KEY = 'local';
export const HOST = '127.0.0.1';

export const arn = (service: string, resource: string, region: string = REGION, account: string = ACCOUNT) =>
  `arn:${PARTITION}:${service}:${region}:${account}:${resource}`;

/** What a fault in the template or its surroundings is told with: always where, and what to do. */
export class LocalCloudError extends Error {
  constructor(message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'LocalCloudError';
  }
}

/** The part of a name or ARN after the last separator. */
export const lastPart = (text: string, separator: '/' | ':' = ':') => text.slice(text.lastIndexOf(separator) + 1);
