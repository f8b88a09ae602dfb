import * as z from 'zod';
import type { Template } from '../template/template.ts';

const override = z.literal(true, 'the local cloud knows headers that override only');

/** What it does not know it refuses, for a header that is missing here would be missing in the tests. */
const Policy = z.object({
  ResponseHeadersPolicyConfig: z.strictObject({
    Name: z.string(),
    Comment: z.optional(z.string()),
    SecurityHeadersConfig: z.optional(
      z.strictObject({
        ContentSecurityPolicy: z.optional(z.object({ ContentSecurityPolicy: z.string(), Override: override })),
        ContentTypeOptions: z.optional(z.object({ Override: override })),
        FrameOptions: z.optional(z.object({ FrameOption: z.string(), Override: override })),
        ReferrerPolicy: z.optional(z.object({ ReferrerPolicy: z.string(), Override: override })),
        StrictTransportSecurity: z.optional(z.strictObject({ AccessControlMaxAgeSec: z.coerce.number(), Override: override })),
      }),
    ),
    CustomHeadersConfig: z.optional(z.object({ Items: z.array(z.object({ Header: z.string(), Value: z.string(), Override: override })) })),
  }),
});

export type Headers = Readonly<Record<string, string>>;

/** The headers that each policy of the template adds, by its id. */
export function readHeaders(template: Template): ReadonlyMap<string, Headers> {
  return new Map(
    template.ofType('AWS::CloudFront::ResponseHeadersPolicy').map((resource) => {
      const { SecurityHeadersConfig: secure = {}, CustomHeadersConfig: custom } = resource.read(Policy).ResponseHeadersPolicyConfig;
      const headers = {
        'content-security-policy': secure.ContentSecurityPolicy?.ContentSecurityPolicy,
        'x-content-type-options': secure.ContentTypeOptions && 'nosniff',
        'x-frame-options': secure.FrameOptions?.FrameOption,
        'referrer-policy': secure.ReferrerPolicy?.ReferrerPolicy,
        'strict-transport-security': secure.StrictTransportSecurity && `max-age=${secure.StrictTransportSecurity.AccessControlMaxAgeSec}`,
        ...Object.fromEntries(custom?.Items.map(({ Header, Value }) => [Header.toLowerCase(), Value]) ?? []),
      };
      const given = Object.entries(headers).flatMap(([name, value]) => (value === undefined ? [] : [[name, value] as const]));
      return [resource.ref, Object.fromEntries(given)];
    }),
  );
}
