import { Duration } from 'aws-cdk-lib';
import {
  HeadersFrameOption,
  HeadersReferrerPolicy,
  ResponseHeadersPolicy,
  type ResponseHeadersPolicyProps,
} from 'aws-cdk-lib/aws-cloudfront';
import type { Construct } from 'constructs';
import { pagePolicy } from './page-policy.ts';

const header = (name: string, value: string) => ({ header: name, value, override: true });

/** Opened by itself, a file does nothing at all. */
const FILE_POLICY = "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

interface Kind {
  readonly comment: string;
  readonly contentSecurityPolicy: string;
  /** Names are those of the build where they hold a hash: only then the content can never change. */
  readonly cacheControl: string;
  /** Who may load it: pages of ours, or those of the house, which embed it. */
  readonly loadedBy: 'same-origin' | 'cross-origin';
}

/** The headers of each kind of file. They belong to the distribution and not to the files, so that they change with a deploy and can be read in the template. */
export const siteHeaders = (scope: Construct, signInUrl: string, photosUrl: string) => ({
  pages: policy(scope, 'PageHeaders', {
    comment: 'Amends: pages of staff',
    contentSecurityPolicy: pagePolicy(signInUrl, photosUrl),
    cacheControl: 'no-cache',
    loadedBy: 'same-origin',
  }),
  assets: policy(scope, 'AssetHeaders', {
    comment: 'Amends: files with a hash in their name',
    contentSecurityPolicy: FILE_POLICY,
    cacheControl: 'public, max-age=31536000, immutable',
    loadedBy: 'same-origin',
  }),
  form: policy(scope, 'FormHeaders', {
    comment: 'Amends: the script of the form',
    contentSecurityPolicy: FILE_POLICY,
    // It must fit the form, which the API makes.
    cacheControl: 'public, max-age=300',
    loadedBy: 'same-origin',
  }),
  widget: policy(scope, 'WidgetHeaders', {
    comment: 'Amends: the widget and its photos, for any site',
    contentSecurityPolicy: FILE_POLICY,
    cacheControl: 'public, max-age=3600',
    loadedBy: 'cross-origin',
  }),
});

function policy(scope: Construct, id: string, kind: Kind): ResponseHeadersPolicy {
  const { comment, contentSecurityPolicy, cacheControl, loadedBy } = kind;
  const securityHeadersBehavior: ResponseHeadersPolicyProps['securityHeadersBehavior'] = {
    contentSecurityPolicy: { contentSecurityPolicy, override: true },
    contentTypeOptions: { override: true },
    frameOptions: { frameOption: HeadersFrameOption.DENY, override: true },
    referrerPolicy: { referrerPolicy: HeadersReferrerPolicy.NO_REFERRER, override: true },
    strictTransportSecurity: { accessControlMaxAge: Duration.days(365), override: true },
  };
  const customHeaders = [
    header('cache-control', cacheControl),
    header('cross-origin-opener-policy', 'same-origin'),
    header('cross-origin-resource-policy', loadedBy),
    header('permissions-policy', 'camera=(), geolocation=(), microphone=(), payment=()'),
    // Modules and scripts with an integrity are fetched by CORS.
    ...(loadedBy === 'cross-origin' ? [header('access-control-allow-origin', '*')] : []),
  ];
  return new ResponseHeadersPolicy(scope, id, { comment, securityHeadersBehavior, customHeadersBehavior: { customHeaders } });
}
