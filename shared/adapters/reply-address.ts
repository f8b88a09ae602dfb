import { createHmac, timingSafeEqual } from 'node:crypto';
import { base32 } from './ids.ts';

/** 125 bits in letters and digits: mail programs may write a local part in capitals, so no base64. */
const MAC_LENGTH = 25;
/** Of what stands before the @ (RFC 5321 §4.5.3.1.1). */
const MAX_LOCAL_LENGTH = 64;

/**
 * An address of the mailbox whose mail belongs to a case: `feedback+2611-0001.{mac}@example.com`. The mac proves that we gave it out, so that nobody gets
 * into a case by guessing its number. It holds as long as the key does: people answer old mails.
 * @param keys secrets of `link-key`, newest first. @param mailbox an address of the config.
 * @returns undefined where the mailbox's name leaves no room for it or has a tag of its own, which SES would not deliver: a reply then finds its case by
 *   the mail that it answers.
 */
export function replyAddress(keys: readonly string[], mailbox: string, caseNumber: string): string | undefined {
  const [key] = keys;
  if (key === undefined) throw new Error('link-key: expected at least one key, found none');
  const at = mailbox.lastIndexOf('@');
  const local = `${mailbox.slice(0, at)}+${caseNumber}.${mac(key, mailbox, caseNumber)}`;
  return local.length > MAX_LOCAL_LENGTH || mailbox.slice(0, at).includes('+') ? undefined : `${local}${mailbox.slice(at)}`;
}

const GIVEN_OUT = /^([^+@]+)\+(\d{4}-\d{4,12})\.([a-z2-7]{25})@([^@]+)$/;

/** The case that the first of these addresses was given out for, with any of the keys; undefined where none was. Never throws. */
export function caseOfReply(keys: readonly string[], recipients: readonly string[]): string | undefined {
  for (const recipient of recipients) {
    const [, local, number, proof, domain] = GIVEN_OUT.exec(recipient.trim().toLowerCase()) ?? [];
    if (number === undefined || proof === undefined) continue;
    const isOurs = keys.some((key) => timingSafeEqual(Buffer.from(mac(key, `${local}@${domain}`, number)), Buffer.from(proof)));
    if (isOurs) return number;
  }
  return undefined;
}

/** Bound to this use and this mailbox; lines are parted by what none of them can hold. */
function mac(key: string, mailbox: string, caseNumber: string): string {
  const digest = createHmac('sha256', key).update(`amends-reply-1\n${mailbox.toLowerCase()}\n${caseNumber}`).digest();
  return base32(digest.subarray(0, 16)).slice(0, MAC_LENGTH);
}
