import type { IncomingHttpHeaders } from 'node:http';

/** What a browser posts to a bucket: fields before the file, by lower-case name, and the file. What comes after the file is not looked at, as in S3. */
export interface PostedForm {
  readonly fields: ReadonlyMap<string, string>;
  readonly file: Buffer | undefined;
}

/** Undefined for what is no form, or none that can be read. */
export async function readPostedForm(method: string, headers: IncomingHttpHeaders, body: Buffer): Promise<PostedForm | undefined> {
  const type = headers['content-type'] ?? '';
  if (method !== 'POST' || !type.startsWith('multipart/form-data')) return undefined;
  const form = await new Response(new Uint8Array(body), { headers: { 'content-type': type } }).formData().catch(() => undefined);
  if (form === undefined) return undefined;
  const fields = new Map<string, string>();
  for (const [name, value] of form) {
    if (typeof value !== 'string') return { fields, file: Buffer.from(await value.arrayBuffer()) };
    fields.set(name.toLowerCase(), value);
  }
  return { fields, file: undefined };
}
