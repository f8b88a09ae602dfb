import { REGION } from '../world.ts';
import type { Addresses } from './identities.ts';
import { isRecord, stringsOf } from './record.ts';
import type { Resource } from './template.ts';

/** A value of the template in which addresses that exist in AWS only are those of this machine. */
export type Localise = (value: unknown) => unknown;

/** Where the local sign-in answers, below the address of the pages. */
export const SIGN_IN_PATH = '/_sign-in';

/**
 * Whatever names the distribution, Cognito's sign-in page or a bucket by https leads to the local cloud instead: variables of functions, callbacks, headers.
 * @param resources all of the template, once they are made.
 */
export function localiser(resources: () => readonly Resource[], { api, gateway }: Addresses): Localise {
  let found: readonly (readonly [string, string])[] | undefined;
  const pairs = () => {
    if (found === undefined) {
      // While it is looked for, nothing is replaced: a distribution's own properties name hosts without https.
      found = [];
      found = resources().flatMap((resource) => standInsOf(resource, api, gateway));
    }
    return found;
  };
  const localise: Localise = (value) => {
    if (typeof value === 'string') return pairs().reduce((text, [from, to]) => text.replaceAll(from, to), value);
    if (Array.isArray(value)) return value.map(localise);
    return isRecord(value) ? Object.fromEntries(Object.entries(value).map(([key, entry]) => [key, localise(entry)])) : value;
  };
  return localise;
}

function standInsOf(resource: Resource, api: string, gateway: string): (readonly [string, string])[] {
  if (resource.type === 'AWS::Cognito::UserPoolDomain')
    return [[`https://${resource.name}.auth.${REGION}.amazoncognito.com`, `${api}${SIGN_IN_PATH}`]];
  // By path at an IP address, so the origin of every bucket is the gateway's.
  if (resource.type === 'AWS::S3::Bucket') return [[`https://${resource.attribute('RegionalDomainName')}`, gateway]];
  if (resource.type !== 'AWS::CloudFront::Distribution') return [];
  const config = resource.properties()['DistributionConfig'];
  const own = isRecord(config) ? stringsOf(config['Aliases']) : [];
  return [resource.attribute('DomainName'), ...own].map((host) => [`https://${host}`, api] as const);
}
