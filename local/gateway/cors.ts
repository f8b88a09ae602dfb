import * as z from 'zod';
import type { Template } from '../template/template.ts';

const Cors = z.object({
  CorsConfiguration: z.optional(
    z.object({ CorsRules: z.array(z.object({ AllowedMethods: z.array(z.string()), AllowedOrigins: z.array(z.string()) })) }),
  ),
});

/** By bucket and method, the headers that let pages of any site read an answer. Rules for some sites only the local cloud has not. */
export function bucketCors(template: Template) {
  const rules = new Map(
    template.ofType('AWS::S3::Bucket').map((bucket) => [bucket.name, bucket.read(Cors).CorsConfiguration?.CorsRules ?? []] as const),
  );
  return (bucket: string, method: string): Readonly<Record<string, string>> => {
    const isOpen = rules.get(bucket)?.some((rule) => rule.AllowedMethods.includes(method) && rule.AllowedOrigins.includes('*'));
    return isOpen === true ? { 'access-control-allow-origin': '*', 'access-control-allow-methods': method } : {};
  };
}
