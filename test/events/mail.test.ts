import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import * as z from 'zod/mini';
import { parseMail } from '../../shared/adapters/mime/parse-mail.ts';

const FOLDER = new URL('../../events/mail/', import.meta.url);
const Expected = z.record(
  z.string(),
  z.strictObject({
    from: z.string(),
    subject: z.string(),
    text: z.string(),
    language: z.string(),
    isAutomatic: z.boolean(),
    isBounce: z.boolean(),
    kind: z.enum(['person', 'auto-reply', 'bounce', 'list', 'own']),
  }),
);
const expected = Expected.parse(JSON.parse(readFileSync(new URL('expected.json', FOLDER), 'utf8')));
const ownAddresses = ['care@example.com', 'feedback@example.com'];

describe('sample mails', () => {
  it.each(Object.entries(expected))('%s says what a reader found in it (issue 2: take-mail)', async (name, wanted) => {
    const mail = await parseMail(readFileSync(new URL(name, FOLDER)), { ownAddresses });
    const { from, subject, text, language, isAutomatic, isBounce, automatic } = mail;
    expect({ from, subject, text, language, isAutomatic, isBounce, kind: automatic ?? 'person' }).toEqual(wanted);
  });

  it('every mail has its expectation, and there are enough of them (issue 2: at least 20)', () => {
    const files = readdirSync(FOLDER).filter((name) => name.endsWith('.eml'));
    expect(files.sort()).toEqual(Object.keys(expected).sort());
    expect(files.length).toBeGreaterThanOrEqual(22);
  });

  it('lines end in CR LF, as they travel', () => {
    for (const name of Object.keys(expected)) {
      const text = readFileSync(new URL(name, FOLDER), 'latin1');
      expect(text.replaceAll('\r\n', ''), name).not.toContain('\n');
    }
  });
});
