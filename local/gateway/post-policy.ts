import * as z from 'zod/mini';
import { signature } from '../../shared/adapters/s3/sigv4.ts';
import { SECRET_ACCESS_KEY } from '../world.ts';
import { Refused } from './call.ts';
import type { PostedForm } from './posted-form.ts';

const Policy = z.object({
  expiration: z.string(),
  conditions: z.array(
    z.union([
      z.tuple([z.literal('content-length-range'), z.number(), z.number()]),
      z.tuple([z.enum(['eq', 'starts-with']), z.string(), z.string()]),
      z.record(z.string(), z.string()),
    ]),
  ),
});
type Condition = z.infer<typeof Policy>['conditions'][number];

/** Fields that the policy need not name. */
const FREE = ['policy', 'x-amz-signature', 'file'];

/**
 * Lets a posted form pass where S3 would: signed, in time, every condition met, no field that no condition names, as large as it may be.
 * @see https://docs.aws.amazon.com/AmazonS3/latest/API/sigv4-HTTPPOSTConstructPolicy.html
 * @throws Refused with S3's code.
 */
export function checkPost(bucket: string, { fields, file }: PostedForm, now: Date): void {
  const inBase64 = fields.get('policy');
  if (inBase64 === undefined) throw new Refused('AccessDenied', 'Access Denied', 403);
  const [, ...scope] = (fields.get('x-amz-credential') ?? '').split('/');
  if (signature(SECRET_ACCESS_KEY, scope.join('/'), inBase64) !== fields.get('x-amz-signature')) {
    throw new Refused('SignatureDoesNotMatch', 'The request signature we calculated does not match the signature you provided.', 403);
  }
  const { expiration, conditions } = policyIn(inBase64);
  if (Date.parse(expiration) <= now.getTime()) throw byPolicy('Policy expired.');
  const named = new Set<string>();
  const sent = new Map([...fields, ['bucket', bucket]]);
  for (const condition of conditions) for (const name of check(condition, sent, file?.length ?? 0)) named.add(name);
  const extra = [...fields.keys()].filter((name) => !named.has(name) && !FREE.includes(name) && !name.startsWith('x-ignore-'));
  if (extra.length > 0) throw byPolicy(`Extra input fields: ${extra.join(', ')}`);
  if (file === undefined) throw new Refused('InvalidArgument', 'POST requires exactly one file upload per request.');
}

/** The fields that it names. */
function check(condition: Condition, sent: ReadonlyMap<string, string>, bytes: number): readonly string[] {
  if (!Array.isArray(condition)) return Object.entries(condition).flatMap(([name, value]) => check(['eq', `$${name}`, value], sent, bytes));
  if (condition[0] === 'content-length-range') {
    const [, min, max] = condition;
    if (bytes > max) throw new Refused('EntityTooLarge', 'Your proposed upload exceeds the maximum allowed size');
    if (bytes < min) throw new Refused('EntityTooSmall', 'Your proposed upload is smaller than the minimum allowed size');
    return [];
  }
  const [kind, field, wanted] = condition;
  const name = field.replace(/^\$/, '').toLowerCase();
  const value = sent.get(name) ?? '';
  const isMet = kind === 'eq' ? value === wanted : value.startsWith(wanted);
  if (!isMet) throw byPolicy(`Policy Condition failed: ${JSON.stringify(condition)}`);
  return [name];
}

function policyIn(inBase64: string) {
  try {
    return Policy.parse(JSON.parse(Buffer.from(inBase64, 'base64').toString()));
  } catch {
    throw new Refused('InvalidPolicyDocument', 'The content of the form does not meet the conditions specified in the policy document.');
  }
}

const byPolicy = (why: string) => new Refused('AccessDenied', `Invalid according to Policy: ${why}`, 403);
