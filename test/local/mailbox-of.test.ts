import { describe, expect, it } from 'vitest';
import { mailboxOf } from '../../local/mail/mailbox-of.ts';

const mailboxes = [{ address: 'feedback@example.com' }, { address: 'shop@example.com' }];
const arriving = (headers: string) =>
  mailboxOf(new TextEncoder().encode(`${headers}\r\nSubject: x\r\n\r\nTo: shop@example.com`), mailboxes);

describe('the mailbox that a mail by hand arrives at', () => {
  it.each([
    ['To: feedback@example.com', 'feedback@example.com'],
    ['To: "Care" <Feedback+2611-0001.abc@Example.com>', 'Feedback+2611-0001.abc@Example.com'],
    ['To: somebody@example.net,\r\n shop@example.com', 'shop@example.com'],
    ['From: a@example.com\r\nTo: nobody@example.net', undefined],
    ['From: shop@example.com', undefined],
  ])('%j', (headers, expected) => {
    expect(arriving(headers)).toBe(expected);
  });
});
